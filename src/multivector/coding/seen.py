"""What the rows see in a report, sentence by sentence, and whom the reader keeps in mind from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.dealings import Hit, read_sentence
from multivector.coding.scene import Focus, Ref, Scene, word_class
from multivector.coding.who import one

if TYPE_CHECKING:
    from multivector.coding.parse import Token


def seen_by_rows(scene: Scene, *, manual: bool = False) -> list[Hit]:
    """Return the dealings that rows see in a report, denied and open ones included, in the order of the text.

    `manual`: the rows for all actors count too (see `rows`).
    """
    focus, found = Focus(principals=scene.principals), []
    if scene.home:
        focus.see(scene.home)
    for sentence in range(len(scene.parsed.sentences)):
        found.extend(read_sentence(scene, focus, sentence, manual=manual))
        notice(scene, focus, sentence)
    return found


def notice(scene: Scene, focus: Focus, sentence: int) -> None:
    """Keep in mind whom the sentence spoke of: people, parties, holders of offices, and who was its subject."""
    subjects: list[Ref] = []
    for k in scene.parsed.sentences[sentence]:
        token = scene.parsed.tokens[k]
        ref = _noticed(scene, focus, token)
        if ref is not None and ref.kind in ("person", "agent"):
            focus.people = [r for r in focus.people if r.person != ref.person or r.person is None] + [ref]
            if token.dep in ("nsubj", "nsubjpass"):
                subjects.append(ref)
        if ref is not None and ref.party:
            focus.see(ref.party)
    focus.topic = subjects[0] if subjects else focus.people[-1] if focus.people else None


def _noticed(scene: Scene, focus: Focus, token: Token) -> Ref | None:
    """Return whom a word brings to mind, or None; who is called by an office is remembered for it."""
    k = token.i
    if k in scene.persons:
        person = scene.persons[k]
        if person.words[1] != k:
            return None
        ref = Ref(person.party, "person", person.words, person.name)
        roles = [
            kid.lemma for kid in scene.parsed.kids(k, "compound", "nmod", "appos") if kid.lemma in word_class("office")
        ]
        focus.roles.update(dict.fromkeys(roles, ref))
        return ref
    if k in scene.named:
        mention = scene.named[k]
        return (
            Ref(mention.parties[0], "state", (k, k)) if len(mention.parties) == 1 and mention.kind != "city" else None
        )
    if token.lemma in word_class("office") and token.pos == "NOUN" and token.dep in ("nsubj", "nsubjpass"):
        told = next((ref for ref in one(scene, focus, k) if ref.party and not ref.inherited), None)
        if told is not None:
            focus.roles[token.lemma] = told
            return Ref(told.party, "agent", told.words, told.person)
    return None
