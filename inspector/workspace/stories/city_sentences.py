"""Every refusal of the city's ledger as one clear sentence; `sentences` adds them to all others."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.domain.sharing import city_errors
from inspector.translation import tr

CITY_SENTENCES: Mapping[type[Exception], Callable[[Any], str]] = {
    city_errors.DriverMissingError: lambda error: tr(
        "PostgreSQL needs the library psycopg, which is not installed (pip install"
        " 'psycopg[binary]'). Into a file that ends in .sqlite one can publish without it."
    ),
    city_errors.PasswordInTargetError: lambda error: tr(
        "Leave the password out of the address: others can read it there. Put it into ~/.pgpass,"
        " a service file or PGPASSWORD. Nothing was published."
    ),
    city_errors.NotALedgerError: lambda error: tr(
        "{target} is no ledger of a city: postgresql://USER@HOST/DATABASE is one, or a file that"
        " ends in .sqlite and holds nothing else. Nothing was published.",
        target=error.target,
    ),
    city_errors.NoLedgerNamedError: lambda error: tr(
        "Nothing was published from this folder yet: --to names the ledger."
    ),
    city_errors.LedgerAwayError: lambda error: tr(
        "{target} cannot be reached ({reason}). What was not published goes with the next time.",
        target=error.target,
        reason=error.reason,
    ),
    city_errors.LoginRefusedError: lambda error: tr(
        "{target} refuses this user or password ({reason}). The password stands in ~/.pgpass, in a"
        " service file or in PGPASSWORD.",
        target=error.target,
        reason=error.reason,
    ),
    city_errors.LedgerRoleError: lambda error: tr(
        "This user may not do that in {target} ({reason}). To publish it needs the role"
        " inspector_writer, to prepare the ledger it has to own it.",
        target=error.target,
        reason=error.reason,
    ),
    city_errors.LedgerNotPreparedError: lambda error: tr(
        "{target} is not prepared for this version of the program: whoever owns it runs"
        " “inspector publish --to … --prepare” once. Nothing was published.",
        target=error.target,
    ),
    city_errors.LedgerFullError: lambda error: tr(
        "The disk of {target} is full. What was not published goes with the next time.",
        target=error.target,
    ),
    city_errors.LedgerBusyError: lambda error: tr(
        "Somebody else is using {target} just now. Try again: nothing is doubled, and nothing is"
        " left out.",
        target=error.target,
    ),
    city_errors.LedgerRefusedError: lambda error: tr(
        "{target} refuses: {reason}. What was not published goes with the next time.",
        target=error.target,
        reason=error.reason,
    ),
    city_errors.OvertakenError: lambda error: tr(
        "This laptop publishes to {target} already, in another window or command.",
        target=error.target,
    ),
    city_errors.NewerLedgerError: lambda error: tr(
        "{target} was prepared by a newer version of the program ({theirs}; this one knows"
        " {ours}). Update the program. Nothing was published.",
        target=error.target,
        theirs=error.theirs,
        ours=error.ours,
    ),
}
