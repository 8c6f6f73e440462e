"""What was set aside as it came: the whole object, as its maker has it."""

import json
from collections.abc import Iterator

from inspector.domain.sharing.travelling import Kind, Travelling
from inspector.storage.database.database import Database

_STANDS = (
    "json_extract({of}body, '$.waits') IS NOT 1 AND json_extract({of}body, '$.refused') IS NULL"
)
SIGNATURES_BESIDE = (
    f"set_aside AS b WHERE b.kind = 'signature' AND {_STANDS.format(of='b.')} AND b.subject"
)
"""SQL of the other signatures of visits, from its FROM up to which visits."""


class SetAsideObjects:
    """Reads them; `arriving.waiting_objects` keeps them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, kind: Kind, subject: str) -> Iterator[Travelling]:
        """Yield what was set aside under the id of one object, in an order of its own."""
        rows = self._database.rows(
            "SELECT body FROM set_aside WHERE kind = ? AND subject = ?"
            f" AND {_STANDS.format(of='')} ORDER BY digest",
            (kind.value, subject),
        )
        for row in rows:
            yield object_in(row["body"])


def object_in(body: str) -> Travelling:
    """Return an object that was kept as it came."""
    said = json.loads(body)
    return Travelling(
        Kind(said["kind"]), said["id"], said["laptop"], said["rows"], said["digest"],
        tuple(said["parents"]), tuple(said["left_out"]),
    )  # fmt: skip
