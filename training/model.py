"""The network: a small encoder that sees which words name which party, and three questions asked of it."""

from __future__ import annotations

import torch
from torch import nn
from transformers import BertConfig, BertModel

from multivector.coding.learned.labels import MODE_NAMES, ROLES, STATUSES, TYPES
from multivector.coding.learned.windows import DENIED_HINT, KINDS, SLOTS

_FAR = 8
"""Doublings of distance between a word and a name that are told apart."""


class Reader(nn.Module):
    """Tells of each piece which dealing it tells, and of each pair of piece and candidate the candidate's role.

    Shapes: pieces, kinds, slots, hints, mask (batch, length); first, last, kind and own path of candidates (batch,
    candidates),
    paths, sides
    (batch, length, candidates).
    Returns types (batch, length, 16), modes (batch, length, 64), statuses (batch, length, 4) and roles
    (batch, length, candidates, 2), all logits.
    """

    def __init__(self, config: BertConfig, paths: int, width: int = 160) -> None:
        super().__init__()
        self.encoder = BertModel(config, add_pooling_layer=False)
        hidden = config.hidden_size
        self.kinds = nn.Embedding(len(KINDS), hidden)
        self.slots = nn.Embedding(SLOTS, hidden)
        nn.init.normal_(self.kinds.weight, std=0.01)
        nn.init.normal_(self.slots.weight, std=0.02)
        self.hints = nn.Embedding(DENIED_HINT + 1, hidden)
        nn.init.normal_(self.hints.weight, std=0.02)
        self.hinted = nn.Embedding(3, len(ROLES))
        nn.init.zeros_(self.hinted.weight)
        self.drop = nn.Dropout(0.2)
        self.types = nn.Sequential(
            nn.Linear(hidden, hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(hidden, len(TYPES))
        )  # fmt: skip
        nn.init.constant_(self.types[-1].bias, -5.0)
        self.modes = nn.Linear(hidden, len(MODE_NAMES))
        self.statuses = nn.Linear(hidden, len(STATUSES))
        self.word = nn.ModuleList(nn.Linear(hidden, width) for _ in ROLES)
        self.name = nn.ModuleList(nn.Linear(2 * hidden + 64, width) for _ in ROLES)
        self.pair = nn.ParameterList(nn.Parameter(torch.randn(width, width) * 0.02) for _ in ROLES)
        self.alone = nn.ModuleList(nn.Linear(width, 1) for _ in ROLES)
        for layer in self.alone:
            nn.init.constant_(layer.bias, -1.0)
        self.named_as = nn.Embedding(len(KINDS), 32)
        self.stands = nn.Embedding(paths, 32)
        self.apart = nn.Embedding(2 * _FAR + 1, len(ROLES))
        nn.init.zeros_(self.apart.weight)
        self.hangs = nn.Embedding(paths, len(ROLES))
        nn.init.zeros_(self.hangs.weight)
        self.way = nn.Embedding(paths, width)
        nn.init.normal_(self.way.weight, std=0.02)

    def forward(
        self, pieces: torch.Tensor, kinds: torch.Tensor, slots: torch.Tensor, hints: torch.Tensor, mask: torch.Tensor,
        first: torch.Tensor, last: torch.Tensor, named: torch.Tensor, own: torch.Tensor,
        paths: torch.Tensor, sides: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]:  # fmt: skip
        """See the class."""
        words = self.encoder.embeddings.word_embeddings(pieces) + self.kinds(kinds)
        words = words + self.slots(slots) + self.hints(hints)
        states = self.drop(self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state)
        ends = [torch.gather(states, 1, k.unsqueeze(-1).expand(-1, -1, states.shape[-1])) for k in (first, last)]
        names = torch.cat([*ends, self.named_as(named), self.stands(own)], dim=-1)
        near = self.apart(_doublings(pieces.shape[1], first))
        roles = []
        for n, _ in enumerate(ROLES):
            word, name = torch.relu(self.word[n](states)), torch.relu(self.name[n](names))
            score = torch.einsum("blw,wv,bcv->blc", word, self.pair[n], name)
            score = score + torch.einsum("blw,blcw->blc", word, self.way(paths))
            score = score + self.hangs(paths)[..., n] + self.hinted(sides)[..., n] + near[..., n]
            roles.append(score + self.alone[n](name).squeeze(-1)[:, None, :])
        return self.types(states), self.modes(states), self.statuses(states), torch.stack(roles, dim=-1)


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
    spread = scores.unsqueeze(2).masked_fill(~mine.unsqueeze(-1), -1e4)
    return spread.amax(dim=1)
