"""HTML: what of a page is its article, and how it reads as text."""

from multivector.reports.page.read import read_page

__all__ = ["read_page"]
