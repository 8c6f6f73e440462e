"""What a database is put through before it opens is told, and can be broken off."""

from contextlib import closing
from pathlib import Path

import pytest

from inspector.storage.database.database import connected_to_write
from inspector.storage.database.getting_ready import GettingReady, told_during
from inspector.storage.database.recognised_file import Check
from inspector.storage.database_opening import open_database
from inspector.storage.schema.step_names import STEP_NAMES
from tests.storage.released import VERSIONS, everything, steps_of, unpack

LONG = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000000)"
OLDEST = VERSIONS[0]

Said = tuple[GettingReady, int, int]


class EnoughError(BaseException):
    """What a person who will not wait makes the work raise."""


def test_an_update_tells_the_check_the_copy_and_each_step(tmp_path: Path) -> None:
    path = unpack(OLDEST, tmp_path / "data")
    missing = len(STEP_NAMES) - len(steps_of(path))
    said: list[Said] = []
    open_database(path, Check.PAGES, tell=lambda *word: said.append(word)).close()
    kinds = list(dict.fromkeys(what for what, _, _ in said))
    assert kinds == [GettingReady.CHECKING, GettingReady.COPYING, GettingReady.UPDATING]
    copied = [(done, total) for what, done, total in said if what is GettingReady.COPYING]
    assert copied[-1][0] == copied[-1][1] > 0
    steps = [(done, total) for what, done, total in said if what is GettingReady.UPDATING]
    assert list(dict.fromkeys(steps)) == [(step, missing) for step in range(1, missing + 1)]


def test_a_folder_of_today_has_nothing_to_tell(tmp_path: Path) -> None:
    path = tmp_path / "inspector.db"
    said: list[Said] = []
    open_database(path, create=True, tell=lambda *word: said.append(word)).close()
    open_database(path, tell=lambda *word: said.append(word)).close()
    assert said == []


@pytest.mark.parametrize("at", list(GettingReady))
def test_what_is_broken_off_leaves_the_database_as_it_was(tmp_path: Path, at: GettingReady) -> None:
    path = unpack(OLDEST, tmp_path / "data")
    before, steps = everything(path), steps_of(path)

    def tell(what: GettingReady, done: int, total: int) -> None:
        if what is at and (at is not GettingReady.UPDATING or done > 2):
            raise EnoughError

    with pytest.raises(EnoughError):
        open_database(path, Check.PAGES, tell=tell)
    assert (everything(path), steps_of(path)) == (before, steps)
    open_database(path).close()
    assert steps_of(path) == list(STEP_NAMES)


@pytest.mark.ci
def test_one_long_statement_is_heard_while_it_runs_and_broken_off(tmp_path: Path) -> None:
    open_database(tmp_path / "inspector.db", create=True).close()
    heard = 0

    def still() -> None:
        nonlocal heard
        heard += 1
        if heard == 3:
            raise EnoughError

    with closing(connected_to_write(tmp_path / "inspector.db")) as connection:
        with pytest.raises(EnoughError), told_during(connection, still):
            connection.execute(f"{LONG} SELECT count(*) FROM n").fetchone()
        assert heard == 3
        assert connection.execute(f"{LONG} SELECT count(*) FROM n").fetchone()[0] == 3_000_000
        assert heard == 3  # nobody listens any more
