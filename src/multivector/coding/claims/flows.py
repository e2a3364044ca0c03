"""What a figure is about: the trade, exports, debts, visitors that a noun or a verb names, and whose they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from multivector import parties
from multivector.coding.claims.common import Flow, Reading
from multivector.coding.claims.goods import product_of
from multivector.coding.claims.groups import group_of
from multivector.coding.claims.meant import dateline, home, pair_of, parties_at, spoken_of, subject_of
from multivector.coding.claims.polarity import verb_of
from multivector.coding.claims.rows import ClaimRow, row_at
from multivector.coding.slots import is_verb, slot, surface_subjects

_HOLLOW = frozenset(
    {"number", "volume", "value", "level", "amount", "flow", "total", "stock", "sum", "figure", "worth"}
)
_SAME = frozenset("it they this these those that one ones figure total volume number amount sum".split())
_TRADED = frozenset({"trade", "exports", "imports"})
_HOSTED = frozenset({"tourism", "transit"})
_TWO_SIDED = frozenset({"aid", "investment", "investment-stock", "debt"})
_GIVES = frozenset({"give", "provide", "grant", "disburse", "extend", "deliver", "offer"})
_FORCES = frozenset({"soldier", "troop", "peacekeeper"})
_KEEPS = frozenset({"have", "keep", "station", "deploy", "maintain", "base"})
_HOSTS = frozenset(
    "have receive welcome host record attract count register handle carry see report take shelter house harbour "
    "admit keep".split()
)


def flow_at(reading: Reading, i: int) -> Flow | None:
    """Return what flow the noun or verb at word `i` names, or None where it names none.

    A pronoun, `the figure` and the like name the flow of the figure before.
    """
    token = reading.scene.parsed.tokens[i]
    row = row_at(reading.scene, "flows", i)
    if row is not None and not (row.cells["unit"] and token.tag in ("NN", "NNP")):
        return named_flow(reading, i, row)
    if token.tag in ("WDT", "WP") or (token.text.lower() == "that" and token.dep == "nsubj"):
        return next((flow_at(reading, a.head) for a in reading.scene.parsed.ancestors(i) if a.dep == "relcl"), None)
    for kid in reading.scene.parsed.kids(i, "compound") if token.lemma in _HOLLOW else ():
        if (row := row_at(reading.scene, "flows", kid.i)) is not None:
            return named_flow(reading, i, row)  # "trade volume", "export value"
    if token.lemma in _HOLLOW:
        inner = next((flow for k in slot(reading.scene, i, "of") if (flow := flow_at(reading, k))), None)
        if inner is not None:
            return _completed(reading, i, inner)
    counted = token.lemma in _HOLLOW and slot(reading.scene, i, "of")  # "the number of hotel beds" is of these
    if (token.text.lower() in _SAME or token.lemma in _SAME) and not counted:
        return _again(reading, i)
    return None


def flow_before(reading: Reading, i: int) -> Flow | None:
    """Return the flow named last before word `i`, for clauses parsed without a subject (`In 2022 trade came to`)."""
    scene = reading.scene
    before = range(i - 1, scene.parsed.sentence_of(i)[0] - 1, -1)
    return next((flow for k in before if row_at(scene, "flows", k) and (flow := flow_at(reading, k))), None)


def topic_of(reading: Reading, sentence: int) -> Flow | None:
    """Return the flow of which a sentence speaks without a figure (`Trade is another matter.`): `it` may mean that."""
    scene = reading.scene
    root = next((k for k in scene.parsed.sentences[sentence] if scene.parsed.tokens[k].head == k), None)
    if root is not None and (flow := _sold_abroad(reading, root)) is not None:
        return flow
    heads = surface_subjects(scene, scene.parsed.tokens[root]) if root is not None else []
    rows = ((k, row_at(scene, "flows", k)) for k in heads)
    named = (named_flow(reading, k, row) for k, row in rows if row is not None and row.cells["measure"] in _TRADED)
    return next((flow for flow in named if flow is not None), None)


def _sold_abroad(reading: Reading, root: int) -> Flow | None:
    """`Mongolia sells coal and copper abroad`, `Peru exports copper`: what the next sentence divides."""
    token = reading.scene.parsed.tokens[root]
    abroad = any(kid.text.lower() == "abroad" for kid in reading.scene.parsed.kids(root))
    measure = {"export": "exports", "import": "imports"}.get(token.lemma)
    measure = measure or ({"sell": "exports", "buy": "imports"}.get(token.lemma) if abroad else None)
    owner = next(iter(subject_of(reading, token)), None) if measure else None
    return Flow(measure, owner, None) if measure and owner else None


def _again(reading: Reading, i: int) -> Flow | None:
    """The flow told before, with the parties that are told here (`those to the European Union`, `38 Romanian ones`)."""
    if reading.flow is None or reading.scene.parsed.tokens[i].sentence - reading.told > 2:
        return None
    named = [k for name in ("poss", "mod") for k in slot(reading.scene, i, name) if k in reading.scene.named]
    owner = next((code for k in named for code in parties_at(reading, k)), None)
    partner = first_party(
        reading, i, ("to", "from", "with", "in"), but=(owner or reading.flow.owner,), clause=bool(owner)
    )
    if owner is None and partner is None:
        return reading.flow
    return replace(
        reading.flow, owner=owner or reading.flow.owner, partner=partner or (None if owner else reading.flow.partner)
    )


def _completed(reading: Reading, i: int, flow: Flow) -> Flow:
    """`the stock of investment from Italy in Kenya`: the parties told beside the hollow noun."""
    owner = flow.owner or first_party(reading, i, ("poss", "mod", "from"), but=(flow.partner,))
    partner = flow.partner or first_party(reading, i, ("in", "to"), but=(owner,))
    return replace(flow, owner=owner, partner=partner)


def named_flow(reading: Reading, i: int, row: ClaimRow) -> Flow | None:
    """Return the flow that a row finds at word `i`; None where nobody is told whose it is."""
    scope = product_of(reading, i) or row.cells["scope"] or None
    measure, unit = row.cells["measure"], row.cells["unit"]
    if row.cells["owner"] == "pair":
        sides = _sides(reading, i)
        return Flow(measure, *sides, scope, unit) if sides else None
    owner = first_party(reading, i, row.slots("owner")) or _giver(reading, i, row) or _sender(reading, i)
    owner = owner or (first_party(reading, i, ("from",), clause=True) if measure == "tourism" else None)
    partner = first_party(reading, i, row.slots("partner"), but=(owner,), clause=True)
    same = reading.flow is not None and reading.flow.measure == measure
    if owner is None and unit and same and _sentence(reading, i) == reading.told:
        return reading.flow  # "250 Italian firms and 170 joint ventures"
    if owner is None and row.kind == "N":
        owner, partner = _unnamed(reading, i, measure, partner)
    if owner is None or owner == partner:
        return None
    partner = partner or _other_side(reading, i, measure, owner)
    if scope == "self":
        scope = reading.scene.parsed.tokens[i].text.lower()
    return Flow(measure, owner, partner, scope, unit)


def _unnamed(reading: Reading, i: int, measure: str, partner: str | None) -> tuple[str | None, str | None]:
    """Whose flow it is where no owner is named beside it, and its partner."""
    if partner is None:
        return _told_before(reading, i, measure)
    if measure in _HOSTED:
        return partner, None  # visitors of all the world: of the host
    return _speaker(reading, i, partner), partner


def _other_side(reading: Reading, i: int, measure: str, owner: str) -> str | None:
    """Return the partner that goes without saying."""
    if measure in _TWO_SIDED:
        return reading.focus.other(owner)
    if measure == "tourism" and first_party(reading, i, ("from", "mod", "poss"), clause=True) == owner:
        return spoken_of(reading, i, (owner,))  # "1.4 million visitors came from Russia", to where it speaks of
    return reading.focus.other(owner) if _sender(reading, i) else None


def _sentence(reading: Reading, i: int) -> int:
    return reading.scene.parsed.tokens[i].sentence


def _told_before(reading: Reading, i: int, measure: str) -> tuple[str | None, str | None]:
    """`Exports fell to 1 billion`: of the two whose trade was told just before."""
    flow = reading.flow
    near = flow is not None and reading.scene.parsed.tokens[i].sentence - reading.told <= 2
    if flow is not None and near and {measure, flow.measure} <= _TRADED:
        return flow.owner, flow.partner
    states = {m.parties[0] for m in reading.scene.mentions if len(m.parties) == 1 and parties.is_state(m.parties[0])}
    one = len(states) == 1 and measure in ("exports", "imports") and group_of(reading, i, ()) is None
    return (next(iter(states)), None) if one else (None, None)  # a report on one country alone


def _giver(reading: Reading, i: int, row: ClaimRow) -> str | None:
    """`the EU provided assistance`: the subject of the verb whose object the noun is."""
    verb = verb_of(reading.scene, i)
    if "subj" not in row.slots("owner") or row.kind == "V" or verb is None or verb.lemma not in _GIVES:
        return None
    return next(iter(subject_of(reading, verb)), None)


def _sender(reading: Reading, i: int) -> str | None:
    """`Russia has 1,500 soldiers there`: the subject of the verb whose object the forces are."""
    token = reading.scene.parsed.tokens[i]
    verb = verb_of(reading.scene, i)
    if token.lemma not in _FORCES or token.dep != "dobj" or verb is None or verb.lemma not in _KEEPS:
        return None
    return next(iter(subject_of(reading, verb)), None)


def first_party(
    reading: Reading, i: int, slots: Iterable[str], but: Collection[str | None] = (), *, clause: bool = False
) -> str | None:
    """Return the first party told in the slots of word `i`, with `clause` also behind the verb that it goes with."""
    for name in slots:
        for k in slot(reading.scene, i, name):
            if name == "mod" and k not in reading.scene.named:
                continue
            found = parties_at(reading, k, but)
            if len(found) == 1:
                return found[0]
            if found:
                return None  # a figure of several together is nobody's
    if not clause:
        return None
    verb = verb_of(reading.scene, i)
    token = reading.scene.parsed.tokens[i]
    while token.dep == "conj" and token.head != token.i and not is_verb(reading.scene.parsed.tokens[token.head]):
        token = reading.scene.parsed.tokens[token.head]
    if verb is None or verb.i == i or token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "attr"):
        return None
    if "host" in slots and verb.lemma in _HOSTS and token.dep == "dobj":
        slots = (*slots, "subj")
    return first_party(reading, verb.i, [name for name in slots if name not in ("poss", "mod", "of", "host")], but)


def _sides(reading: Reading, i: int) -> tuple[str, str | None] | None:
    """Return the two sides of a trade, in the order named."""
    scene = reading.scene
    verb = verb_of(scene, i)
    ends = [*slot(scene, i, "between"), *(slot(scene, verb.i, "between") if verb is not None else ())]
    between = [code for k in ends for code in parties_at(reading, k)]
    if ends and len(dict.fromkeys(between)) < 2:
        between = list(pair_of(reading, i))
    if len(dict.fromkeys(between)) >= 2:
        return between[0], between[1]
    before = [
        *slot(scene, i, "poss"),
        *(slot(scene, i, "subj") if is_verb(scene.parsed.tokens[i]) else ()),
        *sorted(k for k in slot(scene, i, "mod") if k in scene.named),
    ]
    lefts = list(dict.fromkeys(code for k in before for code in parties_at(reading, k)))
    partner = first_party(reading, i, ("with",), but=lefts[:1], clause=True)
    if lefts and (partner or len(lefts) > 1):
        return lefts[0], partner or lefts[1]
    if partner:
        owner = _speaker(reading, i, partner)
        return (owner, partner) if owner else None
    if lefts:
        return lefts[0], None
    bare = not any(kid.text.lower() in ("with", "from", "to", "between") for kid in scene.parsed.kids(i, "prep"))
    pair = pair_of(reading, i) if bare else ()
    return (pair[0], pair[1]) if len(pair) > 1 else None


def _speaker(reading: Reading, i: int, partner: str) -> str | None:
    """Whose trade with `partner` it is where nobody is named beside it: another party here, the report's topic."""
    words = reading.scene.parsed.sentence_of(i)
    for k in (*reversed([k for k in words if k < i]), *(k for k in words if k > i)):
        mention = reading.scene.named.get(k)
        if (
            mention is not None
            and len(mention.parties) == 1
            and mention.parties[0] != partner
            and mention.kind != "city"
        ):
            return mention.parties[0]
    if (local := dateline(reading.scene, i)) and local != partner:
        return local
    for sides in (reading.scene.principals, reading.focus.pair):
        if len(sides) == 2 and partner in sides:
            return sides[1] if sides[0] == partner else sides[0]
    return home(reading, i, (partner,))
