"""Finding Chinese text by what is quickest to type: a part of it, or its pinyin initials."""

from functools import lru_cache


def matches(text: str, query: str) -> bool:
    """Tell whether each word of `query` is a part of `text`, of its pinyin, or of its initials."""
    if query.strip().casefold() in text.casefold():
        return True
    return all(_has(text, word) for word in query.casefold().split())


def _has(text: str, word: str) -> bool:
    if word in text.casefold():
        return True
    if not word.isascii():
        return False
    initials, full = _spelled(text)
    return word in initials or word in full


def begins_with(text: str, query: str) -> bool:
    """Tell whether `text`, its pinyin, or its pinyin initials begin with `query`."""
    wanted = query.strip().casefold()
    if text.casefold().startswith(wanted):
        return True
    return wanted.isascii() and any(said.startswith(wanted) for said in _spelled(text))


def parts_meant(text: str, word: str) -> set[str]:
    """Return the parts of `text` whose initials are `word`, or whose pinyin begins with it."""
    from pypinyin import lazy_pinyin

    parts: set[str] = set()
    wanted = word.casefold()
    # A list of what has no sound is taken, whatever its types say: one each.
    said = [each.casefold() for each in lazy_pinyin(text, errors=list)]  # type: ignore[arg-type]
    if not wanted.isascii() or len(said) != len(text):  # a character, a sound
        return parts
    initials = "".join(each[:1] for each in said)
    at = initials.find(wanted)
    while at >= 0:
        parts.add(text[at : at + len(wanted)])
        at = initials.find(wanted, at + 1)
    for first in range(len(said)):
        spelled, end = "", first
        while end < len(said) and len(spelled) < len(wanted) and wanted.startswith(spelled):
            spelled += said[end]
            end += 1
        if spelled.startswith(wanted):
            parts.add(text[first:end])
    return parts


@lru_cache(maxsize=4096)
def _spelled(text: str) -> tuple[str, str]:
    from pypinyin import Style, lazy_pinyin

    return (
        "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).casefold(),
        "".join(lazy_pinyin(text)).casefold(),
    )
