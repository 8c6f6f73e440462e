"""Writes a small data folder by the program of an earlier day: samples/released/README.md.

It has to run on every program since the first step of the schema, so it asks what there is. What
it wrote is told by plain SQL, in words that a user would recognise, for the tests to look for.
"""
# mypy: ignore-errors

import json
import shutil
import sqlite3
import sys
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from importlib import import_module
from io import BytesIO
from pathlib import Path
from uuid import UUID

ROOMS = {
    "inspector.domain.assignment": "inspector.domain.finding.assignment",
    "inspector.domain.checklist": "inspector.domain.checklist.checklist",
    "inspector.domain.evidence": "inspector.domain.visit.evidence",
    "inspector.domain.finding": "inspector.domain.finding.finding",
    "inspector.domain.inspection": "inspector.domain.visit.inspection",
    "inspector.domain.recheck": "inspector.domain.finding.recheck",
    "inspector.domain.roster": "inspector.domain.visit.roster",
    "inspector.domain.workdays": "inspector.domain.days.workdays",
    "inspector.workspace.close_out": "inspector.workspace.findings.close_out",
    "inspector.workspace.inspections": "inspector.workspace.visits.inspections",
}
"""Where a module lies today, by where it lay until the rooms were made."""


def program(name):
    """Return a module of whichever program runs, by its name in the first ones."""
    try:
        return import_module(ROOMS.get(name, name))
    except ModuleNotFoundError:
        return import_module(name)


_module = program("inspector.domain.inspection")
InspectionKind = _module.InspectionKind
if not hasattr(_module, "chosen"):
    _module = import_module("inspector.domain.visit.answer_changes")
chosen = _module.chosen
deducted = _module.deducted
measured = _module.measured
not_applicable = _module.not_applicable
passed = _module.passed
_module = program("inspector.domain.roster")
Site = _module.Site
Staff = _module.Staff
Window = _module.Window
Duty = program("inspector.workspace.inspections").Duty

Override = program("inspector.domain.checklist").Override
Workspace = program("inspector.workspace.workspace").Workspace

CHINA = timezone(timedelta(hours=8))
PACK_ID, KIND = "practice-hall", "practice-counter"
EAST, WEST = Site("east", "城东营业厅"), Site("west", "城西营业厅")


class Clock:
    def __init__(self):
        self.moment = datetime(2026, 10, 12, 9, 30, tzinfo=CHINA)

    def __call__(self):
        self.moment += timedelta(seconds=7)
        return self.moment

    def set(self, month, day, hour=9, minute=30):
        self.moment = datetime(2026, month, day, hour, minute, tzinfo=CHINA)


class Numbers:
    def __init__(self):
        self.last = 0

    def __call__(self):
        self.last += 1
        return str(UUID(int=self.last, version=4))


def window(site, number, *staff_numbers):
    staff = tuple(Staff(f"staff-{each}", each) for each in staff_numbers)
    return Window(f"{site.id}-{number}", site.id, number, KIND, "综合部", "王经理", staff)


EAST_WINDOWS = [
    window(EAST, "1号窗口", "1001"),
    window(EAST, "2号窗口", "1002"),
    window(EAST, "3号窗口", "1003", "1004"),
]
WEST_WINDOWS = [window(WEST, "1号窗口", "2001")]


def with_phrase(item, answer, position):
    return replace(answer, phrases=(item.phrases[position],))


def jpeg(colour):
    from PIL import Image

    made = BytesIO()
    Image.new("RGB", (64, 48), colour).save(made, "JPEG")
    return made.getvalue()


class Maker:
    def __init__(self, folder):
        self.clock = Clock()
        shutil.copytree(Path(__file__).parents[1] / "gui/visits/hall", folder / "packs" / PACK_ID)
        self.own = Workspace(folder, self.clock, Numbers())
        self.own.roster_store.put([EAST, WEST], [*EAST_WINDOWS, *WEST_WINDOWS])

    def has(self, group):
        # Not hasattr: what is a group of operations today is none of the class itself.
        return any(group in vars(each) for each in type(self.own).__mro__)

    # Visits

    def start(self, site, windows, phase=""):
        return self.own.inspections.start(
            site,
            InspectionKind.COVERT,
            ["检查一组", "李检查"],
            PACK_ID,
            [Duty(each, each.staff[0]) for each in windows],
            phase=phase,
        )[0]

    def answer(self, visit, wrong, stop=None):
        """Answer everything, with `wrong` by (window, item); up to `stop` only."""
        sheet = self.own.inspections.sheet(visit)
        for card in sheet.inspected if hasattr(sheet, "inspected") else sheet.scorecards:
            answers = []
            for item in sheet.items(card):
                key = (card.window_number, item.id)
                if key == stop:
                    self.own.inspections.record(visit, card.id, answers)
                    self.own.inspections.stand_at(visit, card.id, item.id)
                    return
                if key in wrong:
                    answers.append(wrong[key](item))
                elif not item.is_bonus:
                    answers.append(passed(item))
            self.own.inspections.record(visit, card.id, answers)

    def attach(self, visit, number, item, colour, source="PASTED"):
        EvidenceOrigin = program("inspector.domain.evidence").EvidenceOrigin

        cards = self.own.inspection_store.scorecards(visit)
        card = next(each for each in cards if each.window_number == number)
        book = self.own.evidence
        prepared = book.prepare(jpeg(colour))
        if hasattr(book, "attach"):
            return book.attach(prepared, visit, card.id, item, EvidenceOrigin[source])[0]
        steps = import_module("tests.workspace.evidence_steps")
        return steps.attach(book, prepared, visit, card.id, item, EvidenceOrigin[source])[0]

    def remove(self, evidence):
        if hasattr(self.own.evidence, "remove"):
            self.own.evidence.remove(evidence.id)
        else:
            steps = import_module("tests.workspace.evidence_steps")
            steps.let_stand(self.own.evidence, evidence.id, True)

    def annotate(self, evidence, marked):
        if hasattr(self.own.evidence, "annotate"):
            self.own.evidence.annotate(evidence.id, marked)
        else:
            digest = self.own.evidence.files.keep(marked, "jpg").digest
            steps = import_module("tests.workspace.evidence_steps")
            steps.let_stand(self.own.evidence, evidence.id, annotated=digest)

    def visits(self):
        east = self.start(EAST, EAST_WINDOWS, "秋季检查")
        third = self.own.inspection_store.scorecards(east)[-1]
        self.own.inspections.leave_out(east, third.id, True)
        self.answer(
            east,
            {
                ("1号窗口", "greet"): lambda item: replace(
                    with_phrase(item, deducted(item), 0), count=2, note="两位顾客走近时低头看手机"
                ),
                ("1号窗口", "uniform"): lambda item: self.corrected(item),
                ("2号窗口", "wait"): lambda item: measured(item, deducted(item), 1800),
                ("2号窗口", "polite"): not_applicable,
                ("", "toilet"): lambda item: with_phrase(item, deducted(item), 0),
            },
        )
        if self.has("evidence"):
            self.attach(east, "1号窗口", "greet", "#806040")
            wrong = self.attach(east, "1号窗口", "polite", "#ff0000")
            self.remove(wrong)
            marked = self.attach(east, "2号窗口", "wait", "#204060", "CHOSEN")
            self.annotate(marked, jpeg("#204061"))
        self.clock.set(10, 12, 10, 50)
        self.own.inspections.complete(east)
        if self.has("records"):
            self.own.records.sign(east, "王经理", [[(0.1, 0.2), (0.5, 0.6), (0.9, 0.3)]])
            self.clock.set(10, 13)
            self.own.records.amend(east, "2号窗口等候时间应为17分钟", "读数有误", "李检查")

        self.clock.set(11, 10)
        again = self.start(EAST, EAST_WINDOWS[:2])
        self.answer(
            again,
            {
                ("1号窗口", "greet"): lambda item: with_phrase(item, deducted(item), 1),
                ("2号窗口", "greet"): lambda item: with_phrase(item, deducted(item), 2),
                ("2号窗口", "quarrel"): lambda item: with_phrase(item, deducted(item), 0),
                ("", "floor"): lambda item: chosen(item, deducted(item), 2),
                ("1号窗口", "desk"): self.praised,
            },
        )
        self.clock.set(11, 10, 10, 40)
        self.own.inspections.complete(again)
        if self.has("records"):
            self.own.records.refuse(again, "王经理", "对否决项有异议")

        self.own.overrides.put(WEST, PACK_ID, Override("notice", "本厅无审批事项", off=True))
        self.clock.set(11, 16)
        west = self.start(WEST, WEST_WINDOWS)
        self.answer(
            west, {("1号窗口", "praise"): lambda item: with_phrase(item, deducted(item), 0)}
        )
        self.clock.set(11, 16, 10, 5)
        self.own.inspections.complete(west)

        self.clock.set(11, 17)
        thrown = self.start(WEST, WEST_WINDOWS)
        self.answer(thrown, {}, ("1号窗口", "uniform"))
        self.own.inspections.discard(thrown)

        self.clock.set(11, 20)
        unfinished = self.start(EAST, EAST_WINDOWS)
        self.answer(unfinished, {}, ("2号窗口", "polite"))
        if self.has("evidence"):
            self.attach(unfinished, "1号窗口", "greet", "#118811")
        if self.has("stopwatches"):
            card = self.own.inspection_store.scorecards(unfinished)[1]
            self.own.stopwatches.start(unfinished, card.id, "wait")
        if self.has("phrases"):
            self.own.phrases.use(PACK_ID, "desk", "水杯未归位")

    def corrected(self, item):
        answer = with_phrase(item, deducted(item), 1)
        return replace(answer, correction="已当场佩戴") if hasattr(answer, "correction") else answer

    def praised(self, item):
        answer = replace(passed(item), note="物品定位摆放")
        return replace(answer, praised=True) if hasattr(answer, "praised") else answer

    # Findings, rounds, meetings

    def lives(self):
        Assignment = program("inspector.domain.assignment").Assignment

        AppealOutcome = program("inspector.domain.finding").AppealOutcome

        findings = self.own.findings
        rows = self.own.database.rows("SELECT id, window_number, item_id, day FROM finding")
        found = {(row["window_number"], row["item_id"], row["day"]): row["id"] for row in rows}
        first, second = "2026-10-12", "2026-11-10"
        self.clock.set(10, 13)
        wait, toilet = found["2号窗口", "wait", first], found["公共区域", "toilet", first]
        greet = found["1号窗口", "greet", first]
        findings.assign([wait, toilet], Assignment("综合部", "张组长", deadline=date(2026, 10, 16)))
        findings.extend([toilet], date(2026, 10, 30), "等待配件", "赵主任")
        findings.appeal([greet], "当时在接电话")
        self.clock.set(10, 14)
        findings.decide_appeal([greet], AppealOutcome.DOWNGRADED, "只认定一次", "赵主任", 100)
        findings.report_done(wait, "高峰时段加开一个台席", date(2026, 10, 15))
        self.clock.set(10, 16)
        findings.recheck([wait], True, "排队12分钟", by="李检查")
        findings.report_done(toilet, "已更换排风扇", date(2026, 10, 16))
        findings.recheck([toilet], False, "仍有异味", by="李检查")
        self.clock.set(10, 20)
        findings.reopen([wait], "再次超时", date(2026, 10, 27))
        self.clock.set(11, 11)
        findings.appeal([found["2号窗口", "quarrel", second]], "顾客先出言不逊")
        findings.decide_appeal(
            [found["2号窗口", "quarrel", second]], AppealOutcome.UPHELD, "录像属实", "赵主任"
        )
        findings.correct([found["2号窗口", "greet", second]], "晨会已复训")
        findings.appeal([found["公共区域", "floor", second]], "保洁正在作业")
        findings.decide_appeal(
            [found["公共区域", "floor", second]], AppealOutcome.WITHDRAWN, "属实", "赵主任"
        )
        findings.report_done(found["1号窗口", "greet", second], "已复训", date(2026, 11, 12))
        if self.has("close_out"):
            EvidenceOrigin = program("inspector.domain.evidence").EvidenceOrigin
            Shown = program("inspector.workspace.close_out").Shown

            self.clock.set(11, 12)
            shown = Shown(self.own.evidence.prepare(jpeg("#00ff00")), EvidenceOrigin.CHOSEN)
            self.own.close_out.report_done([wait], "又加开台席", date(2026, 11, 12), [shown])

    def rounds(self):
        Slot = program("inspector.domain.inspection").Slot
        RecheckOutcome = program("inspector.domain.recheck").RecheckOutcome

        self.clock.set(11, 13, 8, 20)
        patrol = self.own.patrols.start(EAST, ["值班长"], Slot.MORNING)[0]
        cards = self.own.inspection_store.scorecards(patrol)
        own = self.own.patrols
        own.note(patrol, cards[1].id, "台席凌乱", handled="当场整理", to_meeting=False)
        own.note(patrol, cards[0].id, "饮水机缺水", place="等候区")
        own.mark_clean(patrol, [card.id for card in cards[2:]])
        self.clock.set(11, 13, 8, 45)
        own.complete(patrol)
        self.clock.set(11, 14)
        recheck = self.own.rechecks.start(EAST, ["李检查"])[0]
        due = self.own.rechecks.findings(recheck)
        self.own.rechecks.decide(recheck, due[0].id, RecheckOutcome.PASSED)
        for finding in due[1:]:
            self.own.rechecks.decide(recheck, finding.id, RecheckOutcome.FAILED, "仍未做到")
        self.own.rechecks.complete(recheck)

    def holidays(self):
        DayKind = program("inspector.domain.workdays").DayKind

        kind = next(each for each in DayKind if each.value in ("off", "rest", "holiday"))
        self.own.holidays.set(date(2026, 11, 18), kind, "厅庆")

    def meetings(self):
        self.clock.set(11, 12, 8, 15)
        meeting = self.own.meetings.start(EAST, host="王经理", budget=15)[0]
        agenda = self.own.meetings.agenda(meeting)
        self.own.meetings.discuss(meeting, agenda.items[0].finding.id)
        self.own.meetings.write(
            meeting, present=("1001", "1002"), absent=("1003",), tasks="迎接新员工"
        )
        self.clock.set(11, 12, 8, 27)
        self.own.meetings.end(meeting)
        self.clock.set(11, 20, 8, 15)
        self.own.meetings.start(EAST, host="王经理", budget=15)

    def make(self):
        preferences = program("inspector.workspace.preferences")

        self.own.preferences.set(preferences.UNIT_NAME, "示范公司")
        self.own.preferences.set(preferences.FILLED_BY, "陈文员")
        self.visits()
        if self.has("findings"):
            self.lives()
            self.holidays()
        if self.has("meetings"):
            self.meetings()
        if self.has("patrols"):
            self.rounds()
        self.own.close()


def told(database):
    """What is in a database, as a user would say it."""
    with closing(sqlite3.connect(database)) as connection:
        connection.row_factory = sqlite3.Row

        def rows(sql):
            return [dict(row) for row in connection.execute(sql)]

        tables = {row["name"] for row in rows("SELECT name FROM sqlite_master WHERE type='table'")}
        content = {
            "steps": [row["name"] for row in rows("SELECT name FROM _sqlite_migrations")],
            "visits": rows(
                "SELECT site_name AS site, day, kind, state, phase, score, grade,"
                " (SELECT count(*) FROM answer JOIN scorecard ON scorecard = key"
                "  WHERE inspection_id = inspection.id) AS answers"
                " FROM inspection ORDER BY started_at"
            ),
            "cursor": rows(
                "SELECT window_number AS window, cursor_item AS item FROM inspection"
                " JOIN scorecard ON scorecard.id = cursor_scorecard WHERE state = 'open'"
            ),
            "findings": rows(
                "SELECT number, day, site_name AS site, window_number AS window, text, deduction,"
                " state, deadline FROM finding ORDER BY number"
            ),
            "overrides": rows("SELECT site_id, item, reason, off FROM site_override"),
        }
        if "evidence" in tables:
            content["evidence"] = rows(
                "SELECT digest, suffix, role, item_id AS item, removed_at IS NOT NULL AS removed"
                " FROM evidence ORDER BY added_at"
            )
            content["signatures"] = rows("SELECT signer, refusal FROM signature ORDER BY signed_at")
            content["amendments"] = rows("SELECT text, reason, author FROM amendment")
            content["phrases"] = rows("SELECT item, text FROM own_phrase")
            content["patrol"] = rows("SELECT text, place, handled, to_meeting FROM patrol_entry")
            content["recheck"] = rows("SELECT outcome, note FROM recheck_entry ORDER BY position")
        if "holiday" in tables:
            content["holidays"] = rows("SELECT day, name FROM holiday")
            content["events"] = rows(
                "SELECT number, event.kind FROM finding_event AS event"
                " JOIN finding ON finding.id = finding_id ORDER BY sequence"
            )
        if "meeting" in tables:
            content["meetings"] = rows(
                "SELECT host, day, ended_at IS NOT NULL AS ended, tasks FROM meeting"
            )
        return content


def pack_up(folder, target):
    """Put the files that matter into one .zip, the same bytes for the same files."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name.split("/")[0] in ("inspector.db", "evidence", "packs"):
                archive.writestr(zipfile.ZipInfo(name), path.read_bytes(), zipfile.ZIP_DEFLATED)


def main(version, scratch):
    folder, here = Path(scratch), Path(__file__).parent / "samples/released"
    Maker(folder).make()
    content = told(folder / "inspector.db")
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (here / f"{version}.json").write_text(text + "\n", "utf-8")
    pack_up(folder, here / f"{version}.zip")


if __name__ == "__main__":
    main(*sys.argv[1:])
