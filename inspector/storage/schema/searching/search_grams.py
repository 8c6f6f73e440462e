"""How texts stand in the index that the ledger is searched by: by every two characters in a row.

Chinese is looked for by two characters or one, where SQLite's own trigrams need three. What is
spelled here is ASCII: no tokenizer can read anything into a quote, a percent sign or an emoji.
Knows nothing of SQL. Whatever is changed here needs a step that builds the index anew.
"""

from functools import lru_cache

SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
"""As SQLite's lower() has it: of other alphabets it knows no capitals."""

EXACT = 2
"""A word of so many characters is in a text if its gram is; a longer one may be."""

_DIGITS = 6
"""For each character."""


def spelled_grams(*texts: str) -> str:
    """Return what stands in the index for texts: no gram reaches from one into the next."""
    return " ".join({gram for text in texts for gram in _grams(text)})


def spelled_question(word: str) -> str:
    """Return what a text has to have in the index to hold a word, as FTS5 is asked.

    The word is in small letters and not blank.
    """
    if len(word) == 1:
        return f"{_spelled(word)}*"
    return " AND ".join({_spelled(word[at : at + 2]) for at in range(len(word) - 1)})


def spelled_alone(character: str) -> str:
    """Return what a text has in the index where a character is its last."""
    return _spelled(character)


def pair_of(gram: str) -> str:
    """Return the two characters of a gram, or the one that it has."""
    return "".join(chr(int(gram[at : at + _DIGITS], 16)) for at in range(0, len(gram), _DIGITS))


@lru_cache(maxsize=4096)
def _grams(text: str) -> frozenset[str]:
    """Return the pairs of a text, and its last character alone."""
    small = text.translate(SMALL)
    return frozenset(_spelled(small[at : at + 2]) for at in range(len(small)))


@lru_cache(maxsize=65536)
def _spelled(gram: str) -> str:
    return "".join(f"{ord(character):0{_DIGITS}x}" for character in gram)
