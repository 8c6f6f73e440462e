"""The language of what a person reads: English source sentences, looked up in a catalogue.

GNU gettext, because the command line speaks too and must not import Qt. Knows no other module:
whoever starts the program says where the catalogues are.
"""

import gettext
from pathlib import Path

DEFAULT_LANGUAGE = "zh_CN"
LANGUAGES = ("zh_CN", "en")

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str, catalogues: Path) -> None:
    """Speak `language` (one of LANGUAGES) from now on.

    A language without a catalogue below `catalogues` is the source language, English.
    """
    global _catalogue
    # `gettext.translation` asks the system's locale for more spellings of the language.
    try:
        with (catalogues / language / "LC_MESSAGES" / "inspector.mo").open("rb") as file:
            _catalogue = gettext.GNUTranslations(file)
    except FileNotFoundError:
        _catalogue = gettext.NullTranslations()


def tr(sentence: str, /, **values: object) -> str:
    """Return `sentence` in the language in use, its {names} filled from `values`."""
    translated = _catalogue.gettext(sentence) if sentence else ""
    return translated.format(**values) if values else translated


def tr_count(count: int, one: str, many: str, /, **values: object) -> str:
    """Return `one` for 1, else `many`, in the language in use; {count} is the number."""
    return tr(one if count == 1 else many, count=count, **values)
