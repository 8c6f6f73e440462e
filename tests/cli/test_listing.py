"""`inspector list`: for people a table, for programs JSON whose names are promised."""

import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.complaint.arrival import Arrival
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.folder_opening import open_beside
from tests.cli.conftest import Process, Run
from tests.storage.raw_files import contents

DOCS = Path(__file__).parents[2] / "resources" / "docs" / "command-line.md"
VIEW = {
    "number", "day", "site", "window", "staff_number", "category", "text", "deduction", "veto",
    "requirement", "department", "owner", "leader", "type", "deadline", "state", "closed_at",
    "overdue", "round", "extensions", "correction", "reported_text", "done_on", "rechecked_at",
    "rechecked_by", "recheck_passed", "recheck_note", "appealed_at", "review",
    "reviewed_deduction", "notice", "times_at_window", "times_at_site",
}  # fmt: skip
NAMES = {
    "sites": {"id", "name", "windows", "staff", "ended_on"},
    "packs": {"id", "title", "version", "items", "window_kinds"},
    "inspections": {
        "id", "day", "started_at", "completed_at", "site", "kind", "state", "form", "phase",
        "inspectors", "pack", "pack_title", "pack_version", "score", "grade", "vetoes",
        "found_score", "observed", "asked", "findings",
    },
    "findings": VIEW,
    "complaints": {
        "number", "day", "channel", "kind", "site", "window", "content", "anonymous", "department",
        "owner", "deadline", "state", "upheld", "answered_at", "grade", "round", "overdue",
    },
    "surveys": {
        "id", "day", "site", "window", "channel", "grade", "reason", "slip", "counts", "replaces",
        "finding",
    },
    "evaluations": {
        "id", "first", "last", "phase", "scheme", "published_at", "published_by", "note",
        "corrects", "holds", "sites",
    },
    "trainings": {
        "id", "held_on", "site", "group", "trained", "took_part", "led_by", "judged_before",
        "wrong_before", "judged_after", "wrong_after", "outcome",
    },
    "inspectors": {
        "id", "name", "unit", "role", "group", "phone", "reachable", "away_from", "away_to",
        "ended_on",
    },
}  # fmt: skip


def take_one_down(folder: Path) -> None:
    """Take a complaint down: a sample without rounds has none."""
    with closing(open_beside(folder)) as workspace:
        site = workspace.rosters.sites()[0]
        workspace.complaints.receive(Arrival(site, "等得太久", complainant="李女士"))


def publish_one(folder: Path) -> None:
    """Publish the month of the newest visit."""
    with closing(open_beside(folder)) as workspace:
        day = workspace.inspections.completed()[0].inspection.started_at.date()
        workspace.evaluations.publish(Extent(month_of(day)), "示例文明办")


def hold_one(folder: Path) -> None:
    """Train what the newest month shows."""
    with closing(open_beside(folder)) as workspace:
        today = workspace.now().date()
        day = workspace.inspections.completed()[0].inspection.started_at.date()
        report = workspace.training.of(Extent(month_of(day)))
        suggestion = next(each for own in report.suggested.values() for each in own)
        workspace.training.hold(suggestion, report.span, min(today, report.span.last), 5, "一班")


@pytest.mark.ci
@pytest.mark.parametrize("kind", NAMES)
def test_the_names_of_json_are_those_promised(run: Run, data: Path, kind: str) -> None:
    if kind == "complaints":
        take_one_down(data)
    if kind == "evaluations":
        publish_one(data)
    if kind == "trainings":
        hold_one(data)
    before = contents(data)
    done = run("--data", data, "list", kind, "--json")
    assert (done.code, done.err) == (0, "")
    rows = json.loads(done.out)
    assert rows
    assert all(set(row) == NAMES[kind] for row in rows)
    assert contents(data) == before
    if kind != "findings":  # those of the view are told there
        written = re.search(rf"`list {kind}`: (.*?)\.\n", DOCS.read_text("utf-8"), re.DOTALL)
        assert written is not None
        assert set(re.findall(r"`(\w+)`", written[1])) == NAMES[kind]
    table = run("--data", data, "list", kind)
    assert (table.code, table.err) == (0, "")
    assert len(table.out.splitlines()) == len(rows) + 1
    words = {
        "packs": "title", "inspections": "id", "findings": "number", "complaints": "number",
        "surveys": "reason", "evaluations": "published_by", "trainings": "trained",
    }  # fmt: skip
    word = words.get(kind, "name")
    assert all(str(row[word]) in table.out for row in rows)


@pytest.mark.ci
def test_days_and_sites_narrow(english: Run, data: Path) -> None:
    def asked(*words: str) -> list[dict[str, object]]:
        done = english("--data", data, "list", *words, "--json")
        assert (done.code, done.err) == (0, "")
        rows: list[dict[str, object]] = json.loads(done.out)
        return rows

    every = asked("findings")
    day, site = str(every[-1]["day"]), str(every[-1]["site"])
    some = asked("findings", "--from", day, "--to", day, "--site", site)
    assert some == [row for row in every if (row["day"], row["site"]) == (day, site)]
    assert all(isinstance(row["veto"], bool) for row in every)
    visits = asked("inspections")
    assert {len(asked("findings"))} == {sum(int(str(row["findings"])) for row in visits)}
    assert asked("inspections", "--month", "2001-01") == []
    told = english("--data", data, "list", "findings", "--month", "2001-01")
    assert (told.code, told.out) == (0, "There is nothing of that kind.\n")


def test_what_cannot_be_listed_is_told(english: Run, data: Path, home: Path) -> None:
    assert english("--data", data, "list", "sites", "--month", "2026-11").code == 2
    assert english("--data", data, "list", "findings", "--site", "没有厅").code == 1
    assert (
        english("--data", data, "list", "findings", "--from", "2026-2", "--to", "2026-1").code == 2
    )
    assert english("--data", home / "none", "list", "sites").code == 1
    assert not (home / "none").exists()


def test_json_is_whole_where_the_output_has_no_chinese(process: Process, data: Path) -> None:
    done = process("--data", data, "list", "sites", "--json", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "营业厅" in json.loads(done.stdout)[0]["name"]
