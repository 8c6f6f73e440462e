"""Data folders of every earlier version, through the operations of this one."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspector.domain.checklist.points import format_score
from inspector.domain.errors import NewerDatabaseError
from inspector.domain.visit.inspection import Answer, InspectionState, Verdict
from inspector.domain.visit.roster import Site
from inspector.storage.stores.finding_store import FindingStore
from inspector.workspace.keeping.backups import back_up, backups_of, write_full_backup
from inspector.workspace.keeping.doctor import Trouble, examine
from inspector.workspace.keeping.restore_from_backup import restore
from inspector.workspace.preferences import UNIT_NAME
from inspector.workspace.workspace import Workspace
from tests.storage.raw_files import contents, run_sql
from tests.storage.released import NEWER, VERSIONS, steps_of, told, unpack

NOW = datetime(2026, 11, 20, 10, tzinfo=timezone(timedelta(hours=8)))
EAST, WEST = Site("east", "城东营业厅"), Site("west", "城西营业厅")


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(version: str, tmp_path: Path) -> Path:
    return unpack(version, tmp_path / "data").parent


@pytest.fixture
def opened(folder: Path) -> Iterator[Workspace]:
    with closing(Workspace(folder, lambda: NOW)) as workspace:
        yield workspace


def has(version: str, step: int) -> bool:
    return int(version[1:]) >= step


def test_visits_are_as_they_were(opened: Workspace, version: str) -> None:
    lines = [
        *opened.inspections.unfinished(),
        *opened.inspections.completed(),
        *opened.inspections.discarded(),
    ]
    found = sorted(
        (
            line.inspection.started_at.date().isoformat(),
            line.inspection.site_name,
            line.inspection.state.value,
        )
        for line in lines
    )
    assert found == [(row["day"], row["site"], row["state"]) for row in told(version)["visits"]]
    scores = {
        line.inspection.started_at.date().isoformat(): format_score(
            opened.inspections.sheet(line.inspection.id).site_score().total
        )
        for line in lines
        if line.inspection.state is InspectionState.COMPLETED and line.inspection.kind.scores
    }
    assert scores == {"2026-10-12": "87.67", "2026-11-10": "81.43", "2026-11-16": "100.80"}


def test_an_unfinished_visit_goes_on_where_it_stopped(opened: Workspace, version: str) -> None:
    (line,) = opened.inspections.unfinished()
    sheet = opened.inspections.sheet(line.inspection.id)
    card = next(each for each in sheet.scorecards if each.id == line.inspection.cursor_scorecard)
    assert [{"window": card.window_number, "item": line.inspection.cursor_item}] == told(version)[
        "cursor"
    ]
    done = sum(len(sheet.answers_of(each)) for each in sheet.scorecards)
    assert done == next(row["answers"] for row in told(version)["visits"] if row["state"] == "open")
    assert (opened.stopwatches.running(line.inspection.id) is not None) == has(version, 3)
    for each in sheet.scorecards:
        wanted = [item for item in sheet.items(each) if not item.is_bonus]
        opened.inspections.record(
            line.inspection.id, each.id, [Answer(item.id, Verdict.PASS) for item in wanted]
        )
    opened.inspections.complete(line.inspection.id)
    assert opened.records.record(line.inspection.id).unchanged


def test_findings_are_as_they_were(opened: Workspace, version: str) -> None:
    for row in told(version)["findings"]:
        (finding,) = FindingStore(opened.database).numbered(row["number"])
        assert (
            finding.raised_at.date().isoformat(), finding.site_name, finding.window_number,
            finding.text, finding.deduction, finding.state.value, finding.deadline.isoformat(),
        ) == tuple(row[name] for name in (
            "day", "site", "window", "text", "deduction", "state", "deadline",
        ))  # fmt: skip


def test_what_stood_beside_them_is_there(opened: Workspace, version: str) -> None:
    assert opened.preferences.get(UNIT_NAME) == "示范公司"
    (override,) = opened.overrides.of(WEST, "practice-hall")
    assert (override.item_id, override.off, override.reason) == ("notice", True, "本厅无审批事项")
    if has(version, 2):
        assert opened.phrases.of("practice-hall") == {"desk": ("水杯未归位",)}
        signed = [
            (signature.signer, signature.refusal)
            for each in reversed(opened.inspections.completed())
            if (signature := opened.records.signature(each.inspection.id))
        ]
        assert signed == [("王经理", ""), ("王经理", "对否决项有异议")]
        for row in told(version)["evidence"]:
            assert opened.evidence.files.verify(row["digest"], row["suffix"])
    if has(version, 3):
        assert not opened.holidays.calendar().is_workday(date(2026, 11, 18))
        (patrol,) = opened.patrol_records.between(date(2026, 11, 13), date(2026, 11, 13))
        assert [place.entry.text for place in patrol.wrong] == ["台席凌乱", "饮水机缺水"]
    if has(version, 4):
        (minutes,) = opened.minutes.between(date(2026, 11, 12), date(2026, 11, 12))
        assert minutes.meeting.tasks == "迎接新员工"
        (open_meeting,) = opened.meetings.open_ones()
        opened.meetings.discard(open_meeting.id)
        assert opened.meetings.open_ones() == []


def test_the_day_goes_on_in_it(opened: Workspace) -> None:
    """A patrol with something wrong, and the meeting about it: both write columns of later."""
    patrol, _ = opened.patrols.start(EAST, ["值班长"])
    cards = opened.inspection_store.scorecards(patrol)
    opened.patrols.note(patrol, cards[0].id, "地面有水", to_meeting=True)
    opened.patrols.complete(patrol)
    meeting, _ = opened.meetings.start(EAST, host="王经理", budget=15)
    assert "地面有水" in [item.finding.text for item in opened.meetings.agenda(meeting).items]
    opened.meetings.end(meeting)


def test_the_doctor_finds_nothing_wrong(folder: Path) -> None:
    with closing(Workspace(folder)):
        pass
    back_up(folder, NOW)
    assert examine(folder, NOW).remarks == ()


@pytest.mark.ci
def test_the_doctor_may_come_before_the_update(folder: Path, version: str) -> None:
    report = examine(folder, NOW)
    assert {remark.trouble for remark in report.remarks} <= {Trouble.NO_BACKUP}
    assert steps_of(folder / "inspector.db") == told(version)["steps"]


@pytest.mark.ci
def test_the_daily_backup_is_taken_beside_the_one_before_the_update(folder: Path) -> None:
    with closing(Workspace(folder)):
        pass
    (before,) = backups_of(folder)
    back_up(folder, before.moment, only_if_due=True)
    assert sorted(each.before_update for each in backups_of(folder)) == [False, True]


@pytest.mark.ci
def test_an_old_backup_is_restored_and_brought_up_to_date(
    folder: Path, version: str, tmp_path: Path
) -> None:
    with closing(Workspace(folder)):
        pass
    (before,) = backups_of(folder)
    restored = restore(before.path, folder, NOW)
    assert restored.aside is not None
    assert (restored.missing, steps_of(folder / "inspector.db")) == (0, told(version)["steps"])
    with closing(Workspace(folder)) as workspace:
        assert len(workspace.inspections.completed()) >= 3
    # And one that was never opened by this program, in one file.
    old = unpack(version, tmp_path / "old").parent
    write_full_backup(old, tmp_path / "all.zip", NOW)
    assert steps_of(old / "inspector.db") == told(version)["steps"]
    assert restore(tmp_path / "all.zip", tmp_path / "elsewhere", NOW).missing == 0
    with closing(Workspace(tmp_path / "elsewhere")) as workspace:
        assert len(workspace.inspections.completed()) >= 3


@pytest.mark.parametrize("version", ["v1", "v5"])
def test_of_a_newer_version_nothing_is_restored(folder: Path, tmp_path: Path) -> None:
    newer = tmp_path / "inspector-2026-11-27-091530.db"
    newer.write_bytes((folder / "inspector.db").read_bytes())
    run_sql(newer, NEWER)
    before = contents(tmp_path)
    with pytest.raises(NewerDatabaseError):
        restore(newer, folder, NOW)
    after = contents(tmp_path)
    after.pop("data/inspector.lock", None)
    assert after == before
