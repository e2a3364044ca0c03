"""Bytes → characters, and the language that they are in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from multivector.errors import InputError
from multivector.reports.decode import decode
from multivector.reports.language import detect_language

RUSSIAN = "Казахстан и Италия подписали соглашение о поставках газа, сообщили в министерстве."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "cp1251", "koi8-r", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "iso-8859-5"]
)
def test_encodings_are_found(encoding: str) -> None:
    """With a mark or without."""
    assert decode(RUSSIAN.encode(encoding), "a") == RUSSIAN


@pytest.mark.parametrize(
    ("data", "declared", "expected"),
    [
        ("Türkiye".encode("cp1254"), "windows-1254", "Türkiye"),
        ("Türkiye".encode(), "iso-8859-1", "Türkiye"),
        ("“Türkiye”".encode("cp1252"), "iso-8859-1", "“Türkiye”"),
        ("外務省".encode("iso-2022-jp"), "iso-2022-jp", "外務省"),
        (b"plain", "no-such-charset", "plain"),
        (b"\\u0041", "unicode_escape", "\\u0041"),
        (b"a\r\nb\rc", None, "a\nb\nc"),
        (RUSSIAN.encode() + b"\xd0", None, RUSSIAN + "\ufffd"),
    ],
)
def test_what_the_sender_declares_is_heard_but_not_believed(data: bytes, declared: str | None, expected: str) -> None:
    """UTF-8 that fits is UTF-8, whatever is said."""
    assert decode(data, "a", declared) == expected


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x00\x00\x00", b"\xff\xfea"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """By the source's name."""
    with pytest.raises(InputError, match=r"a\.txt"):
        decode(data, "a.txt")


LANGUAGES = {
    "en": "Kenya praised Ghana on 6 June 2023.",
    "fr": "Le ministre des affaires étrangères est arrivé à Paris pour signer un accord.",
    "ru": RUSSIAN,
    "de": "Der Außenminister traf am Montag seinen Amtskollegen in Berlin zu Gesprächen.",
    "es": "El presidente firmó un acuerdo de cooperación con su homólogo italiano en Roma.",
    "zh": "中国外交部长周一在北京会见了哈萨克斯坦外长,双方签署了合作协议。",
}


@pytest.mark.parametrize(("language", "text"), LANGUAGES.items())
def test_languages(language: str, text: str) -> None:
    """A sentence is enough."""
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["SERBIA AND CHINA SIGN FREE-TRADE DEAL", "Ankara, Baku ink gas transit deal", "Nauru", "41 %", ""]
)
def test_weak_evidence_is_english(text: str) -> None:
    """A headline of names is not in the language that its names sound like."""
    assert detect_language(text) == "en"


def test_our_sentences_are_english(shared: Path) -> None:
    """All of them."""
    files = sorted((shared / "gold/corpus/sentences").glob("*.jsonl"))
    found = [
        line
        for file in files
        for line in file.read_text().splitlines()
        if detect_language(json.loads(line)["text"]) != "en"
    ]
    assert not found
