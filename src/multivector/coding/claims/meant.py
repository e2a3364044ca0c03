"""Which parties a noun phrase of a claim stands for: names, lists, `its`, `the country`, `we`, `both sides`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import TYPE_CHECKING

from multivector import parties
from multivector.coding.claims.common import Reading
from multivector.coding.scene import Scene
from multivector.coding.slots import is_verb, slot, surface_subjects
from multivector.coding.who import refs

if TYPE_CHECKING:
    from multivector.coding.blocks import Block
    from multivector.coding.parse import Token

_ITS = frozenset({"its", "it", "itself"})
_OURS = frozenset({"we", "us", "our", "ours", "my"})
_EACH = frozenset({"neither", "both", "each", "all", "none", "either"})
_SIDES = frozenset({"government", "side", "party", "capital"})
_COUNTRY = frozenset(
    "country state nation republic kingdom emirate sultanate duchy island islands neighbour neighbor".split()
)
_CLUBS = frozenset({"union", "bloc", "alliance"})


def parties_at(reading: Reading, i: int, but: Collection[str | None] = (), *, regions: bool = False) -> tuple[str, ...]:
    """Return the parties that the noun phrase at word `i` stands for, those listed with it too, without those in `but`.

    A region stands for none, its states are not told one by one, but for all of them with `regions`. `its` and
    `the country` mean the party spoken of last that is not in `but`.
    """
    scene = reading.scene
    token = scene.parsed.tokens[i]
    low = token.text.lower()
    mention = scene.named.get(i)
    if mention is not None and mention.kind == "region":
        return tuple(code for code in mention.parties if code not in but) if regions else ()
    if low in _EACH and (inner := slot(scene, i, "of")):
        found = [code for k in inner for code in parties_at(reading, k)]
    elif _means_pair(scene, token):
        found = list(pair_of(reading, i))
    elif low in _OURS or any(kid.text.lower() in _OURS for kid in scene.parsed.kids(i, "poss")):
        found = [code] if (code := ours(reading, i)) else []
    elif low == "its" and but and (owner := _own_subject(reading, token, but)):
        found = [owner]
    elif (low in _ITS and but) or _is_the_country(scene, token):
        found = [code] if (code := spoken_of(reading, i, but)) else []
    elif low == token.text and low in _CLUBS and _is_pointed(scene, token):
        told = [m for m in scene.mentions if m.span[0] < token.start and m.kind == "organisation" and m.settled]
        found = [told[-1].parties[0]] if told else []
    else:
        found = [ref.party for ref in refs(scene, reading.focus, i) if ref.party]
        if found and mention is not None:
            found.extend(_listed(scene, i))
    return tuple(code for code in dict.fromkeys(found) if code not in but)


def _own_subject(reading: Reading, token: Token, but: Collection[str | None]) -> str | None:
    """`Bulgaria, the last of Gazprom's clients, takes a third of its gas from`: the subject of its clause, by name."""
    scene = reading.scene
    verb = next((above for above in scene.parsed.ancestors(token.i) if is_verb(above)), None)
    heads = surface_subjects(scene, verb) if verb is not None and token.i > verb.i else []
    codes = [m.parties[0] for k in heads if k < token.i and (m := scene.named.get(k)) and len(m.parties) == 1]
    return next((code for code in codes if code not in but), None)


def _listed(scene: Scene, i: int) -> list[str]:
    """`Türkiye, Azerbaijan, Kazakhstan and Uzbekistan`: names in a row with a last `and`, however they are parsed."""
    tokens, found, k, closed = scene.parsed.tokens, [], i + 1, False
    end = scene.parsed.sentence_of(i)[-1]
    while k <= end and not closed:
        while k <= end and (tokens[k].text in (",", "and", "&") or tokens[k].dep == "det"):
            closed = closed or tokens[k].text in ("and", "&")
            k += 1
        mention = scene.named.get(k)
        if mention is None or len(mention.parties) != 1 or mention.kind in ("adjective", "person"):
            break
        if tokens[k - 1].i in scene.named or (_is_subject(scene, k) and not _is_subject(scene, i)):
            break
        found.append(mention.parties[0])
        while k <= end and scene.named.get(k) is mention:
            k += 1
    return found if closed else []


def _is_subject(scene: Scene, k: int) -> bool:
    """Whether a name, or the one with which it is coordinated, is a subject: `from Algeria, and Italy now gets`."""
    mention, token = scene.named.get(k), scene.parsed.tokens[k]
    while token.head != token.i and (token.dep in ("conj", "compound") or scene.named.get(token.head) is mention):
        token = scene.parsed.tokens[token.head]
    return token.dep in ("nsubj", "nsubjpass")


def _means_pair(scene: Scene, token: Token) -> bool:
    """`both countries`, `the two states`, `neither` as a subject."""
    before = {kid.text.lower() for kid in scene.parsed.kids(token.i)}
    if token.lemma in _COUNTRY | _SIDES and before & {"two", "both", "neither", "either"}:
        return True
    alone = token.pos in ("PRON", "DET", "CCONJ") and token.dep in ("nsubj", "nsubjpass")
    return token.text.lower() in _EACH and alone


def _is_the_country(scene: Scene, token: Token) -> bool:
    plural = token.text.lower() == "islands"  # an archipelago is spoken of in the plural
    if token.lemma not in _COUNTRY or not (plural or token.tag in ("NN", "NNP")) or token.i in scene.named:
        return False
    return _is_pointed(scene, token)


def _is_pointed(scene: Scene, token: Token) -> bool:
    """`the island`, `this country`, `the grand duchy`: nothing else tells which."""
    kids = [kid for kid in scene.parsed.kids(token.i) if kid.text.lower() != "grand"]
    pointed = any(kid.text.lower() in ("the", "this", "that") for kid in kids)
    return pointed and not any(
        kid.i in scene.named or kid.dep in ("amod", "poss", "prep", "relcl", "compound", "nmod", "appos")
        for kid in kids
    )


def ours(reading: Reading, i: int) -> str | None:
    """Return the state for which `we` speak: of the dateline, else of whoever is quoted, else the first that is named.

    A conversation introduces the speaker with a state before anything else is told.
    """
    scene = reading.scene
    local = dateline(scene, i) or scene.home
    if local:
        return local
    quoted = scene.parsed.text[: scene.parsed.tokens[i].start].count("“") > scene.parsed.text[
        : scene.parsed.tokens[i].start
    ].count("”")
    speakers = [ref.party for ref in reading.focus.people if ref.party and ref.kind == "person"]
    if quoted and speakers:
        return speakers[-1]
    prose = [block.span for block in scene.blocks if block.kind != "headline"]
    begin = prose[0][0] if prose else 0
    states = (m.parties[0] for m in scene.mentions if m.span[0] >= begin and len(m.parties) == 1 and m.kind != "city")
    return next((code for code in states if parties.is_state(code)), None)


def home(reading: Reading, i: int, but: Collection[str | None] = ()) -> str | None:
    """Return the state in which the report is at home: that of the dateline, else the one told most often."""
    scene = reading.scene
    local = dateline(scene, i) or scene.home
    if local and local not in but:
        return local
    here = {scene.named[k].parties[0] for k in scene.parsed.sentence_of(i) if k in scene.named}
    told = Counter(m.parties[0] for m in scene.mentions if len(m.parties) == 1 and parties.is_state(m.parties[0]))
    told = Counter({code: n for code, n in told.items() if code not in but})
    codes = [code for code in told if code not in here] or list(told)
    return min(codes, key=lambda code: (-told[code], code)) if codes else None


def dateline(scene: Scene, i: int) -> str | None:
    """Return the state of the city in capitals with which the line begins: a digest has one for each item."""
    start = scene.parsed.tokens[i].start
    line = scene.report.text.rfind("\n", 0, start) + 1
    first = next((m for m in scene.mentions if m.span[0] == line), None)
    if first is None or not first.words.isupper() or len(first.parties) != 1 or first.kind not in ("capital", "city"):
        return None
    return first.parties[0]


def block_of(scene: Scene, i: int) -> Block | None:
    """Return the line of the text in which word `i` stands."""
    start = scene.parsed.tokens[i].start
    return next((block for block in scene.blocks if block.span[0] <= start < block.span[1]), None)


def pair_of(reading: Reading, i: int) -> tuple[str, ...]:
    """Return the two parties that `bilateral` means: told in the sentence, those of the report, those told before."""
    named = [
        m for k in reading.scene.parsed.sentence_of(i) if (m := reading.scene.named.get(k)) and len(m.parties) == 1
    ]
    here = dict.fromkeys(m.parties[0] for m in named if m.kind != "city")
    for codes in ([code for code in here if parties.is_state(code)], list(here)):
        if len(codes) == 2:
            return tuple(codes)
    seen = tuple(code for code in reading.focus.parties if parties.is_state(code))
    if reading.scene.parsed.tokens[i].sentence - reading.paired <= 1:
        return reading.focus.pair
    return reading.scene.principals or reading.focus.pair or seen[-2:]


def spoken_of(reading: Reading, i: int, but: Collection[str | None]) -> str | None:
    """Return the party meant by a pronoun at word `i`: whose partners were told last, else the state named last."""
    scene = reading.scene
    if reading.owner and reading.owner not in but:
        return reading.owner
    here = [k for k in scene.parsed.sentence_of(i) if k < i and k in scene.named]
    codes = [scene.named[k].parties[0] for k in here if len(scene.named[k].parties) == 1]
    before = [reading.total.owner] if reading.total and reading.total.owner else []
    order = [code for code in (*reversed(codes), *before, *reversed(reading.focus.parties)) if code not in but]
    return next((code for code in order if parties.is_state(code)), order[0] if order else None)


def subject_of(
    reading: Reading, verb: Token, but: Collection[str | None] = (), *, regions: bool = False
) -> tuple[str, ...]:
    """Return the parties of the grammatical subject of a verb; of a predicate noun it is the subject of its clause."""
    scene = reading.scene
    found: dict[str, None] = {}
    for k in surface_subjects(scene, verb):
        here = parties_at(reading, k, but, regions=regions)
        token = scene.parsed.tokens[k]
        above = scene.parsed.tokens[token.head]
        if not here and token.dep == "attr" and above.i != verb.i:
            here = subject_of(reading, above, but)
        if not here and token.dep == "appos":
            here = parties_at(reading, above.i, but)
        found.update(dict.fromkeys(here))
    return tuple(found)
