"""Briefs: from the ledger to a written picture in which every sentence leads back to its evidence."""

from multivector.briefs.html import to_html
from multivector.briefs.markdown import to_markdown
from multivector.briefs.plan import compose, plan
from multivector.briefs.record import to_record

__all__ = ["compose", "plan", "to_html", "to_markdown", "to_record"]
