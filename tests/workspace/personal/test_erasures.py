"""A person's name and old photos go, on the disk as well; seals, scores and the journal stay."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.domain.errors import RefusedInputError
from inspector.domain.personal.erasure import HeldIn, Hindrance, Obstacle
from inspector.domain.personal.personal_errors import (
    ChangedBeforeErasureError,
    NothingToEraseError,
    PhotoErasedError,
    SeveralPersonsError,
    StillNeededError,
    UnknownPersonError,
)
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.storage.stores.journal_store import JournalStore
from inspector.workspace.keeping.backups import back_up
from inspector.workspace.keeping.doctor import Report, examine
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.keeping.doctor_words import report_sentence
from inspector.workspace.keeping.verifying import verify_backup
from inspector.workspace.preferences import FILLED_BY, KEEP_NAMES, KEEP_PHOTOS
from inspector.workspace.workspace import Workspace
from tests.workspace.personal.people import (
    CALLER,
    CLERK,
    EVERYBODY,
    FIRST,
    HEAD,
    NOON,
    OTHER,
    PHONE,
    SECOND,
    end_everybody,
    fill,
    holding,
)
from tests.workspace.visiting import Clock, add_site, start, visit
from tests.written_once import Written

WHY, BY = "本人申请", "文明办 周某"
TOMORROW = NOON.date() + timedelta(days=1)


def write_people(folder: Path) -> None:
    clock = Clock(NOON)
    with closing(Workspace(folder, clock)) as workspace:
        fill(workspace)
        end_everybody(workspace)


@pytest.fixture
def folder(copied: Written) -> Path:
    return copied(write_people)


@pytest.fixture
def people(folder: Path) -> Iterator[Workspace]:
    with closing(Workspace(folder, Clock(NOON))) as workspace:
        yield workspace


def looked_over(folder: Path) -> Report:
    return examine(folder, NOON.replace(tzinfo=None))


def faults(folder: Path) -> set[Trouble]:
    return {each.trouble for each in looked_over(folder).remarks if each.trouble.is_fault}


def scores(workspace: Workspace) -> list[tuple[object, ...]]:
    told = ("scorecard_id", "score", "reviewed_score", "ranked_score", "vetoes", "grade")
    rows = workspace.database.rows(f"SELECT {', '.join(told)} FROM scorecard_score ORDER BY 1")
    return [tuple(row) for row in rows]


# Looking


def test_everything_that_names_a_person_is_found(people: Workspace) -> None:
    held = people.erasures.held(CLERK)
    assert held.counts.keys() == {
        HeldIn.ROSTER, HeldIn.VISITS, HeldIn.FINDINGS, HeldIn.COMPLAINTS,
    }  # fmt: skip
    assert [photo.name for photo in held.photos] == ["IMG_1.jpg"]
    assert held.obstacles == ()
    assert people.erasures.held("1001").rows == held.rows  # by the 工号 as well


def test_nobody_and_nothing(people: Workspace) -> None:
    for name in ("钱无名", "9999"):
        with pytest.raises(UnknownPersonError):
            people.erasures.held(name)
    with pytest.raises(RefusedInputError):
        people.erasures.held(" ")


def test_of_several_with_one_name_it_is_said_which(people: Workspace) -> None:
    add_site(people, "城西厅")
    people.database.write("UPDATE staff SET name = ? WHERE name = ''", (CLERK,))
    with pytest.raises(SeveralPersonsError) as refused:
        people.erasures.held(CLERK)
    assert refused.value.whose == ("城东厅", "城西厅")
    assert people.erasures.held(CLERK, "城西厅").counts.keys() == {HeldIn.ROSTER}
    with pytest.raises(UnknownPersonError):
        people.erasures.held(CLERK, "城南厅")


# A person


@pytest.mark.ci
@pytest.mark.parametrize("name", EVERYBODY)
def test_a_name_goes_from_the_disk_and_everything_still_verifies(
    folder: Path, people: Workspace, name: str
) -> None:
    before = scores(people)
    held, _ = people.erasures.erase_person(name, f"{name}{WHY}", BY)
    assert scores(people) == before
    assert people.erasures.all()[0].reason == f"{held.stand_in}{WHY}"
    others = [each for each in EVERYBODY if each != name and name not in each]
    people.close()
    left = holding(folder, name if name != CLERK else f'{CLERK}"', *[PHONE] * (name == CALLER))
    assert left == set()
    assert all(holding(folder, each) for each in others)
    assert faults(folder) == set()
    assert looked_over(folder).erasures == 1
    assert report_sentence(looked_over(folder)).endswith("1 lawful erasure is entered.")


def test_what_stands_there_now(people: Workspace) -> None:
    held, _ = people.erasures.erase_person(CLERK, WHY, BY)
    assert held.stand_in == "已删除-1"
    (card, *_) = [tuple(row) for row in people.database.rows(
        "SELECT staff_name, staff_number FROM scorecard ORDER BY position")]  # fmt: skip
    assert card == ("已删除-1", "已删除-1")
    (finding,) = people.database.rows("SELECT owner, reported_text FROM finding")
    assert tuple(finding) == ("已删除-1", "已删除-1已改")
    assert people.erasures.held(OTHER).counts  # whose name begins so stays whole
    assert people.erasures.erase_person(HEAD, WHY, BY)[0].stand_in == "已删除-2"
    (visit,) = people.inspection_store.sealed_ids()
    signature = people.records.signature(visit)
    assert signature is not None
    assert (signature.signer, len(signature.strokes), signature.refused) == ("已删除-2", 1, False)


def test_a_record_says_that_it_is_as_it_was_sealed(people: Workspace) -> None:
    (visit,) = people.inspection_store.sealed_ids()
    for name in (CLERK, HEAD, FIRST):
        people.erasures.erase_person(name, WHY, BY)
        assert people.records.record(visit).unchanged
        assert people.records.changes.is_as_sealed(visit)


@pytest.mark.parametrize("missing", ["reason", "author"])
def test_nothing_goes_without_a_reason_and_who(people: Workspace, missing: str) -> None:
    said = {"reason": WHY, "author": BY, missing: "  "}
    with pytest.raises(RefusedInputError):
        people.erasures.erase_person(CLERK, said["reason"], said["author"])
    with pytest.raises(RefusedInputError):
        people.erasures.erase_photos(TOMORROW, said["reason"], said["author"])
    assert people.erasures.all() == []


def test_a_preference_that_named_them_is_read_anew(people: Workspace) -> None:
    people.preferences.set(FILLED_BY, FIRST)
    people.erasures.erase_person(FIRST, WHY, BY)
    assert people.preferences.get(FILLED_BY) == "已删除-1"


def test_what_is_open_is_in_the_way(workspace: Workspace) -> None:
    fill(workspace)
    with pytest.raises(StillNeededError) as refused:
        workspace.erasures.erase_person(CLERK, WHY, BY)
    assert refused.value.obstacles == (Hindrance(Obstacle.ON_DUTY, ("城东厅 1号窗口",)),)
    with pytest.raises(StillNeededError) as refused:
        workspace.erasures.erase_person(FIRST, WHY, BY)
    assert refused.value.obstacles == (Hindrance(Obstacle.INSPECTS, ("市文明办 周敏",)),)
    end_everybody(workspace)
    site = workspace.rosters.every_site()[0]
    workspace.roster_store.put([site], [])
    start(workspace, add_site(workspace, "城西厅"), inspectors=(FIRST,))
    with pytest.raises(StillNeededError) as refused:
        workspace.erasures.erase_person(FIRST, WHY, BY)
    assert refused.value.obstacles == (Hindrance(Obstacle.VISIT, ("2026-11-27 城西厅",)),)
    assert workspace.erasures.all() == []


# Tampering


CHANGES = {
    "score": "UPDATE scorecard SET score = score + 100 WHERE position = 0",
    "name": "UPDATE scorecard SET staff_name = '已删除-1' WHERE position = 1",
    "owner": "UPDATE finding_event SET content = replace(content, '已删除-1', '已删除-9')",
    "signer": "UPDATE signature SET signer = '某某'",
    "reason": "DROP TRIGGER erasure_is_fixed; UPDATE erasure SET reason = '满期'",
    "digests": "DROP TRIGGER erasure_change_is_fixed;"
    " UPDATE erasure_change SET after = before WHERE kind = 'visit'",
    "gone": "DROP TRIGGER erasure_is_kept; DROP TRIGGER erasure_change_is_kept;"
    " DELETE FROM erasure_change; DELETE FROM unfinished_erasure; DELETE FROM erasure",
    "invented": "INSERT INTO erasure VALUES ('x', 'person', '2026-11-27', 'r', 'b', 's', '{}')",
}


@pytest.mark.ci
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_behind_the_program_is_found_as_before(
    folder: Path, people: Workspace, change: str
) -> None:
    people.erasures.erase_person(CLERK, WHY, BY)
    people.close()
    assert faults(folder) == set()
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection, connection:
        connection.executescript(CHANGES[change])
    assert faults(folder)


def test_a_change_cannot_hide_behind_an_erasure_of_ones_own(
    folder: Path, people: Workspace
) -> None:
    """Digests of a changed visit, added to an erasure that was entered, explain nothing."""
    people.erasures.erase_person(CALLER, WHY, BY)
    entered = JournalStore(people.database).as_due
    (visit,) = people.inspection_store.sealed_ids()
    from inspector.domain.record.journal import Subject
    from inspector.storage.schema.journal_recipes import digests_of

    before = entered(Subject.VISIT, [visit])[visit]
    people.database.write("UPDATE scorecard SET score = score + 100 WHERE position = 0")
    after = digests_of(people.database.rows, Subject.VISIT, [visit])[visit]
    people.database.write(
        "INSERT INTO erasure_change SELECT id, 'visit', ?, ?, ? FROM erasure",
        (visit, before, after),
    )
    people.close()
    assert {Trouble.SEAL_BROKEN, Trouble.RECORD_CHANGED} <= faults(folder)


def test_what_was_changed_is_not_erased_from(people: Workspace) -> None:
    people.database.write("UPDATE scorecard SET score = score + 100 WHERE position = 0")
    with pytest.raises(ChangedBeforeErasureError):
        people.erasures.erase_person(CLERK, WHY, BY)
    assert people.erasures.all() == []
    assert people.erasures.held(CLERK).rows


# Photos


@pytest.mark.ci
def test_old_photos_go_and_what_is_known_of_them_stays(folder: Path, people: Workspace) -> None:
    (visit,) = people.inspection_store.sealed_ids()
    (photo,) = people.evidence.of_inspection(visit)
    people.evidence.thumbnail(photo)
    kept = people.evidence.path_of(photo)
    small = list((folder / "thumbnails").rglob("*.jpg"))
    assert kept.is_file()
    assert small
    with pytest.raises(NothingToEraseError):
        people.erasures.erase_photos(NOON.date(), WHY, BY)
    assert people.erasures.erase_photos(TOMORROW, WHY, BY)[0] == 1
    assert not kept.exists()
    assert not any(path.exists() for path in small)
    assert people.evidence.of_inspection(visit) == (photo,)
    with pytest.raises(PhotoErasedError):
        people.evidence.thumbnail(photo)
    from inspector.domain.papers.print_size import PrintSize
    from inspector.workspace.evidence.paper_photos import PaperPhotos

    room = PrintSize(400, 300)
    assert people.of(PaperPhotos).jpeg(photo, "城东厅", room).startswith(b"\xff\xd8")
    people.close()
    assert faults(folder) == set()
    assert (looked_over(folder).files, looked_over(folder).erasures) == (0, 1)


def test_a_photo_of_something_open_stays_with_its_twin(people: Workspace) -> None:
    """The same file shows something that is closed and something that is not."""
    found = people.database.rows("SELECT id FROM finding")[0]["id"]
    (visit,) = people.inspection_store.sealed_ids()
    assert len(people.erasures.photos_before(TOMORROW)) == 1
    people.findings.reopen([found], "又犯", date(2026, 12, 1))
    assert people.erasures.photos_before(TOMORROW) == ()
    assert people.evidence.of_inspection(visit)


def test_the_same_photo_taken_in_again_is_another_one(people: Workspace) -> None:
    people.erasures.erase_photos(TOMORROW, WHY, BY)
    found = people.database.rows("SELECT id FROM finding")[0]["id"]
    from inspector.domain.visit.evidence import EvidenceOrigin, EvidenceRole
    from tests.photos import jpeg

    prepared = people.evidence.prepare(jpeg("#806040"), "again.jpg")
    again, _ = people.evidence.attach_to_finding(
        prepared, found, EvidenceOrigin.CHOSEN, EvidenceRole.CORRECTED
    )
    assert people.evidence.thumbnail(again).is_file()
    assert (again.digest, again.suffix) in people.evidence_store.digests()


# Periods


def test_nothing_is_due_until_the_office_says_so(people: Workspace) -> None:
    far = NOON.date() + timedelta(days=4000)
    due = people.erasures.due(far)
    assert (due.photos, due.people) == ((), ())
    with pytest.raises(NothingToEraseError):
        people.erasures.require_due(due)
    people.preferences.set(KEEP_PHOTOS, "12")
    people.preferences.set(KEEP_NAMES, "24")
    assert people.erasures.due(NOON.date()).photos == ()
    due = people.erasures.due(far)
    assert len(due.photos) == 1
    assert {each.name for each in due.people} == {CLERK, OTHER, FIRST, SECOND, CALLER}


# Copies


@pytest.mark.ci
def test_what_is_due_goes_at_once_or_not_at_all(folder: Path, people: Workspace) -> None:
    people.preferences.set(KEEP_NAMES, "1")
    people.preferences.set(KEEP_PHOTOS, "1")
    due = people.erasures.due(NOON.date() + timedelta(days=90))
    assert len(due.people) > 2
    assert due.photos
    heard: list[tuple[int, int]] = []
    for stop in (0, 5, None):
        heard.clear()

        def hear(done: int, total: int, stop: int | None = stop) -> None:
            heard.append((done, total))
            if len(heard) - 1 == stop:
                raise KeyboardInterrupt

        if stop is None:
            photos, gone, _ = people.erasures.erase_due(due, WHY, BY, hear)
            assert (photos, len(gone)) == (len(due.photos), len(due.people))
            continue
        with pytest.raises(KeyboardInterrupt):
            people.erasures.erase_due(due, WHY, BY, hear)
        assert people.erasures.all() == []
    shares = [done / total for done, total in heard]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert faults(folder) == set()
    people.close()
    names = {each.name for each in due.people}
    assert {each for name in names for each in holding(folder, name)} == set()


def test_the_last_word_of_progress_can_still_stop_it(people: Workspace) -> None:
    def stop(done: int, total: int) -> None:
        if done == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        people.erasures.erase_person(HEAD, WHY, BY, progress=stop)
    with pytest.raises(KeyboardInterrupt):
        people.erasures.erase_photos(TOMORROW, WHY, BY, stop)
    assert people.erasures.all() == []
    assert people.erasures.held(HEAD).rows


def test_backups_from_before_are_named_and_can_go(folder: Path, people: Workspace) -> None:
    back_up(folder, NOON.replace(tzinfo=None) - timedelta(hours=1))
    people.erasures.erase_person(CALLER, WHY, BY)
    assert len(people.erasures.backups()) == 1
    people.erasures._opened.now = lambda: NOON + timedelta(minutes=5)
    assert people.erasures.drop_backups() == 1
    assert people.erasures.backups() == []
    people.close()
    assert len(list((folder / "backups").glob("*.db.zip"))) == 1
    assert holding(folder, CALLER) == set()


def test_a_backup_from_before_still_verifies(
    folder: Path, people: Workspace, tmp_path: Path
) -> None:
    back_up(folder, NOON.replace(tzinfo=None))
    (backup,) = (folder / "backups").glob("*.db.zip")
    people.erasures.erase_person(CLERK, WHY, BY)
    people.erasures.erase_photos(TOMORROW, WHY, BY)
    people.close()
    assert verify_backup(folder, backup).holds


# Whatever is done in whatever order

STEPS = st.lists(st.sampled_from([*EVERYBODY, "photos", "visit"]), min_size=1, max_size=5)


@pytest.mark.ci
@settings(max_examples=12, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(steps=STEPS)
def test_after_any_erasures_everything_verifies(
    steps: list[str], written: Written, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any") / "data"
    shutil.copytree(written(write_people), folder)
    clock = Clock(NOON)
    with closing(Workspace(folder, clock)) as workspace:
        before, gone = scores(workspace), set[str]()
        for step in steps:
            clock.moment += timedelta(minutes=1)
            try:
                if step == "photos":
                    workspace.erasures.erase_photos(TOMORROW, WHY, BY)
                elif step == "visit":
                    visit(workspace, add_site(workspace, f"厅{clock.moment:%M}"))
                else:
                    workspace.erasures.erase_person(step, WHY, BY)
                    gone.add(step)
            except (NothingToEraseError, UnknownPersonError):
                assert step in gone or step == "photos"
        kept = scores(workspace)
        assert [each for each in kept if each in before] == before
        assert {name for name in gone if workspace.erasures.people(name)} == set()
    assert faults(folder) == set()
