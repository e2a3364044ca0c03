"""Mirror figures: what the exporter counts beside what the importer counts, and how far they lie apart."""

from __future__ import annotations

from multivector.measures.ask import Ask, Row
from multivector.measures.catalogue import MeasureHead
from multivector.measures.numerics.lists import CIF_FOB, mirror_gap
from multivector.model import Computed, Counted, Evidence, Figure

AGREE, DIFFER = 0.10, 0.30
_CAUSES = "transit, hubs, re-export, consignment or origin, timing, secrecy"


def figures(ask: Ask, head: MeasureHead) -> list[Figure]:
    """Return for each flow that both count: the two values and their gap, never a mean."""
    return [figure for row in ask.rows("mirror.sql") for figure in _figures(row, head)]


def verdict(gap: float) -> str:
    """Return whether two counts agree, differ or contradict each other, by our cuts of 10 and 30 %."""
    size = abs(gap)
    return "they agree" if size < AGREE else "they differ" if size < DIFFER else "they contradict each other"


def _figures(row: Row, head: MeasureHead) -> list[Figure]:
    exported, imported = float(row["exported"]), float(row["imported"])
    gap = mirror_gap(exported, imported)
    found = verdict(gap)
    causes = f"; usual causes: {_CAUSES}" if abs(gap) >= DIFFER else ""
    counted = (_counted(row, "x", "exported", row["exporter"]), _counted(row, "m", "imported", row["importer"]))
    return [
        _figure(row, head, "exporter", exported, row["unit"], "FOB, counted by the exporter", "", counted[:1]),
        _figure(row, head, "importer", imported, row["unit"], "CIF, counted by the importer", "", counted[1:]),
        _figure(row, head, "gap", gap, "ratio", f"importer's count put at FOB (/ {CIF_FOB})", found + causes, counted),
    ]


def _figure(
    row: Row, head: MeasureHead, name: str, value: float, unit: str, concept: str, note: str,
    evidence: tuple[Evidence, ...],
) -> Figure:  # fmt: skip
    full = f"{head.name}.{name}"
    inputs = (
        f"{row['dataset']} {row['x_release']}, {row['x_row']}",
        f"{row['dataset']} {row['m_release']}, {row['m_row']}",
    )
    computed = Computed(measure=full, source=head.source, parameters={"CIF/FOB": str(CIF_FOB)}, inputs=inputs)
    return Figure(
        measure=full, of=(row["exporter"], row["importer"]), period=row["period"], value=value, unit=unit,
        interval="none: two counts of one thing", n=len(evidence), concept=f"{concept}, {row['dataset']}", note=note,
        evidence=(*evidence, computed) if name == "gap" else evidence,
    )  # fmt: skip


def _counted(row: Row, side: str, value: str, who: str) -> Counted:
    text = (
        f"{row['exporter']} to {row['importer']}{row['of']}, {row['period']}, counted by {who}: "
        f"{float(row[value]):,.10g} {row['unit']}"
    )
    return Counted(
        dataset=row["dataset"], release=row[f"{side}_release"], published=row[f"{side}_published"],
        row=row[f"{side}_row"], statement=text,
    )  # fmt: skip
