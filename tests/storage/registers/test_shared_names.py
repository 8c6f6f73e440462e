"""A person's name goes from what came from other laptops as well, and from who chose what."""

import json
from contextlib import closing
from pathlib import Path

from inspector.domain.personal.naming import Naming
from inspector.storage.database.database import Database
from inspector.storage.database_opening import open_database
from inspector.storage.registers.personal_rows import STRUCK, PersonalRows, Scope

WHO = Naming("周敏", "已删除-1", numbers=frozenset({"1001"}))
BODY = {
    "kind": "signature",
    "rows": {
        "signature": [{"inspection_id": "v", "signer": "周敏", "strokes": "[[[1, 2]]]"}],
        "finding_event": [{"content": json.dumps({"owner": "周敏", "leader": "王"})}],
    },
}


def put(database: Database) -> None:
    """Rows that name somebody, as sharing writes them."""
    at = "2026-12-01T09:00:00+08:00"
    said = json.dumps({"leader": "周敏"}, ensure_ascii=False)
    with database.transaction():
        database.insert(
            "set_aside",
            {
                "id": "s", "kind": "signature", "subject": "v", "digest": "d", "title": "v 周敏",
                "laptop": "l", "bundle": "b", "at": at,
                "body": json.dumps(BODY, ensure_ascii=False),
            },
        )  # fmt: skip
        database.insert(
            "difference",
            {
                "id": "d", "kind": "window", "own_id": "w", "laptop": "l", "mine": said,
                "theirs": "{}", "at": at,
            },
        )  # fmt: skip
        database.insert(
            "alias",
            {
                "kind": "staff", "foreign_id": "f", "own_id": "o", "laptop": "l", "at": at,
                "told": json.dumps({"name": "周敏", "number": "1001"}), "author": "周敏",
            },
        )  # fmt: skip
        database.insert(
            "choice",
            {
                "id": "c", "at": at, "author": "周敏", "kind": "window", "subject": "w",
                "kept": said,
            },
        )  # fmt: skip
        database.journal.touch("choice", "c")


def test_it_goes_from_every_table_of_sharing(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "inspector.db", create=True)) as database:
        put(database)
        rows = PersonalRows(database)
        found = list(rows.naming(WHO, Scope()))
        assert {row.table for row in found} == {"set_aside", "difference", "alias", "choice"}
        assert [row.sealed for row in found if row.table == "choice"] == [(("choice", "c"),)]
        with database.transaction():
            rows.rewrite(found)
        assert list(rows.naming(WHO, Scope())) == []
        (kept,) = database.rows("SELECT body FROM set_aside")
        body = json.loads(kept["body"])
        assert body["rows"]["signature"][0]["strokes"] == STRUCK
        assert json.loads(body["rows"]["finding_event"][0]["content"])["leader"] == "王"
