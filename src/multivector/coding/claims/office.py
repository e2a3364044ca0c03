"""Offices: who is whose ambassador or minister, where the report tells it as news or in passing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.claims.common import Draft, Reading
from multivector.coding.claims.meant import parties_at, subject_of
from multivector.coding.claims.periods import period_of
from multivector.coding.claims.polarity import polarity, verb_of
from multivector.coding.claims.rows import row_at
from multivector.coding.scene import word_class
from multivector.coding.slots import is_verb, objects, slot, subjects, surface_subjects
from multivector.coding.who import place_at

if TYPE_CHECKING:
    from multivector.coding.parse import Token
    from multivector.coding.people import Person

_FIELDS = frozenset("foreign prime deputy vice defence defense trade finance interior justice energy".split())


def offices(reading: Reading, sentence: int) -> list[Draft]:
    """Return who is told to hold an office: `has been Sweden's ambassador since`, `took office on`, `was named`."""
    found: list[Draft] = []
    for k in reading.scene.parsed.sentences[sentence]:
        token = reading.scene.parsed.tokens[k]
        draft = None
        if row_at(reading.scene, "offices", k) is not None:
            draft = _taken(reading, token)
        elif token.lemma in word_class("office") - word_class("counterpart") and not is_verb(token):
            draft = _named_beside(reading, token)
        if draft is not None and not any(draft.value == other.value for other in found):
            found.append(draft)
    return found


def _named_beside(reading: Reading, token: Token) -> Draft | None:
    """`Anna Holm has been Sweden's ambassador`, `the new ambassador, Marco Alberti,`."""
    scene, head = reading.scene, reading.scene.parsed.tokens[token.head]
    if is_verb(head) and head.lemma in ("be", "become") and token.dep == "attr" and polarity(scene, head):
        person = next((p for k in surface_subjects(scene, head) if (p := _person(reading, k))), None)
        return _draft(reading, person, _title(reading, token), *_sides(reading, token), head) if person else None
    if is_verb(head) and head.lemma == "be" and token.dep == "nsubj" and polarity(scene, head):
        person = next((p for kid in scene.parsed.kids(head.i, "attr") if (p := _person(reading, kid.i))), None)
        if person is not None:
            return _draft(reading, person, _title(reading, token), *_sides(reading, token), token)
    marks = {kid.lemma for kid in scene.parsed.kids(token.i)} | {kid.text.lower() for kid in scene.parsed.kids(token.i)}
    fresh = marks & {"a", "an", "new", "since"}  # "the ambassador in Dakar since 2020, Yurii Hlushko,"
    person = next((scene.persons[kid.i] for kid in scene.parsed.kids(token.i, "appos") if kid.i in scene.persons), None)
    if person is None or not fresh:
        return None
    return _draft(reading, person, _title(reading, token), *_sides(reading, token), token)


def _taken(reading: Reading, token: Token) -> Draft | None:
    """`who took office in May`, `was appointed ambassador to Laos`, `has headed the delegation since`."""
    scene = reading.scene
    row = row_at(scene, "offices", token.i)
    if row is None or not polarity(scene, token):
        return None
    heads = objects(scene, token) if row.cells["holder"] == "obj" else subjects(scene, token)
    person = next((p for k in heads if (p := _person(reading, k))), None)
    if person is None:
        return None
    if row.id == "take-office":
        return _draft(reading, person, _title_before(reading, person), person.party, None, token)
    if row.id == "head":
        post = scene.parsed.tokens[objects(scene, token)[0]]
        party, place = _sides(reading, post)
        seats = (place_at(scene, k) for k in slot(scene, token.i, "in"))
        return _draft(reading, person, "ambassador", party, place or next(filter(None, seats), None), token)
    nouns = [kid for kid in scene.parsed.kids(token.i, "oprd", "attr") if kid.lemma in word_class("office")]
    posts = (scene.parsed.tokens[k] for k in slot(scene, token.i, "as"))
    nouns += [post for post in posts if post.lemma in word_class("office")]
    if not nouns:
        return None
    party, place = _sides(reading, nouns[0])
    party = party or next(iter(subject_of(reading, token, (place,))), None)
    return _draft(reading, person, _title(reading, nouns[0]), party, place, token)


def _person(reading: Reading, k: int) -> Person | None:
    scene = reading.scene
    if scene.parsed.tokens[k].tag not in ("WP", "WDT"):
        return scene.persons.get(k)
    heads = (above.head for above in scene.parsed.ancestors(k) if above.dep == "relcl")
    return next((person for head in heads if (person := scene.persons.get(head))), None)


def _sides(reading: Reading, noun: Token) -> tuple[str | None, str | None]:
    """Return whose office or mission it is, and where its holder is accredited."""
    scene = reading.scene
    owners = [
        k for name in ("poss", "mod", "of") for k in slot(scene, noun.i, name) if name != "mod" or k in scene.named
    ]
    party = next((code for k in owners for code in parties_at(reading, k)), None)
    seats = (place_at(scene, k) for name in ("to", "in", "at") for k in slot(scene, noun.i, name))
    return party, next((code for code in seats if code and code != party), None)


def _draft(
    reading: Reading, person: Person, title: str | None, party: str | None, place: str | None, word: Token
) -> Draft | None:
    party = party or person.party
    if title is None or party is None:
        return None
    if title.lower().endswith("ambassador") and place is None:
        place = reading.focus.other(party)  # an envoy is accredited to the other side of what is told
    period = period_of(reading.scene, (verb_of(reading.scene, word.i) or word).i, days=True)
    return Draft("office", party, place, title, person.name, (word.i, *person.words), None, period)


def _title(reading: Reading, noun: Token) -> str:
    tokens = reading.scene.parsed.tokens
    first = noun.i
    while first > 0 and tokens[first - 1].head == noun.i and tokens[first - 1].text.lower() in _FIELDS:
        first -= 1
    last = noun.i
    if last + 2 < len(tokens) and tokens[last + 1].text == "of" and tokens[last + 2].text[0].isupper():
        last += 0 if last + 2 in reading.scene.named else 2  # "Minister of Commerce"
    return " ".join(token.text for token in tokens[first : last + 1])


def _title_before(reading: Reading, person: Person) -> str | None:
    """Return the title that stands before a name: `Prime Minister K.P. Sharma Oli`."""
    tokens, scene = reading.scene.parsed.tokens, reading.scene
    first = last = person.words[0] - 1
    while first >= 0 and tokens[first].text[:1].isupper() and first not in scene.named and first not in scene.persons:
        first -= 1
    words = tokens[first + 1 : last + 1]
    return " ".join(token.text for token in words) if words and words[-1].lemma in word_class("office") else None
