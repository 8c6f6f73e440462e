"""Finding Chinese text by what is quickest to type: a part of it, or its pinyin initials."""

from functools import lru_cache


def matches(text: str, query: str) -> bool:
    """Tell whether `query` is a part of `text`, of its pinyin, or of its pinyin initials."""
    wanted = query.strip().casefold()
    if not wanted or wanted in text.casefold():
        return True
    if not wanted.isascii():
        return False
    initials, full = _spelled(text)
    return wanted in initials or wanted in full


@lru_cache(maxsize=4096)
def _spelled(text: str) -> tuple[str, str]:
    from pypinyin import Style, lazy_pinyin

    return (
        "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)).casefold(),
        "".join(lazy_pinyin(text)).casefold(),
    )
