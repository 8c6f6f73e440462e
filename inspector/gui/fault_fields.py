"""Which field of a form a refusal is about: of the ledger's steps and the meeting's trays alike."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import MissingWordError, NotLowerError, RefusedInputError


@dataclass(slots=True)
class FaultFields:
    """`words` are fields by what a MissingWordError calls them: reason, approver, note, owner."""

    words: dict[str, QWidget] = field(default_factory=dict)
    value: QWidget | None = None
    """What a figure, day or choice is entered in that can be wrong."""

    def of(self, error: Exception) -> QWidget | None:
        """Return the field that an error is about; None where it stays with the one in use."""
        if isinstance(error, MissingWordError):
            return self.words.get(error.what)
        return self.value if isinstance(error, RefusedInputError | NotLowerError) else None
