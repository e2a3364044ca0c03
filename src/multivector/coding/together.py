"""Which of the dealings that the rows see are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from multivector.coding.seen import seen_by_rows

if TYPE_CHECKING:
    from multivector.coding.dealings import Hit
    from multivector.coding.scene import Scene


def dealings(scene: Scene) -> list[Hit]:
    """Return the dealings of a report, in the order of their words."""
    return [hit for hit in seen_by_rows(scene) if not hit.denied and not hit.open]
