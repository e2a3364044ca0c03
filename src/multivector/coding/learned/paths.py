"""How a name hangs on a word in the grammar of its sentence: `nsubj`, `pobj prep:to`, `nsubj | dobj`."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multivector.coding.parse import Parsed

UP, DOWN = 4, 3
"""Steps kept of a path: up from the name, and up from the word; of a longer one those at its ends."""
NO_STEP, RARE = 0, 1
_SAME = "="


@cache
def relations() -> dict[str, int]:
    """Return the relations that the network knows, numbered from 2; none before it is trained."""
    table = files("multivector.coding.learned") / "relations.txt"
    lines = table.read_text(encoding="utf-8").splitlines() if table.is_file() else []
    return {relation: n for n, relation in enumerate(lines, 2)}


def steps_of(path: str) -> tuple[list[str], list[str]]:
    """Return the steps of a path that are kept, up from the name and up from the word."""
    up, _, down = path.partition("|")
    return _ends(up.split() or [_SAME], UP), _ends(down.split(), DOWN)


@lru_cache(maxsize=20_000)
def numbered(path: str) -> tuple[int, ...]:
    """Return the numbers of the steps of a path, `UP` and then `DOWN` of them."""
    known = relations()
    up, down = steps_of(path)
    sides = ((up, UP), (down, DOWN))
    return tuple(n for side, room in sides for n in ([known.get(s, RARE) for s in side] + [NO_STEP] * room)[:room])


def _ends(steps: list[str], room: int) -> list[str]:
    return steps if len(steps) <= room else steps[: room - room // 2] + steps[-(room // 2) :]


def path_between(parsed: Parsed, name: int, word: int) -> str:
    """Return the relations up from a name's head word to the common governor and, behind a bar, those up from the word.

    Empty where they are the same word; the words must stand in one sentence.
    """
    above_name, above_word = _up(parsed, name), _up(parsed, word)
    common = next(k for k in above_name if k in set(above_word))
    up = [_relation(parsed, k) for k in above_name[: above_name.index(common)]]
    down = [_relation(parsed, k) for k in above_word[: above_word.index(common)]]
    return " ".join([*up, "|", *down] if down else up)


def head_of(parsed: Parsed, words: tuple[int, int]) -> int:
    """Return the word of a stretch on which its other words hang."""
    inside = range(words[0], words[1] + 1)
    heads = (k for k in reversed(inside) if parsed.tokens[k].head not in inside or parsed.tokens[k].head == k)
    return next(heads, words[1])


def _up(parsed: Parsed, i: int) -> list[int]:
    return [i, *(above.i for above in parsed.ancestors(i))]


def _relation(parsed: Parsed, i: int) -> str:
    token = parsed.tokens[i]
    return f"prep:{token.text.lower()}" if token.dep == "prep" else token.dep
