"""Reports: files, folders, addresses and standard input → `model.Report`."""

from multivector.reports.build import make_report, text_hash
from multivector.reports.draft import Draft, Unread
from multivector.reports.limits import Limits
from multivector.reports.open import open_reports

__all__ = ["Draft", "Limits", "Unread", "make_report", "open_reports", "text_hash"]
