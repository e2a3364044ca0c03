"""Dealings told in a text: a row's word with its conditions met, its parties in their places, its status told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from multivector.coding.rows import Need, Row, rows_by_word
from multivector.coding.scene import Focus, Ref, Scene, word_class
from multivector.coding.sides import by_subject, fill, sides_of
from multivector.coding.slots import is_verb, slot
from multivector.coding.status import DENIED, status_of
from multivector.coding.who import place_at, refs

if TYPE_CHECKING:
    from multivector.coding.parse import Token

STATEMENTS = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A dealing as one sentence tells it: its word, the sides, the status; `by` says what found it.

    `weight` is how sure it is, between 0 and 1.
    """

    type: str
    mode: str | None
    word: int
    actors: tuple[Ref, ...]
    recipients: tuple[Ref, ...]
    status: str
    by: str
    denied: bool = False
    open: bool = False
    """Whether a row knows the word, and cannot tell who stands on one of its sides."""
    weight: float = 0.7
    learned: bool = False
    doubted: bool = False
    """Whether grammar denies what the network sees."""
    scores: tuple[float, float] = (0.0, 0.0)
    """What the network holds of the word and of the least sure party, as log-odds."""

    @property
    def sides(self) -> tuple[str, ...]:
        """All parties of what happened; none of what did not."""
        if self.denied or self.status not in ("occurred", "ongoing"):
            return ()
        return tuple(dict.fromkeys(ref.party for ref in (*self.actors, *self.recipients) if ref.party))


def read_sentence(scene: Scene, focus: Focus, sentence: int, *, manual: bool = False) -> list[Hit]:
    """Return the dealings told in a sentence, in the order of their words, at most one a word.

    Verbs are read before nouns, `held talks` is one dealing, told by the verb and its object together; and verbs
    that govern before those they govern, wherever they stand (`X would attack, Y warned`).
    What a statement is about (the demand to free somebody) is part of the statement, never a dealing of its own.
    `manual`: the rows for all actors count too (see `rows`).
    """
    words = [scene.parsed.tokens[k] for k in scene.parsed.sentences[sentence]]
    covered: set[int] = set()
    found = []
    depth = {word.i: sum(1 for _ in scene.parsed.ancestors(word.i)) for word in words}
    for token in sorted(words, key=lambda word: (not is_verb(word), depth[word.i] if is_verb(word) else 0, word.i)):
        if token.i in covered or i_named(scene, token):
            continue
        row, hit = _first_hit(scene, focus, token, manual=manual)
        if row is None or hit is None:
            continue
        found.append(hit)
        if not hit.open:
            covered |= _part_of(scene, row, hit.word)
            focus.join(hit.sides)
    return sorted(found, key=lambda hit: hit.word)


def _part_of(scene: Scene, row: Row, word: int) -> set[int]:
    """Return the words that belong to a dealing and tell none of their own."""
    heads = {k for need in row.needs if need.wanted for name in need.slot.split("+") for k in slot(scene, word, name)}
    if is_verb(scene.parsed.tokens[word]):
        heads |= set(slot(scene, word, "obj"))
        heads |= {k for k in slot(scene, word, "subj") if scene.parsed.tokens[k].lemma in word_class("paper")}
    if row.type in STATEMENTS:
        for k in (*slot(scene, word, "comp"), *_reasons(scene, word)):
            if row.type == "ACCUSE" or not _goes_with(scene, k):
                heads |= set(scene.parsed.subtree(k))
    return heads - {word}


def _reasons(scene: Scene, i: int) -> list[int]:
    """Return the verbs behind for, of, over: thanked for training, accused of shelling."""
    return [
        k for name in ("for", "of", "over", "about") for k in slot(scene, i, name) if is_verb(scene.parsed.tokens[k])
    ]


def _goes_with(scene: Scene, k: int) -> bool:
    """Whether a clause tells what is done besides (`signed, saying that`), not what the statement is about."""
    token = scene.parsed.tokens[k]
    return token.dep == "advcl" and token.tag != "VB"


def _first_hit(scene: Scene, focus: Focus, token: Token, *, manual: bool) -> tuple[Row | None, Hit | None]:
    """Return the first row whose conditions hold and that tells both sides, else the first whose conditions hold."""
    found: tuple[Row | None, Hit | None] = (None, None)
    for row in _rows_of(token, manual=manual):
        if all(_holds(scene, focus, token.i, need) for need in row.needs):
            hit = _hit(scene, focus, token, row)
            if not hit.open:
                return row, hit
            found = found if found[1] else (row, hit)
    return found


def _rows_of(token: Token, *, manual: bool) -> tuple[Row, ...]:
    """Return the rows of a word; a past tense that the model does not know is also looked up without its ending."""
    verb, low, by_word = is_verb(token), token.text.lower(), rows_by_word(manual=manual)
    forms = [token.lemma] + ([low[:-1], low[:-2]] if verb and low.endswith("ed") else [])
    return next((rows for form in forms if (rows := by_word.get((form, verb)))), ())


def i_named(scene: Scene, token: Token) -> bool:
    """Whether the word is part of a name (`World Trade Organization`, a person called March)."""
    return token.i in scene.named or token.i in scene.persons


def _holds(scene: Scene, focus: Focus, i: int, need: Need) -> bool:
    heads = [k for name in need.slot.split("+") for k in slot(scene, i, name)]
    if need.lemmas:
        found = any(_lemma_in(scene, k, need.lemmas) for k in heads)
    elif need.group:
        found = any(_in_group(scene, focus, k, need.group) for k in heads)
    else:
        found = bool(heads)
    return found is need.wanted


def _lemma_in(scene: Scene, i: int, lemmas: frozenset[str]) -> bool:
    """Whether the noun is one of the words, itself, coordinated, or behind a measure (`tonnes of rice`)."""
    token = scene.parsed.tokens[i]
    if token.lemma in lemmas or token.text.lower() in lemmas:
        return True
    if token.pos in ("NUM", "PROPN") and any(kid.lemma in lemmas for kid in scene.parsed.kids(i, "compound", "nmod")):
        return True
    further = scene.parsed.kids(i, "conj", "appos" if i in scene.persons else "conj") + [
        noun for kid in scene.parsed.kids(i, "prep")
        if kid.text.lower() == "of" and (token.pos == "NUM" or token.lemma in word_class("measure"))
        for noun in scene.parsed.kids(kid.i, "pobj")
    ]  # fmt: skip
    return any(_lemma_in(scene, noun.i, lemmas) for noun in further)


def _in_group(scene: Scene, focus: Focus, i: int, group: str) -> bool:
    if group == "place":
        return place_at(scene, i) is not None
    if group == "person":
        return i in scene.persons
    found = refs(scene, focus, i)
    if group == "party":
        return any(ref.party for ref in found)
    if group == "parties":
        return len({ref.party for ref in found if ref.party}) > 1
    if group in ("organisation", "company"):
        return any(ref.kind == group for ref in found)
    if group == "official":
        return any(ref.party and ref.kind in ("person", "agent", "state", "organisation") for ref in found)
    if group == "visitor" and i in scene.persons:
        return True
    return _lemma_in(scene, i, word_class(group))


def _hit(scene: Scene, focus: Focus, token: Token, row: Row) -> Hit:
    refused = any(need.slot == "wont" for need in row.needs)  # what will not be done is what the row tells
    status = row.status if refused and row.status else status_of(scene, token.i, statement=row.type in STATEMENTS)
    if row.status and status not in (DENIED, "hypothetical"):
        status = row.status
    actors = fill(scene, focus, token.i, row.actor, acting=True)
    where = row.mode in ("visit", "withdraw") or row.type == "ASSAULT"  # whoever strikes a town strikes its state
    recipients = fill(scene, focus, token.i, row.recipient, where=where, beside=actors)
    actors, recipients = by_subject(scene, token, row, actors, recipients)
    sides = sides_of(row, actors, recipients)
    told = sides or (actors, recipients)
    return Hit(
        row.type, row.mode, token.i, *told, status, row.id, denied=status == DENIED, open=sides is None,
        weight=_weight(row, *told),
    )  # fmt: skip


def _weight(row: Row, actors: tuple[Ref, ...], recipients: tuple[Ref, ...]) -> float:
    told = (*actors, *recipients)
    weight = 0.85 if row.verb else 0.75
    if any(ref.inherited for ref in told):
        weight -= 0.15
    return weight - 0.1 * any(ref.party is None for ref in told)
