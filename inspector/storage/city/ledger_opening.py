"""Opening the city's ledger that a target names: an address of PostgreSQL, or a file of SQLite."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from inspector.domain.sharing.city_errors import NotALedgerError, PasswordInTargetError
from inspector.storage.city.city_ledger import CityLedger

_ADDRESSES = ("postgresql://", "postgres://")
_SECRET = {"password", "sslpassword"}
_SUFFIXES = (".sqlite", ".sqlite3")


def is_address(target: str) -> bool:
    """Tell whether a target is a server's address."""
    return target.startswith(_ADDRESSES)


def file_of(target: str) -> Path | None:
    """Return the file that a target names; None: it is an address.

    Raises NotALedgerError, or PasswordInTargetError: an address is kept, and others can list it.
    """
    if is_address(target):
        if _has_password(target):
            raise PasswordInTargetError
        return None
    path = Path(target)
    if path.suffix.lower() not in _SUFFIXES:
        raise NotALedgerError(target)
    return path


def _has_password(address: str) -> bool:
    from urllib.parse import parse_qs, urlsplit

    try:
        parts = urlsplit(address)
        return parts.password is not None or not _SECRET.isdisjoint(parse_qs(parts.query))
    except ValueError as error:
        raise NotALedgerError(address) from error


@contextmanager
def opened_ledger(target: str) -> Iterator[CityLedger]:
    """Open a ledger; a file is made when it is missing.

    Raises NotALedgerError, PasswordInTargetError, DriverMissingError, LedgerAwayError,
    LoginRefusedError or LedgerRefusedError.
    """
    path = file_of(target)
    if path is None:
        from inspector.storage.city.postgres_ledger import PostgresLedger

        with closing(PostgresLedger(target)) as server:
            yield CityLedger(server, target)
        return
    from inspector.storage.city.sqlite_ledger import SqliteLedger

    with closing(SqliteLedger(path)) as file:
        yield CityLedger(file, target)
