"""Which known name somebody may have meant by one that is not known."""

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches


def nearest(name: str, known: Sequence[str]) -> str:
    """Return the known name most like `name`: one that it is a part of, or a slip of; or ''."""
    wanted = name.strip().casefold()
    if not wanted:
        return ""
    holding = [each for each in known if wanted in each.casefold() or each.casefold() in wanted]
    if holding:
        return max(holding, key=lambda each: SequenceMatcher(None, wanted, each).ratio())
    near = get_close_matches(name, known, 1)
    return near[0] if near else ""
