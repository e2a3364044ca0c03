"""Which of the report's citations stand behind which dealing (ruling 30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.scene import Scene

if TYPE_CHECKING:
    from multivector.coding.citations import Cited
    from multivector.coding.happenings import Draft


def attach_citations(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give each draft the citations that cover it, and return the drafts.

    A bracket covers what its own sentence tells before it, and the sentences of the paragraph back to the bracket
    before where they tell a dealing of the same parties; a source in running text covers its own sentence.
    """
    for draft in drafts:
        draft.cites = tuple(n for n, cited in enumerate(scene.cited) if _covers(scene, cited, draft))
    return drafts


def _covers(scene: Scene, cited: Cited, draft: Draft) -> bool:
    start, end = scene.parsed.sentence_span(draft.sentence)
    block = scene.blocks[draft.paragraph].span
    if cited.covers == "sentence":
        return start <= cited.bracket[0] <= end
    following = _next_sentence_start(scene, draft.sentence, block[1])
    return any(draft.anchor[0] < bracket[0] <= following for bracket in (cited.bracket, *cited.again))


def _next_sentence_start(scene: Scene, sentence: int, end: int) -> int:
    """A bracket stands behind the sentence's full stop or before it: it ends where the next sentence begins."""
    if sentence + 1 < len(scene.parsed.sentences):
        return min(scene.parsed.sentence_span(sentence + 1)[0], end + 1)
    return end + 1
