"""The language of what a person reads: English source sentences, looked up in a catalogue.

GNU gettext's files, because the command line speaks too and must not import Qt. Knows no other
module: whoever starts the program says where the catalogues are.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from struct import unpack_from

DEFAULT_LANGUAGE = "zh_CN"
LANGUAGES = ("zh_CN", "en")

_catalogue: Mapping[str, str] = {}
_language = "en"


def use_language(language: str, catalogues: Path) -> None:
    """Speak `language` (one of LANGUAGES) from now on.

    A language without a catalogue below `catalogues` is the source language, English.
    """
    global _catalogue, _language
    _language = language
    _catalogue = _catalogue_at(catalogues / language / "LC_MESSAGES" / "inspector.mo")


@cache
def _catalogue_at(path: Path) -> Mapping[str, str]:
    # Python's own reader asks each sentence for plurals and charsets, three times as long.
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    count, *tables = unpack_from("<3I", data, 8)
    sources, targets = (_sentences(data, unpack_from(f"<{2 * count}I", data, at)) for at in tables)
    return dict(zip(sources, targets, strict=True))


def _sentences(data: bytes, table: tuple[int, ...]) -> list[str]:
    """Return the sentences that a table of the file, lengths and places in turn, points at."""
    places = zip(table[1::2], table[::2], strict=True)
    return [data[at : at + length].decode() for at, length in places]


def language() -> str:
    """Return the language in use, for texts that are no sentences: a chapter, a picture."""
    return _language


def tr(sentence: str, /, **values: object) -> str:
    """Return `sentence` in the language in use, its {names} filled from `values`."""
    translated = _catalogue.get(sentence, sentence) if sentence else ""
    return translated.format(**values) if values else translated


def tr_count(count: int, one: str, many: str, /, **values: object) -> str:
    """Return `one` for 1, else `many`, in the language in use; {count} is the number."""
    return tr(one if count == 1 else many, count=count, **values)


def join_sentences(sentences: Iterable[str]) -> str:
    """Return whole sentences as one text, empty ones left out: Chinese has no space between."""
    return tr("{sentence} {next}", sentence="", next="").join(filter(None, sentences))


def mark(sentence: str) -> str:
    """Return a sentence as it is, for the catalogue to have; `tr` translates it when it is said."""
    return sentence
