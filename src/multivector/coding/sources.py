"""Which of the report's citations stand behind which dealing (ruling 30)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.scene import Scene

if TYPE_CHECKING:
    from multivector.coding.happenings import Draft


def attach_citations(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Give each draft the citations that cover it, and return the drafts.

    A bracket covers what its own sentence tells before it, and the sentences of the paragraph back to the bracket
    before where they tell a dealing of the same parties; a source in running text covers its own sentence.
    """
    for draft in drafts:
        start, end = scene.parsed.sentence_span(draft.sentence)
        draft.cites = tuple(
            n for n, cited in enumerate(scene.cited) if _covers(scene, cited.bracket, draft, (start, end), cited.covers)
        )
    return drafts


def _covers(scene: Scene, bracket: tuple[int, int], draft: Draft, sentence: tuple[int, int], covers: str) -> bool:
    block = scene.blocks[draft.paragraph].span
    if not block[0] <= bracket[0] <= block[1] + 1:
        return False
    if covers == "sentence":
        return sentence[0] <= bracket[0] <= sentence[1]
    following = _next_sentence_start(scene, draft.sentence, block[1])
    return draft.anchor[0] < bracket[0] <= following


def _next_sentence_start(scene: Scene, sentence: int, end: int) -> int:
    if sentence + 1 < len(scene.parsed.sentences):
        start = scene.parsed.sentence_span(sentence + 1)[0]
        return min(start, end + 1)
    return end + 1
