"""DOCX, e-mail and Markdown."""
# ruff: noqa: E501 - documents are easier to judge on one line

from __future__ import annotations

import pytest
from tests.reports.makers import make_docx

from multivector.errors import InputError
from multivector.reports import Draft, Limits
from multivector.reports.draft import LeftOutError
from multivector.reports.formats import docx, eml, markdown

NOTE = '<w:footnote w:id="1"><w:p><w:r><w:t>Trend, 6 June 2023.</w:t></w:r></w:p></w:footnote>'


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def drawn(data: bytes) -> str:
    """The text of a document."""
    [draft] = docx.read(data, "a.docx", Limits())
    assert isinstance(draft, Draft)
    return draft.text


def test_docx_keeps_insertions_tables_and_footnotes_and_drops_deletions() -> None:
    """What a reader of the final version sees."""
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run("Accord signed")}</w:p><w:p>{run("Uzbekistan and ")}'
        f'<w:ins w:id="1" w:author="x">{run("Japan")}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText>Chile</w:delText></w:r></w:del>'
        f'{run(" signed.")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
        f"<w:tbl><w:tr><w:tc><w:p>{run('China')}</w:p></w:tc><w:tc><w:p>{run('41%')}</w:p></w:tc></w:tr></w:tbl>"
    )
    expected = "Accord signed\n\nUzbekistan and Japan signed.[1]\n\nChina | 41%\n\n[1] Trend, 6 June 2023.\n"
    assert drawn(make_docx(body, footnotes=NOTE)) == expected


def test_docx_hidden_text_is_left_out() -> None:
    """Unless it is switched on again."""
    runs = run("Seen. ") + run("Kenya", "<w:vanish/>") + run("Also seen.", '<w:vanish w:val="0"/>')
    assert drawn(make_docx(f"<w:p>{runs}</w:p>")) == "Seen. Also seen.\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no DOCX"),
        (b"PK\x03\x04 broken", "no DOCX"),
        (b"\xd0\xcf\x11\xe0 an old or locked file", "no DOCX"),
        (make_docx("<w:p>"), "damaged"),
        (make_docx("<w:p/>").replace(b"word/document.xml", b"word/documenx.xml"), "damaged"),
    ],
)
def test_docx_that_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    """By name, whatever is wrong with it."""
    with pytest.raises(InputError, match=reason):
        list(docx.read(data, "a.docx", Limits()))


def test_docx_bombs_are_refused() -> None:
    """Neither what unfolds to more than the limit nor entities of its own."""
    with pytest.raises(InputError, match="bytes are more than the limit"):
        list(docx.read(make_docx("<w:p/>", extra={"x.bin": b"\0" * 3_000_000}), "a.docx", Limits(bytes=1_000_000)))
    entities = make_docx("", extra={"word/endnotes.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'})
    with pytest.raises(InputError, match="entities"):
        list(docx.read(entities, "a.docx", Limits()))


LETTER = b"""From: Press Office <press@mail.example>
To: desk@mail.example
Date: Tue, 5 Mar 2024 23:30:00 +0500
Subject: =?utf-8?q?T=C3=BCrkiye_and?= Japan sign
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain; charset=iso-8859-9
Content-Transfer-Encoding: quoted-printable

T=FCrkiye and Japan signed a water accord.
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename="accord.pdf"

x
--x--
"""


def test_a_letter_is_its_subject_date_and_text() -> None:
    """Its sender is no publisher; its attachments are named."""
    draft, note = eml.read(LETTER, "a.eml", Limits())
    assert isinstance(draft, Draft)
    assert draft.text.rstrip() == "Türkiye and Japan sign\n\nTürkiye and Japan signed a water accord."
    assert (draft.title, draft.publisher, draft.date, draft.date_basis) == (
        "Türkiye and Japan sign",
        None,
        "2024-03-05",
        "text",
    )
    assert isinstance(note, LeftOutError)
    assert "accord.pdf" in note.what


def test_a_letter_in_html_is_read_as_a_page_without_what_is_hidden() -> None:
    """Where it has no plain text."""
    letter = b"Subject: S\nContent-Type: text/html; charset=utf-8\n\n<p>Seen.</p><p style='display:none'>Kenya.</p>"
    [draft] = eml.read(letter, "a.eml", Limits())
    assert isinstance(draft, Draft)
    assert draft.text == "S\n\nSeen.\n"


MARKDOWN = {
    "# Accord **signed**\n\nBy *us*": "Accord signed\n\nBy us",
    "Title\n=====\n\ntext\n\n---\n\nmore": "Title\n\ntext\n\n\nmore",
    "[Japan](http://x.example/a_(b) 'T') and ![a map](m.png)": "Japan and a map",
    "worth `2 bn`[^1] and[^trend]\n\n[^1]: Trend, 6 June 2023.\n[^trend]: Lusa.": "worth 2 bn[1] and[2]\n\n[1] Trend, 6 June 2023.\n[2] Lusa.",
    "| Partner | Share |\n|---|---:|\n| [China](x) | 41% |": "Partner | Share\nChina | 41%",
    "- one\n* two\n1. three": "- one\n* two\n1. three",
    "> quoted\n> more": "quoted\nmore",
    "a snake_case_name, 2 * 3 * 4, C\\*": "a snake_case_name, 2 * 3 * 4, C*",
    "raised<sup>3</sup> <b>bold</b><!-- unseen -->": "raised[3] bold",
    "[text][ref]\n\n[ref]: http://x.example": "text\n\n",
    "```\ncode stays\n```": "code stays\n",
}


@pytest.mark.parametrize(("text", "expected"), MARKDOWN.items())
def test_markdown_loses_its_marks_and_no_words(text: str, expected: str) -> None:
    """Addresses of links are no words."""
    [draft] = markdown.read(text.encode(), "a.md", Limits())
    assert isinstance(draft, Draft)
    assert draft.text == expected


def test_front_matter_states_title_publisher_and_date() -> None:
    """Other keys are the writer's own."""
    [draft] = markdown.read(
        b'---\ntitle: "Accord signed"\ndate: 2023-06-07T10:00\nsource: Steppe Post\ndraft: no\n---\nText.\n',
        "a.md",
        Limits(),
    )
    assert draft == Draft(
        "Text.\n", title="Accord signed", publisher="Steppe Post", date="2023-06-07", date_basis="text"
    )
