"""From a real ledger to a brief: what stands in it, and what changes when the ledger does."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from multivector.briefs import plan, to_html, to_markdown
from multivector.briefs.notes import statements
from multivector.errors import UsageError
from multivector.ledger import Store
from multivector.model import Claim, Coding, PartyMention, Report, Telling
from multivector.model.dataset import DatasetHead

TEXTS = {
    "wire": (
        "Fjord Wire, 2 March 2024\n\n"
        "Foreign Minister Kari Lund of Norway visited Chile on 1 March 2024. The two countries signed four energy "
        "agreements worth 1.5 billion dollars on 1 March 2024.\n\n"
        "Chile would visit Norway in April 2024. Norway is the third-largest buyer of Chilean exports."
    ),
    "review": (
        "Andes Review, 5 March 2024\n\n"
        "Chile and Norway signed four energy agreements on 1 March 2024, worth 1.2 billion dollars in all.\n\n"
        "Chile criticised Norway over whaling on 4 March 2024."
    ),
}
Change = Callable[[list[Coding]], list[Coding]]


def span(name: str, words: str) -> tuple[int, int]:
    """Return where words stand in a text."""
    start = TEXTS[name].index(words)
    return start, start + len(words)


def telling(name: str, anchor: str, **fields: object) -> Telling:
    """Return a telling of a visit of Norway to Chile, changed as named."""
    given = {"type": "CONSULT", "actors": ("NOR",), "recipients": ("CHL",), "confidence": 0.9} | fields
    return Telling(anchor=anchor, spans=(span(name, anchor),), **given)  # type: ignore[arg-type]


def codings() -> list[Coding]:
    """Return what a coder made of the two reports."""
    deal = {"type": "AGREE", "date": "2024-03-01", "unit": "USD", "sectors": ("energy",), "count": 4}
    lund = PartyMention(
        "actor", "NOR", "Foreign Minister Kari Lund of Norway", span("wire", "Foreign Minister Kari Lund of Norway")
    )
    wire = (
        telling("wire", "Kari Lund of Norway visited Chile", mode="visit", date="2024-03-01", place="CHL",
                people=("Kari Lund",), parties=(lund,)),
        telling("wire", "signed four energy agreements worth 1.5 billion dollars", value=Decimal(1500000000), **deal),
        telling("wire", "Chile would visit Norway in April 2024", mode="visit", status="planned", date="2024-04",
                actors=("CHL",), recipients=("NOR",)),
    )  # fmt: skip
    review = (
        telling("review", "signed four energy agreements on 1 March 2024", value=Decimal(1200000000), **deal),
        telling("review", "Chile criticised Norway over whaling", type="ACCUSE", mode="disapprove", date="2024-03-04",
                actors=("CHL",), recipients=("NOR",)),
    )  # fmt: skip
    rank = "third-largest buyer of Chilean exports"
    claim = Claim(kind="rank", subject="NOR", object="CHL", measure="exports", value=Decimal(3), unit="rank",
                  anchor=rank, span=span("wire", rank))  # fmt: skip
    return [_coding("wire", "2024-03-02", wire, (claim,)), _coding("review", "2024-03-05", review, ())]


def _coding(name: str, date: str, told: tuple[Telling, ...], claims: tuple[Claim, ...]) -> Coding:
    text = TEXTS[name]
    publisher = {"wire": "Fjord Wire", "review": "Andes Review"}[name]
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    report = Report(name=name, text=text, sha256=sha256, publisher=publisher, date=date, date_basis="text")
    return Coding(report, told, claims, (), "test")


@pytest.fixture
def stored(tmp_path: Path) -> Iterator[Callable[..., Store]]:
    """Return a function that makes a ledger of codings."""
    opened: list[Store] = []

    def make(held: list[Coding]) -> Store:
        store = Store.open(tmp_path / f"{len(opened)}.duckdb", create=True)
        opened.append(store)
        for coding in held:
            store.add(coding)
        return store

    yield make
    for store in opened:
        store.close()


def texts(store: Store) -> dict[str, set[str]]:
    """Return every statement of the tie's brief with the passages that it rests on."""
    brief = plan(store, "NOR", "CHL")
    events = {event.id: {told.telling.anchor for told in event.tellings} for event in store.events("NOR", "CHL")}
    found: dict[str, set[str]] = {}
    for text, item in statements(brief):
        for piece in item.evidence:
            went_in = (events.get(id_, set()) for id_ in getattr(piece, "inputs", ()))
            found.setdefault(text, set()).update({getattr(piece, "quote", "")}, *went_in)
    return found


def test_a_brief_of_a_real_ledger(stored: Callable[..., Store]) -> None:
    """Two reports of one agreement make one dealing; passages say where they stand."""
    brief = plan(stored(codings()), "NOR", "CHL")
    text = to_markdown(brief)
    assert brief.as_of == "2024-03-05"
    assert "Two reports with five tellings of four dealings" in text
    assert "(sums told: 1.2 billion US dollars and 1.5 billion US dollars)" in text
    assert "1.2 billion US dollars (Andes Review); 1.5 billion US dollars (Fjord Wire)" in text
    assert "“Chile would visit Norway in April 2024” Fjord Wire, wire, 2 March 2024, paragraph 3." in text
    assert "Norway’s rank in Chile’s exports | third" in text
    assert "Norway’s Kari Lund visited Chile" in text


def test_order_of_reading_changes_nothing(stored: Callable[..., Store]) -> None:
    """The same reports give the same bytes, in whatever order they were read."""
    one, other = stored(codings()), stored(codings()[::-1])
    assert to_html(plan(one, "NOR", "CHL")) == to_html(plan(other, "NOR", "CHL"))


def resting(told: dict[str, set[str]], words: str) -> set[str]:
    """Return the statements that rest on a passage with these words."""
    return {text for text, quotes in told.items() if any(words in quote for quote in quotes)}


def without(name: str, anchor: str) -> Change:
    """Return a change that drops a telling."""
    return lambda held: [_changed(each, name, anchor, None) for each in held]


def with_(name: str, anchor: str, **fields: Any) -> Change:
    """Return a change of a telling's attributes."""
    return lambda held: [_changed(each, name, anchor, fields) for each in held]


def _changed(coding: Coding, name: str, anchor: str, fields: dict[str, Any] | None) -> Coding:
    if coding.report.name != name:
        return coding
    told = [each for each in coding.events if anchor not in each.anchor or fields is not None]
    new = [dataclasses.replace(each, **(fields or {})) if anchor in each.anchor else each for each in told]
    return dataclasses.replace(coding, events=tuple(new))


@pytest.mark.parametrize(
    ("change", "touched", "gone"),
    [
        (without("review", "criticised"), "criticised", "Chile criticised Norway."),
        (with_("wire", "1.5 billion", value=Decimal(1700000000)), "agreements", "1.5 billion US dollars"),
        (with_("wire", "would visit", status="occurred"), "would visit", "The oldest open promise"),
        (without("wire", "would visit"), "would visit", "The oldest open promise"),
    ],
    ids=["telling dropped", "sum changed", "status flipped", "promise dropped"],
)
def test_only_what_rests_on_it_changes(stored: Callable[..., Store], change: Change, touched: str, gone: str) -> None:
    """Drop a telling, change a sum, flip a status: the statements that rest on it change, all others stay."""
    before, after = texts(stored(codings())), texts(stored(change(codings())))
    lost, new = set(before) - set(after), set(after) - set(before)
    assert lost
    assert lost <= resting(before, touched) or new <= resting(after, touched)
    assert any(gone in text for text in before)
    assert not any(gone in text for text in after)


def flow(importer: str | None, value: int, *, period: str = "2022", exporter: str = "CHL") -> dict[str, object]:
    """Return a row of a dataset: what Chile counts as sold to a country (None: to the world)."""
    return {
        "reporter": "CHL", "exporter": exporter, "importer": importer, "measure": "exports", "value": Decimal(value),
        "unit": "percent", "period": period, "product": None, "row": f"line {importer} {period}", "note": None,
    }  # fmt: skip


def test_rows_of_a_dataset_stand_beside_claims(stored: Callable[..., Store]) -> None:
    """Shares are ranked among the partners listed; the world is none of them."""
    store = stored(codings())
    head = DatasetHead(name="partners", release="2023", kind="flow", publisher="A Bureau", licence="CC0")
    rows = [
        flow(None, 100),
        flow("CHN", 39),
        flow("NOR", 7),
        flow("USA", 7),
        flow("JPN", 5),
        flow("CHN", 40, period="2021"),
    ]
    store.load_rows(head, "flows", rows, "0")
    brief = plan(store, "NOR", "CHL")
    assert brief.bottom_line[1].text == (
        "By partners (A Bureau), release 2023, Norway took 7 per cent of Chile’s exports of 2022, second of four "
        "partners listed."
    )
    text = to_markdown(brief)
    assert (
        "| ▫ Norway in Chile’s exports | 7 %, second of four partners listed | 2022 | partners, release 2023 |" in text
    )
    assert "A Bureau | CC0" in text
    country = to_markdown(plan(store, "CHL"))
    assert "exports of 2022 went to China (39 per cent), Norway (7 per cent) and" in country


def test_a_country_has_its_ties(stored: Callable[..., Store]) -> None:
    """The brief of one country lists its partners first."""
    brief = plan(stored(codings()), "NOR")
    assert brief.title == "Norway"
    assert [section.heading for section in brief.sections][:2] == ["Partners", "Timeline"]
    assert "most of all Chile with three dealings" in to_markdown(brief)


def test_nothing_found_is_an_answer(stored: Callable[..., Store]) -> None:
    """A tie of which no report tells has a brief that says so; a tie with itself is a mistake."""
    store = stored(codings())
    assert "None of the two reports in this ledger tells" in to_markdown(plan(store, "NOR", "PER"))
    with pytest.raises(UsageError, match="'NOR' is given twice"):
        plan(store, "NOR", "NOR")
