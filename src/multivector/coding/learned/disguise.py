"""States in disguise: the network reads every text as one about the same few countries.

What words around a country tell is to be learned, not what countries usually do, and a rare name is to be read like a
frequent one. So each party of a window gets a stand-in by its number, with name, adjective, people and capital.
"""

from __future__ import annotations

from functools import cache

from multivector.coding.learned.windows import SLOTS, Window, tokenizer

_STAND_INS = (
    "france french french paris|germany german germans berlin|italy italian italians rome|spain spanish spanish madrid|"
    "russia russian russians moscow|china chinese chinese beijing|japan japanese japanese tokyo|"
    "india indian indians delhi|poland polish poles warsaw|sweden swedish swedish stockholm|greece greek greeks athens|"
    "turkey turkish turks ankara|egypt egyptian egyptians cairo|austria austrian austrians vienna|"
    "iran iranian iranian tehran"
)
_KINDS = ("state", "adjective", "people", "capital")


@cache
def stand_ins() -> tuple[dict[str, int], ...]:
    """Return the piece of each kind of name of each stand-in; every one is a single piece of the vocabulary."""
    vocabulary = tokenizer().get_vocab()
    rows = [words.split(" ") for words in _STAND_INS.split("|")]
    return tuple({kind: vocabulary[word] for kind, word in zip(_KINDS, words, strict=True)} for words in rows)


def disguised(window: Window, numbers: list[int]) -> tuple[list[int], list[int], list[int]]:
    """Return pieces, mask and the last piece of each candidate with all states in disguise.

    Args:
        window: The window.
        numbers: The number of each party, by the number it has in the window (0: none).
    """
    pieces, mask = list(window.pieces), [1] * len(window.pieces)
    ends = [last for _, _, last in window.candidates]
    for k, (candidate, first, last) in enumerate(window.candidates):
        if not first or candidate.kind not in _KINDS or not window.slots[first]:
            continue
        number = min(numbers[window.slots[first]], SLOTS - 1)
        pieces[first] = stand_ins()[number - 1][candidate.kind]
        for n in range(first + 1, last + 1):
            mask[n] = 0
        ends[k] = first
    return pieces, mask, ends
