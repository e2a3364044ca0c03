"""How a name hangs on a word in the grammar of its sentence: `nsubj`, `pobj prep:to`, `nsubj | dobj`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multivector.coding.parse import Parsed

ELSEWHERE, RARE = 0, 1
"""Numbers of what has no path (another sentence) and of paths that the network has hardly seen."""
_LONGEST = 7


@cache
def known_paths() -> dict[str, int]:
    """Return the paths that the network knows, numbered from 2; none before it is trained."""
    table = files("multivector.coding.learned") / "paths.txt"
    lines = table.read_text(encoding="utf-8").splitlines() if table.is_file() else []
    return {path: n for n, path in enumerate(lines, 2)}


def path_between(parsed: Parsed, name: int, word: int) -> str:
    """Return the relations up from a name's head word to the common governor and, behind a bar, those up from the word.

    Empty where they are the same word; the words must stand in one sentence.
    """
    above_name, above_word = _up(parsed, name), _up(parsed, word)
    common = next(k for k in above_name if k in set(above_word))
    up = [_relation(parsed, k) for k in above_name[: above_name.index(common)]]
    down = [_relation(parsed, k) for k in above_word[: above_word.index(common)]]
    if len(up) + len(down) > _LONGEST:
        up, down = [*up[:3], "…"], down[:2]
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
