"""Heads of plain texts: headline, publisher as printed, stated date. Press and ministries print them in many forms."""
# ruff: noqa: E501 - a head is easier to judge on one line

from __future__ import annotations

import pytest

from multivector.reports.head import Head, read_head

BODY = (
    "Kazakhstan and Italy agreed on Monday to widen their trade in metals, an official said, after two days of talks "
    "in which both sides had spoken of little else. He expects the ministers to meet again before the end of the year."
)
DEAL = "Kazakhstan, Italy sign metals deal"

FORMS = {
    # wires
    f"{DEAL}\n\nBy Olzhas Example\n\nALMATY, March 5 (Reuters) - {BODY}": Head(DEAL, "Reuters", None),
    f"ASTANA, Kazakhstan (AP) — {BODY}": Head(None, "AP", None),
    f"{DEAL}\n\nParis, March 5, 2024 (AFP) - {BODY}": Head(DEAL, "AFP", "2024-03-05"),
    f"{DEAL}\n\nMOSCOW, March 5. /TASS/. {BODY}": Head(DEAL, "TASS", None),
    f"{DEAL}\n\nASTANA. March 5 (Interfax-Kazakhstan) - {BODY}": Head(DEAL, "Interfax-Kazakhstan", None),
    f"{DEAL}\n\nASTANA. KAZINFORM – {BODY}": Head(DEAL, "KAZINFORM", None),
    f"{DEAL}\n\nASTANA. 5 March. KAZINFORM {BODY}": Head(DEAL, "KAZINFORM", None),
    f"TOKYO, March 5 (Kyodo) - {BODY}": Head(None, "Kyodo", None),
    f"{DEAL}\n\nTehran, IRNA – {BODY}": Head(DEAL, "IRNA", None),
    f"{DEAL}\n\nTashkent, March 5, 2024 (UzA). {BODY}": Head(DEAL, "UzA", "2024-03-05"),
    f"GENEVA (5 March 2024) – {BODY}": Head(None, None, "2024-03-05"),
    f"{DEAL}\n\nWASHINGTON, Aug. 1 — {BODY}": Head(DEAL, None, None),
    # press
    f"{DEAL}\nBy Staff Report in International on 5 March 2024\n\nASTANA — {BODY}": Head(DEAL, None, "2024-03-05"),
    f"{DEAL}\n\nPublication: Eurasia Daily Monitor Volume: 21 Issue: 46\nBy: John Example\n\nMarch 26, 2024 05:50 PM\n\n{BODY}":
        Head(DEAL, "Eurasia Daily Monitor", "2024-03-26"),
    f"Financial Times\nMarch 5 2024\n{DEAL}\nBy Amy Example in Rome\n\n{BODY}": Head(DEAL, "Financial Times", "2024-03-05"),
    f"Radio Free Europe/Radio Liberty\nMarch 05, 2024\n\n{DEAL}\n\n{BODY}":
        Head(DEAL, "Radio Free Europe/Radio Liberty", "2024-03-05"),
    f"{DEAL}\n\nAgenzia Nova - 18 January 2024\n\n{BODY}": Head(DEAL, "Agenzia Nova", "2024-01-18"),
    f"{DEAL}\n\nThe Steppe Post\nUpdated: 2024-06-22 18:40\nPublished: 2024-06-21\n\n{BODY}":
        Head(DEAL, "The Steppe Post", "2024-06-21"),
    f"Home > World > Asia\nSkip to content | Sign in\n{DEAL}\n\n{BODY}\n\n© 2024 The Steppe Post. All rights reserved.":
        Head(DEAL, "The Steppe Post", None),
    f"{DEAL}\n5 March 2024, 12:31\n\n{BODY}": Head(DEAL, None, "2024-03-05"),
    f"{DEAL}\n\nTuesday, 5 March 2024\n\n{BODY}": Head(DEAL, None, "2024-03-05"),
    f"{DEAL}\nPublished\n5 March 2024\n\n{BODY}": Head(DEAL, None, "2024-03-05"),
    # ministries and organisations
    f"Press release\n\n{DEAL}\n\nFrom:\nForeign, Commonwealth & Development Office\nPublished\n5 March 2024\n\n{BODY}":
        Head(DEAL, "Foreign, Commonwealth & Development Office", "2024-03-05"),
    f"European Commission - Press release\n\n{DEAL}\n\nBrussels, 5 March 2024\n\n{BODY}":
        Head(DEAL, "European Commission", "2024-03-05"),
    f"THE WHITE HOUSE\nOffice of the Press Secretary\n\nFOR IMMEDIATE RELEASE\nMarch 5, 2024\n\nReadout of the Call with Italy\n\n{BODY}":
        Head("Readout of the Call with Italy", "THE WHITE HOUSE", "2024-03-05"),
    f"{DEAL}\nMedia Note\nOffice of the Spokesperson\nMarch 5, 2024\n\n{BODY}": Head(DEAL, None, "2024-03-05"),
    f"Telephone Conversation with the President of Italy\n\nMarch 5, 2024\n13:20\n\n{BODY}":
        Head("Telephone Conversation with the President of Italy", None, "2024-03-05"),
    f"Japan-Kazakhstan Foreign Ministers' Meeting\nMarch 5, 2024\n\n{BODY}":
        Head("Japan-Kazakhstan Foreign Ministers' Meeting", None, "2024-03-05"),
    f"REPUBLIC OF SENEGAL\nOne People - One Goal - One Faith\nMINISTRY OF FOREIGN AFFAIRS\n\nJOINT COMMUNIQUÉ\nat the end of the visit\n\n"
    f"Dakar, 5 March 2024\n\n{BODY}":
        Head("JOINT COMMUNIQUÉ at the end of the visit", "MINISTRY OF FOREIGN AFFAIRS", "2024-03-05"),
    f"United Nations\nSecurity Council\n5 March 2024\n\n{DEAL}\n\n{BODY}": Head(DEAL, "United Nations", "2024-03-05"),
    # think tanks, digests, cables, mail
    f"Policy Brief No. 12 | March 2024\nCarnegie Endowment for International Peace\n\n{DEAL}\n\n{BODY}":
        Head(DEAL, "Carnegie Endowment for International Peace", "2024-03"),
    f"STEPPE DAILY BRIEF 5 March 2024\n\n{DEAL}\n\n{BODY}": Head(DEAL, "STEPPE DAILY BRIEF", "2024-03-05"),
    f"The Steppe Week\n15-21 March 2024\n\n{DEAL}\n\n{BODY}": Head(DEAL, "The Steppe Week", "2024-03-21"),
    f"FM   EMB ASTANA\nTO   ROME\nDATE 09 JAN 2023\nSUBJ {DEAL}\n\n1. {BODY}": Head(DEAL, "EMB ASTANA", "2023-01-09"),
    f"From: Press <press@mail.example>\nTo: Desk <desk@mail.example>\nDate: Tue, 5 Mar 2024 10:00:00 +0000\nSubject: {DEAL}\n\n{BODY}":
        Head(DEAL, None, "2024-03-05"),
    f"{DEAL}\n\nStatus: 11-Mar-2024\n\n{BODY}": Head(DEAL, None, "2024-03-11"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), FORMS.items(), ids=range(len(FORMS)))
def test_what_the_head_states_is_read(text: str, expected: Head) -> None:
    """Publisher as printed, date as precise as printed."""
    assert read_head(text) == expected


NOTHING = [
    "Uzbekistan and Japan signed a water accord on 5 June 2023.",
    "Moldova became a candidate country (Consilium.europa.eu, June 24, 2022).",
    "Kenya and Angola signed an air accord,[1] which Lisbon praised.[2]\n\n[1] Lusa, 4 May 2023.\n[2] Expresso, 6 May 2023.",
    "The presidents of Kenya and Angola met on January 18 in Luanda (Daily Nation, January 23, 2024). They will meet again.",
    BODY,
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_invented(text: str) -> None:
    """A date in the body is the event's, a name in the body is no publisher, a sentence is no headline."""
    assert read_head(text) == Head()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SERBIA AND CHINA SIGN FREE-TRADE DEAL", Head("SERBIA AND CHINA SIGN FREE-TRADE DEAL")),
        (
            f"Accord of 5 June 2023 between Kenya and Ghana\n\n{BODY}",
            Head("Accord of 5 June 2023 between Kenya and Ghana"),
        ),
        (
            f"The Suez Crisis, 1956\n\nOffice of the Historian\n\n{BODY}",
            Head("The Suez Crisis, 1956", "Office of the Historian"),
        ),
        (
            "Policy brief\nPublished 9 November 2023\n\nKenya and Angola signed an air accord.",
            Head(None, None, "2023-11-09"),
        ),
    ],
)
def test_small_heads(text: str, expected: Head) -> None:
    """Headlines alone, dates of events in headlines, heads without a headline."""
    assert read_head(text) == expected
