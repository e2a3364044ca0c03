"""Text repair: what a page, a converter or a wrong decoding did to a text is undone; its words are kept."""

from multivector.reports.clean.repair import Layout, Repaired, repair

__all__ = ["Layout", "Repaired", "repair"]
