"""The language of what a person reads: English source sentences, looked up in a catalogue.

GNU gettext, because the command line speaks too and must not import Qt. Knows no other module:
whoever starts the program says where the catalogues are.
"""

import gettext
from functools import cache
from pathlib import Path

DEFAULT_LANGUAGE = "zh_CN"
LANGUAGES = ("zh_CN", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use_language(language: str, catalogues: Path) -> None:
    """Speak `language` (one of LANGUAGES) from now on.

    A language without a catalogue below `catalogues` is the source language, English.
    """
    global _catalogue, _language
    _language = language
    _catalogue = _catalogue_at(catalogues / language / "LC_MESSAGES" / "inspector.mo")


@cache
def _catalogue_at(path: Path) -> gettext.NullTranslations:
    # `gettext.translation` loads the system's locales to think of more names for the file.
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except FileNotFoundError:
        return gettext.NullTranslations()


def language() -> str:
    """Return the language in use, for texts that are no sentences: a chapter, a picture."""
    return _language


def tr(sentence: str, /, **values: object) -> str:
    """Return `sentence` in the language in use, its {names} filled from `values`."""
    translated = _catalogue.gettext(sentence) if sentence else ""
    return translated.format(**values) if values else translated


def tr_count(count: int, one: str, many: str, /, **values: object) -> str:
    """Return `one` for 1, else `many`, in the language in use; {count} is the number."""
    return tr(one if count == 1 else many, count=count, **values)


def mark(sentence: str) -> str:
    """Return a sentence as it is, for the catalogue to have; `tr` translates it when it is said."""
    return sentence
