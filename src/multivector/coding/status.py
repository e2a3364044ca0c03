"""Whether a dealing happened, goes on, is planned, might be, or is denied: told by tense, mood and the words around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.scene import Scene, word_class
from multivector.coding.slots import is_verb, light_verb

if TYPE_CHECKING:
    from multivector.coding.parse import Token

DENIED = "denied"
"""No dealing: negated, refused, wished for, asked after, or only an opinion."""

_MAYBE = frozenset({"could", "may", "might", "can"})
_OUGHT = frozenset({"should", "must", "ought", "need"})
_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "sha"})
_CLAUSES = frozenset({"xcomp", "ccomp", "conj", "advcl", "pcomp", "acl", "relcl", "parataxis", "dep"})


def status_of(scene: Scene, i: int, *, statement: bool) -> str:
    """Return the status of the dealing told by word `i`, or `DENIED`.

    Args:
        scene: The report.
        i: Index of the verb or noun that tells the dealing.
        statement: Whether the dealing is itself a statement (praise, demand): then "is asking" is no ongoing state.
    """
    token = scene.parsed.tokens[i]
    if is_question(scene, i):
        return DENIED
    found = _of_verb(scene, token) if is_verb(token) else _of_noun(scene, token)
    return "occurred" if statement and found == "ongoing" else found


def is_question(scene: Scene, i: int) -> bool:
    """Whether word `i` stands in a question."""
    last = scene.parsed.tokens[scene.parsed.sentence_of(i)[-1]]
    quoted = scene.parsed.tokens[max(scene.parsed.sentence_of(i)[0], last.i - 1)]
    return "?" in (last.text, quoted.text if last.text in "\"”'’" else "")


def _of_verb(scene: Scene, token: Token) -> str:
    own = _own_mood(scene, token)
    if own == DENIED:
        return DENIED
    above = _governing_mood(scene, token)
    if above == DENIED:
        return DENIED
    for mood in ("hypothetical", "planned"):
        if mood in (own, above):
            return mood
    return own


def _own_mood(scene: Scene, token: Token) -> str:
    """Return the mood told by the verb's auxiliaries, negation, subject and conjunction."""
    kids = scene.parsed.kids(token.i)
    helpers = _auxiliaries(scene, token)
    if any(kid.dep == "neg" for kid in kids) or _nobody(scene, token) or helpers & _OUGHT:
        return DENIED
    if any(kid.dep == "mark" and kid.text.lower() in ("if", "unless", "whether", "lest") for kid in kids):
        return "hypothetical"
    if helpers & _MAYBE:
        return "hypothetical"
    if helpers & _FUTURE:
        return "planned"
    if "would" in helpers:
        return "planned" if _reported(scene, token) else "hypothetical"
    if _is_to(scene, token) or (token.tag == "VB" and token.dep == "acl"):
        return "planned"
    if (token.tag == "VBG" or "being" in helpers) and helpers & {"is", "are", "am", "'s", "’s", "been", "was", "were"}:
        return "occurred" if helpers & {"was", "were"} else "ongoing"
    return "occurred"


def _auxiliaries(scene: Scene, token: Token) -> set[str]:
    helpers = {kid.text.lower() for kid in scene.parsed.kids(token.i, "aux", "auxpass")}
    if not helpers and token.dep == "conj" and token.tag in ("VB", "VBN", "VBG"):
        head = scene.parsed.tokens[token.head]
        return _auxiliaries(scene, head) if is_verb(head) else helpers
    return helpers


def _nobody(scene: Scene, token: Token) -> bool:
    """`No minister came`, `signed nothing`, `neither side`."""
    nothing = ("no", "neither", "none", "nobody", "nothing", "little", "few", "nor", "any")
    for kid in scene.parsed.kids(token.i, "nsubj", "nsubjpass", "dobj", "attr"):
        words = {kid.text.lower()} | {sub.text.lower() for sub in scene.parsed.kids(kid.i, "det", "preconj")}
        if words & set(nothing[:-1]):
            return True
    return False


def _is_to(scene: Scene, token: Token) -> bool:
    """`is to visit`, `is going to`, `is due to`: an infinitive under a form of be or an adjective of intent."""
    if token.tag != "VB" or token.dep not in ("xcomp", "ROOT", "ccomp", "acl", "conj"):
        return False
    head = scene.parsed.tokens[token.head]
    to = any(kid.text.lower() == "to" for kid in scene.parsed.kids(token.i, "aux"))
    return to and (
        head.lemma == "be" or (token.dep == "xcomp" and head.lemma in ("go", "due", "set", "ready", "about", "likely"))
    )


def _reported(scene: Scene, token: Token) -> bool:
    """Whether a `would` only shifts somebody's `will`: he announced that he would visit."""
    return any(above.lemma in word_class("tell") for above in scene.parsed.ancestors(token.i))


def _governing_mood(scene: Scene, token: Token) -> str:
    """Return the mood that the clauses above lay on the verb: plans to, refused to, wants to, without."""
    current = token
    for above in scene.parsed.ancestors(token.i):
        if current.dep not in _CLAUSES and not (current.dep == "prep" or above.dep == "prep"):
            break
        mood = _laid_on(scene, current, above)
        if mood:
            return mood
        current = above
    return "occurred"


def _laid_on(scene: Scene, current: Token, above: Token) -> str:
    lemma = above.lemma
    if current.dep == "pcomp":
        phrase = above.text.lower()
        if phrase in ("without", "of", "from", "against") and (phrase == "without" or _denier_above(scene, above)):
            return DENIED
        return "hypothetical" if phrase == "for" and scene.parsed.tokens[above.head].lemma in word_class("wish") else ""
    if current.dep == "conj":
        return ""
    if (current.dep in ("xcomp", "ccomp", "acl", "advcl") and is_verb(above)) or current.dep in (
        "xcomp",
        "acl",
        "ccomp",
    ):
        if lemma in word_class("deny"):
            return DENIED
        if lemma in word_class("wish"):
            return DENIED
        if lemma in word_class("plan"):
            return (
                "planned"
                if current.tag in ("VB", "VBG") or (current.dep == "ccomp" and not _past(scene, current))
                else ""
            )
        if (
            current.dep == "ccomp"
            and any(kid.dep == "neg" for kid in scene.parsed.kids(above.i))
            and lemma not in word_class("tell")
        ):
            return DENIED
    if current.dep in ("xcomp", "advcl", "acl") and current.tag == "VB" and is_verb(above):
        own = _own_mood(scene, above)
        return own if own != "ongoing" else ""
    return ""


def _past(scene: Scene, token: Token) -> bool:
    return token.tag in ("VBD", "VBN") or "had" in _auxiliaries(scene, token)


def _denier_above(scene: Scene, preposition: Token) -> bool:
    head = scene.parsed.tokens[preposition.head]
    return head.lemma in word_class("deny") or (
        preposition.head != preposition.i and head.text.lower() in ("short", "instead", "lieu")
    )


def _of_noun(scene: Scene, token: Token) -> str:
    kids = scene.parsed.kids(token.i)
    words = {kid.text.lower() for kid in kids if kid.i < token.i} | {kid.lemma for kid in kids if kid.i < token.i}
    if words & {"no", "neither", "any", "another"} | words & word_class("unreal"):
        return DENIED
    carrier = light_verb(scene, token)
    if carrier is not None:
        return _of_verb(scene, carrier) if not words & word_class("coming") else "planned"
    if words & word_class("coming"):
        return "planned"
    head = scene.parsed.tokens[token.head]
    if head.pos == "ADP" or token.dep == "pobj":
        return _behind_preposition(scene, head)
    if token.dep in ("nsubj", "nsubjpass", "dobj", "attr") and is_verb(head):
        return _beside_verb(scene, token, head)
    return "occurred"


def _behind_preposition(scene: Scene, head: Token) -> str:
    phrase = head.text.lower()
    if phrase in ("before", "towards", "without") or (
        phrase == "of" and scene.parsed.tokens[head.head].text.lower() == "ahead"
    ):
        return DENIED if phrase == "without" else "planned"
    above = scene.parsed.tokens[head.head]
    if phrase in ("for", "to", "of", "on") and above.lemma in word_class("wish") | word_class("plan") | word_class(
        "deny"
    ):
        return "planned" if above.lemma in word_class("plan") else DENIED
    return "occurred"


def _beside_verb(scene: Scene, token: Token, head: Token) -> str:
    acting = token.dep == "nsubj" and bool(scene.parsed.kids(head.i, "dobj"))  # "the strike stopped all trains"
    if head.lemma in word_class("deny") | word_class("wish") | word_class("call-off") and not acting:
        return DENIED
    if head.lemma in word_class("plan") and not acting:
        return "planned"
    if token.dep in ("nsubj", "nsubjpass") or head.lemma in word_class("happen"):
        mood = _of_verb(scene, head)
        return "occurred" if mood in ("ongoing", DENIED) and head.lemma not in word_class("happen") else mood
    return "occurred"
