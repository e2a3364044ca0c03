"""What of a page nobody reads as its article: unseen text, menus, teasers, comments, forms, scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Final

from multivector.reports.page.tree import Element

_NEVER: Final = (
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "canvas", "math", "video", "audio",
    "select", "textarea", "input", "button", "dialog", "map",
)  # fmt: skip
_ASIDE: Final = ("nav", "aside", "form", "menu", "footer")
_ROLES: Final = ("navigation", "complementary", "contentinfo", "search", "menu", "menubar", "dialog", "alert")
_HIDING: Final = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:0(?:\.0+)?(?:px|pt|em|rem|%|;|$)|opacity:0(?:\.0+)?(?:;|$)"
    r"|text-indent:-\d{3,}|(?:left|top|right):-\d{3,}|clip:rect\(0|clip-path:inset\((?:50|100)%|transform:scale\(0\)"
    r"|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;.*overflow:hidden|$)"
)
_COLOUR: Final = re.compile(r"(?:^|;)color:([^;]+)")
_GROUND: Final = re.compile(r"(?:^|;)background(?:-color)?:([^;]+)")
_WHITE: Final = ("white", "#fff", "#ffff", "#ffffff", "#ffffffff", "rgb(255,255,255)", "rgba(255,255,255,1)")
_MEDIA: Final = re.compile(r"@[\w-]+[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE: Final = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE: Final = re.compile(r"[.#][\w-]+")


def prune(root: Element) -> None:
    """Take out of the tree what is no part of the article, leaving the text around it.

    Unseen is what carries `hidden` or `aria-hidden`, a class that says so, an inline style or a plain rule of the
    page's own style sheet that hides it, or white on white. Scripts, unseen text and media always go; menus, asides,
    forms, footers and blocks whose class names one (`comments`, `related`) go unless they hold half of the page's
    words: some sites wrap a whole page into one.
    """
    unseen = _hidden_by_sheet(root)
    _drop(root.iter(*_NEVER))
    _drop(element for element in root.iter() if _is_unseen(element, unseen))
    half = _words(root) / 2
    _drop(element for element in root.iter() if _is_beside(element) and _words(element) <= half)


def _drop(elements: Iterator[Element]) -> None:
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


def _words(element: Element) -> int:
    return len(element.text_content().split())


def _is_unseen(element: Element, by_sheet: frozenset[str]) -> bool:
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    if element.get("aria-hidden", "").strip().casefold() == "true" or names_of(element) & words_of("unseen"):
        return True
    marks = {f".{name}" for name in element.get("class", "").split()} | {f"#{element.get('id')}"}
    style = _flat(element.get("style", ""))
    return bool(marks & by_sheet) or bool(_HIDING.search(style)) or _is_white_on_white(element, style)


def _is_white_on_white(element: Element, style: str) -> bool:
    """Text in the colour of its ground: both as declared inline, the ground white where none is."""
    colour = _COLOUR.search(style)
    if not colour:
        return False
    grounds = (_GROUND.search(_flat(e.get("style", ""))) for e in (element, *element.iterancestors()))
    ground = next((match[1] for match in grounds if match), "white")
    return _plain(colour[1]) == _plain(ground) or colour[1] == "transparent"


def _plain(colour: str) -> str:
    colour = colour.removesuffix("!important")
    return "white" if colour in _WHITE else colour


def _flat(style: str) -> str:
    return re.sub(r"/\*.*?\*/|\s+", "", style).casefold()


def _hidden_by_sheet(root: Element) -> frozenset[str]:
    """Return the classes and ids that a plain rule of the page's own style sheets hides on every screen."""
    found: set[str] = set()
    for sheet in root.iter("style"):
        for selectors, body in _RULE.findall(_MEDIA.sub("", sheet.text or "")):
            if _HIDING.search(_flat(body)):
                found.update(s.strip() for s in selectors.split(",") if _SIMPLE.fullmatch(s.strip()))
    return frozenset(found)


def _is_beside(element: Element) -> bool:
    if element.tag in ("html", "body", "main", "article"):
        return False
    if element.tag == "footer" and any(parent.tag in ("article", "blockquote") for parent in element.iterancestors()):
        return False
    if element.tag in _ASIDE or element.get("role", "") in _ROLES:
        return True
    return bool(names_of(element) & words_of("beside"))


def names_of(element: Element) -> frozenset[str]:
    """Return the classes and the id of an element, in small letters, `_` as `-`."""
    return frozenset(f"{element.get('class', '')} {element.get('id', '')}".casefold().replace("_", "-").split())


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the names of classes, by row of classes.tsv."""
    lines = (files("multivector.reports.page") / "classes.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(name for row, name in (line.split("\t") for line in lines) if row == kind)
