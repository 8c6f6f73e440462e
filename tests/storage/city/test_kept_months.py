"""What `city_month` keeps is what the view of version 2 found out each time it was asked."""

import re
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import example, given

from inspector.storage.city.city_ledger import CityLedger
from inspector.storage.city.dialect import Dialect
from inspector.storage.city.kept_months import everything, keeping
from inspector.storage.city.ledger_tables import LEDGER, TABLES
from inspector.storage.city.sqlite_ledger import SqliteLedger
from tests.storage.city.drawn_batches import VISITS, Told, batches, take_in
from tests.storage.city.postgres_server import Server
from tests.storage.city.test_older_ledger import RELEASED

AT = "2026-03-09T09:00:00+08:00"


def plain_view(kind: str) -> str:
    """The statement of version 2 that made `city_month`, under another name."""
    text = (RELEASED / f"ledger_v2_{kind}.sql").read_text("utf-8")
    found = re.search(r"^CREATE (OR REPLACE )?VIEW city_month AS.*?;$", text, re.M | re.S)
    assert found
    return found[0].replace("VIEW city_month", "VIEW plain_month").rstrip(";")


def same(dialect: Dialect) -> list[tuple[Any, ...]]:
    """What both tell; they tell the same."""
    kept, plain = (
        sorted(dialect.rows(f"SELECT * FROM {name}"), key=repr)
        for name in ("city_month", "plain_month")
    )
    assert kept == plain
    return kept


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.ci)])
def city(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Dialect, CityLedger]]:
    """A prepared ledger, and the view beside its own."""
    if request.param == "sqlite":
        made: Dialect = SqliteLedger(tmp_path_factory.mktemp("kept") / "ledger.sqlite")
        made.run("PRAGMA synchronous = OFF")
    else:
        from inspector.storage.city.postgres_ledger import PostgresLedger

        server: Server = request.getfixturevalue("server")
        server.run_sql("postgres", "CREATE DATABASE kept_months")
        made = PostgresLedger(server.address("kept_months"))
    with closing(made):
        ledger = CityLedger(made, "kept")
        ledger.prepare("the-ledger", AT)
        made.run(plain_view(request.param))
        yield made, ledger


ALL = tuple((visit, 0) for visit in range(VISITS))
STANDS = ((1, 0, 1, "open", -1), (2, 0, 1, "closed", 0), (2, 1, 2, "withdrawn", 1))
REVIEWED = ((0, 0, 1, 6100), (1, 1, 1, 8900), (1, 0, 2, None))


@given(several=batches)
@example(several=[Told(ALL, (), ()), Told((), STANDS, ())])
@example(several=[Told(ALL, (), ()), Told((), (), REVIEWED)])
@example(several=[Told((), STANDS, REVIEWED), Told(ALL, (), ())])
def test_what_is_kept_is_what_the_plain_view_finds(
    city: tuple[Dialect, CityLedger], several: list[Told]
) -> None:
    dialect, ledger = city
    for table in TABLES:
        if table is not LEDGER:
            dialect.run(f"DELETE FROM {table.name}")
    for number, told in enumerate(several):
        take_in(ledger, number, told)
        kept = same(dialect)
    for statement in keeping(everything):
        dialect.run(statement.format(bytes=""))
    assert same(dialect) == kept
