"""Footnote marks: raised or glued digits become `[3]`, in the text and before the note."""

from __future__ import annotations

import re
from typing import Final

_RAISED: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN: Final = str.maketrans(_RAISED, "0123456789")
_MARK: Final = re.compile(f"(?:(?<=\\S) )?[{_RAISED}]{{1,3}}(?:[,;–-][{_RAISED}]{{1,3}})*")
_NOTE_RAISED: Final = re.compile(f"^([ \t]*)([{_RAISED}]{{1,3}})[ \t]*(?=\\S)", re.MULTILINE)
_UNIT: Final = re.compile(r"(?<![^\W\d_])(?:[kcdmn]?m|ft|mi|yd)$")
_TEN: Final = re.compile(r"(?<!\d)10$")
_GLUED: Final = re.compile(
    r"""(?: (?<=[a-z]{4})                         # accord3
      | (?<=[^\W\d_][.,;:!?])                     # accord.3
      | (?<=[^\W\d_][.,;:!?][”"’'»)])             # accord.”3
      | (?<=[^\W_][”"’'»)%])                      # accord”3  (2023)3
      | (?<=[^\W_][”"’'»)%][.,;:])                # accord”.3
      | (?<=\b(?:19|20)\d\d[.,;:])                # in 2018.3
    )([1-9]\d{0,2})(?=\s|$)""",
    re.VERBOSE | re.MULTILINE,
)
_NOTE: Final = re.compile(r"^([ \t]*)(?:\[([1-9]\d{0,2})\]|\(([1-9]\d{0,2})\)|([1-9]\d{0,2})[.)]?)[ \t]+(?=\S)")
_HEADING: Final = re.compile(r"\W*(?:(?:foot|end)?notes?|references|sources|_+|-+)(?: and \w+)?\W*", re.IGNORECASE)


def bracket_notes(text: str) -> str:
    """Return a text, or one page of it, with its footnote marks as `[3]`.

    A raised digit is a mark wherever it stands, except as a power (`km²`, `10³`). A plain digit glued to the end of a
    word or to its full stop is one only where a note of that number stands at the end: `3 Trend, 6 June 2023.` The note
    then begins with `[3]` too.
    """
    text = _NOTE_RAISED.sub(lambda m: f"{m[1]}[{int(m[2].translate(_PLAIN))}] ", text)
    text = _MARK.sub(_bracketed, text)
    lines = text.split("\n")
    marked = {number: n for number, n in closing_notes(lines).items() if _is_marked("\n".join(lines[:n]), number)}
    for number, n in marked.items():
        lines[n] = _NOTE.sub(f"\\g<1>[{number}] ", lines[n])
    return "\n".join(_with_brackets(line, {k for k, at in marked.items() if at > n}) for n, line in enumerate(lines))


def _with_brackets(line: str, numbers: set[str]) -> str:
    return _GLUED.sub(lambda m: f"[{m[1]}]" if m[1] in numbers else m[1], line) if numbers else line


def closing_notes(lines: list[str]) -> dict[str, int]:
    """Return, by number, the line of each note that closes the text: numbered blocks with nothing but such after them.

    Where a number comes twice (a numbered paragraph, and a note at the end) the last is the note.
    """
    found: dict[str, int] = {}
    for block in reversed(_blocks(lines)):
        first = lines[block[0]]
        if not _NOTE.match(first) and not _HEADING.fullmatch(first):
            break
        for n in reversed(block):
            match = _NOTE.match(lines[n])
            if match:
                found.setdefault(match[2] or match[3] or match[4], n)
    return found


def _blocks(lines: list[str]) -> list[range]:
    """Return the runs of lines between blank ones."""
    found, start = [], 0
    for n, line in enumerate([*lines, ""]):
        if not line.strip():
            if n > start:
                found.append(range(start, n))
            start = n + 1
    return found


def _is_marked(before: str, number: str) -> bool:
    return f"[{number}]" in before or any(match[1] == number for match in _GLUED.finditer(before))


def _bracketed(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 8) : match.start()]
    if _TEN.search(before) or (match.group().strip() in "²³" and _UNIT.search(before)):
        return match.group()
    return "".join(f"[{int(number)}]" for number in re.split(r"[,;–-]", match.group().strip().translate(_PLAIN)))
