"""What all kinds of claims share: the draft of a claim, what flows between parties, what the reader has in mind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from multivector.coding.scene import Focus, Scene

if TYPE_CHECKING:
    from multivector.coding.claims.quantities import Quantity


@dataclass(slots=True)
class Draft:
    """A claim in the making; `words` are the indices of the words that tell it."""

    kind: str
    subject: str | None
    object: str | None
    measure: str
    value: Decimal | bool | str
    words: tuple[int, ...]
    unit: str | None = None
    period: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class Flow:
    """What runs between two parties: `owner` is whose exports, debts, visitors or companies they are.

    `unit` is that of a count of them (`people`, `items`), empty where it is measured in money or weight.
    """

    measure: str
    owner: str | None
    partner: str | None
    scope: str | None = None
    unit: str = ""


@dataclass(slots=True)
class Reading:
    """A report while its claims are read: what was found in it and what the reader has in mind.

    `flow` is what the last figure was about, `unit` its unit, `total` what the last share was of; `owner` is whose
    partners were ranked in this sentence, `ranked` the rank seen as a flow, `member` the sentence and
    organisation of the last membership. `used` are quantities that are spoken for,
    `told` and `paired` the last sentences with a figure and with two parties.
    """

    scene: Scene
    quantities: tuple[Quantity, ...]
    focus: Focus
    flow: Flow | None = None
    total: Flow | None = None
    unit: str | None = None
    owner: str | None = None
    ranked: Flow | None = None
    ranking: Flow | None = None
    member: tuple[int, str] | None = None
    heading: tuple[Flow, str | None] | None = None
    told: int = -9
    paired: int = -9
    used: set[int] = field(default_factory=set)

    def ranked_total(self) -> Flow | None:
        """Return the whole in which a party was ranked in this sentence: the exports, imports or trade of the other."""
        ranked = self.ranked
        if ranked is None:
            return None
        owner = ranked.owner if ranked.measure == "debt" else ranked.partner  # the debtor's debts are the whole
        return Flow(ranked.measure, owner, None, ranked.scope)

    def whole(self) -> Flow | None:
        """Return what `the total` means: that of the rank told here, of the last share, of the rank told before."""
        ranked, total = self.ranked_total(), self.total
        if ranked and total and (ranked.measure, ranked.owner) == (total.measure, total.owner):
            return total
        before = self.ranking
        last = Flow(before.measure, before.partner, None, before.scope) if before else None
        flow = self.flow if self.flow and self.flow.measure in ("exports", "imports", "trade", "debt") else None
        return ranked or total or last or (Flow(flow.measure, flow.owner, None, flow.scope) if flow else None)

    def here(self, sentence: int) -> list[Quantity]:
        """Return the quantities of a sentence."""
        words = self.scene.parsed.sentences[sentence]
        first = bisect_left(self.quantities, words[0], key=lambda quantity: quantity.first)
        last = bisect_right(self.quantities, words[-1], lo=first, key=lambda quantity: quantity.first)
        return list(self.quantities[first:last])
