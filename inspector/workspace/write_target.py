"""What a write is about: the name of a place that lists mark while it is not on the disk."""

from typing import TypeAlias

WriteTarget: TypeAlias = tuple[str, str]
"""A scorecard's id and an item's; '' for all of it. Or the id of a finding, photo or record."""
