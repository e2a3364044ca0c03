"""What the head and the marked-up parts of a page say of its article: title, publisher, date, address.

Read here and not by trafilatura, which takes dates out of the running text and an address for the publisher's name: a
date of ours is stated by the page, or there is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import Final

from multivector.model.time import is_date
from multivector.reports.head.dates import plain_date
from multivector.reports.page.blocks import BLOCKS
from multivector.reports.page.tree import Element

_TITLE: Final = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_PUBLISHER: Final = (
    "og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "citation_journal_title", "publisher",
    "application-name",
)  # fmt: skip
_DATE: Final = (
    "article:published_time", "article:published", "og:article:published_time", "datepublished", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "citation_publication_date",
    "citation_date", "citation_online_date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate",
    "publish-date", "publication_date", "date",
)  # fmt: skip
_ISO: Final = re.compile(r"(\d{4})[-/.]?(\d{2})(?:[-/.]?(\d{2}))?(?!\d)")
_AROUND: Final = 12
_MOST: Final = 50
_SITE: Final = re.compile(r"\s+[|–—·-]\s+")


@dataclass(frozen=True, slots=True)
class Meta:
    """What the page states; None where it states nothing."""

    title: str | None
    publisher: str | None
    date: str | None


def read_meta(root: Element) -> Meta:
    """Return what a page's meta elements, its first heading and its `time` elements state.

    The root must still hold all of the page but for what nobody sees and what stands beside the article.
    """
    said = _said(root)
    publisher = next((said[key] for key in _PUBLISHER if said.get(key)), None)
    date = next((iso for key in _DATE if (iso := _iso(said.get(key, "")))), None)
    return Meta(_title(root, said, publisher), publisher, date or _timed(root))


def _said(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(key.casefold(), " ".join(element.get("content", "").split()))
    return found


def _title(root: Element, said: dict[str, str], publisher: str | None) -> str | None:
    """The heading that readers see; else what the head says, without the site's name behind it."""
    headings = [text for h in root.iter("h1") if (text := " ".join(h.text_content().split()))]
    if len(headings) == 1:
        return headings[0]
    title = next((said[key] for key in _TITLE if said.get(key)), None) or " ".join(
        (root.findtext(".//title") or "").split()
    )
    if not title or title in headings:
        return title or None
    parts = _SITE.split(title)
    site = len(parts) > 1 and (parts[-1] == publisher or any(parts[0] == heading for heading in headings))
    return title[: title.rindex(parts[-1])].rstrip(" |–—·-") if site else title


def _timed(root: Element) -> str | None:
    """The first `time` (or marked date of publication) that stands by itself and not in a sentence."""
    for element in islice((e for e in root.iter() if e.tag == "time" or _is_marked(e)), _MOST):
        if not _is_marked(element) and len(_around(element).split()) > _AROUND:
            continue
        shown = element.text_content()
        iso = _iso(element.get("datetime") or element.get("content") or "") or plain_date(shown)
        if iso:
            return iso
    return None


def _is_marked(element: Element) -> bool:
    return element.get("itemprop", "").casefold() == "datepublished" or element.get("pubdate") is not None


def _around(element: Element) -> str:
    """Return the line that an element stands in: the running text of its parent."""
    parent = element.getparent()
    if parent is None:
        return ""
    inline = [child.text_content() for child in parent if child.tag not in BLOCKS]
    return " ".join([parent.text or "", *inline, *(child.tail or "" for child in parent)])


def _iso(text: str) -> str | None:
    match = _ISO.match(text.strip())
    if not match:
        return plain_date(text)
    iso = "-".join(part for part in match.groups() if part)
    return iso if is_date(iso) else None
