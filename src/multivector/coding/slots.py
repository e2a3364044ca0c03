"""The places around a verb or a noun of action where its parties stand, whatever the sentence's form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from multivector.coding.scene import Scene, word_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from multivector.coding.parse import Token

PREPOSITIONS = frozenset(
    "to with in from for of on against at between into over by about among toward before under after behind off".split()
)
_OBJECT_CONTROL = frozenset(
    "ask urge tell invite force order allow let want call press warn help enable encourage request permit".split()
)


def slot(scene: Scene, i: int, name: str) -> list[int]:
    """Return the heads of the noun phrases in a slot of the verb or noun `i`.

    Slots: `subj` who acts (also behind a passive's *by*, over control, coordination and light verbs), `obj` what is
    acted on, `iobj`, `poss` and `mod` in front of a noun, a preposition, `comp` the verbs of complement clauses, `prt`
    the particle, `attr` the predicate noun, `if` the verbs of conditions, `would` those of what is to come, `clause`
    the verbs of clauses about a noun, `trait` what the object is called, `query` the verbs of questions, `wont` the
    not of `will not`; `comp.obj` the objects of those verbs.
    """
    if "." in name:
        outer, _, inner = name.partition(".")
        return [k for middle in slot(scene, i, outer) for k in slot(scene, middle, inner)]
    token = scene.parsed.tokens[i]
    own = _OWN.get(name)
    if own is None and name in _RELATIONS:
        return _clauses(scene, i, name)
    return own(scene, token) if own else list(prepositional(scene, token, name)) or _far(scene, token, name)


def _particles(scene: Scene, token: Token) -> list[int]:
    return [kid.i for kid in scene.parsed.kids(token.i) if kid.dep == "prt" or _is_particle(scene, kid)]


def _traits(scene: Scene, token: Token) -> list[int]:
    behind = [kid.i for k in objects(scene, token) for kid in scene.parsed.kids(k, "amod", "acl") if kid.i > k]
    return behind + slot(scene, token.i, "attr")


_RELATIONS = {
    "comp": ("xcomp", "ccomp", "advcl", "pcomp"),
    "iobj": ("dative",),
    "attr": ("attr", "oprd", "acomp"),
    "clause": ("acl", "relcl"),
    "appos": ("appos",),
}
_PARTICLES = frozenset("up down in out off over away back home together jointly apart on through".split())


def _is_particle(scene: Scene, kid: Token) -> bool:
    """`called in`, `turned down`: a small word without a noun of its own."""
    small = kid.text.lower() in _PARTICLES and kid.dep in ("advmod", "prep", "npadvmod")
    return small and not scene.parsed.kids(kid.i, "pobj")


def _clauses(scene: Scene, i: int, name: str) -> list[int]:
    beyond = _behind_date(scene, i) if name == "comp" else []
    return [kid.i for kid in scene.parsed.kids(i, *_RELATIONS[name])] + beyond


_CIRCUMSTANCES = frozenset("when while after before as since because although though until once whereas where".split())


def _told_clauses(scene: Scene, token: Token) -> list[int]:
    """Return the clauses that complete a verb; those that only say when or why (`when they met`) do not."""
    return [
        k for k in _clauses(scene, token.i, "comp")
        if not any(kid.text.lower() in _CIRCUMSTANCES for kid in scene.parsed.kids(k, "mark", "advmod"))
    ]  # fmt: skip


_QUESTIONS = frozenset("if whether what who why how when where which".split())


def _asked(scene: Scene, token: Token) -> list[int]:
    """Return the clauses that are questions: `asked what it cost`."""
    found = scene.parsed.kids(token.i, *_RELATIONS["comp"])
    return [clause.i for clause in found if any(kid.text.lower() in _QUESTIONS for kid in scene.parsed.kids(clause.i))]


def _refusals(scene: Scene, token: Token) -> list[int]:
    """Return the negation beside `will` or `would`: what somebody will not do."""
    ahead = any(kid.text.lower() in ("will", "would", "wo") for kid in scene.parsed.kids(token.i, "aux"))
    return [kid.i for kid in scene.parsed.kids(token.i, "neg")] if ahead else []


def _is_ahead(scene: Scene, k: int) -> bool:
    """`that it will fire`, `would fire`."""
    return any(kid.text.lower() in ("will", "would", "'ll", "’ll", "shall") for kid in scene.parsed.kids(k, "aux"))


def _is_condition(scene: Scene, k: int) -> bool:
    """`if it fires`, `unless it stops`, `should it fire`."""
    words = scene.parsed.kids(k, "mark", "advmod", "aux")
    return any(
        kid.text.lower() in ("if", "unless") or (kid.text.lower() == "should" and kid.dep == "aux") for kid in words
    )


def _behind_date(scene: Scene, i: int) -> list[int]:
    """Return the clause that the parser hangs on the date before it: `warned Chad on Monday that it would close`."""
    days = [
        noun for kid in scene.parsed.kids(i, "prep") if kid.text.lower() in ("on", "in")
        for noun in scene.parsed.kids(kid.i, "pobj") if _in_date(scene, noun)
    ]  # fmt: skip
    clauses = [verb for day in days for verb in scene.parsed.kids(day.i, "acl", "relcl", "ccomp")]
    return [verb.i for verb in clauses if is_verb(verb) and scene.parsed.kids(verb.i, "mark")]


def _in_date(scene: Scene, noun: Token) -> bool:
    return any(found.span[0] <= noun.start < found.span[1] for found in scene.dates)


def is_verb(token: Token) -> bool:
    """Whether the word acts as a verb here (auxiliaries included)."""
    return token.pos in ("VERB", "AUX") or token.tag.startswith("VB")


def is_passive(scene: Scene, token: Token) -> bool:
    """Whether the verb's surface subject is its object: `was signed`, `the deal signed by`."""
    if scene.parsed.kids(token.i, "nsubjpass", "auxpass"):
        return True
    if token.tag == "VBN" and token.dep in ("acl", "advcl", "ROOT", "conj", "ccomp"):
        has_aux = any(kid.lemma in ("have", "'ve", "’ve") for kid in scene.parsed.kids(token.i, "aux"))
        if token.dep == "conj" and not has_aux and not scene.parsed.kids(token.i, "nsubj"):
            return is_passive(scene, scene.parsed.tokens[token.head])
        if token.dep == "advcl":  # "Freed on Monday, the pilot flew home"
            return not has_aux and not scene.parsed.kids(token.i, "nsubj", "dobj")
        return token.dep == "acl" and not has_aux
    return False


def subjects(scene: Scene, token: Token) -> list[int]:
    """Return the heads of the deep subject of a verb."""
    if is_passive(scene, token):
        return [noun.i for agent in scene.parsed.kids(token.i, "agent") for noun in scene.parsed.kids(agent.i, "pobj")]
    return surface_subjects(scene, token)


def surface_subjects(scene: Scene, token: Token) -> list[int]:
    """Return the grammatical subject, its own or the one it shares with the clause that governs it."""
    own = [kid.i for kid in scene.parsed.kids(token.i, "nsubj", "nsubjpass", "expl") if kid.lemma not in ("there",)]
    if own or token.dep == "ROOT":
        return own
    head = scene.parsed.tokens[token.head]
    if token.dep in ("acl",) and not is_verb(head):
        return _acl_subjects(scene, token, head)
    if token.dep == "relcl":
        return [head.i]
    if token.dep in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acl", "dep", "parataxis", "aux"):
        return _shared_subjects(scene, token, head)
    return []


def _acl_subjects(scene: Scene, token: Token, head: Token) -> list[int]:
    if token.tag in ("VBG", "VBN"):
        return [head.i]
    above = scene.parsed.tokens[head.head]
    owners = scene.parsed.kids(head.i, "poss") or (scene.parsed.kids(above.i, "dative") if is_verb(above) else [])
    if owners:  # "Chad's decision to expel", "gave Chad a week to leave"
        return [kid.i for kid in owners]
    return surface_subjects(scene, above) if is_verb(above) else []  # "took a decision to expel": whoever takes it


def _shared_subjects(scene: Scene, token: Token, head: Token) -> list[int]:
    if head.dep == "prep" or head.pos in ("ADP", "SCONJ"):
        head = scene.parsed.tokens[head.head]
    if not is_verb(head):
        above = scene.parsed.tokens[head.head]
        if head.dep == "conj" or not is_verb(above):
            return [kid.i for kid in scene.parsed.kids(head.i, "poss", "nsubj")]
        head = above
    if head.i == token.i:
        return []
    if token.dep == "xcomp" and head.lemma in _OBJECT_CONTROL:
        controlled = objects(scene, head)
        if controlled:
            return controlled
    if token.dep == "ccomp" and scene.parsed.kids(token.i, "mark") and token.tag not in ("VB", "VBG"):
        return []
    return surface_subjects(scene, head)


def objects(scene: Scene, token: Token) -> list[int]:
    """Return the heads of the deep object of a verb."""
    if is_passive(scene, token):
        kept = [kid.i for kid in scene.parsed.kids(token.i, "dobj")]  # "was given two days"
        return [token.head if _is_relative(scene, token, k) else k for k in surface_subjects(scene, token)] + kept
    own = [kid.i for kid in scene.parsed.kids(token.i, "dobj")]
    acting = any(_is_relative(scene, token, k) for k in surface_subjects(scene, token))
    if not own and token.dep == "relcl" and not acting:
        return [token.head]
    own = [token.head if _is_relative(scene, token, k) else k for k in own]
    if not own and token.dep in ("conj",):
        head = scene.parsed.tokens[token.head]
        later = [kid.i for kid in scene.parsed.kids(head.i, "dobj") if kid.i > token.i]
        return later if is_verb(head) else []
    return own


def _is_relative(scene: Scene, token: Token, k: int) -> bool:
    """Whether word `k` stands for the noun that the verb's relative clause is about: `the treaty which they signed`."""
    return token.dep == "relcl" and (scene.parsed.tokens[k].tag in ("WDT", "WP") or k == token.head)


def _noun_subjects(scene: Scene, token: Token) -> list[int]:
    """Who acts in a noun of action: the subject of the light verb that carries it (`paid a visit`, `held talks`)."""
    own = [kid.i for kid in scene.parsed.kids(token.i, "nsubj")]
    if own:
        return own
    above = scene.parsed.tokens[token.head]
    head = above if token.dep == "acomp" else light_verb(scene, token) or _clause_around(scene, token)
    return subjects(scene, head) if head is not None else []


def _clause_around(scene: Scene, token: Token) -> Token | None:
    """`During a visit to Rome the president said`: the verb of the clause in whose course the action lies."""
    head = scene.parsed.tokens[token.head]
    measure = scene.parsed.tokens[head.head]
    if token.dep == "pobj" and head.text.lower() == "of" and measure.lemma in ("day", "hour", "week", "month", "round"):
        return _clause_around(scene, measure)
    if token.dep != "pobj" or head.text.lower() not in ("in", "during", "at", "after", "following", "on"):
        return None
    above = scene.parsed.tokens[head.head]
    return above if is_verb(above) and above.i != head.i else None


def light_verb(scene: Scene, token: Token) -> Token | None:
    """Return the verb of little meaning that carries the noun as its object: pay, make, hold, conduct."""
    head = scene.parsed.tokens[token.head]
    if token.dep == "conj" and not is_verb(head):
        return light_verb(scene, head)
    if token.dep == "pobj" and head.text.lower() in ("on", "for", "in", "into"):
        above = scene.parsed.tokens[head.head]
        return above if is_verb(above) and above.lemma in word_class("carrier") else None
    if token.dep in ("dobj", "nsubjpass") and is_verb(head) and head.lemma in word_class("light"):
        return head
    return None


def _left(scene: Scene, i: int) -> list[int]:
    found = []
    for kid in scene.parsed.kids(i, "amod", "compound", "nmod", "npadvmod"):
        found.extend([kid.i, *(k for k in _left(scene, kid.i))])
        found.extend(conj.i for conj in scene.parsed.kids(kid.i, "conj"))
    return found


def _far(scene: Scene, token: Token, preposition: str) -> list[int]:
    """Return the parties behind a preposition anywhere in the clause: `won a contract worth 1 billion from Egypt`."""
    if not is_verb(token) or preposition not in ("from", "with", "to"):
        return []
    found = []
    for k in scene.parsed.sentence_of(token.i):
        word = scene.parsed.tokens[k]
        if (
            k > token.i
            and word.dep == "pobj"
            and k in scene.named
            and scene.parsed.tokens[word.head].text.lower() == preposition
        ):
            between = [above for above in scene.parsed.ancestors(word.head) if is_verb(above)]
            found += [k] if between and between[0].i == token.i else []
    return found


def _happening(scene: Scene, token: Token) -> Token | None:
    """Return the verb that says of a noun that it took place: `talks were held in Geneva`."""
    head = scene.parsed.tokens[token.head]
    happens = token.dep in ("nsubj", "nsubjpass") and is_verb(head) and head.lemma in word_class("happen")
    return head if happens else None


def prepositional(scene: Scene, token: Token, preposition: str) -> Iterator[int]:
    """Yield the nouns behind a preposition of the word, of its object, of its light verb, or of a preposition's noun.

    Parsers attach prepositions to the nearest noun; the slots of an action are searched in its whole phrase.
    """
    roots = [token]
    if is_verb(token):
        before = token.dep == "relcl" or is_passive(scene, token)  # "the tariffs on steel that it imposed"
        roots += [scene.parsed.tokens[k] for k in objects(scene, token) if before or k > token.i]
        roots += [
            noun
            for k in surface_subjects(scene, token)
            if (noun := scene.parsed.tokens[k]).lemma in word_class("paper")
        ]
    elif (carrier := light_verb(scene, token) or _happening(scene, token)) is not None:
        roots.append(carrier)
    roots += [
        kid for kid in scene.parsed.kids(token.i, "acl") if kid.lemma in word_class("light") and not is_verb(token)
    ]
    seen: set[int] = set()
    while roots:
        root = roots.pop(0)
        counted = root.lemma in word_class("measure")  # "a number of drills for"
        for kid in scene.parsed.kids(root.i, "prep", "agent", "dative", "prt"):
            if kid.i in seen:
                continue
            seen.add(kid.i)
            nouns = scene.parsed.kids(kid.i, "pobj", "pcomp")
            if kid.text.lower() == preposition:
                yield from (noun.i for noun in nouns)
            things = [noun for noun in nouns if noun.pos in ("NOUN", "PROPN")]
            roots.extend(noun for noun in things if counted or noun.lemma not in word_class("event"))
            roots.extend([kid] if scene.parsed.kids(kid.i, "prep") else [])


_OWN: dict[str, Callable[[Scene, Token], list[int]]] = {
    "comp": _told_clauses,
    "query": _asked,
    "wont": _refusals,
    "subj": lambda scene, token: subjects(scene, token) if is_verb(token) else _noun_subjects(scene, token),
    "obj": lambda scene, token: objects(scene, token) if is_verb(token) else [],
    "poss": lambda scene, token: [kid.i for kid in scene.parsed.kids(token.i, "poss")],
    "mod": lambda scene, token: _left(scene, token.i),
    "prt": _particles,
    "trait": _traits,
    "if": lambda scene, token: [k for k in _clauses(scene, token.i, "comp") if _is_condition(scene, k)],
    "would": lambda scene, token: [k for k in _clauses(scene, token.i, "comp") if _is_ahead(scene, k)],
}
