"""What the reader of claims keeps in mind from sentence to sentence."""

from __future__ import annotations

from multivector.coding.claims.common import Reading
from multivector.coding.claims.meant import subject_of
from multivector.coding.scene import Ref
from multivector.coding.slots import surface_subjects


def notice(reading: Reading, sentence: int) -> None:
    """Keep in mind whom the sentence spoke of: its subject comes last, so that `it` means that one."""
    scene, focus = reading.scene, reading.focus
    words = scene.parsed.sentences[sentence]
    named = [k for k in words if k in scene.named or k in scene.persons]
    root = next((k for k in words if scene.parsed.tokens[k].head == k), words[0])
    main = set(surface_subjects(scene, scene.parsed.tokens[root]))
    acting = {k for k in named if scene.parsed.tokens[k].dep in ("nsubj", "nsubjpass")}
    spoken = subject_of(reading, scene.parsed.tokens[root])
    order = sorted(named, key=lambda k: (k in main or scene.parsed.tokens[k].head in main, k in acting, k))
    for k in order:
        person, mention = scene.persons.get(k), scene.named.get(k)
        code = person.party if person else mention.parties[0] if mention and len(mention.parties) == 1 else None
        if person and person.words[1] == k:
            focus.people.append(Ref(person.party, "person", person.words, person.name))
        if code:
            focus.see(code)
    for code in spoken:
        focus.see(code)
    pair = tuple(dict.fromkeys(scene.named[k].parties[0] for k in named if k in scene.named and scene.named[k].settled))
    if len(pair) == 2:
        focus.pair, reading.paired = pair, sentence
