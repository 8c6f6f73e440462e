"""A ledger that an older program made: brought on by the program, with what is in it.

`released` holds the statements of each version, as its program sent them.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from inspector.domain.sharing.city_errors import LedgerNotPreparedError, NewerLedgerError
from inspector.storage.city.ledger_tables import CARRIED, VERSION, VISIT
from inspector.storage.city.ledger_views import VIEWS
from inspector.storage.city.postgres_ledger import READER, WRITER
from inspector.workspace.city.publishing import Publishing
from inspector.workspace.sentences import sentence
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import write_signed
from tests.workspace.city.ledgers import published
from tests.written_once import Written

RELEASED = Path(__file__).parent / "released"
OLDER = (1, 2)
GRANTS = f"GRANT INSERT ON visit TO {WRITER}; GRANT SELECT ON city_month TO {READER};"


class OldLedger:
    """A ledger of an older `version` with rows in it."""

    def __init__(
        self, version: int, target: str, ask: Callable[[str], list[tuple[Any, ...]]]
    ) -> None:
        self.version = version
        self.target = target
        self.ask = ask

    def told(self) -> dict[str, list[tuple[Any, ...]]]:
        """What every view tells."""
        return {
            view.name: sorted(self.ask(f"SELECT * FROM {view.name}"), key=repr) for view in VIEWS
        }

    def counts(self) -> list[int]:
        """How many rows there are of everything that was sealed."""
        return [self.ask(f"SELECT count(*) FROM {table.name}")[0][0] for table in CARRIED]

    def versions(self) -> list[int]:
        return [row[0] for row in self.ask("SELECT version FROM ledger ORDER BY version")]


def released(version: int, kind: str) -> str:
    """The statements that made it, and its rows."""
    names = (f"ledger_v{version}_{kind}.sql", f"ledger_v{version}_rows.sql")
    return "".join((RELEASED / name).read_text("utf-8") for name in names)


def in_postgresql(request: pytest.FixtureRequest, version: int) -> OldLedger:
    server, database = request.getfixturevalue("server"), request.getfixturevalue("database")
    for role in (WRITER, READER):
        if not server.run_sql(database, f"SELECT 1 FROM pg_roles WHERE rolname = '{role}'"):
            server.run_sql(database, f"CREATE ROLE {role} NOLOGIN")
    server.run_sql(database, released(version, "postgresql") + GRANTS)

    def ask(sql: str) -> list[tuple[Any, ...]]:
        import psycopg

        with psycopg.connect(server.address(database)) as connection:
            return connection.execute(sql.encode()).fetchall()

    return OldLedger(version, server.address(database), ask)


def in_a_file(request: pytest.FixtureRequest, version: int) -> OldLedger:
    path = Path(request.getfixturevalue("tmp_path")) / "ledger.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(released(version, "sqlite"))

    def ask(sql: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(path)) as connection:
            return connection.execute(sql).fetchall()

    return OldLedger(version, str(path), ask)


@pytest.fixture(params=OLDER)
def version(request: pytest.FixtureRequest) -> int:
    """Each that was released."""
    return int(request.param)


@pytest.fixture(params=[pytest.param(in_postgresql, marks=pytest.mark.ci), in_a_file])
def old(request: pytest.FixtureRequest, version: int) -> OldLedger:
    made: OldLedger = request.param(request, version)
    return made


@pytest.fixture
def data(copied: Written) -> Path:
    return copied(write_signed, 2)


def prepare(data: Path, old: OldLedger) -> None:
    with closing(Workspace(data, create=False)) as workspace:
        assert workspace.of(Publishing).prepare(old.target) == ()


@pytest.mark.ci
def test_what_was_told_before_counts_as_before(data: Path, old: OldLedger) -> None:
    before = old.told()
    assert before["city_month"]
    # Nothing in the first version says that they are parts of one.
    assert [row[7:9] for row in before["coverage"]] == [(2, 0) if old.version == 1 else (1, 0)]
    prepare(data, old)
    assert old.told() == before
    assert old.versions() == [old.version, VERSION]
    assert old.ask(f"SELECT id FROM ledger WHERE version = {VERSION}") == [("the-ledger",)]
    ((shared,),) = old.ask("SELECT count(shared_by) FROM visit")
    assert shared == (0 if old.version == 1 else 2)
    prepare(data, old)
    assert (old.told(), old.versions()) == (before, [old.version, VERSION])


def test_it_is_published_to_as_to_one_that_was_made_new(
    data: Path, old: OldLedger, tmp_path: Path
) -> None:
    before = old.counts()
    done = published(data, old.target)
    new = tmp_path / "new.sqlite"
    published(data, new)
    with closing(sqlite3.connect(new)) as connection:
        fresh = [
            connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0]
            for table in CARRIED
        ]
    assert [now - then for now, then in zip(old.counts(), before, strict=True)] == fresh
    assert old.versions() == [old.version, VERSION]
    assert done.contradicting == 0
    assert published(data, old.target).rows == 0


def test_what_came_later_is_explained_where_it_stands(data: Path, old: OldLedger) -> None:
    prepare(data, old)
    for column in VISIT.later:
        if old.target.endswith(".sqlite"):
            ((made,),) = old.ask("SELECT sql FROM sqlite_master WHERE name = 'visit'")
        else:
            ((made,),) = old.ask(
                "SELECT string_agg(col_description(attrelid, attnum), ' ') FROM pg_attribute"
                " WHERE attrelid = 'visit'::regclass"
            )
        assert column.says in made


def test_an_older_program_meets_it_with_one_sentence_and_writes_nothing(
    data: Path, old: OldLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(data, old)
    before = (old.told(), old.counts(), old.ask("SELECT * FROM publication"))
    monkeypatch.setattr("inspector.storage.city.city_ledger.VERSION", old.version)
    with pytest.raises(NewerLedgerError) as refused:
        published(data, old.target)
    assert sentence(refused.value) == (
        f"{old.target} was prepared by a newer version of the program ({VERSION}; this one knows"
        f" {old.version}). Update the program. Nothing was published."
    )
    assert (old.told(), old.counts(), old.ask("SELECT * FROM publication")) == before
    with pytest.raises(NewerLedgerError):
        prepare(data, old)
    assert old.versions() == [old.version, VERSION]


@pytest.mark.ci
def test_whoever_only_adds_asks_for_it_to_be_prepared_and_its_grants_stay(
    data: Path, request: pytest.FixtureRequest, version: int
) -> None:
    old = in_postgresql(request, version)
    server, database = request.getfixturevalue("server"), request.getfixturevalue("database")
    hall = "hall_of_old"
    if not server.run_sql(database, f"SELECT 1 FROM pg_roles WHERE rolname = '{hall}'"):
        server.run_sql(database, f"CREATE ROLE {hall} LOGIN; GRANT {WRITER} TO {hall}")
    server.run_sql(database, f"GRANT SELECT ON ledger TO {WRITER}")
    before = old.counts()
    with pytest.raises(LedgerNotPreparedError):
        published(data, server.address(database, hall))
    assert (old.counts(), old.versions()) == (before, [version])
    prepare(data, old)
    assert published(data, server.address(database, hall)).visits
    granted = f"SELECT has_table_privilege('{READER}', 'city_month', 'SELECT')"
    assert old.ask(granted) == [(True,)]


@pytest.mark.ci
def test_who_publishes_while_it_is_brought_on_is_refused_from_then_on(
    data: Path, request: pytest.FixtureRequest, version: int
) -> None:
    import psycopg

    old = in_postgresql(request, version)
    statements = released(version, "postgresql")
    ((then,),) = old.ask("SELECT count(*) FROM publication")
    prepare(data, old)
    told = next(
        each for each in statements.split(";\n") if "INSERT INTO publication" in each
    ).replace("VALUES ('", "VALUES ('later-")
    with pytest.raises(psycopg.errors.NotNullViolation):
        old.ask(told)
    assert old.ask("SELECT count(*), min(ledger_version) FROM publication") == [(then, 2)]
