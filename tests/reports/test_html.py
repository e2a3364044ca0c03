"""HTML: the article and nothing beside it, what the page states of it, and no way out of it."""
# ruff: noqa: E501 - pages are easier to judge on one line

from __future__ import annotations

import pytest

from multivector.errors import InputError
from multivector.reports import Draft, Limits
from multivector.reports.formats import html

ACCORD = "Uzbekistan and Japan signed a water accord in Tashkent on 5 June 2023."


def draw(page: str, limits: Limits | None = None) -> Draft:
    """The draft of a page."""
    [draft] = html.read(page.encode(), "a.html", limits or Limits())
    assert isinstance(draft, Draft)
    return draft


def article(inner: str, head: str = "", around: str = "") -> str:
    """A page with an article."""
    return f"<!doctype html><html><head>{head}</head><body>{around}<article>{inner}</article></body></html>"


BESIDE = [
    "<nav><a href='/x'>Iran condemned Iraq</a></nav>",
    "<aside>Related: Chile expelled Peru’s envoy</aside>",
    "<section class='comments'><p>Reader: Mali attacked Niger!</p></section>",
    "<div class='related-posts'><p>Chad thanked Togo.</p></div>",
    "<div style='display: none'>Chile expelled Peru’s envoy.</div>",
    "<p hidden>Mali condemned Niger.</p>",
    "<p style='font-size:0;color:#fff'>Kenya threatened Uganda.</p>",
    "<p style='color:#FFFFFF'>Kenya threatened Uganda.</p>",
    "<div style='background:#eee'><p style='color: #EEE !important'>Kenya threatened Uganda.</p></div>",
    "<p style='visibility:hidden'>Kenya threatened Uganda.</p>",
    "<p style='position:absolute; left:-9999px'>Kenya threatened Uganda.</p>",
    "<p aria-hidden='true'>Kenya threatened Uganda.</p>",
    "<span class='sr-only'>Kenya threatened Uganda.</span>",
    "<style>.x, .y { display:none }</style><p class='x'>Kenya threatened Uganda.</p>",
    "<script>var a = 'Kenya threatened Uganda';</script>",
    "<template><p>Kenya threatened Uganda.</p></template>",
    "<form><label>Kenya threatened Uganda?</label><button>Yes</button></form>",
    "<!-- Kenya threatened Uganda. -->",
    "<footer>Kenya threatened Uganda.</footer>",
]


@pytest.mark.parametrize("beside", BESIDE)
def test_what_is_not_read_as_the_article_is_left_out(beside: str) -> None:
    """Menus, teasers, comments, forms, scripts, and text that no reader can see, inside the article or beside it."""
    plain = f"<html><body><div><p>{ACCORD}</p><p>{ACCORD} It runs for ten years.</p>{beside}</div></body></html>"
    for page in (article(f"<p>{ACCORD}</p>", around=beside), plain):
        text = draw(page).text
        assert ACCORD in text
        assert not {"Iran", "Chile", "Mali", "Chad", "Kenya"} & set(text.split())


def test_a_site_that_wraps_its_page_into_a_form_keeps_its_words() -> None:
    """What holds most of the page is not beside it."""
    assert ACCORD in draw(f"<html><body><form><div><p>{ACCORD}</p></div></form></body></html>").text


def test_white_text_on_dark_ground_is_seen() -> None:
    """Only the colour of the ground hides."""
    assert ACCORD in draw(article(f"<div style='background-color:#000'><p style='color:#fff'>{ACCORD}</p></div>")).text


def test_tables_lists_headings_and_breaks_are_kept_as_lines() -> None:
    """Cells with links too; white space of the source is none of the text's."""
    page = article(
        "<h1>Accord\n signed</h1><table><tr><th>Partner</th><th>Share</th></tr><tr><td><a href='/c'>China</a></td><td>41%</td></tr>"
        f"</table><ul><li>one</li><li><p>two</p></li></ul><ol><li>first<li>second</ol><p>{ACCORD}<br>New   line</p><pre>a\n  b</pre>"
    )
    assert draw(page).text == (
        "Accord signed\n\nPartner | Share\nChina | 41%\n\n• one\n• two\n1. first\n2. second\n\n"
        f"{ACCORD}\nNew line\n\na\nb\n"
    )


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    """Its cells are blocks."""
    page = f"<html><body><table><tr><td><p>Menu</p></td><td><p>{ACCORD}</p><p>It runs for ten years.</p></td></tr></table></body></html>"
    assert f"{ACCORD}\n\nIt runs for ten years." in draw(page).text


def test_footnotes_get_brackets() -> None:
    """Raised marks, powers, and lists of notes whose numbers the page draws by itself."""
    page = article(
        "<p>An accord<sup><a href='#fn1'>1</a></sup> worth $2 billion.<sup>[2]</sup> 40 km<sup>2</sup>, the 5<sup>th</sup>.</p>"
        "<section class='footnotes'><ol><li id='fn1'>Trend, 6 June 2023. <a href='#r'>↩</a></li><li id='fn2'>Lusa</li></ol></section>"
        "<p><sup>3</sup> Tass</p>"
    )
    assert draw(page).text == (
        "An accord[1] worth $2 billion.[2] 40 km², the 5th.\n\n[1] Trend, 6 June 2023.\n[2] Lusa\n\n[3] Tass\n"
    )


META = {
    '<meta property="article:published_time" content="2023-06-07T10:00:00+02:00">': (
        "Accord signed",
        None,
        "2023-06-07",
    ),
    '<meta name="DC.date" content="2023-06">': ("Accord signed", None, "2023-06"),
    '<meta name="date" content="June 7, 2023">': ("Accord signed", None, "2023-06-07"),
    '<meta property="og:site_name" content="The Steppe Post">': ("Accord signed", "The Steppe Post", None),
    '<script>var offerEnds = "2031-01-31";</script>': ("Accord signed", None, None),
    '<script type="application/ld+json">{"datePublished": "2031-01-31"}</script>': ("Accord signed", None, None),
    '<meta property="article:modified_time" content="2031-01-31">': ("Accord signed", None, None),
    '<meta name="date" content="2023-13-45">': ("Accord signed", None, None),
    '<base href="http://169.254.169.254/"><title>Accord signed | The Steppe Post</title>': (
        "Accord signed",
        None,
        None,
    ),
}


@pytest.mark.parametrize(("head", "expected"), META.items())
def test_what_the_page_states(head: str, expected: tuple[str | None, str | None, str | None]) -> None:
    """Never a date out of a script, of a change, or of an event in the text; never an address for a name."""
    draft = draw(article(f"<h1>Accord signed</h1><p>{ACCORD}</p>", head))
    assert (draft.title, draft.publisher, draft.date) == expected


TIMES = {
    '<time datetime="2023-06-07">7 June 2023</time>': "2023-06-07",
    "<div><span>Posted</span> <time>7 June 2023</time></div>": "2023-06-07",
    '<p>They will meet again on <time datetime="2031-01-31">31 January</time>, after an election that both sides fear.</p>': None,
    '<aside><time datetime="2031-01-31">31 January</time></aside>': None,
    '<span itemprop="datePublished" content="2023-06-07">7/6</span>': "2023-06-07",
}


@pytest.mark.parametrize(("around", "expected"), TIMES.items())
def test_a_time_element_that_stands_by_itself_dates_the_page(around: str, expected: str | None) -> None:
    """One in a sentence is of what the sentence tells."""
    assert draw(article(f"<h1>Accord signed</h1><p>{ACCORD}</p>", around=around)).date == expected


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (
            "<title>Accord signed - The Steppe Post</title><meta property='og:site_name' content='The Steppe Post'>",
            "",
            "Accord signed",
        ),
        ("<title>Accord signed – at last</title>", "", "Accord signed – at last"),
        ("<title>x</title>", "<h1>Accord signed</h1>", "Accord signed"),
        ("<meta property='og:title' content='Accord signed'>", "<h1>Site</h1><h1>Other</h1>", "Accord signed"),
    ],
)
def test_title(head: str, body: str, title: str) -> None:
    """The heading that readers see, else the page's own title without the site's name."""
    assert draw(article(f"{body}<p>{ACCORD}</p>", head)).title == title


def test_a_heading_outside_the_article_is_part_of_the_text() -> None:
    """Readers see it above the article."""
    assert draw(article(f"<p>{ACCORD}</p>", around="<header><h1>Accord signed</h1></header>")).text.startswith(
        "Accord signed\n\nUzb"
    )


def test_a_page_of_many_blocks_keeps_what_lies_between() -> None:
    """Where no article is marked, nothing inside its extent is lost, and menus outside are."""
    paragraphs = "".join(
        f"<div><p>{ACCORD.replace('5 June', f'{n} June')} It was paragraph number {n}.</p></div>" for n in range(1, 9)
    )
    links = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(9))
    text = draw(
        f"<html><body><ul id='top'>{links}</ul><div id='c'>{paragraphs}<div>Short.</div>{paragraphs}</div></body></html>"
    ).text
    assert text.count("It was paragraph number") == 16
    assert "Short." in text
    assert "Section 3" not in text


def test_the_declared_encoding_is_used() -> None:
    """In the page, or by its server."""
    page = article("<p>Казахстан и Италия подписали соглашение.</p>", '<meta charset="windows-1251">').encode("cp1251")
    [draft] = html.read(page, "a.html", Limits())
    assert isinstance(draft, Draft)
    assert "Казахстан и Италия" in draft.text


def test_deep_nesting_is_refused_by_name() -> None:
    """A page that nests without end is not half read."""
    page = "<div>" * 3000 + ACCORD
    with pytest.raises(InputError, match="nesting"):
        draw(page)
    assert ACCORD in draw("<div>" * 400 + f"<p>{ACCORD}</p>").text


@pytest.mark.parametrize("page", ["", "   ", "<html></html>", "<!-- -->"])
def test_a_page_without_text_is_empty_or_refused(page: str) -> None:
    """No stack trace."""
    try:
        text = draw(page).text
    except InputError:
        text = ""
    assert not text.strip()


def test_entities_of_its_own_are_not_expanded() -> None:
    """Neither bombs nor files."""
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    text = draw(bomb + article(f"<p>{ACCORD} &b; &f;</p>")).text
    assert "aaaa" not in text
    assert ACCORD in text


def test_signs_that_no_tree_can_hold_are_dropped() -> None:
    """Raw or as references."""
    assert draw(article("<p>wa&#1;ter\x02 <sup>&#3;3</sup> accord</p>")).text == "water [3] accord\n"
