"""PDF: paragraphs, columns, notes and pages, told by where lines stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reports.makers import Set, column, make_pdf

from multivector.errors import InputError
from multivector.model import Report
from multivector.reports import Draft, Limits, open_reports
from multivector.reports.draft import LeftOutError
from multivector.reports.formats import pdf

TALKS = (
    "Kazakhstan and Italy agreed on Monday to widen their trade in metals, an official said, after two days of talks "
    "in which both sides had spoken of little else. He expects the ministers to meet again."
)


def report(pages: list[list[Set]], tmp_path: Path) -> Report:
    """The report that a PDF of these pages becomes."""
    file = tmp_path / "a.pdf"
    file.write_bytes(make_pdf(pages))
    [read] = open_reports([file])
    assert isinstance(read, Report)
    return read


def test_paragraphs_are_whole_and_short_lines_stay(tmp_path: Path) -> None:
    """A gap ends a paragraph; a letterhead keeps its lines."""
    read = report([column(f"Steppe Review\n5 March 2024\n\n{TALKS}\n\n{TALKS}", width=70)], tmp_path)
    assert read.text == f"Steppe Review\n5 March 2024\n\n{TALKS}\n\n{TALKS}"
    assert (read.publisher, read.date, read.format) == ("Steppe Review", "2024-03-05", "pdf")


def test_columns_are_read_one_after_another(tmp_path: Path) -> None:
    """And a sentence runs on from one to the next."""
    left, right = TALKS.split(" both sides ")
    page = column(left, width=40, size=9) + column(f"both sides {right}", x=330, width=40, size=9)
    assert report([page], tmp_path).text == TALKS


def test_an_indent_begins_a_paragraph_and_items_keep_their_lines(tmp_path: Path) -> None:
    """Without any gap between them."""
    first = column(TALKS, width=70, top=700)
    second = [
        (90 if n == 0 else x, y, size, text)
        for n, (x, y, size, text) in enumerate(column(TALKS, width=70, top=first[-1][1] - 13.75))
    ]
    items = column("- one item\n- another item", top=400)
    assert report([first + second + items], tmp_path).text == f"{TALKS}\n\n{TALKS}\n\n- one item\n- another item"


def test_raised_digits_are_footnote_marks(tmp_path: Path) -> None:
    """And lead to the note at the foot of the page."""
    page: list[Set] = [
        (72, 700, 11, "Kazakhstan and Italy signed an accord worth $2 billion."),
        (348, 704, 6, "3"),
        (72, 60, 8, "3 Trend, 6 June 2023."),
    ]
    assert report([page], tmp_path).text.split("\n\n") == [
        "Kazakhstan and Italy signed an accord worth $2 billion.[3]",
        "[3] Trend, 6 June 2023.",
    ]


def test_page_furniture_goes_and_a_cut_sentence_is_whole(tmp_path: Path) -> None:
    """Running heads, page numbers and notes are no part of the sentence; offsets tell where pages begin."""
    head: Set = (72, 800, 9, "THE STEPPE REVIEW")
    one = [
        head,
        *column(
            "Uzbekistan and Japan signed a contract on power which runs until 2030 and binds Uzbeki-", width=92, top=700
        ),
    ]
    two = [head, *column("stan to deliver. It holds no sums.", top=700)]
    three = [head, *column("A last page.", top=700)]
    pages = [[*page, (300, 30, 9, str(n))] for n, page in enumerate((one, two, three), 1)]
    read = report(pages, tmp_path)
    assert "runs until 2030 and binds Uzbekistan to deliver." in read.text
    assert read.text.count("THE STEPPE REVIEW") == 1
    assert [read.text[n : n + 4] for n in read.pages] == ["THE ", "stan", "A la"]


def test_a_scan_is_refused_and_a_blank_page_is_named() -> None:
    """Nothing is lost without a word."""
    with pytest.raises(InputError, match=r"pages 1-2 hold no text: scanned\?"):
        list(pdf.read(make_pdf([[], []]), "a.pdf", Limits()))
    draft, note = pdf.read(make_pdf([column(TALKS), []]), "a.pdf", Limits())
    assert isinstance(draft, Draft)
    assert isinstance(note, LeftOutError)
    assert "page 2 holds no text" in note.what


def test_text_outside_the_page_is_not_read() -> None:
    """No reader sees it."""
    [draft] = pdf.read(make_pdf([[*column(TALKS), (-900, 400, 11, "Chile expelled Peru")]]), "a.pdf", Limits())
    assert isinstance(draft, Draft)
    assert "Chile" not in draft.text


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"no pdf at all", make_pdf([column(TALKS)])[:200]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    """Corrupt files too."""
    with pytest.raises(InputError, match="no PDF that can be opened"):
        list(pdf.read(data, "a.pdf", Limits()))


def test_a_password_is_named_as_the_reason() -> None:
    """An encrypted file says what it needs."""
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}>"
    locked = f"/ID [<{'00' * 16}> <{'00' * 16}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 {keys} >>"
    with pytest.raises(InputError, match="needs a password"):
        list(pdf.read(make_pdf([column(TALKS)], trailer=locked), "a.pdf", Limits()))


def test_limits_are_named() -> None:
    """Pages and characters."""
    data = make_pdf([column(TALKS)] * 3)
    with pytest.raises(InputError, match="3 pages are more than the limit of 2"):
        list(pdf.read(data, "a.pdf", Limits(pages=2)))
    with pytest.raises(InputError, match="characters are more than the limit of 250"):
        list(pdf.read(data, "a.pdf", Limits(characters=250)))
