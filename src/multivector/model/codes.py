"""The closed lists of codes: PLOVER types and modes, statuses, sectors and their dimensions.

Source of types and modes: the PLOVER manual (openeventdata/PLOVER, February 2024), with CONSULT meet, RETREAT return,
COERCE ban and THREATEN ban added by our guidelines.
"""

from __future__ import annotations

from typing import Final

MODES: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "meet", "multilateral", "phone", "third-party"),
    "SUPPORT": (),
    "COOPERATE": (),
    "AID": (),
    "CONCEDE": (),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold",
        "misinformation", "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
}  # fmt: skip
TYPES: Final = tuple(MODES)
STATUSES: Final = ("occurred", "ongoing", "planned", "hypothetical")
SYMMETRIC: Final = frozenset({"AGREE", "COOPERATE"})

DIMENSIONS: Final[dict[str, tuple[str, ...]]] = {
    "politics": ("politics", "law", "environment", "water"),
    "economy": (
        "energy", "raw-materials", "nuclear", "trade", "investment", "finance", "industry", "agriculture",
        "technology", "space", "tourism",
    ),
    "security": ("defence", "security"),
    "transport": ("transport",),
    "people": ("health", "education", "culture", "migration", "humanitarian"),
}  # fmt: skip
SECTORS: Final = tuple(sector for sectors in DIMENSIONS.values() for sector in sectors)
DIMENSION_OF: Final = {sector: name for name, sectors in DIMENSIONS.items() for sector in sectors}


def symmetric(type_: str, mode: str | None) -> bool:
    """Whether the order of the sides says nothing (AGREE, COOPERATE, CONSULT other than visit)."""
    return type_ in SYMMETRIC or (type_ == "CONSULT" and mode != "visit")
