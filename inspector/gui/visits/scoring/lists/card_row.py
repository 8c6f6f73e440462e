"""What a list says of a scorecard of a visit."""

from dataclasses import dataclass

from inspector.domain.visit.inspection import Progress, Scorecard


@dataclass(frozen=True, slots=True)
class CardRow:
    """What the list says of a scorecard."""

    card: Scorecard
    title: str
    subtitle: str
    score: str
    standing: str
    progress: Progress
    vetoed: bool
    unsaved: bool = False  # something of it is not on the disk
    observed: str = ""  # how much of what is asked was observed
    short: str = ""  # what tells it from the others where there is little room

    @property
    def said(self) -> str:
        """Title and standing."""
        return f"{self.title} {self.standing}"

    @property
    def tip(self) -> str:
        """Both titles in full, and how much was observed."""
        return f"{self.title}\n{self.subtitle}\n{self.observed}".strip()
