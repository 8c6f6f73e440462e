"""Why a publication to the city's ledger is refused; nothing of a refused batch is in it.

`target` is the ledger as it was named, which never holds a password.
"""

from inspector.domain.errors import InspectorError


class _LedgerError(InspectorError):
    """Something about one ledger; `reason` is what its server or the system said, in one line."""

    def __init__(self, target: str, reason: str = "") -> None:
        super().__init__(target, reason)
        self.target = target
        self.reason = reason


class DriverMissingError(InspectorError):
    """PostgreSQL was asked for, and psycopg is not installed."""


class PasswordInTargetError(InspectorError):
    """The target names a password, which others can list and which would be kept."""


class NotALedgerError(_LedgerError):
    """There is something else under that name, or it is no name of a ledger."""


class NoLedgerNamedError(InspectorError):
    """No ledger was named, and nothing was ever published."""


class LedgerAwayError(_LedgerError):
    """No server answers, or the connection was cut."""


class LoginRefusedError(_LedgerError):
    """The server refuses user or password."""


class LedgerRoleError(_LedgerError):
    """The user may not do that there."""


class LedgerNotPreparedError(_LedgerError):
    """The tables are not made yet, or of an older version, and this user may not make them."""


class LedgerFullError(_LedgerError):
    """The disk of the ledger is full."""


class LedgerBusyError(_LedgerError):
    """Somebody else writes to it, or reads what is to be prepared, and does not end."""


class LedgerRefusedError(_LedgerError):
    """The ledger refuses for another reason."""


class OvertakenError(_LedgerError):
    """The same laptop publishes to it at the same time."""


class NewerLedgerError(_LedgerError):
    """Its tables are of a version that a newer program made."""

    def __init__(self, target: str, theirs: int, ours: int) -> None:
        super().__init__(target)
        self.args = (target, theirs, ours)
        self.theirs = theirs
        self.ours = ours
