"""Which columns of the ledger somebody wants to see, and how wide; what he left alone is usual."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class LedgerLayout:
    """Columns by their names. One that is not named comes and goes with the room there is."""

    widths: Mapping[str, int] = field(default_factory=dict)  # pixels
    shown: Mapping[str, bool] = field(default_factory=dict)

    def sized(self, widths: Mapping[str, int]) -> "LedgerLayout":
        """Return it with other widths of some columns."""
        return replace(self, widths={**self.widths, **widths})

    def showing(self, name: str, shown: bool) -> "LedgerLayout":
        """Return it with a column shown or hidden, whatever the room."""
        return replace(self, shown={**self.shown, name: shown})
