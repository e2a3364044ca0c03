"""The brief as a page in one file."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from importlib import resources
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multivector.briefs import to_html
from multivector.briefs.material import Material
from multivector.briefs.plan import compose
from multivector.errors import EvidenceError
from multivector.model import Brief, Event, Said, Section, Sentence

VOID = {"meta", "br", "link", "img", "input", "hr"}
HOSTILE = "</q></li><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %} \u202e\x00 ']]>"


class Page(HTMLParser):
    """Tags with their attributes, open tags checked, text by tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text: Counter[str] = Counter()
        self.words: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag and remember that it is open."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID and not (self.open[-1:] == ["svg"] and tag == "rect"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag that closes itself."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close a tag: it must be the one opened last."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        self.words.append(data)

    def all(self, name: str) -> list[str]:
        """Return every value of an attribute."""
        return [attributes[name] for _, attributes in self.tags if name in attributes]


@pytest.fixture
def page(tie: Material) -> Page:
    """Return the page of the sample."""
    return Page(to_html(compose(tie)))


def test_the_same_material_gives_the_same_bytes(tie: Material) -> None:
    """Nothing depends on the clock, on chance or on the order of hashes."""
    assert to_html(compose(tie)) == to_html(compose(tie))


def test_nothing_is_loaded_or_run(tie: Material, page: Page) -> None:
    """No script, no handler, no style attribute, no address but links; the policy forbids the rest."""
    names = {name for _, attributes in page.tags for name in attributes}
    assert not {tag for tag, _ in page.tags} & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style", "srcset", "action")]
    policy = next(attributes["content"] for _, attributes in page.tags if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert all(target.startswith("#") for target in page.all("href"))
    assert "url(http" not in to_html(compose(tie))


def test_every_link_leads_somewhere_and_back(page: Page) -> None:
    """Ids are unique; each note is reached, and leads back to each place that names it."""
    ids = page.all("id")
    assert [id_ for id_, n in Counter(ids).items() if n > 1] == []
    assert {target[1:] for target in page.all("href")} <= set(ids)
    notes = {id_ for id_ in ids if re.fullmatch(r"n\d+", id_)}
    back = {target[1:] for target in page.all("href") if re.fullmatch(r"#r\d+-\d+", target)}
    assert {f"n{id_[1:].split('-')[0]}" for id_ in back} == notes
    assert back == {id_ for id_ in ids if re.fullmatch(r"r\d+-\d+", id_)}


def test_headings_are_in_order(page: Page) -> None:
    """One first heading, and no level is jumped."""
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h\d", tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_what_a_reader_of_screens_needs(page: Page) -> None:
    """Language, skip link, scopes of heads, titles and descriptions of drawings, words beside the marks."""
    tags = Counter(tag for tag, _ in page.tags)
    assert ("html", {"lang": "en"}) in page.tags
    assert any(attributes.get("class") == "skip" for _, attributes in page.tags)
    assert all("scope" in attributes for tag, attributes in page.tags if tag == "th")
    drawings = [attributes for tag, attributes in page.tags if tag == "svg" and attributes.get("role") == "img"]
    assert len(drawings) == tags["desc"] == 2
    assert {"told: ", "dataset: ", "computed: "} <= set(page.words)


def test_words_of_reports_stay_words(make_material: Callable[..., Material], make_event: Callable[..., Event]) -> None:
    """Markup, templates and control signs in a report change nothing on the page."""
    made = make_event(anchor=HOSTILE, people=(HOSTILE,), mode="visit", date="2024-03")
    page = Page(to_html(compose(make_material(made))))
    assert not {tag for tag, _ in page.tags} & {"script", "img"}
    assert "{{ 7*7 }}" in "".join(page.words)
    assert "49" not in "".join(page.words)
    assert not set("".join(page.words)) & {"\u202e", "\x00"}


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://example.org/a?b=c&d", ["https://example.org/a?b=c&d"]),
        ("javascript:alert(1)", []),
        ('https://example.org/" onclick="x', []),
        ("data:text/html,x", []),
    ],
)
def test_only_addresses_of_the_web_become_links(tie: Material, url: str, links: list[str]) -> None:
    """The address of a report is a link if it is one of the web; anything else stays words."""
    first, *rest = tie.reports
    page = Page(to_html(compose(dataclasses.replace(tie, reports=(dataclasses.replace(first, url=url), *rest)))))
    assert [target for target in page.all("href") if not target.startswith("#")] == links
    assert url in page.words


@settings(max_examples=40)
@given(st.text(min_size=1).filter(str.strip))
def test_any_words_make_a_well_formed_page(words: str) -> None:
    """Whatever stands in a report, the tags of the page close."""
    piece = Said(
        report=words, title=words, publisher=words, date=None, quote=words, span=(0, 1), place=words, context=words
    )
    line = Sentence(words, "said", (piece,))
    Page(to_html(Brief(words, None, words, (line,), (Section("A", (line,)),))))


def test_a_page_with_an_unsourced_sentence_is_refused() -> None:
    """The look itself refuses, whoever made the brief."""
    with pytest.raises(EvidenceError, match="Trust me"):
        to_html(Brief("A and B", None, "0", (Sentence("Trust me.", "said", ()),), ()))


def _palettes() -> list[dict[str, str]]:
    style = (resources.files("multivector.briefs") / "templates" / "style.css").read_text(encoding="utf-8")
    found = [
        dict(re.findall(r"--([\w-]+): (#\w+);", block)) for block in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    ]
    return [found[0] | palette for palette in found]


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG 2 defines it (1 to 21)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", _palettes(), ids=["light", "dark", "print"])
def test_contrast_is_enough_in_every_light(palette: dict[str, Any]) -> None:
    """Text has 4.5 to 1 on paper and on the mark of a quote, drawings have 3 to 1."""
    for ink in ("ink", "quiet", "link"):
        assert contrast(palette[ink], palette["paper"]) >= 4.5
    assert contrast(palette["ink"], palette["mark"]) >= 4.5
    for drawn in ("coop", "conflict", "strong-line"):
        assert contrast(palette[drawn], palette["paper"]) >= 3
