"""The network: a small encoder that sees which words name which party, and four questions asked of it."""

from __future__ import annotations

import torch
from torch import nn
from transformers import BertConfig, BertModel

from multivector.coding.learned.labels import MODE_NAMES, ROLES, STATUSES, TYPES
from multivector.coding.learned.paths import DOWN, UP
from multivector.coding.learned.sides import MOST
from multivector.coding.learned.windows import DENIED_HINT, KINDS, SLOTS

_FAR = 8
"""Doublings of distance between a word and a name that are told apart."""
_STEP = 24


class Reader(nn.Module):
    """Tells of each piece which dealing it tells, and of each pair of piece and candidate the candidate's role.

    Takes the arrays of `multivector.coding.learned.arrays`. Returns types (batch, length, 16), modes (batch, length,
    64), statuses (batch, length, 4), roles (batch, length, candidates, 2) and counts (batch, length, 5, 5), all logits.
    """

    def __init__(self, config: BertConfig, relations: int, width: int = 128) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        hidden = config.hidden_size
        self.kinds = _small(len(KINDS), hidden, 0.01)
        self.slots = _small(SLOTS, hidden, 0.02)
        self.hints = _small(DENIED_HINT + 1, hidden, 0.02)
        self.drop = nn.Dropout(0.2)
        self.types = nn.Sequential(
            nn.Linear(hidden, hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(hidden, len(TYPES))
        )  # fmt: skip
        nn.init.constant_(self.types[-1].bias, -5.0)
        self.modes = nn.Linear(hidden, len(MODE_NAMES))
        self.statuses = nn.Linear(hidden, len(STATUSES))
        self.counts = nn.Linear(hidden, (MOST + 1) ** 2)
        self.steps = nn.Embedding(relations, _STEP)
        self.way = nn.Sequential(
            nn.Linear((UP + DOWN) * _STEP, 2 * width), nn.GELU(), nn.Dropout(0.1), nn.Linear(2 * width, width)
        )  # fmt: skip
        self.named_as = nn.Embedding(len(KINDS), 32)
        self.name = nn.Linear(2 * hidden + 32 + width, width)
        self.word = nn.Linear(hidden, width)
        self.apart = _small(2 * _FAR + 1, width, 0.02)
        self.hinted = _small(3, width, 0.02)
        self.role = nn.Sequential(nn.GELU(), nn.Dropout(0.1), nn.Linear(width, len(ROLES)))
        self.pair = nn.Parameter(torch.randn(len(ROLES), width, width) * 0.02)

    def forward(
        self, pieces: torch.Tensor, kinds: torch.Tensor, slots: torch.Tensor, hints: torch.Tensor, mask: torch.Tensor,
        first: torch.Tensor, last: torch.Tensor, named: torch.Tensor, own: torch.Tensor,
        paths: torch.Tensor, sides: torch.Tensor, ways: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:  # fmt: skip
        """See the class."""
        words = self.encoder.embeddings.word_embeddings(pieces) + self.kinds(kinds)
        words = words + self.slots(slots) + self.hints(hints)
        states = self.drop(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        way = self.way(self.steps(ways).flatten(1))
        ends = [torch.gather(states, 1, k.unsqueeze(-1).expand(-1, -1, states.shape[-1])) for k in (first, last)]
        name = self.name(torch.cat([*ends, self.named_as(named), way[own]], dim=-1))
        word = self.word(states)
        both = word[:, :, None] + name[:, None] + way[paths] + self.hinted(sides)
        both = both + self.apart(_doublings(pieces.shape[1], first))
        roles = self.role(both) + torch.einsum("blw,rwv,bcv->blcr", torch.relu(word), self.pair, torch.relu(name))
        counts = self.counts(states).unflatten(-1, (MOST + 1, MOST + 1))
        return self.types(states), self.modes(states), self.statuses(states), roles, counts


def _small(rows: int, width: int, deviation: float) -> nn.Embedding:
    table = nn.Embedding(rows, width)
    nn.init.normal_(table.weight, std=deviation)
    return table


def _doublings(length: int, first: torch.Tensor) -> torch.Tensor:
    """Return how far each piece stands from each candidate, as a number of `apart`: (batch, length, candidates)."""
    gap = torch.arange(length, device=first.device)[None, :, None] - first[:, None, :]
    gap = torch.sign(gap) * torch.log2(gap.abs().float() + 1).round()
    return (gap.clamp(-_FAR, _FAR) + _FAR).long()


def pooled(scores: torch.Tensor, owner: torch.Tensor, parties: int) -> torch.Tensor:
    """Return for each target and party the best score of its candidates.

    Shapes: scores (targets, candidates, 2), owner (targets, candidates), -1 for no party; (targets, parties, 2).
    """
    mine = nn.functional.one_hot(owner + 1, parties + 1)[..., 1:].bool()
    spread = scores.unsqueeze(2).masked_fill(~mine.unsqueeze(-1), NEVER)
    return spread.amax(dim=1)


NEVER = -1e4


def sides_loss(roles: torch.Tensor, counts: torch.Tensor, sides: torch.Tensor) -> torch.Tensor:
    """Return for each target minus the log-likelihood of the true sides among all ways to set the parties.

    The likelihood is that of `multivector.coding.learned.sides`. Shapes: roles and sides (targets, parties, 2), a party
    that is not held having scores of `NEVER`; counts (targets, 5, 5); (targets,).
    """
    total = torch.full_like(counts, NEVER)
    total[:, 0, 0] = 0
    for n in range(roles.shape[1]):
        actor, recipient = roles[:, n, 0, None, None], roles[:, n, 1, None, None]
        more = (
            nn.functional.pad(total, (0, 0, 1, 0), value=NEVER)[:, :-1],
            nn.functional.pad(total[:, -1:], (0, 0, MOST, 0), value=NEVER),
        )
        others = (
            nn.functional.pad(total, (1, 0), value=NEVER)[..., :-1],
            nn.functional.pad(total[..., -1:], (MOST, 0), value=NEVER),
        )
        ways = [total, *(way + actor for way in more), *(way + recipient for way in others)]
        total = torch.stack(ways).logsumexp(0)
    number = sides.sum(1).long().clamp(max=MOST)
    told = counts[torch.arange(len(counts)), number[:, 0], number[:, 1]]
    return (total + counts).flatten(1).logsumexp(1) - told - (roles * sides).sum((1, 2))
