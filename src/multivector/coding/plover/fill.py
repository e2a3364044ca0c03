"""The sides of a dealing by grammar alone: whole noun phrases, whether they stand for a state or for nobody known.

Which places around a word hold the two sides is a row a type of `slots.tsv`; a place with somebody in it goes before a
place with a thing, so that `filed a complaint against the agency` has the agency as its recipient.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from multivector.coding.people import told_parties
from multivector.coding.plover.somebody import is_somebody
from multivector.coding.rows import rows
from multivector.coding.scene import Ref, Scene
from multivector.coding.slots import slot
from multivector.coding.who import phrase
from multivector.tables import read_table, several

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit


@cache
def _slots() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    rows = read_table("multivector.coding.plover", "knowledge", "slots.tsv")
    return {row["type"]: (several(row["actor"]), several(row["recipient"])) for row in rows}


@cache
def _telling_words() -> dict[str, frozenset[str]]:
    """By row, the nouns that tell the dealing together with its verb, and are no side of it: `imposed a curfew`."""
    return {row.id: frozenset().union(*(need.lemmas for need in row.needs)) for row in rows(manual=True)}


def filled(scene: Scene, hit: Hit) -> Hit:
    """Return the hit with a side that it leaves open filled from the sentence, where the sentence tells it."""
    acting, reached = _slots()[hit.type]
    actors = _side(scene, hit, hit.actors, acting, {k for ref in _here(hit, hit.recipients) for k in ref.words})
    taken = _covered((*actors, *hit.recipients))
    actors = actors or _before(scene, hit.word, taken)
    taken = _covered(actors)
    recipients = _side(scene, hit, hit.recipients, reached, taken)
    if hit.type in _TOWARDS and not any(ref.kind != "thing" or ref.party for ref in recipients):
        recipients = _behind(scene, hit.word, taken) or recipients
    return replace(hit, actors=_named_by(scene, actors), recipients=_named_by(scene, recipients), open=False)


def _covered(refs: tuple[Ref, ...]) -> set[int]:
    """All words that stand for some party."""
    return {k for ref in refs for k in range(ref.words[0], ref.words[1] + 1)}


_TOWARDS = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID", "COOPERATE", "CONCEDE"}
)
"""Types that are done to somebody, even where only the clause below tells to whom: `ready to hold talks with Chad`."""


def _side(scene: Scene, hit: Hit, told: tuple[Ref, ...], names: tuple[str, ...], taken: set[int]) -> tuple[Ref, ...]:
    """Return those of a side who stand in the text; parties known only from before get the words of its place."""
    told = tuple(ref for ref in told if not _is_time(scene, ref.words[1]))
    here = _here(hit, told)
    if here and not all(ref.kind == "place" for ref in here):
        return here
    found = _from_slots(scene, hit, names, taken)
    if any(ref.party for ref in found) or not told:
        return found
    return tuple(replace(ref, words=found[0].words) for ref in told) if found else told


def _here(hit: Hit, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Those who are named by words of the text, not only known from before."""
    return tuple(ref for ref in refs if ref.words != (hit.word, hit.word))


def _from_slots(scene: Scene, hit: Hit, names: tuple[str, ...], taken: set[int]) -> tuple[Ref, ...]:
    """Return the first of the places that holds somebody, else the first that holds a thing."""
    telling = _telling_words().get(hit.by, frozenset())
    things: tuple[Ref, ...] = ()
    for name in names:
        nouns = [k for k in slot(scene, hit.word, name) if k not in taken]
        nouns += [kid.i for k in nouns for kid in scene.parsed.kids(k, "conj") if kid.i not in taken]
        found = [ref for k in dict.fromkeys(nouns) for ref in _ref(scene, k)]
        people = tuple(ref for ref in found if ref.kind != "thing")
        if people:
            return people
        things = things or tuple(ref for ref in found if scene.parsed.tokens[ref.words[1]].lemma not in telling)
    return things


def _before(scene: Scene, word: int, taken: set[int]) -> tuple[Ref, ...]:
    """Return the nearest subject before the word, else the nearest somebody: parsers lose it in long sentences."""
    near = [k for k in reversed(scene.parsed.sentence_of(word)) if k < word and k not in taken and _stands(scene, k)]
    subjects = [k for k in near if scene.parsed.tokens[k].dep in ("nsubj", "ROOT")]
    return tuple(ref for k in (subjects or near)[:1] for ref in _ref(scene, k))


def _behind(scene: Scene, word: int, taken: set[int]) -> tuple[Ref, ...]:
    """Return the first somebody in what the word governs, behind it."""
    near = [k for k in scene.parsed.subtree(word) if k > word and k not in taken and _stands(scene, k)]
    return tuple(ref for k in near[:1] for ref in _ref(scene, k))


def _stands(scene: Scene, k: int) -> bool:
    """Whether a noun phrase with word `k` as its head stands for somebody."""
    token = scene.parsed.tokens[k]
    if token.dep in ("compound", "amod", "poss", "nmod") or token.pos not in ("NOUN", "PROPN"):
        return False
    return k in scene.named or k in scene.persons or is_somebody(token)


def _ref(scene: Scene, k: int) -> list[Ref]:
    token, span = scene.parsed.tokens[k], phrase(scene, k)
    if token.tag in ("WDT", "WP"):
        described = [above.head for above in scene.parsed.ancestors(k) if above.dep == "relcl" and above.head < k]
        return _ref(scene, described[0]) if described else []
    if token.tag == "EX" or token.pos in ("VERB", "AUX", "ADP") or _is_time(scene, k):
        return []
    if k in scene.persons:
        return [Ref(scene.persons[k].party, "person", span, scene.persons[k].name)]
    told = scene.named[k].parties if k in scene.named and scene.named[k].settled else ()
    told = told or tuple(told_parties(scene.parsed, scene.named, k, scene.persons))
    kind = "agent" if k in scene.named or is_somebody(token) or told or token.pos == "PRON" else "thing"
    return [Ref(code, kind, span) for code in told] or [Ref(None, kind, span)]


def _named_by(scene: Scene, refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Put the name for the pronoun where the sentence has it: `the bishop said that he`."""
    return tuple(_name(scene, ref) for ref in refs)


def _name(scene: Scene, ref: Ref) -> Ref:
    k = ref.words[0]
    if ref.words[0] != ref.words[1] or scene.parsed.tokens[k].pos != "PRON":
        return ref
    near = [ref for i in scene.parsed.sentence_of(k) if i < k and _stands(scene, i) for ref in _ref(scene, i)]
    same = [other for other in near if other.party == ref.party] if ref.party else near
    return replace(same[0], inherited=ref.inherited) if same else ref


def _is_time(scene: Scene, k: int) -> bool:
    return scene.parsed.tokens[k].entity in ("DATE", "TIME", "PERCENT", "ORDINAL")
