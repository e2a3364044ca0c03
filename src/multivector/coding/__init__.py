"""Reports → tellings, claims and citations."""

from multivector.coding.steps import code, coder_version

__all__ = ["code", "coder_version"]
