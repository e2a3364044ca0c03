"""Who is who: states and organisations, and the words, people, bodies and companies that stand for them."""

from multivector.model import Party
from multivector.parties.bodies import get, is_state, members
from multivector.parties.forms import forms
from multivector.parties.holders import holders
from multivector.parties.records import Form, Office, Resolution
from multivector.parties.require import require
from multivector.parties.resolve import resolve

__all__ = [
    "Form", "Office", "Party", "Resolution", "forms", "get", "holders", "is_state", "members", "require", "resolve",
]  # fmt: skip
