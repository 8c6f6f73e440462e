"""Publishing into a ledger that is a file: what is told, once and again, and what is noticed."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.errors import RuledError
from inspector.domain.sharing.city_errors import (
    DriverMissingError,
    LedgerAwayError,
    LedgerFullError,
    NewerLedgerError,
    NoLedgerNamedError,
    NotALedgerError,
    OvertakenError,
    PasswordInTargetError,
)
from inspector.storage.city import journal_spans
from inspector.storage.city.city_ledger import Publication
from inspector.storage.city.ledger_opening import opened_ledger
from inspector.storage.city.ledger_tables import VERSION
from inspector.storage.city.ledger_views import FINDING_STATUS, SCORECARD_SCORE, VIEWS
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.city.publishing import Publishing
from inspector.workspace.city.publishing_words import reached_sentences
from inspector.workspace.preferences import SHARE_NAMES
from inspector.workspace.workspace import Workspace
from tests.cli.conftest import write_signed
from tests.storage.raw_files import run_sql
from tests.workspace.city.ledgers import opened, published, rows, seen, unheard
from tests.written_once import Written

PERSONS = ("owner", "leader", "rechecked_by")


@pytest.fixture
def data(copied: Written) -> Path:
    return copied(write_signed, 4)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_spans, "ENTRIES", 40)


@pytest.mark.parametrize("view", [SCORECARD_SCORE, FINDING_STATUS], ids=lambda view: view.name)
def test_a_view_tells_what_the_folder_s_own_view_of_that_name_tells(
    data: Path, ledger: Path, view: object
) -> None:
    name = getattr(view, "name")  # noqa: B009
    published(data, ledger)
    with opened(data / DATABASE_FILE) as local:
        columns = [each[0] for each in local.execute(f"SELECT * FROM {name} LIMIT 0").description]
    asked = ", ".join(f'"{each}"' for each in columns if each not in PERSONS)
    sql = f"SELECT {asked} FROM {name} ORDER BY {asked}"
    told = rows(ledger, sql)
    assert told
    assert told == rows(data / DATABASE_FILE, sql)


def test_every_column_of_every_view_is_told_and_no_other(data: Path, ledger: Path) -> None:
    published(data, ledger)
    with opened(ledger) as connection:
        for view in VIEWS:
            cursor = connection.execute(f"SELECT * FROM {view.name} LIMIT 0")
            assert [each[0] for each in cursor.description] == list(view.columns)
    (made,) = rows(ledger, "SELECT sql FROM sqlite_master WHERE name = 'finding_status'")
    assert "逾期" in str(made[0])  # the comments are kept with it


def test_a_number_is_found_also_by_a_text(data: Path, ledger: Path) -> None:
    """Datasette asks so: where a column of a view has no type, '1' is not 1."""
    published(data, ledger)
    looked_at = set()
    with opened(ledger) as connection:
        for view in VIEWS:
            for name in view.columns:
                number = f"FROM {view.name} WHERE typeof(\"{name}\") IN ('integer', 'real')"
                found = connection.execute(f'SELECT "{name}" {number} LIMIT 1').fetchone()
                if found:
                    looked_at.add(name)
                    asked = f'SELECT count(*) FROM {view.name} WHERE "{name}" = ?'
                    by_number, by_text = (
                        connection.execute(asked, (value,)).fetchone()
                        for value in (found[0], str(found[0]))
                    )
                    assert by_text == by_number, (view.name, name)
    assert {"overdue", "score", "gap", "visits", "publications", "ranked_vetoes"} <= looked_at


def test_what_is_published_twice_is_there_once(data: Path, ledger: Path) -> None:
    first = published(data, ledger)
    before = seen(ledger)
    again = published(data, ledger)
    assert (first.visits, again.visits) == (len(rows(ledger, "SELECT id FROM visit")), 0)
    assert (again.after, again.last) == (first.last, first.last)
    assert seen(ledger) == before


def test_whoever_is_cut_off_goes_on_and_nothing_is_doubled_or_left_out(
    data: Path, ledger: Path, tmp_path: Path, small_batches: None
) -> None:
    class Cut(Exception):
        pass

    def cut(done: int, total: int) -> None:
        raise Cut

    cuts = 0
    with closing(Workspace(data, create=False)) as workspace:
        publishing = workspace.of(Publishing)
        while True:
            try:
                publishing.publish(str(ledger), cut)
                break
            except Cut:
                cuts += 1
        publishing.publish(str(tmp_path / "whole.sqlite"), unheard)
    assert cuts > 2

    def told(path: Path) -> object:
        return {
            view: [tuple(cell for cell in row if cell not in publications) for row in own]
            for view, own in seen(path).items()
            if view != "laptop_head"
        }

    publications = {
        row[0]
        for path in (ledger, tmp_path / "whole.sqlite")
        for row in rows(path, "SELECT id FROM publication")
    }
    assert told(ledger) == told(tmp_path / "whole.sqlite")


def test_two_laptops_that_know_one_finding_make_one_row(
    data: Path, ledger: Path, tmp_path: Path
) -> None:
    published(data, ledger)
    before = seen(ledger)
    copy = tmp_path / "copy"
    shutil.copytree(data, copy)  # a copied folder is a new laptop
    (finding,) = rows(data / DATABASE_FILE, "SELECT id FROM finding WHERE state = 'open'")[0]
    published(copy, ledger)
    laptops = rows(ledger, "SELECT DISTINCT laptop FROM publication")
    assert len(laptops) == 2
    for view in VIEWS:
        if view.name != "laptop_head":
            assert seen(ledger)[view.name] == before[view.name], view.name
    with closing(Workspace(copy, create=False)) as workspace:
        workspace.findings.note([str(finding)], "已看过")
    published(copy, ledger)
    sql = f"SELECT steps, told_by FROM finding_status WHERE finding_id = '{finding}'"
    (told,) = rows(ledger, sql)
    assert told[1] == rows(ledger, "SELECT laptop FROM laptop_head ORDER BY at DESC")[0][0]
    assert len(seen(ledger)["finding_status"]) == len(before["finding_status"])
    assert seen(ledger)["rewritten"] == []


def test_a_laptop_that_rewrote_a_visit_is_told_and_does_not_overwrite(
    data: Path, ledger: Path, tmp_path: Path
) -> None:
    published(data, ledger)
    before = seen(ledger)
    copy = tmp_path / "copy"
    shutil.copytree(data, copy)
    run_sql(copy / DATABASE_FILE, "UPDATE scorecard SET score = 10000 WHERE score < 9900")
    done = published(copy, ledger)
    assert done.contradicting > 0
    after = seen(ledger)
    assert after["scorecard_score"] == before["scorecard_score"]
    assert {row[0] for row in after["rewritten"]} == {"object"}
    assert len(after["rewritten"]) == done.contradicting


def test_a_journal_that_was_made_anew_does_not_go_on_where_it_was(
    data: Path, ledger: Path, small_batches: None
) -> None:
    first = published(data, ledger)
    run_sql(
        data / DATABASE_FILE,
        "DROP TRIGGER journal_is_fixed",
        f"UPDATE journal SET link = 'forged' WHERE number = {first.last}",
    )
    done = published(data, ledger)
    assert done.gone_back is not None
    assert done.gone_back < first.last == done.last
    (told,) = seen(ledger)["rewritten"]
    assert (told[0], told[2]) == ("chain", str(done.gone_back))


def test_names_of_persons_leave_only_where_the_preference_says_so(
    data: Path, ledger: Path, tmp_path: Path
) -> None:
    names = [row[0] for row in rows(data / DATABASE_FILE, "SELECT DISTINCT name FROM inspector")]
    published(data, ledger)
    content = ledger.read_bytes()
    assert not [name for name in names if str(name).encode() in content]
    with closing(Workspace(data, create=False)) as workspace:
        workspace.preferences.set(SHARE_NAMES, "yes")
    named = tmp_path / "named.sqlite"
    published(data, named)
    assert any(str(name).encode() in named.read_bytes() for name in names)
    digests = "SELECT id, digest FROM known_object ORDER BY id"
    assert rows(named, digests) == rows(ledger, digests)


@pytest.mark.parametrize("rule", ["off", "locked"])
def test_what_an_administrator_keeps_at_home_is_not_published(
    data: Path, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str
) -> None:
    policy = tmp_path / "inspector.policy.toml"
    policy.write_text(f'sharing = "{rule}"\n')
    monkeypatch.setattr("inspector.workspace.policy.policy.policy_files", lambda: (policy,))
    with pytest.raises(RuledError):
        published(data, ledger)
    assert not ledger.exists()
    # A server is asked for only where that is allowed: this one would be refused as no server.
    kept = RuledError if rule == "off" else (DriverMissingError, LedgerAwayError)
    with pytest.raises(kept):
        published(data, "postgresql://x@127.0.0.1:1/city?connect_timeout=2")


def test_what_waits_is_said_without_the_ledger(data: Path, ledger: Path) -> None:
    with closing(Workspace(data, create=False)) as workspace:
        publishing = workspace.of(Publishing)
        assert reached_sentences(publishing.reached()) == [
            "Nothing was published from this folder yet."
        ]
        with pytest.raises(NoLedgerNamedError):
            publishing.usual_target()
        done, _ = publishing.publish(str(ledger), unheard)
        ledger.unlink()
        (finding,) = workspace.database.rows("SELECT id FROM finding WHERE state = 'open'")[0]
        workspace.findings.note([finding], "已看过")
        (line,) = reached_sentences(publishing.reached())
        assert line.startswith(f"{ledger}: up to entry {done.last}, on ")
        assert line.endswith("1 entry waits and goes with the next time.")
        assert publishing.usual_target() == str(ledger)


def test_something_else_under_that_name_is_left_alone(data: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    run_sql(other, "CREATE TABLE mine (a)")
    before = other.read_bytes()
    text = tmp_path / "text.sqlite"
    text.write_text("no database at all, but long enough to be looked at" * 100)
    for target in (other, text, tmp_path / "ledger.xlsx", data / DATABASE_FILE):
        with pytest.raises(NotALedgerError):
            published(data, target)
    assert other.read_bytes() == before
    assert not (tmp_path / "ledger.xlsx").exists()


def test_a_newer_ledger_is_not_written_to(data: Path, ledger: Path) -> None:
    published(data, ledger)
    run_sql(ledger, f"INSERT INTO ledger VALUES ('x', {VERSION + 1}, '2027-01-01T00:00:00+08:00')")
    with pytest.raises(NewerLedgerError):
        published(data, ledger)


def test_a_full_disk_leaves_what_was_there(ledger: Path) -> None:
    with opened_ledger(str(ledger)) as open_ledger:
        open_ledger.prepare("id", "2026-11-29T08:00:00+08:00")
        (pages,) = rows(ledger, "PRAGMA page_count")[0]
        open_ledger._dialect.run(f"PRAGMA max_page_count = {pages}")  # as on a disk without room
        publication = Publication("p", "l", "K7M", "n", "", "2026-11-29", "1", 0, "", 9, "x")
        many = [("visit", f"{number:0200}", "l", "p", "d") for number in range(2000)]
        with pytest.raises(LedgerFullError):
            open_ledger.take_in(publication, {"known_object": many}, 0)
        assert open_ledger.heads("l") == []


def test_a_second_publication_at_the_same_time_is_refused(data: Path, ledger: Path) -> None:
    with opened_ledger(str(ledger)) as open_ledger:
        open_ledger.prepare("id", "2026-11-29T08:00:00+08:00")
        publication = Publication("p", "l", "K7M", "n", "", "2026-11-29", "1", 0, "", 9, "x")
        open_ledger.take_in(publication, {}, 0)
        with pytest.raises(OvertakenError):
            open_ledger.take_in(publication, {}, 0)


def test_without_its_library_postgresql_is_refused_in_a_sentence(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DriverMissingError):
        published(data, "postgresql://somebody@nowhere/city")


def test_a_password_in_the_address_is_refused(data: Path) -> None:
    for address in (
        "postgresql://somebody:secret@nowhere/city",
        "postgresql://somebody@nowhere/city?password=secret",
    ):
        with pytest.raises(PasswordInTargetError):
            published(data, address)
