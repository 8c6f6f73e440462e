"""What somebody looks for among completed visits."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from inspector.domain.visit.inspection import InspectionKind


class Standing(StrEnum):
    """How a record stands."""

    SIGNED = "signed"
    REFUSED = "refused"  # to sign
    UNSIGNED = "unsigned"
    AMENDED = "amended"
    REVIEWED = "reviewed"  # an appeal changed its score
    VETOED = "vetoed"


@dataclass(frozen=True, slots=True)
class VisitSearch:
    """Every part narrows, what is empty does not. `words` are of site, day or inspectors."""

    words: str = ""
    first: date | None = None
    last: date | None = None
    site_id: str = ""
    kind: InspectionKind | None = None
    standing: Standing | None = None

    @property
    def is_blank(self) -> bool:
        """Nothing narrows."""
        return not self.words.strip() and self.is_unfiltered

    @property
    def is_unfiltered(self) -> bool:
        """Nothing narrows but perhaps the words."""
        return not (self.first or self.last or self.site_id or self.kind or self.standing)
