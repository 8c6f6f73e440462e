"""What an operation changed. Views look at it and decide what to draw again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts of an opened data folder that a write touched."""

    roster: bool = False
    packs: bool = False
    preferences: bool = False
    inspections: bool = False  # started, completed, to or from the bin
    findings: bool = False
    holidays: bool = False  # deadlines already set stay as they are
    scorecard: str | None = None  # the scorecard whose answers or standing changed
