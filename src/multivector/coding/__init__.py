"""Reports → tellings, claims and citations."""

from multivector.coding.steps import ONTOLOGIES, code, coder_version

__all__ = ["ONTOLOGIES", "code", "coder_version"]
