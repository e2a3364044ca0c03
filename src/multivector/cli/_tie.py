"""A tie on a terminal: figures in groups, marked by what they rest on, then the latest dealings and open promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from multivector import parties
from multivector.briefs.promises import STATES
from multivector.cli._console import note
from multivector.measures import catalogue, kind
from multivector.model import Computed, Counted, Event, Figure

if TYPE_CHECKING:
    from multivector.briefs.promises import Promise
    from multivector.measures import Tie

TOLD, COUNTED, COMPUTED = "▪", "▫", "ƒ"
_BAR = 24
_NAMES = {
    "intensity.cooperation": "co-operation", "intensity.conflict": "conflict", "intensity.tone": "tone, -1 to 1",
    "quads.verbal-cooperation": "co-operation in words", "quads.material-cooperation": "co-operation in deeds",
    "quads.verbal-conflict": "conflict in words", "quads.material-conflict": "conflict in deeds",
    "quads.publishers": "publishers", "breadth.n1": "effective sectors, N1", "breadth.n2": "effective sectors, N2",
    "breadth.n1-chao": "N1, unseen included", "breadth.coverage": "coverage of sectors",
    "breadth.outside": "outside energy", "agreements.agreements": "agreements", "agreements.documents": "documents",
    "agreements.sum": "sum as signed", "mirror.exporter": "counted by the exporter",
    "mirror.importer": "counted by the importer", "mirror.gap": "gap, -2 to 2",
}  # fmt: skip
_HIDDEN = frozenset({"breadth.n2-unbiased", "breadth.chao1"})
_NOTED = frozenset({"breadth.coverage", "agreements.sum", "mirror.gap"})
_GROUPS = (
    ("Intensity", "intensity"), ("Dealings", "quads"), ("Breadth", "breadth"), ("Dimensions", "dimensions"),
    ("Agreements", "agreements"),
)  # fmt: skip
_SERIES = (
    "intensity.cooperation", "intensity.conflict", "quads.verbal-cooperation", "quads.material-cooperation",
    "quads.verbal-conflict", "quads.material-conflict", "breadth.n1",
)  # fmt: skip
_HEADS = ("co-operation", "conflict", "words +", "deeds +", "words -", "deeds -", "N1")
_NUMBERS = frozenset({"value", "n", *_HEADS})


def show(found: Tie, promises: Sequence[Promise], *, why: bool = False, console: Console | None = None) -> None:
    """Print a tie.

    Args:
        found: The tie.
        promises: Its open promises.
        why: Whether formulas, sources, events and rows follow.
        console: Where to print, else standard output.
    """
    out = console or Console(highlight=False)
    a, b = (parties.get(code).name for code in found.of)
    until = f"as of {found.as_of}" if found.as_of else "no report is dated"
    span = (
        f"{found.since or 'the first report'} to {found.until or 'the newest'}, " if found.since or found.until else ""
    )
    out.print(Text(f"{a} – {b}", style="bold"))
    out.print(Text(f"{span}{until}; {found.reports} dated reports read", style="dim"))
    out.print(Text(f"{TOLD} told by reports   {COUNTED} counted by a dataset   {COMPUTED} computed", style="dim"))
    whole = f"{found.since or '..'}/{found.until or '..'}" if found.since or found.until else None
    table = _table("", "", "value", "95 % or range", "n", "")
    _figures(table, [figure for figure in found.figures if figure.period == whole])
    _flows(table, found)
    out.print(Padding(table, (1, 0)))
    if found.by:
        _series(out, found, whole)
    _events(out, "Latest dealings", [(event, "") for event in found.latest])
    _events(out, "Open promises", [(one.event, STATES[one.state]) for one in promises])
    if why:
        _why(out, found)


def _figures(table: Table, figures: Sequence[Figure]) -> None:
    """Add the groups of figures of the whole span; a group in which nothing can be said shows why, once."""
    for heading, name in _GROUPS:
        kept = [one for one in figures if one.measure.startswith(f"{name}.") and one.measure not in _HIDDEN]
        kept = [one for one in kept if one.value or name != "dimensions"]
        table.add_row("", Text(heading, style="bold"))
        if all(one.value is None for one in kept):
            table.add_row("", Text(kept[0].note if kept else "nothing is told", style="dim"))
            continue
        for one in kept:
            last = "█" * round(_BAR * (one.value or 0)) if name == "dimensions" else _remark(one)
            table.add_row(*_cells(one, _name(one), last))


def _flows(table: Table, found: Tie) -> None:
    """Add dependence either way by the newest figure of each count, earlier ones in a line; concentration; mirror."""
    for whose in found.of:
        other = next(code for code in found.of if code != whose)
        rows = [
            one for name in ("dependence.", "concentration.") for one in found.figures if one.measure.startswith(name)
        ]
        rows = [one for one in rows if one.of[0] == whose]
        heading = f"Dependence: {parties.get(whose).name} on {parties.get(other).name}"
        table.add_row("", Text(heading, style="bold"))
        for newest, earlier in _newest(rows):
            why = f"; {newest.note}" if newest.value is None and newest.low is None else ""
            last = f"{newest.concept.partition(', ')[2]}{why}"
            table.add_row(*_cells(newest, f"{_name(newest)}, {newest.period}", last))
            if told := ", ".join(f"{one.period} {_value(one)}" for one in earlier if one.value is not None):
                table.add_row("", "", "", "", "", Text(f"before: {told}", style="dim"))
        if not rows:
            table.add_row(
                "",
                Text("  no dataset counts this in the span", style="dim"),
                "–",
                "",
                "",
                Text("unknown, not zero", style="dim"),
            )
    for one in (one for one in found.figures if one.measure.startswith("mirror.")):
        name = f"{' to '.join(one.of)}, {one.period}, {_name(one)}"
        table.add_row(*_cells(one, name, _remark(one)))


def _newest(figures: Iterable[Figure]) -> Iterator[tuple[Figure, list[Figure]]]:
    """Yield the newest figure of each measure by each count, with the earlier ones, newest first."""
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for one in figures:
        counted = one.concept.rpartition(",")[2].split(" ")[1]
        who = one.concept.partition("counted by ")[2].partition(",")[0]
        groups.setdefault((one.measure, counted, who), []).append(one)
    for held in groups.values():
        newest, *earlier = sorted(held, key=lambda one: one.period or "", reverse=True)
        yield newest, earlier


def _series(out: Console, found: Tie, whole: str | None) -> None:
    """Print the figures by period, a row each; periods of which nothing is read or told are left out."""
    by_period: dict[str, dict[str, Figure]] = {}
    for one in found.figures:
        if one.period and one.period != whole and one.measure in _SERIES:
            by_period.setdefault(one.period, {})[one.measure] = one
    table = _table(found.by or "", *_HEADS)
    for period, figures in sorted(by_period.items()):
        cells = [_value(figures[name]) if name in figures else "–" for name in _SERIES]
        if set(cells) != {"–"}:
            table.add_row(period, *cells)
    out.print(Text(f"By {found.by}", style="bold"), Text("without those of which nothing is read or told", style="dim"))
    out.print(Padding(table, (0, 0, 1, 2)))


def _events(out: Console, heading: str, events: Sequence[tuple[Event, str]]) -> None:
    out.print(Text(heading, style="bold"))
    table = _table("", "date", "dealing", "who", "told by", "words")
    for event, state in events:
        sides = " > ".join(",".join(side) for side in (event.actors, event.recipients) if side)
        told = len({one.publisher or one.report for one in event.tellings})
        words = " ".join(event.tellings[0].telling.anchor.split())
        what = f"{event.type} {event.mode or ''}".strip() + (f", {state}" if state else "")
        table.add_row(TOLD, event.date or "no date", what, sides, f"{told} outlet{'s' * (told != 1)}", f"“{words}”")
    out.print(Padding(table if events else Text("none is told", style="dim"), (0, 0, 1, 2)))


def _why(out: Console, found: Tie) -> None:
    """Print each measure's formula and source, and of each figure the events or rows it rests on."""
    heads = {head.name: head for head in catalogue()}
    shown = ""
    for one in found.figures:
        name = one.measure.partition(".")[0]
        if name != shown:
            head, shown = heads[name], name
            out.print(Text(f"\n{name}: {head.question}", style="bold"))
            out.print(Text(f"  formula: {head.formula}\n  with: {head.parameters}\n  source: {head.source}"))
        out.print(Text(f"  {one.measure} {'/'.join(one.of)} {one.period or ''}: {_value(one)}"))
        for piece in one.evidence:
            if isinstance(piece, Counted):
                out.print(
                    Text(f"    {COUNTED} {piece.statement} [{piece.dataset} {piece.release}, {piece.row}]", style="dim")
                )
            elif isinstance(piece, Computed) and piece.inputs:
                out.print(Text(f"    {COMPUTED} from {', '.join(piece.inputs)}", style="dim"))
    note("multivector events --why ID shows the tellings of an event; their words stand in `multivector events --json`")


def _cells(one: Figure, name: str, last: str) -> tuple[str | Text, ...]:
    mark = COUNTED if kind(one) == "counted" else COMPUTED
    return mark, f"  {name}", _value(one), _range(one), str(one.n), Text(last, style="dim")


def _name(one: Figure) -> str:
    if one.measure == "agreements.sum":
        return f"sum as signed, {one.unit}"
    group, _, name = one.measure.partition(".")
    if group == "concentration":
        return f"concentration of {name}"
    return _NAMES.get(one.measure, name.replace("-rank", ", rank").replace("-", " "))


def _remark(one: Figure) -> str:
    """Return the note where it says more than what is counted."""
    return one.note if one.value is None or one.measure in _NOTED else one.concept


def _value(one: Figure) -> str:
    return "–" if one.value is None else _number(one.value, one.unit)


def _number(value: float, unit: str) -> str:
    """Return a number with as many digits as say something: shares in percent, money in full."""
    if unit == "share":
        return f"{100 * value:.3g} %" if value else "0 %"
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def _range(one: Figure) -> str:
    if one.low is None:
        return ""
    low = _number(one.low, one.unit)
    return f"{low} or more" if one.high is None else f"{low} – {_number(one.high, one.unit)}"


def _table(*heads: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for at, head in enumerate(heads):
        justify: Literal["left", "right"] = "right" if head in _NUMBERS else "left"
        table.add_column(head, justify=justify, no_wrap=at < len(heads) - 1)
    return table
