"""No sentence without evidence."""

from typing import Any

import pytest

from multivector.briefs.notes import statements
from multivector.briefs.plan import compose
from multivector.briefs.sentence import computed, identity, row, sentence
from multivector.errors import EvidenceError
from multivector.model import Counted, Said

PASSAGE = Said(report="wire", title=None, publisher=None, date=None, quote="they met", span=(0, 8), place="paragraph 1")
LINE = Counted(dataset="partners", release="2024", published=None, row="row 1", statement="Chile: 4 %")


@pytest.mark.parametrize("kind", ["said", "counted", "computed"])
def test_a_sentence_without_evidence_is_refused(kind: Any) -> None:
    """The error names the sentence."""
    with pytest.raises(EvidenceError, match="They met 18 times"):
        sentence(kind, "They met 18 times.", [])


@pytest.mark.parametrize(("kind", "piece"), [("counted", PASSAGE), ("computed", LINE), ("said", LINE)])
def test_evidence_of_another_kind_does_not_carry_a_sentence(kind: Any, piece: Any) -> None:
    """What a report says is not counted, and what a dataset says is not told."""
    with pytest.raises(EvidenceError, match=kind):
        sentence(kind, "They met.", [piece])


def test_a_passage_without_words_is_refused() -> None:
    """An empty quote proves nothing."""
    empty = Said(report="wire", title=None, publisher=None, date=None, quote=" ", span=(0, 1), place="paragraph 1")
    with pytest.raises(EvidenceError, match="They met"):
        row("said", ["They met."], [empty])


def test_the_same_evidence_stands_once() -> None:
    """Evidence is told apart by what it says, computed evidence too."""
    twice = [computed("count", "count", (), {"a": "b"}), computed("count", "count", (), {"a": "b"})]
    assert len(sentence("computed", "Two.", twice).evidence) == 1
    assert identity(twice[0]) != identity(computed("count", "count", (), {"a": "c"}))


def test_every_statement_of_a_brief_has_evidence_of_its_kind(tie: Any) -> None:
    """Sentences, rows and charts of a whole brief all rest on something."""
    found = list(statements(compose(tie)))
    assert len(found) > 30
    assert all(item.evidence for _, item in found)
