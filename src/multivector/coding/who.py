"""Whom a noun phrase stands for: names, offices, descriptions and pronouns → parties."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from multivector import parties
from multivector.coding.people import told_parties
from multivector.coding.scene import Focus, Ref, Scene, word_class

if TYPE_CHECKING:
    from multivector.coding.parse import Token

_HIS = frozenset({"his", "her", "he", "she", "him", "himself", "herself"})
_ITS = frozenset({"its", "it", "itself"})
_THEIR = frozenset({"their", "they", "them", "both", "themselves"})
_OUR = frozenset({"we", "us", "our", "ourselves", "ours"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def refs(scene: Scene, focus: Focus, i: int) -> list[Ref]:
    """Return what the noun phrase headed by word `i` stands for, one entry a party, coordinated nouns included.

    A noun that stands for nobody that can be told gives an entry with party None, so that callers can tell "nobody"
    from "somebody unknown".
    """
    found = one(scene, focus, i)
    for token in scene.parsed.kids(i, "conj"):
        if token.pos in ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM"):
            found.extend(refs(scene, focus, token.i))
    return found


def one(scene: Scene, focus: Focus, i: int) -> list[Ref]:
    """Return what word `i` with its own modifiers stands for."""
    token = scene.parsed.tokens[i]
    low = token.text.lower()
    if token.tag in ("WP", "WDT", "WP$") or (low == "that" and token.dep in ("nsubj", "nsubjpass", "dobj")):
        return _antecedent(scene, focus, token)
    if token.pos == "PRON" or low in _HIS | _ITS | _THEIR | _OUR:
        return _pronoun(scene, focus, token)
    if i in scene.persons:
        return [_person(scene, i)]
    if i in scene.named:
        return _named(scene, i)
    return _described(scene, focus, token)


def _person(scene: Scene, i: int) -> Ref:
    person = scene.persons[i]
    return Ref(person.party, "person", phrase(scene, i), person.name, inherited=not person.told)


def _named(scene: Scene, i: int) -> list[Ref]:
    mention = scene.named[i]
    kind = {"organisation": "organisation", "city": "place", "company": "company", "office-body": "agent"}.get(
        mention.kind, "state"
    )
    if not mention.settled:
        return [Ref(None, kind, phrase(scene, i))]
    return [Ref(code, kind, phrase(scene, i)) for code in mention.parties]


def phrase(scene: Scene, i: int) -> tuple[int, int]:
    """Return first and last word of the noun phrase headed by `i`, without clauses, coordination and appositions."""
    words, todo = [i], [i]
    while todo:
        for token in scene.parsed.kids(todo.pop()):
            if token.dep in ("poss", "amod", "compound", "nmod", "det", "nummod", "case", "npadvmod", "quantmod") or (
                token.dep in ("prep", "pobj") and (token.dep == "pobj" or token.text.lower() in ("of", "for"))
            ):
                words.append(token.i)
                todo.append(token.i)
    first, last = min(words), max(words)
    while first < last and scene.parsed.tokens[first].pos == "PUNCT":
        first += 1
    return first, last


def _antecedent(scene: Scene, focus: Focus, token: Token) -> list[Ref]:
    """`Shakkaliyev, who visited Rome`: the noun that the clause describes."""
    for above in scene.parsed.ancestors(token.i):
        if above.dep in ("relcl", "acl") and above.head < token.i:
            return refs(scene, focus, _described_by(scene, above.head) if token.text.lower() == "which" else above.head)
    return []


def _described_by(scene: Scene, i: int) -> int:
    """`the war against Ukraine, which ...`: the whole phrase is described, not the name at its end."""
    token = scene.parsed.tokens[i]
    above = scene.parsed.tokens[token.head]
    if token.dep == "pobj" and above.dep == "prep" and scene.parsed.tokens[above.head].pos == "NOUN":
        return _described_by(scene, above.head)
    return i


def _pronoun(scene: Scene, focus: Focus, token: Token) -> list[Ref]:
    low = token.text.lower()
    span = (token.i, token.i)
    if low in _HIS:
        person = _last_person(scene, focus, token)
        return [Ref(person.party, "person", span, person.person, inherited=True)] if person else []
    if low in _ITS:
        code = _last_party(scene, focus, token)
        return [Ref(code, "state", span, inherited=True)] if code else []
    if low in _OUR:
        return [Ref(scene.home, "state", span, inherited=True)] if scene.home else []
    if low in _THEIR:
        return [Ref(code, "state", span, inherited=True) for code in _pair(scene, focus, token.i)]
    return []


def _last_person(scene: Scene, focus: Focus, token: Token) -> Ref | None:
    """The subject person of this sentence before the pronoun, else of the sentence before."""
    here = [k for k in scene.parsed.sentence_of(token.i) if k < token.i and k in scene.persons]
    subjects = [k for k in here if scene.parsed.tokens[k].dep in ("nsubj", "nsubjpass", "poss")]
    for k in (subjects or here)[-1:] if not subjects else subjects[:1]:
        return _person(scene, k)
    if here:
        return _person(scene, here[-1])
    above = {word.i for word in scene.parsed.ancestors(token.i)}  # "the minister, his first visit": not these
    words = scene.parsed.sentence_of(token.i)
    office = [k for k in words if k < token.i and k not in above and _is_office_subject(scene, k)]
    for k in office[:1]:
        for ref in one(scene, focus, k):
            if ref.party:
                return ref
    return focus.topic or (focus.people[-1] if focus.people else None)


def _is_office_subject(scene: Scene, k: int) -> bool:
    token = scene.parsed.tokens[k]
    return token.dep in ("nsubj", "nsubjpass") and token.lemma in word_class("office") and token.pos == "NOUN"


def _last_party(scene: Scene, focus: Focus, token: Token) -> str | None:
    here = [k for k in scene.parsed.sentence_of(token.i) if k < token.i and k in scene.named]
    clear = [
        k
        for k in here
        if scene.named[k].kind in ("state", "organisation", "capital", "seat") and len(scene.named[k].parties) == 1
    ]
    subjects = [k for k in clear if scene.parsed.tokens[k].dep in ("nsubj", "nsubjpass")]
    for k in subjects[:1] or clear[-1:]:
        return scene.named[k].parties[0]
    return focus.parties[-1] if focus.parties else None


def _pair(scene: Scene, focus: Focus, i: int) -> tuple[str, ...]:
    """The sides that `the two` or `they` mean: two told just before, those of the last dealing, the subject."""
    here = list(dict.fromkeys(code for k in scene.parsed.sentence_of(i) if k < i for code in _code(scene, k)))
    if len(here) == 2:
        return tuple(here)
    pronoun = scene.parsed.tokens[i].text.lower() in _THEIR
    if len(focus.pair) == 2 and (pronoun or not set(focus.pair) - set(scene.principals)):
        return focus.pair
    recent = tuple(focus.parties[-2:])
    return scene.principals or focus.pair or (recent if len(focus.parties) == 2 else ())


def _code(scene: Scene, k: int) -> list[str]:
    if k in scene.persons:
        return [scene.persons[k].party] if scene.persons[k].party else []  # type: ignore[list-item]
    mention = scene.named.get(k)
    return [mention.parties[0]] if mention and len(mention.parties) == 1 and mention.kind != "city" else []


def _described(scene: Scene, focus: Focus, token: Token) -> list[Ref]:
    """A common noun: `the two sides`, `his host`, `Kazakh officials`, `the foreign ministry`."""
    span, kind = phrase(scene, token.i), noun_kind(token.lemma)
    if kind == "agent" and {kid.lemma for kid in scene.parsed.kids(token.i, "amod")} & word_class("former"):
        return [Ref(None, "bystander", span)]
    several = _means_several(scene, token)
    if several:
        return [Ref(code, "state", span, inherited=True) for code in several]
    told = told_parties(scene.parsed, scene.named, token.i, scene.persons)
    if told:  # "two Libyan diplomats" are of one state
        return [Ref(code, kind, span) for code in told]
    if _means_both(scene, token):
        return [Ref(code, "state", span, inherited=True) for code in _pair(scene, focus, token.i)]
    return _by_context(scene, focus, token, span, kind)


def _by_context(scene: Scene, focus: Focus, token: Token, span: tuple[int, int], kind: str) -> list[Ref]:
    """A noun that tells no party itself: short for a body, belonging to or beside somebody, known by its role."""
    short = _short_form(scene, token)
    if short:
        return [Ref(short, "agent", span, inherited=True)]
    if token.lemma in word_class("counterpart"):
        return _counterpart(scene, focus, token, span)
    for owner in scene.parsed.kids(token.i, "poss"):
        owners = [ref for ref in refs(scene, focus, owner.i) if ref.party]
        if owners:
            return [Ref(ref.party, kind, span, inherited=ref.inherited) for ref in owners]
    beside = [ref for kid in scene.parsed.kids(token.i, "appos") for ref in refs(scene, focus, kid.i) if ref.party]
    if beside:
        return beside
    return [_by_role(scene, focus, token, span)] if kind == "agent" else [Ref(None, kind, span)]


def _short_form(scene: Scene, token: Token) -> str | None:
    """`the Commission`, `the Council`: the body whose full name ended so earlier in the report."""
    if token.pos != "PROPN" or not any(kid.text.lower() == "the" for kid in scene.parsed.kids(token.i, "det")):
        return None
    told = [m for m in scene.mentions if m.span[1] < token.start and m.kind in ("organisation", "office-body")]
    return next((m.parties[0] for m in reversed(told) if m.words.split()[-1] == token.text and m.settled), None)


def noun_kind(lemma: str) -> str:
    """Return what a noun acts as: `agent` for its state, `group` for itself, `bystander` not at all, else `thing`."""
    if lemma in word_class("group"):
        return "group"
    if lemma in word_class("office") or lemma in word_class("body"):
        return "agent"
    return "bystander" if lemma in word_class("bystander") else "thing"


def _means_several(scene: Scene, token: Token) -> tuple[str, ...]:
    """`the three countries`: the three parties of which the report tells far more than of any other."""
    if token.lemma not in word_class("side"):
        return ()
    numbers = [
        _NUMBERS[kid.text.lower()] for kid in scene.parsed.kids(token.i, "nummod") if kid.text.lower() in _NUMBERS
    ]
    told = Counter(m.parties[0] for m in scene.mentions if len(m.parties) == 1 and m.kind != "city")
    ranked = sorted(told.items(), key=lambda item: (-item[1], item[0]))
    if not numbers or len(ranked) < numbers[0]:
        return ()
    n = numbers[0]
    clear = len(ranked) == n or ranked[n - 1][1] > ranked[n][1]
    return tuple(code for code, _ in ranked[:n]) if clear else ()


_NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6}


def _means_both(scene: Scene, token: Token) -> bool:
    if token.lemma not in word_class("side"):
        return False
    before = {kid.text.lower() for kid in scene.parsed.kids(token.i)}
    return bool(before & {"two", "both"}) or (
        token.lemma in ("side", "party") and token.tag == "NNS" and "the" in before
    )


def _counterpart(scene: Scene, focus: Focus, token: Token, span: tuple[int, int]) -> list[Ref]:
    """`his counterpart`, `her host`: the other side of the person or state that the word belongs to."""
    for owner in scene.parsed.kids(token.i, "poss"):
        for ref in refs(scene, focus, owner.i):
            other = _other_here(scene, token.i, ref.party) or focus.other(ref.party)
            if other:
                return [Ref(other, "agent", span, inherited=True)]
    return [Ref(None, "agent", span)]


def _other_here(scene: Scene, i: int, party: str | None) -> str | None:
    here = list(dict.fromkeys(code for k in scene.parsed.sentence_of(i) for code in _code(scene, k) if code != party))
    return here[0] if len(here) == 1 and party else None


def _by_role(scene: Scene, focus: Focus, token: Token, span: tuple[int, int]) -> Ref:
    """`the president`, `the ministry`: who was last called so, else the state of the dateline."""
    before = focus.roles.get(token.lemma)
    if before is not None:
        return Ref(before.party, "agent", span, before.person, inherited=True)
    return Ref(scene.home, "agent", span, inherited=True)


def country_of(scene: Scene, i: int) -> str | None:
    """Return the state in which the place named at word `i` lies, or which it is."""
    mention = scene.named.get(i)
    if mention is None or len(mention.parties) != 1 or mention.kind not in ("state", "capital", "city", "seat"):
        return None
    return mention.parties[0] if parties.is_state(mention.parties[0]) else None


def place_at(scene: Scene, k: int) -> str | None:
    """Return the state of the place that a noun phrase tells: `Almaty`, `Bamako airport`, `the port of Trieste`."""
    country = country_of(scene, k)
    if country:
        return country
    inner = [kid.i for kid in scene.parsed.kids(k, "appos", "compound", "poss", "nmod")]
    for kid in scene.parsed.kids(k, "prep"):
        if kid.text.lower() in ("in", "of", "near"):
            inner.extend(noun.i for noun in scene.parsed.kids(kid.i, "pobj"))
    if scene.parsed.tokens[k].lemma == "capital":
        inner.extend(kid.i for kid in scene.parsed.kids(k, "amod"))
        adjectives = [scene.named[i].parties[0] for i in inner if i in scene.named and len(scene.named[i].parties) == 1]
        return adjectives[0] if adjectives else None
    return next((found for i in inner if (found := country_of(scene, i))), None)
