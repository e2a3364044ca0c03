"""Which parts of a text are prose to be coded, and their form: headline, paragraph, bullet, note."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from multivector.grammar.dates import Found
from multivector.model import Span

_BULLET = re.compile(r"\s*(?:[•●▪‣◦·*–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)]|[ivx]{1,4}[.)])\s+")
_NOTE = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}\s)\s*\S")
_CAPTION = re.compile(r"\s*\(?(?:source|photo|image|credit|picture|foto)s?\s*(?::|by\b)", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\s*(?:most (?:read|viewed|popular)|(?:also|read|see) (?:also|more|next)|also read|read also|"
    r"related (?:stories|articles|news|topics)|"
    r"recommended|trending|more (?:from|on|in|stories)|editor'?s? picks?|you may also like|advertisement|sponsored|"
    r"sign up|subscribe|newsletter|follow us|share this|we use cookies|this (?:site|website) uses cookies|accept all|"
    r"all rights reserved|comments? \(\d+\)|menu|skip to)\b.{0,120}$",
    re.IGNORECASE,
)
"""Lines that stand beside an article on its page; the short lines under them are teasers, up to the next gap."""

_TEASER = 160
_ENDS = re.compile(r"[.!?…:;][\"”’'»)\]]*\s*$")
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_SMALL = frozenset(
    "a an and as at but by for from in into nor of off on or over per so the to up via vs with yet amid after".split()
)


@dataclass(frozen=True, slots=True)
class Block:
    """A line of a text that is prose: `span` without bullet sign; `kind` is `headline`, `prose` or `bullet`."""

    span: Span
    kind: str


def find_blocks(text: str, title: str | None) -> list[Block]:
    """Return the lines that tell something, in order, without captions, notes and what stands beside an article."""
    found, offset, beside = [], 0, False
    for line in text.split("\n"):
        start, end = offset, offset + len(line)
        offset = end + 1
        beside = bool(line.strip()) and (bool(_FURNITURE.match(line)) or (beside and len(line) < _TEASER))
        if beside or not line.strip() or _CAPTION.match(line) or _is_note(line):
            continue
        bullet = _BULLET.match(line)
        if bullet:
            start += bullet.end()
        kind = "bullet" if bullet else "headline" if _is_headline(line, title) else "prose"
        while start < end and text[start].isspace():
            start += 1
        if start < end:
            found.append(Block((start, end), kind))
    return found


def _is_note(line: str) -> bool:
    """Whether the line is a note of its own, such as `[3] Trend, 6 June 2023`."""
    return line.lstrip().startswith("[") and bool(_NOTE.match(line))


def _is_headline(line: str, title: str | None) -> bool:
    bare = line.strip()
    if title and bare == title.strip():
        return True
    return len(bare) < 150 and not _ENDS.search(bare) and _titled(bare)


def _titled(line: str) -> bool:
    """Whether most long words of the line are capitalised: Title Case Or CAPITALS."""
    words = [word for word in _WORD.findall(line)[1:] if word.lower() not in _SMALL]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def truecase(text: str, blocks: list[Block], names: list[Span]) -> str:
    """Return the text with the capitals of headlines lowered, length kept, so that a parser reads verbs as verbs.

    Words stay as they are inside `names` and where the prose of the text writes them with a capital inside a sentence.
    """
    proper = _proper_words(text, blocks)
    kept = {offset for start, end in names for offset in range(start, end)}
    letters = list(text)
    for block in blocks:
        start, end = block.span
        if block.kind != "headline" or not _titled(text[start:end]):
            continue
        for match in _WORD.finditer(text, start, end):
            word = match.group()
            if match.start() not in kept and word.title() not in proper and not _mixed(word):
                letters[match.start() : match.end()] = _lowered(word)
    return "".join(letters)


def set_off(text: str, blocks: list[Block], dates: Sequence[Found]) -> str:
    """Return the text with a comma behind a date that opens a sentence, in place of the space, length kept.

    `On 21 May 2024 the EU and Moldova signed`: a parser takes the parties for more of the date.
    """
    letters = list(text)
    starts = {block.span[0] for block in blocks}
    for date in dates:
        start, end = date.span
        opening = _OPENING.search(text, 0, start)
        begins = opening.start() if opening else start
        before = text[:begins].rstrip()
        if (begins in starts or before[-1:] in '.!?”"') and _NEXT.match(text, end):
            letters[end] = ","
    return "".join(letters)


_OPENING = re.compile(r"\b(?:On|In|At|By|Since|From|During|Early in|Late in|Later in|As of|Until)\s(?:the\s)?$")
_NEXT = re.compile(
    r" (?:the |a |an |its |his |her |their |both )?[A-Z]| (?:the|its|his|her|their|both|two|three|officials|a) "
)


def _lowered(word: str) -> list[str]:
    low = word.lower()
    return list(low if len(low) == len(word) else word)


def _mixed(word: str) -> bool:
    return not (word.istitle() or word.isupper() or "'" in word or "’" in word)


def _proper_words(text: str, blocks: list[Block]) -> frozenset[str]:
    """Return words that the prose writes with a capital, elsewhere than at the start of a sentence, more than not."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for block in blocks:
        if block.kind == "headline":
            continue
        start, end = block.span
        for match in _WORD.finditer(text, start, end):
            before = text[start : match.start()].rstrip(" “\"'‘(")
            if not before or before[-1] in ".!?:•":
                continue
            word = match.group()
            (capital if word[0].isupper() else small)[word.title()] += 1
    return frozenset(word for word, n in capital.items() if n > small[word])
