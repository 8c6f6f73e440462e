"""Several names in one field, as people type them."""

import re

_SEPARATOR = re.compile("[,，、;；]")


def names_in(text: str) -> list[str]:
    """Return the names that were typed into one field."""
    return [name.strip() for name in _SEPARATOR.split(text) if name.strip()]
