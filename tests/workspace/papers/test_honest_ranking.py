"""Who switches a checklist off, or lets faults cost nothing, is not the best (DESIGN §6).

Before: ranked by their own numbers, both came first and were praised. Now: not ranked, since
hardly anything was observed; ranked as everybody else is.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.checklist.checklist import DeductRule, Item, MeasureRule, Override
from inspector.domain.checklist.direct_conversion import converted
from inspector.domain.checklist.method import Form
from inspector.domain.days.span import SpanKind, span_of
from inspector.domain.errors import NothingToExportError
from inspector.domain.figures.figure_facts import FigureScope
from inspector.domain.figures.summary import SiteSummary
from inspector.domain.meeting.meeting import PraiseKind
from inspector.domain.visit.answer_changes import by_measure, passed
from inspector.domain.visit.inspection import InspectionKind, Verdict
from inspector.domain.visit.roster import Site
from inspector.storage.files.laptop_code_files import SampleLaptop
from inspector.storage.stores.praise_store import PraiseStore
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.papers.period_figures import SummaryFigures
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock, add_site, answer_all, items
from tests.written_once import Written

NOVEMBER = Extent(month_of(date(2026, 11, 1)))
EARLY = datetime.fromisoformat("2026-11-03T09:30:00+08:00")
KEPT = 6
"""Items that the hall that switches the others off still asks."""


def is_slight(item: Item) -> bool:
    """Tell whether each slip costs points, and no more."""
    return isinstance(item.rule, DeductRule) and not item.veto


@dataclass
class Month:
    """Four halls in November, inspected with a checklist that takes points off directly."""

    workspace: Workspace

    def figures(self) -> SummaryFigures:
        scope = FigureScope(span_of(SpanKind.MONTH, date(2026, 11, 20)))
        calendar = self.workspace.holidays.calendar()
        return self.workspace.figures.read(scope, date(2026, 11, 27), calendar)

    def lines(self) -> list[SiteSummary]:
        return self.workspace.reports.summary(NOVEMBER)

    def visit(
        self,
        site: Site,
        slips: int = 0,
        kind: InspectionKind = InspectionKind.OPEN,
        form: Form = Form.FULL,
    ) -> str:
        """Inspect both windows, with so many slips at the first."""
        own = self.workspace
        duties = [Duty(each, each.staff[0]) for each in own.rosters.windows(site.id)]
        visit, _ = own.inspections.start(site, kind, ("甲",), PACK, duties, False, form=form)
        slight = [item.id for item in items(own, visit) if is_slight(item)]
        answer_all(own, visit, {0: slight[:slips]})
        own.inspections.complete(visit)
        return visit


def write_month(folder: Path) -> None:
    """甲厅, 乙厅 are inspected as they are; 丙厅 switches off, 丁厅 lets everything cost 0.01."""
    with closing(Workspace(folder, Clock(EARLY))) as workspace:
        workspace.finding_numbers.laptop = SampleLaptop("K7M")
        _fill(workspace)


def _fill(workspace: Workspace) -> None:
    pack = workspace.packs.get(PACK)
    direct = converted(pack)
    workspace.packs.take_in(replace(direct, version=f"{pack.version}.1"))
    honest, worse, off, cheap = (add_site(workspace, f"{name}厅") for name in "甲乙丙丁")
    asked = [item for item in direct.items() if not item.is_bonus]
    for item in asked[KEPT:]:
        if item.veto:
            continue  # what a red line needs besides is tried where it is asked
        workspace.overrides.put(off, PACK, Override(item.id, "本厅不适用", off=True))
    for item in filter(is_slight, asked):
        workspace.overrides.put(cheap, PACK, Override(item.id, "鼓励为主", each=1))
    own = Month(workspace)
    own.visit(honest, 1)
    own.visit(worse, 3)
    own.visit(off)
    own.visit(cheap, 9)


@pytest.fixture
def month(copied: Written, clock: Clock) -> Iterator[Month]:
    """The month as it is on its 27th day."""
    with closing(Workspace(copied(write_month), clock)) as workspace:
        workspace.finding_numbers.laptop = SampleLaptop("K7M")
        yield Month(workspace)


def test_own_numbers_would_have_come_first(month: Month) -> None:
    """What was ranked before: the scores that the records print."""
    rows = month.workspace.database.rows("SELECT site_name FROM inspection ORDER BY score DESC")
    assert [row["site_name"] for row in rows][:2] == ["丙厅", "丁厅"]


def test_ranked_are_the_numbers_that_hold_for_everybody(month: Month) -> None:
    for lines in (month.lines(), list(month.figures().lines)):
        assert [(line.site_name, line.rank) for line in lines] == [
            ("甲厅", 1), ("乙厅", 2), ("丁厅", 3), ("丙厅", None),
        ]  # fmt: skip
        cheap, off = lines[2:]
        assert cheap.own_total is not None
        assert cheap.total is not None
        assert cheap.own_total > cheap.total  # its record prints what its own numbers come to
        assert off.coverage is not None
        assert off.coverage.observed * 100 < 80 * off.coverage.asked
        assert not off.is_ranked
        assert off.grade == ""  # nobody attests that it is good
    figures, ranked = month.figures(), month.lines()[:3]
    totals = [line.total or 0 for line in ranked]
    assert figures.key.mean == round(sum(totals) / 3)  # not mixed in
    (lists,) = figures.lists
    assert [line.site_name for line in (*lists.red, *lists.black)] == ["甲厅", "丁厅"]
    eligible = {each.site_name for each in figures.windows if each.rank is not None}
    assert "丙厅" not in eligible


@pytest.mark.ci
def test_papers_say_what_was_adapted_and_what_is_not_ranked(month: Month, tmp_path: Path) -> None:
    path = month.workspace.reports.write_summary(tmp_path / "a.xlsx", NOVEMBER)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    remarks = {row[1]: str(row[-1]) for row in sheet.iter_rows(values_only=True) if row[1]}
    off = month.lines()[3]
    assert off.coverage
    assert f"实查{off.coverage.observed}/{off.coverage.asked}项" in remarks["丙厅"]
    assert "实查不足，不排名" in remarks["丙厅"]
    assert f"本单位调整了{off.overrides}项" in remarks["丙厅"]
    assert "本单位调整了" in remarks["丁厅"]
    below = "".join(str(row[0]) for row in sheet.iter_rows(values_only=True))
    assert "实查项数不足应查80%的检查列出得分，不排名，不计入平均" in below
    assert "得分、等级、名次均按调整前的检查表计算" in below

    path = month.workspace.reports.write_circular(tmp_path / "b.xlsx", NOVEMBER)
    letter = openpyxl.load_workbook(path)["通报"]
    said = "".join(str(row[0]) for row in letter.iter_rows(values_only=True))
    praise = said[said.index("好的方面") : said.index("存在问题")]
    assert "丙厅" not in praise
    assert "丙厅实查不足，不排名，不计入平均" in said
    assert f"丙厅（{off.overrides}项）" in said
    assert "3个单位平均97.83分" in said


def test_every_list_that_ranks_says_what_was_adapted(month: Month) -> None:
    """The red and the black list, best windows, model staff: by the same numbers."""
    figures = month.figures()
    (lists,) = figures.lists
    (black,) = lists.black
    assert (black.site_name, black.overrides) == ("丁厅", month.lines()[2].overrides)
    for awarded in (figures.windows, figures.staff):
        told = {each.site_name: each for each in awarded}
        assert {name: each.overrides for name, each in told.items()} == {
            "甲厅": 0, "乙厅": 0, "丙厅": month.lines()[3].overrides, "丁厅": black.overrides,
        }  # fmt: skip
        off = told["丙厅"].coverage
        assert off is not None
        assert off.observed < off.asked
        best, *_ = awarded
        assert best.mean == 10_000
        assert told["丁厅"].mean is not None


def test_one_adapted_visit_among_several_is_said(month: Month) -> None:
    """It came first; the last one is made as everybody's is."""
    own = next(site for site in month.workspace.rosters.sites() if site.name == "丁厅")
    before = month.lines()[2].overrides
    for each in month.workspace.overrides.of(own, PACK):
        month.workspace.overrides.drop(own, PACK, each.item_id)
    month.visit(own)
    for lines in (month.lines(), list(month.figures().lines)):
        line = next(line for line in lines if line.site_name == "丁厅")
        assert (line.visits, line.overrides) == (2, before)


@pytest.mark.ci
def test_the_charts_and_the_praise_of_a_circular_say_it_too(month: Month, tmp_path: Path) -> None:
    path = month.workspace.reports.write_summary(tmp_path / "a.xlsx", NOVEMBER)
    chart = openpyxl.load_workbook(path).worksheets[1]
    said = "".join(str(row[0]) for row in chart.iter_rows(values_only=True))
    cheap = month.lines()[2]
    assert f"丁厅（{cheap.overrides}项）调整了检查表，得分、等级、名次按调整前的检查表计算" in said
    path = month.workspace.reports.write_circular(tmp_path / "b.xlsx", NOVEMBER)
    letter = openpyxl.load_workbook(path)["通报"]
    said = "".join(str(row[0]) for row in letter.iter_rows(values_only=True))
    assert f"丁厅（{cheap.overrides}项）" in said
    assert "调整了检查表，得分、等级、名次按调整前的检查表计算" in said


def test_nobody_is_praised_for_what_passed_by_own_numbers_alone(
    workspace: Workspace, clock: Clock
) -> None:
    """A hall that waits 60 minutes where all others wait 15: 40 minutes are no full marks."""
    direct = converted(workspace.packs.get(PACK))
    workspace.packs.take_in(replace(direct, version=f"{direct.version}.1"))
    clock.set("2026-11-20")
    site = add_site(workspace, "甲厅")
    wait = direct.item_by_id["waiting-time"]
    workspace.overrides.put(site, PACK, Override(wait.id, "本厅业务多", limit=60_00))
    visit, _ = workspace.inspections.start(
        site,
        InspectionKind.OPEN,
        ("甲",),
        PACK,
        [Duty(each, each.staff[0]) for each in workspace.rosters.windows(site.id)],
        False,
    )
    answer_all(workspace, visit)
    first, _ = workspace.inspections.sheet(visit).scorecards
    own = workspace.inspections.sheet(visit).pack.item_by_id[wait.id]
    assert isinstance(own.rule, MeasureRule)
    judged = by_measure(own, replace(passed(own), measured=40_00))
    assert judged.verdict is Verdict.PASS
    workspace.inspections.record(visit, first.id, [judged])
    workspace.inspections.complete(visit)
    days = NOVEMBER.period
    praised = PraiseStore(workspace.database).full_windows(days.first, days.last, None)
    assert [each.window_number for each in praised] == ["2号窗口"]
    told = workspace.meetings.next_for(site).praise
    assert [(each.kind, each.window_number, each.text) for each in told] == [
        (PraiseKind.FULL_MARKS, "2号窗口", "本单位调整了检查表1项")
    ]


@pytest.mark.ci
def test_what_a_hall_finds_of_itself_stands_beside(month: Month, tmp_path: Path) -> None:
    """Neither visit, window nor finding of it is counted with those of inspectors."""
    before, key = month.lines(), month.figures().key
    own = next(site for site in month.workspace.rosters.sites() if site.name == "乙厅")
    month.visit(own, 1, InspectionKind.SELF)
    after = month.lines()
    assert [replace(line, self_checks=None, patrol_findings=0) for line in after] == before
    told = {line.site_name: line.self_checks for line in after if line.self_checks}
    assert list(told) == ["乙厅"]
    assert told["乙厅"].visits == 1
    assert (told["乙厅"].mean or 0) > (before[1].total or 0)
    assert {line.site_name: line.patrol_findings for line in after}["乙厅"] == 1
    assert month.figures().key == replace(key, patrol_findings=1)
    assert {line.site_name: line.self_checks for line in month.figures().lines} == {
        line.site_name: line.self_checks for line in after
    }
    path = month.workspace.reports.write_summary(tmp_path / "a.xlsx", NOVEMBER)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    remarks = {row[1]: str(row[-1]) for row in sheet.iter_rows(values_only=True) if row[1]}
    assert "自查1次" in remarks["乙厅"]


@pytest.mark.ci
def test_forms_are_ranked_with_their_like(month: Month, tmp_path: Path) -> None:
    pack = month.workspace.packs.get(PACK)
    lists = tuple(
        replace(
            each,
            items=tuple(replace(one, must=n % 2 == 0) for n, one in enumerate(each.items)),
        )
        for each in pack.checklists
    )
    month.workspace.packs.take_in(replace(pack, version=f"{pack.version}.2", checklists=lists))
    own = next(site for site in month.workspace.rosters.sites() if site.name == "乙厅")
    month.visit(own, form=Form.MUST)
    for lines in (month.lines(), list(month.figures().lines)):
        assert [(line.site_name, line.rank) for line in lines if line.pack.form is Form.MUST] == [
            ("乙厅", 1)
        ]
        assert [line.rank for line in lines if line.pack.form is Form.FULL] == [1, 2, 3, None]
        assert lines[-1].pack.name.endswith("（必查）")
    figures = month.figures()
    assert (figures.key.mean, figures.key.is_mixed) == (None, True)  # nor have they one mean
    assert [len(part.packs) for part in figures.parts if part.packs] == [1, 1]  # a line each
    path = month.workspace.reports.write_summary(tmp_path / "a.xlsx", NOVEMBER)
    ranked = [each for each in openpyxl.load_workbook(path).sheetnames if "图" not in each]
    assert ranked == ["各单位总表", "分类得分"]
    names = [row[1] for row in openpyxl.load_workbook(path)["分类得分"].iter_rows(values_only=True)]
    assert sum(str(name).endswith("（必查）") for name in names) == 1  # below a line of its own
    path = month.workspace.reports.write_circular(tmp_path / "b.xlsx", NOVEMBER)
    letter = openpyxl.load_workbook(path)["通报"]
    said = "".join(str(row[0]) for row in letter.iter_rows(values_only=True))
    assert "此外，乙厅（通信营业厅，必查）得100.00分" in said  # no mean over both
    assert said.count("个单位平均") == 1
    must = next(pack for pack in figures.packs if pack.form is Form.MUST)
    rows = month.workspace.figures.visits(replace(figures.scope, pack=must))
    assert [(row.site_name, row.pack.form) for row in rows] == [("乙厅", Form.MUST)]


@pytest.mark.ci
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE inspection SET ranked_score = 10000 WHERE site_name = '丁厅'",
        "UPDATE inspection SET ranked_score = 10000, ranked_vetoes = 0, ranked_grade = '优秀'"
        " WHERE site_name = '甲厅'",
        "UPDATE scorecard SET ranked_grade = '上等' WHERE ranked_grade IS NOT NULL",
        "UPDATE scorecard_category SET ranked_rate = 10000 WHERE ranked_rate IS NOT NULL",
        "UPDATE inspection SET observed = asked WHERE site_name = '丙厅'",
        "UPDATE scorecard SET observed = NULL, asked = NULL",
        "UPDATE inspection SET form = 'must' WHERE site_name = '甲厅'",
        "UPDATE inspection SET seed = 'ABCDEF' WHERE site_name = '甲厅'",
        "UPDATE inspection SET base_hash = NULL WHERE site_name = '丁厅'",
        "UPDATE pack SET ranked_from = 0",
    ],
)
def test_a_changed_value_is_named(month: Month, statement: str, tmp_path: Path) -> None:
    folder, named = month.workspace.folder, {Trouble.NO_BACKUP, Trouble.LITTLE_SPACE}
    assert {each.trouble for each in examine(folder, month.workspace.now()).remarks} <= named
    month.workspace.database.write(statement)
    found = {each.trouble for each in examine(folder, month.workspace.now()).remarks} - named
    assert found & {Trouble.REVIEW_DIFFERS, Trouble.SEAL_BROKEN, Trouble.RECORD_CHANGED}
    path = month.workspace.reports.write_summary(tmp_path / "a.xlsx", NOVEMBER)
    cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].values for cell in row]
    assert any("与封存" in str(cell) or "不符" in str(cell) for cell in cells)


def rows_of(path: Path) -> dict[str, tuple[object, ...]]:
    """The rows of the first sheet of a summary, by site."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return {str(row[1]): row for row in sheet.iter_rows(values_only=True) if row[1]}


@pytest.mark.ci
def test_a_hall_that_only_inspected_itself_has_its_own_line_below_the_ranked_ones(
    month: Month, tmp_path: Path
) -> None:
    alone = add_site(month.workspace, "己厅")
    month.visit(alone, 2, InspectionKind.SELF)
    assert [line.site_name for line in month.lines()] == ["甲厅", "乙厅", "丁厅", "丙厅"]
    (line,) = month.figures().own_lines
    assert (line.site_name, line.rank, line.visits, line.windows) == ("己厅", None, 1, 2)
    assert (line.is_ranked, line.patrol_findings) == (False, 2)
    made = month.workspace.database.rows("SELECT score FROM inspection WHERE kind = 'self'")
    assert [row["score"] for row in made] == [line.total]
    rows = rows_of(month.workspace.reports.write_summary(tmp_path / "a.xlsx", NOVEMBER))
    assert list(rows)[-1] == "己厅"
    assert (rows["己厅"][0], rows["己厅"][2]) == ("—", 1)
    assert str(rows["己厅"][-1]).startswith("自查，不排名")
    assert rows["甲厅"][0] == 1


def test_a_period_of_self_checks_alone_has_a_summary_without_ranks(
    month: Month, clock: Clock, tmp_path: Path
) -> None:
    clock.set("2026-10-12")
    own = next(site for site in month.workspace.rosters.sites() if site.name == "乙厅")
    month.visit(own, 1, InspectionKind.SELF)
    october = Extent(month_of(date(2026, 10, 1)))
    reports = month.workspace.reports
    assert reports.require_own_visits(october) == october
    rows = rows_of(reports.write_summary(tmp_path / "a.xlsx", october))
    assert list(rows) == ["单位", "乙厅"]
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert len(book.worksheets) == 1  # no charts of means that are nobody's
    assert rows["乙厅"][0] == "—"
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[0]
    below = "".join(str(row[0]) for row in sheet.iter_rows(values_only=True))
    assert "自查由单位自行开展，不排名" in below
    with pytest.raises(NothingToExportError):  # nobody has anything to tell of it
        reports.write_circular(tmp_path / "b.xlsx", october)
    calendar = month.workspace.holidays.calendar()
    scope = FigureScope(span_of(SpanKind.MONTH, date(2026, 10, 20)))
    figures = month.workspace.figures.read(scope, date(2026, 11, 27), calendar)
    assert not figures.is_empty
    assert (figures.key.visits, figures.lines, figures.lists) == (0, (), ())
    assert [line.site_name for line in figures.own_lines] == ["乙厅"]
