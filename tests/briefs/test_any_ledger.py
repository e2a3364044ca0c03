"""Whatever a ledger holds, its brief can be written, and every statement in it has evidence."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from multivector.briefs import to_html, to_markdown, to_record
from multivector.briefs.material import Material
from multivector.briefs.notes import statements
from multivector.briefs.plan import compose
from multivector.model import Event
from multivector.model.codes import MODES, SECTORS, STATUSES

PARTIES = st.lists(st.sampled_from(["NOR", "CHL", "NLD", "QQQ"]), max_size=3, unique=True).map(tuple)
DATES = st.none() | st.dates().map(lambda day: day.isoformat()[:10]).flatmap(
    lambda iso: st.sampled_from([iso, iso[:7], iso[:4]])
)  # fmt: skip


@st.composite
def dealings(draw: st.DrawFn) -> dict[str, Any]:
    """Return the attributes of any dealing."""
    type_ = draw(st.sampled_from(list(MODES)))
    return {
        "type": type_,
        "mode": draw(st.sampled_from([None, *MODES[type_]])),
        "status": draw(st.sampled_from(STATUSES)),
        "actors": draw(PARTIES),
        "recipients": draw(PARTIES),
        "date": draw(DATES),
        "place": draw(st.sampled_from([None, "NOR", "QQQ"])),
        "count": draw(st.none() | st.integers(0, 10**9)),
        "value": draw(st.none() | st.decimals(0, 10**15, places=2)),
        "unit": draw(st.sampled_from([None, "USD", "XYZ"])),
        "sectors": tuple(draw(st.lists(st.sampled_from(SECTORS), max_size=3, unique=True))),
        "people": tuple(
            draw(st.lists(st.sampled_from(["Kari Lund", "Lund", "Ana Rojas", "X"]), max_size=3, unique=True))
        ),
    }


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(dealings(), max_size=8), parties=st.sampled_from([("NOR", "CHL"), ("NOR",)]))
def test_any_dealings_make_a_brief(
    make_event: Callable[..., Event], make_material: Callable[..., Material], told: list[dict[str, Any]], parties: Any
) -> None:
    """No combination of attributes breaks a sentence, and none stands without evidence; three looks agree."""
    events = [make_event(anchor=f"words {at}", **fields) for at, fields in enumerate(told)]
    brief = compose(dataclasses.replace(make_material(*events), parties=parties))
    assert len(brief.bottom_line) <= 3
    assert all(item.evidence for _, item in statements(brief))
    assert len(to_record(brief)["notes"]) == to_html(brief).count('role="doc-backlink"') - _again(brief)
    assert to_markdown(brief).count("\n## ") == len(brief.sections) + 1


def _again(brief: Any) -> int:
    """Return how many references lead to a note that was referred to before."""
    record = to_record(brief)
    uses = sum(len(item.evidence) for _, item in statements(brief))
    return uses - len(record["notes"])
