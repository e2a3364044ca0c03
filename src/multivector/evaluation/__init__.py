"""How well reports are coded: gold annotations against codings."""

from multivector.evaluation.files import by_name, load_coded, load_gold
from multivector.evaluation.score import Miss, score

__all__ = ["Miss", "by_name", "load_coded", "load_gold", "score"]
