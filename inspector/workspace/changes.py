"""What an operation changed. Views look at it and decide what to draw again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The parts of an opened data folder that a write touched."""

    roster: bool = False
    inspectors: bool = False  # who inspects
    packs: bool = False
    preferences: bool = False
    inspections: bool = False  # started, completed, to or from the bin
    findings: bool = False
    holidays: bool = False  # deadlines already set stay as they are
    records: bool = False  # a signature or an amendment
    phrases: bool = False
    meetings: bool = False
    complaints: bool = False
    papers: bool = False  # one more was written
    plans: bool = False  # phases, versions of plans, draws
    surveys: bool = False  # a sheet was entered, replaced or taken back
    circulars: bool = False  # the text of one was edited, or is made by rule again
    evaluations: bool = False  # one was published, or is weighed otherwise
    trainings: bool = False  # one was held or taken back
    erasures: bool = False  # of personal data
    laptops: bool = False  # this one was renamed or confirmed another; a bundle went or came
    day: bool = False  # another one has begun, and nothing was written
    scorecard: str | None = None  # the scorecard whose answers or standing changed
    entries: str | None = None  # the patrol or recheck whose entries changed
    evidence: str | None = None  # the visit or finding whose evidence changed
