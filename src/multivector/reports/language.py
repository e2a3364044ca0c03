"""Which language a text is in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

PRESS: Final = (
    "af ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl he hi hr hu hy id is it ja ka kk km ko ku ky lo lt lv "
    "mk mn ms mt my nb ne nl nn pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tl tr ug uk ur uz vi zh"
)
"""Languages that press and ministries write in. Closer relatives of English (Nigerian Pidgin, Scots) are left out:
a text of few words and many names falls to them by chance."""

_LATIN: Final = "\u02af"
_SURE: Final = 0.8
_ENOUGH: Final = 5_000


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; `en` where the evidence for another one is weak.

    Weak is a probability below 0.8 by py3langid, which a headline made of foreign names easily gets; a text in other
    letters than Latin ones is in the likeliest language of those letters.
    """
    language, probability = _identifier().classify(text[:_ENOUGH])
    letters = [sign for sign in text[:_ENOUGH] if sign.isalpha()]
    foreign = sum(sign > _LATIN for sign in letters) > len(letters) / 2
    return str(language) if probability >= _SURE or foreign else "en"


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([language for language in PRESS.split() if language in identifier.labels])
    return identifier
