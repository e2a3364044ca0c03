"""Memberships told in short, beside one told in full: `nor is Iran`, `but not of NATO`, `unlike its neighbour`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from multivector import parties
from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.meant import block_of, parties_at, subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import polarity
from multivector.coding.claims.rows import ClaimRow, row_at
from multivector.coding.slots import slot

if TYPE_CHECKING:
    from multivector.coding.parse import Token

_CLUBS = frozenset("bloc union organisation organization alliance group club body community court pact".split())
_INTO = frozenset({"of", "in", "to", "with"})
_TOO = {"so": True, "as": True, "nor": False, "neither": False}


def bodies_at(reading: Reading, i: int, row: ClaimRow) -> list[str]:
    """Return the organisations named in the slots of a row: themselves, not as the owners of something else.

    One that nobody knows goes by its acronym.
    """
    scene, found = reading.scene, list[str]()
    for k in (noun for name in row.slots("body") for noun in slot(scene, i, name)):
        token, mention = scene.parsed.tokens[k], scene.named.get(k)
        pointing = token.tag in ("WDT", "WP") or token.text == "it"
        if pointing or (mention is not None and mention.kind == "organisation"):
            found.extend(code for code in parties_at(reading, k) if not parties.is_state(code))
        elif mention is None and token.lemma in _CLUBS and _is_the(reading, k):
            found.extend(_told_last(reading, k))
        elif mention is None and token.text.isupper() and 3 <= len(token.text) <= 8 and token.text.isalpha():
            found.append(token.text)
    bare = row.id == "member" and not found and not reading.scene.parsed.kids(i, "prep", "poss", "compound")
    if bare and scene.parsed.tokens[i].dep == "attr":
        found.extend(_told_last(reading, i))  # "Georgia is not a member", of what was spoken of
    return list(dict.fromkeys(found))


def _is_the(reading: Reading, k: int) -> bool:
    return any(kid.text.lower() in ("the", "this", "that", "neither") for kid in reading.scene.parsed.kids(k, "det"))


def _told_last(reading: Reading, k: int) -> list[str]:
    """Return the organisation named last before a word, in its line of the text."""
    block = block_of(reading.scene, k)
    start, end = block.span[0] if block else 0, reading.scene.parsed.tokens[k].start
    told = [m for m in reading.scene.mentions if start <= m.span[0] < end and m.kind == "organisation"]
    return [told[-1].parties[0]] if told else []


def _membership(member: str | None, body: str | None, value: bool, words: tuple[int, ...]) -> Draft:
    return Draft("membership", member, body, "members", value, words)


def of_which(reading: Reading, sentence: int) -> list[Draft]:
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
        heads = [n for n in range(k + 1, noun) if tokens[n].dep in ("nsubj", "nsubjpass")]
        members = dict.fromkeys(code for n in heads for code in parties_at(reading, n))
        if verb is not None and not scene.parsed.kids(verb.i, "neg"):
            return [_membership(code, body.parties[0], True, (k, noun)) for code in members]
    return []


def listed(reading: Reading, sentence: int) -> list[Draft]:
    """`the Eurasian Economic Union (Armenia, Belarus and Russia)`: a bracket that is a roster."""
    scene, tokens = reading.scene, reading.scene.parsed.tokens
    words = scene.parsed.sentences[sentence]
    for k in words[1:]:
        body = scene.named.get(k - 1)
        if tokens[k].text != "(" or body is None or body.kind != "organisation":
            continue
        inside = list(takewhile(lambda n: tokens[n].text != ")", range(k + 1, words[-1])))
        names = dict.fromkeys(code for n in inside if (m := scene.named.get(n)) for code in m.parties)
        others = [n for n in inside if n not in scene.named and tokens[n].text.lower() not in (",", "and", "the", "&")]
        if len(names) > 1 and not others and all(parties.is_state(code) for code in names):
            return [_membership(code, body.parties[0], True, (k - 1, inside[-1])) for code in names]
    return []


def further_bodies(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """`of the SCO since 2023 and of BRICS since 2024`, `to the EU but not to NATO`, `and to NATO never`."""
    words = reading.scene.parsed.sentences[sentence]
    found: list[Draft] = []
    for k in words if before else ():
        mention = reading.scene.named.get(k)
        first = mention is not None and reading.scene.named.get(k - 1) is not mention
        if mention is None or not first or mention.kind != "organisation" or k < before[0].words[0]:
            continue
        value = _joined(reading, k, before[0])
        if value is None or mention.parties[0] in {draft.object for draft in (*before, *found)}:
            continue
        members = dict.fromkeys(draft.subject for draft in before)
        found.extend(_membership(code, mention.parties[0], value, (k,)) for code in members)
        for draft in found[-len(members) :]:
            draft.period = _since(reading, k)
    return found


def _joined(reading: Reading, k: int, told: Draft) -> bool | None:
    """Return what an organisation's name joined to a membership adds: yes, no, or None where it is not joined."""
    tokens, words = reading.scene.parsed.tokens, reading.scene.parsed.sentence_of(k)
    last = max(n for n in words if reading.scene.named.get(n) is reading.scene.named[k])
    lead = [tokens[n].text.lower() for n in range(max(words[0], k - 4), k) if tokens[n].text.lower() != "the"]
    if last + 1 in words and tokens[last + 1].text.lower() == "never":
        return False
    if len(lead) < 2 or lead[-1] not in _INTO:
        return None
    if lead[-2] in ("not", "nor"):
        return False
    return bool(told.value) if lead[-2] in ("and", ",") else None


def _since(reading: Reading, k: int) -> str | None:
    start = reading.scene.parsed.tokens[k].start
    end = reading.scene.parsed.sentence_span(reading.scene.parsed.tokens[k].sentence)[1]
    behind = [found for found in reading.scene.dates if start < found.span[0] < end and found.kind == "start"]
    return period_of(reading.scene, k, behind=True) if behind else None


def short_answers(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """`Uzbekistan is not`, `Hungary merely observes`, `nor is Iran`: in short, on the membership told just before."""
    scene, found = reading.scene, list[Draft]()
    told = before[0] if before else None
    body = told.object if told else None
    if told is None and reading.member is not None and reading.member[0] == sentence - 1:
        body = reading.member[1]
    if body is None:
        return []
    for k in scene.parsed.sentences[sentence]:
        token = scene.parsed.tokens[k]
        if told is not None and k < told.words[0]:
            continue
        value = _too(reading, token, told)
        if value is None and (_is_short(reading, token) or _stands_outside(reading, token)):
            value = False
        for code in subject_of(reading, token) if value is not None else ():
            known = any(draft.subject == code for draft in (*before, *found))
            if value is not None and code != body and parties.is_state(code) and not known:
                found.append(_membership(code, body, value, (k,)))
    return found


def _too(reading: Reading, verb: Token, told: Draft | None) -> bool | None:
    """`and so is Finland`, `as is Armenia`, `nor is Iran`."""
    if verb.lemma not in ("be", "do") or verb.i == 0:
        return None
    says = _TOO.get(reading.scene.parsed.tokens[verb.i - 1].text.lower())
    if says is None or not any(kid.i > verb.i for kid in reading.scene.parsed.kids(verb.i, "nsubj")):
        return None
    return says and (told is None or bool(told.value))


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
    observes = row is not None and row.cells["value"] == "no" and not bodies_at(reading, verb.i, row)
    outside = verb.lemma in ("be", "remain", "stay") and bool(words & {"outside", "observer"})
    return (observes or outside) and polarity(reading.scene, verb) is True


def compared(reading: Reading, sentence: int, before: list[Draft]) -> list[Draft]:
    """`Unlike its neighbour, X is no member`: two claims, the second the other way round; `like Y` the same way."""
    scene, found = reading.scene, list[Draft]()
    for k in scene.parsed.sentences[sentence] if before else ():
        word = scene.parsed.tokens[k].text.lower()
        if word not in ("unlike", "like") or scene.parsed.tokens[k].pos == "VERB":
            continue
        nouns = scene.parsed.kids(k, "pobj")
        beside = [kid for noun in nouns for kid in scene.parsed.kids(noun.i, "appos")]
        value = bool(before[0].value) is (word == "like")
        for noun in (*nouns, *beside):
            codes = parties_at(reading, noun.i, {draft.subject for draft in before})
            states = [code for code in codes if parties.is_state(code)]
            found.extend(_membership(code, before[0].object, value, (k, noun.i)) for code in states)
    return found
