"""Membership: who belongs to an organisation, and who does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector import parties
from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.meant import parties_at, subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import polarity, verb_of
from multivector.coding.claims.rows import ClaimRow, row_at
from multivector.coding.slots import is_verb, slot

if TYPE_CHECKING:
    from multivector.coding.parse import Token

_GROUPS = frozenset({"member", "one", "number", "signatory"})


def memberships(reading: Reading, sentence: int) -> list[Draft]:
    """Return the memberships told or denied in a sentence."""
    found: list[Draft] = []
    for k in reading.scene.parsed.sentences[sentence]:
        row = row_at(reading.scene, "members", k)
        if row is not None:
            found.extend(_told(reading, k, row))
    found.extend(_of_which(reading, sentence))
    found.extend(_but_not(reading, sentence, found))
    found.extend(_short(reading, sentence, found))
    found.extend(_unlike(reading, sentence, found))
    if found and found[-1].object:
        reading.member = (sentence, found[-1].object)
    return found


def _told(reading: Reading, i: int, row: ClaimRow) -> list[Draft]:
    bodies = _bodies(reading, i, row)
    if not bodies:
        return []
    members, says = _verb_members(reading, i) if row.kind == "V" else _noun_members(reading, i)
    if says is None or (row.cells["only"] == "denied" and says):
        return []
    value = says if row.cells["value"] != "no" else False
    if row.cells["value"] == "no" and not says:
        return []
    if _prefixed(reading, i):
        value = False
    return [
        Draft("membership", member, body, "members", value, (i,), None, _since(reading, i))
        for member in members for body in bodies if member != body and (parties.is_state(member) or member == "EU")
    ]  # fmt: skip


def _prefixed(reading: Reading, i: int) -> bool:
    """`non-member`, which the parser takes apart."""
    return (
        reading.scene.parsed.text[
            max(0, reading.scene.parsed.tokens[i].start - 4) : reading.scene.parsed.tokens[i].start
        ].lower()
        == "non-"
    )


def _bodies(reading: Reading, i: int, row: ClaimRow) -> list[str]:
    """Return the organisations named in the slots of a row: themselves, not as the owners of something else."""
    scene = reading.scene
    found: list[str] = []
    for name in row.slots("body"):
        for k in slot(scene, i, name):
            mention = scene.named.get(k)
            pointing = scene.parsed.tokens[k].tag in ("WDT", "WP") or scene.parsed.tokens[k].text == "it"
            if pointing or (mention is not None and mention.kind == "organisation"):
                found.extend(code for code in parties_at(reading, k) if not parties.is_state(code))
    return list(dict.fromkeys(found))


def _since(reading: Reading, i: int) -> str | None:
    """Return since when: a year told otherwise is that of something else."""
    start, end = reading.scene.parsed.sentence_span(reading.scene.parsed.tokens[i].sentence)
    since = [found for found in reading.scene.dates if start <= found.span[0] < end and found.kind == "start"]
    return period_of(reading.scene, i) if since else None


def _verb_members(reading: Reading, i: int) -> tuple[tuple[str, ...], bool | None]:
    verb = reading.scene.parsed.tokens[i]
    return subject_of(reading, verb, regions=True), polarity(reading.scene, verb)


def _noun_members(reading: Reading, i: int) -> tuple[tuple[str, ...], bool | None]:
    """`is a member of`, `a full member of`, `the only NATO member that`, `is not among the members of`."""
    scene = reading.scene
    if scene.parsed.kids(i, "nummod"):
        return (), None  # "the four members": says who they are, not that they are
    token = _outer(reading, i)
    head = scene.parsed.tokens[token.head]
    negated = _not_before(reading, token.i)
    named = [kid for kid in scene.parsed.kids(head.i, "nsubj") if kid.i < token.i and kid.i in scene.named]
    if token.dep == "nsubj" and named:
        return parties_at(reading, named[0].i), not negated  # ", both BRICS members," which parsers hang on the verb
    if token.dep == "appos":
        return parties_at(reading, head.i), not negated
    if token.dep in ("compound", "nmod", "amod") and token.head in scene.named:
        return parties_at(reading, token.head), True
    beside = tuple(code for kid in scene.parsed.kids(i, "appos") for code in parties_at(reading, kid.i))
    if beside and parties.is_state(beside[0]):
        return beside, True
    if (
        is_verb(head)
        and head.lemma in ("be", "become", "remain")
        and token.dep in ("attr", "prep", "acomp", "advmod", "oprd", "conj")
    ):
        says = polarity(scene, head)
        return subject_of(reading, head, regions=True), says if not negated else (False if says is not None else None)
    if head.text.lower() == "as" or token.dep == "prep":
        verb = verb_of(scene, head.i)
        return (subject_of(reading, verb), polarity(scene, verb)) if verb is not None else ((), None)
    return (), None


def _not_before(reading: Reading, i: int) -> bool:
    """Whether a `not` stands in front of the noun, in its own phrase: `Georgia, not an EU member,`."""
    start = max(reading.scene.parsed.sentence_of(i)[0], i - 4)
    near = reading.scene.parsed.tokens[start:i]
    stop = max((token.i for token in near if token.text == ","), default=start - 1)
    return any(token.text.lower() in ("not", "never") and token.i > stop for token in near)


def _outer(reading: Reading, i: int) -> Token:
    """Return the word by which the noun hangs on the clause: the `one` of `one of the founding members`, `among`."""
    tokens = reading.scene.parsed.tokens
    token = tokens[i]
    while token.dep == "pobj" and tokens[token.head].text.lower() in ("of", "among", "amongst", "in"):
        above = tokens[tokens[token.head].head]
        if above.lemma in _GROUPS or above.dep in ("attr", "appos"):
            token = above
        else:
            return tokens[token.head]
    return token


def _of_which(reading: Reading, sentence: int) -> list[Draft]:
    """`the Community, of which both are founding members`: by the order of words, parsers stumble here."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    words = scene.parsed.sentences[sentence]
    for k in words[2:]:
        if tokens[k].text.lower() != "which" or tokens[k - 1].text.lower() != "of":
            continue
        body = next((m for n in range(k - 2, max(words[0], k - 5) - 1, -1) if (m := scene.named.get(n))), None)
        noun = next((n for n in words if n > k and tokens[n].lemma == "member"), None)
        if body is None or body.kind != "organisation" or noun is None:
            continue
        verb = next((tokens[n] for n in range(k + 1, noun) if tokens[n].lemma == "be"), None)
        members = [
            code
            for n in range(k + 1, noun)
            if tokens[n].dep in ("nsubj", "nsubjpass")
            for code in parties_at(reading, n)
        ]
        if verb is not None and not scene.parsed.kids(verb.i, "neg"):
            return [
                Draft("membership", code, body.parties[0], "members", True, (k, noun), None, None)
                for code in dict.fromkeys(members)
            ]
    return []


def _but_not(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """`belongs to the EU but not to NATO`, `to the UN since 2002 and to NATO never`: the same members, denied."""
    tokens, words = reading.scene.parsed.tokens, reading.scene.parsed.sentences[sentence]
    for k in words if before else ():
        mention = reading.scene.named.get(k)
        if mention is None or mention.kind != "organisation" or tokens[k - 1].i == k or k - 1 not in words:
            continue
        first = next(n for n in words if reading.scene.named.get(n) is mention)
        last = max(n for n in words if reading.scene.named.get(n) is mention)
        lead = [
            tokens[n].text.lower() for n in range(max(words[0], first - 3), first) if tokens[n].text.lower() != "the"
        ]
        denied = lead[-2:-1] in (["not"], ["nor"]) and lead[-1] in ("of", "in", "to", "with")
        denied = denied or (last + 1 in words and tokens[last + 1].text.lower() == "never")
        told = {draft.object for draft in before}
        if denied and mention.parties[0] not in told:
            members = dict.fromkeys(draft.subject for draft in before)
            return [Draft("membership", code, mention.parties[0], "members", False, (k,)) for code in members]
    return []


def _short(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """`Uzbekistan is not`, `Hungary merely observes`: an answer in short to the membership just told."""
    scene, found = reading.scene, list[Draft]()
    body = before[0].object if before else None
    if body is None and reading.member is not None and reading.member[0] == sentence - 1:
        body = reading.member[1]
    if body is None:
        return []
    for k in scene.parsed.sentences[sentence]:
        token = scene.parsed.tokens[k]
        late = not before or k >= before[0].words[0]
        if not late or not (_is_short(reading, token) or _stands_outside(reading, token)):
            continue
        for code in subject_of(reading, token):
            known = any(draft.subject == code for draft in (*before, *found))
            if code != body and parties.is_state(code) and not known:
                found.append(Draft("membership", code, body, "members", False, (k,)))
    return found


def _is_short(reading: Reading, verb: Token) -> bool:
    """Whether the verb stands alone with a `not`."""
    kids = reading.scene.parsed.kids(verb.i)
    after = [kid for kid in kids if kid.i > verb.i and kid.dep in ("attr", "acomp", "dobj", "xcomp", "ccomp", "oprd")]
    within = any(kid.dep == "prep" and kid.i > verb.i and kid.text.lower() in ("in", "of", "to") for kid in kids)
    alone = verb.lemma in ("be", "do", "have") and verb.dep not in ("aux", "auxpass") and not after and not within
    return alone and any(kid.dep == "neg" for kid in kids)


def _stands_outside(reading: Reading, verb: Token) -> bool:
    """Whether the verb says `outside` or `observes` without naming the organisation."""
    row = row_at(reading.scene, "members", verb.i)
    words = {reading.scene.parsed.tokens[k].lemma for k in reading.scene.parsed.subtree(verb.i) if k > verb.i}
    observes = row is not None and row.cells["value"] == "no" and not _bodies(reading, verb.i, row)
    outside = verb.lemma in ("be", "remain", "stay") and bool(words & {"outside", "observer"})
    return (observes or outside) and polarity(reading.scene, verb) is True


def _unlike(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """`Unlike its neighbour, X is no member`: two claims, the second the other way round."""
    scene, found = reading.scene, list[Draft]()
    for k in scene.parsed.sentences[sentence] if before else ():
        if scene.parsed.tokens[k].text.lower() != "unlike":
            continue
        nouns = scene.parsed.kids(k, "pobj")
        beside = [kid for noun in nouns for kid in scene.parsed.kids(noun.i, "appos")]
        for noun in (*nouns, *beside):
            for code in parties_at(reading, noun.i, {draft.subject for draft in before}):
                told = before[0]
                if told.object and parties.is_state(code):
                    found.append(Draft("membership", code, told.object, "members", not told.value, (k, noun.i)))
    return found
