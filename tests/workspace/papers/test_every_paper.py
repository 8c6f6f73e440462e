"""What holds for every workbook that goes out, of one data folder full of hostile text.

The record, patrols, ledger (also with photos, also to be filled in), notice with its reply slip,
summary with charts, circular, both sample forms and the minutes.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from inspector.domain.checklist.category import Category
from inspector.domain.errors import InspectorError
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding_event import Source, SourceKind
from inspector.domain.visit.answer_changes import deducted, noted
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.excel.sheet.continued_text import rejoined
from inspector.excel.sheet.file_names import legal_file_name
from inspector.excel.sheet.legal_text import CUT_NOTE, LONGEST_TEXT, could_be_formula, sheet_name
from inspector.excel.sheet.row_height import HIGHEST_ROW, line_count
from inspector.excel.sheet.terms import FURTHER
from inspector.excel.sheet.written_papers import WrittenPapers, papers_heard
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.papers.superior_forms import write_sample_forms
from inspector.workspace.preferences import CHECKED_BY, FILLED_BY, PHONE, UNIT_NAME
from inspector.workspace.sentences import sentence
from inspector.workspace.workspace import Workspace
from tests.photos import jpeg
from tests.workspace.evidence_steps import attach
from tests.workspace.recomputed import rows as raw_rows
from tests.workspace.visiting import Clock, answer_all, cards, start

NOVEMBER = Extent(month_of(date(2026, 11, 1)))
HOSTILE = {
    "formula": "=cmd|' /C calc'!A0",
    "plus": "+1",
    "minus": "-2+3",
    "at": "@SUM(A1)",
    "long": "长" * 40_000,
    "control": "铃\x07响",
    "emoji": "👩‍🚒👍",
    "surrogate": "半\ud83d个",
    "escape": "_x0041_",
}
NAME = '=城/东\\厅:*?[1]"<>|' + "长" * 40
"""A site that no sheet and no file may be called like."""

KINDS = (
    "record", "patrol", "ledger", "photos", "fill-in", "notice", "summary", "circular",
    "form-1", "form-2", "minutes",
)  # fmt: skip
WITH_PICTURES = {"record", "photos", "notice", "circular"}
LISTING = {"record", "patrol", "ledger", "photos", "fill-in", "notice", "circular", "minutes"}
"""Where every finding stands with its text; of the samples the one with a list does."""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("hostile") / "data"
    clock = Clock(datetime.fromisoformat("2026-11-25T09:30:00+08:00"))
    with closing(Workspace(folder, clock)) as workspace:
        _fill(workspace, clock)
        yield workspace


def _fill(workspace: Workspace, clock: Clock) -> None:
    site = Site(workspace.new_id(), NAME)
    windows = [
        Window(workspace.new_id(), site.id, number, "comprehensive", HOSTILE["at"],
               HOSTILE["plus"], (Staff(workspace.new_id(), staff, HOSTILE["formula"]),))
        for number, staff in (("+1", "@1001"), ("=2", "-1002"))
    ]  # fmt: skip
    workspace.roster_store.put([site], windows)
    for preference in (UNIT_NAME, FILLED_BY, CHECKED_BY, PHONE):
        workspace.preferences.set(preference, HOSTILE["formula"])
    inspection = start(workspace, site, public_area=True)
    answer_all(workspace, inspection)
    sheet = workspace.inspections.sheet(inspection)
    card = sheet.scorecards[1]
    wrong = [item for item in sheet.items(card) if not item.is_bonus and not item.veto]
    for item, text in zip(wrong, kept_texts(), strict=False):
        answer = noted(deducted(item), text)
        workspace.inspections.record(inspection, card.id, [answer])
    for picture in (jpeg(), jpeg(size=(300, 900))):
        attach(
            workspace.evidence,
            workspace.evidence.prepare(picture, name=HOSTILE["formula"]),
            inspection,
            card.id,
            wrong[0].id,
            EvidenceOrigin.CHOSEN,
        )
    workspace.inspections.complete(inspection)
    clock.set("2026-11-25", "14:00:00")
    patrol, _ = workspace.patrols.start(site, [HOSTILE["plus"]])
    places = cards(workspace, patrol)
    for text in kept_texts():
        workspace.patrols.note(
            patrol, places[1].id, text, category=Category.CLEANLINESS, handled=text
        )
    workspace.patrols.mark_clean(patrol, [place.id for place in places])
    clock.set("2026-11-25", "14:20:00")
    workspace.patrols.complete(patrol)
    clock.set("2026-11-26", "08:20:00")
    meeting, _ = workspace.meetings.start(
        site, host=HOSTILE["formula"], present=("@1001",), absent=("-1002",), drill="=1"
    )
    for slide in workspace.meetings.agenda(meeting).items:
        workspace.meetings.discuss(meeting, slide.finding.id)
    first = workspace.findings.all_of(row.id for row in workspace.findings.ledger())[-1]
    wanted = Assignment(
        owner=HOSTILE["formula"], leader="@王", requirement="=改", deadline=date(2026, 12, 1)
    )
    workspace.findings.assign([first.id], wanted, source=Source(SourceKind.MEETING, meeting))
    workspace.meetings.write(meeting, tasks=HOSTILE["formula"], drill_note=HOSTILE["at"])
    clock.set("2026-11-26", "08:35:00")
    workspace.meetings.end(meeting)


def kept_texts() -> list[str]:
    return [text for name, text in HOSTILE.items() if name != "surrogate"]


@pytest.fixture(scope="module")
def heard(hall: Workspace) -> Iterator[WrittenPapers]:
    """What was said of the papers while they were written."""
    with papers_heard() as heard:
        yield heard


@pytest.fixture(scope="module")
def papers(
    hall: Workspace, heard: WrittenPapers, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Every kind of paper, each under the name it is offered under."""
    folder = tmp_path_factory.mktemp("papers")
    reports = hall.reports
    forms = write_sample_forms(folder / "forms")
    record = raw_rows(hall.database.path, "SELECT id FROM inspection WHERE kind = 'covert'")
    own = {
        "record": reports.write_record(
            folder / reports.record_name(record[0]["id"]), record[0]["id"]
        ),
        "patrol": reports.write_patrol(folder / reports.patrol_name(NOVEMBER), NOVEMBER),
        "ledger": reports.write_rectification(
            folder / reports.rectification_name(NOVEMBER), NOVEMBER
        ),
        "photos": reports.write_rectification(folder / "照片.xlsx", NOVEMBER, photos=True),
        "fill-in": reports.write_rectification(folder / "填写.xlsx", NOVEMBER, fill_in=True),
        "notice": hall.notices.write_all(NOVEMBER, folder)[0],
        "summary": reports.write_summary(folder / reports.summary_name(NOVEMBER), NOVEMBER),
        "circular": reports.write_circular(folder / reports.circular_name(NOVEMBER), NOVEMBER),
        "minutes": reports.write_minutes(folder / reports.minutes_name(NOVEMBER), NOVEMBER),
    }
    for number, form in enumerate(forms, 1):
        path = folder / reports.form_name(form, NOVEMBER)
        own[f"form-{number}"] = reports.write_form(path, NOVEMBER, form)
    assert set(own) == set(KINDS)
    return own


@pytest.fixture(scope="module")
def books(papers: dict[str, Path]) -> dict[str, Workbook]:
    return {kind: openpyxl.load_workbook(path) for kind, path in papers.items()}


def sheets(book: Workbook) -> list[Any]:
    return list(book.worksheets)


def texts(book: Workbook) -> list[str]:
    """What the cells say; a text that goes on in the rows below is one."""
    found: list[str] = []
    for sheet in sheets(book):
        for column in sheet.iter_cols(values_only=True):
            for value in column:
                if not isinstance(value, str):
                    continue
                text = value.replace("_x005F_", "_")
                whole = rejoined(found[-1], text) if found else None
                found[-1:] = [*found[-1:], text] if whole is None else [whole]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_a_formula(
    papers: dict[str, Path], books: dict[str, Workbook], kind: str
) -> None:
    for sheet in sheets(books[kind]):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in ("s", "n", "d", "inlineStr"), cell.coordinate
                if isinstance(cell.value, str) and could_be_formula(cell.value):
                    assert cell.quotePrefix, (sheet.title, cell.coordinate)
    with ZipFile(papers[kind]) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert not re.search(rb"<f[ >]", package.read(name)), name


@pytest.mark.parametrize("kind", sorted(LISTING))
def test_hostile_text_comes_out_as_the_text_it_is(books: dict[str, Workbook], kind: str) -> None:
    found = texts(books[kind])
    for name, text in HOSTILE.items():
        shown = text.replace("\x07", "\N{REPLACEMENT CHARACTER}")
        if name == "long":  # cut at what a cell can hold, and says so; a circular's own is short
            cut = [each for each in found if "长" * 30_000 in each]
            assert cut, kind
            assert all(len(each) == LONGEST_TEXT and each.endswith(CUT_NOTE) for each in cut)
        elif name != "surrogate":
            assert any(shown in each for each in found), (kind, name)


def test_no_blank_stands_between_chinese_sentences(books: dict[str, Workbook]) -> None:
    said = [text for book in books.values() for text in texts(book)]
    assert [text[:80] for text in said if re.search(r"[。；，！？] +[^ ]", text)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_cut_is_said_with_its_cell(
    papers: dict[str, Path], books: dict[str, Workbook], heard: WrittenPapers, kind: str
) -> None:
    cut = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in sheets(books[kind])
        for row in sheet.iter_rows()
        for cell in row
        if str(cell.value).endswith(CUT_NOTE)
    ]
    assert papers[kind] in heard.paths
    assert [each.place for each in heard.cut if each.file == papers[kind].name] == cut
    assert bool(cut) is (kind in LISTING | {"form-1"})


def test_half_a_character_is_kept_or_refused_with_a_sentence(hall: Workspace) -> None:
    """SQLite holds no lone surrogate: it shows as a character, or gets a sentence."""
    site = next(iter(hall.rosters.sites()))
    inspection = start(hall, site)
    card = cards(hall, inspection)[0]
    item = hall.inspections.sheet(inspection).items(card)[0]
    refused: InspectorError | None = None
    try:
        hall.inspections.record(inspection, card.id, [noted(deducted(item), HOSTILE["surrogate"])])
    except InspectorError as error:
        refused = error
    kept = hall.inspections.sheet(inspection).answers_of(card).get(item.id)
    hall.inspections.discard(inspection)
    if refused is None:
        assert kept is not None
        assert kept.note in (HOSTILE["surrogate"], "半\N{REPLACEMENT CHARACTER}个")
    else:
        assert (kept, len(sentence(refused)) > 10) == (None, True)


@pytest.mark.parametrize("kind", KINDS)
def test_names_are_legal(papers: dict[str, Path], books: dict[str, Workbook], kind: str) -> None:
    assert legal_file_name(papers[kind].name) == papers[kind].name
    for title in books[kind].sheetnames:
        assert sheet_name(title) == title
    with ZipFile(papers[kind]) as package:
        assert all(re.fullmatch(r"[\w./\[\]-]+", name) for name in package.namelist())


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_on_a4_one_page_wide(books: dict[str, Workbook], kind: str) -> None:
    for sheet in sheets(books[kind]):
        setup = sheet.page_setup
        on_a3 = sheet.title == "全表"  # every column of a ledger by itself
        assert str(setup.paperSize) == ("8" if on_a3 else "9")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert setup.fitToWidth == 1 or setup.fitToWidth is None
        assert setup.fitToHeight in (0, 1)
        assert setup.orientation in ("landscape", "portrait")
        assert bool(sheet.print_area) is not on_a3  # that is not printed with the rest
        margins = sheet.page_margins
        assert all(0.3 < side < 1.6 for side in (margins.left, margins.right, margins.top))
        if not kind.startswith("form"):  # a superior's form has its own
            footer = sheet.oddFooter.center.text
            assert (footer or "").startswith("第&P页"), (kind, sheet.title)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if not kind.startswith("form")])
def test_widths_and_heights_are_settled(books: dict[str, Workbook], kind: str) -> None:
    for sheet in sheets(books[kind]):
        last = sheet.max_column
        for column in range(1, last + 1):
            assert sheet.column_dimensions[get_column_letter(column)].width > 4
        for number in range(1, sheet.max_row + 1):
            height = sheet.row_dimensions[number].height
            assert height is not None, (kind, sheet.title, number)
            assert 0 < height <= HIGHEST_ROW
        merged = {cell for area in sheet.merged_cells.ranges for cell in area.cells}
        assert all(area.min_row == area.max_row for area in sheet.merged_cells.ranges)
        for row in sheet.iter_rows():
            filled = [cell for cell in row if cell.value is not None]
            grey = [c for c in filled if c.fill.fgColor.rgb == "00D9D9D9" and c.alignment.wrap_text]
            for cell in grey:  # a header: no word of it is torn apart
                if (cell.row, cell.column) not in merged:
                    width = sheet.column_dimensions[cell.column_letter].width
                    for word in re.split("[（／\n]", str(cell.value)):
                        lines = line_count(word, width, cell.font.size)
                        assert lines == 1 or len(word) > 5, (kind, sheet.title, cell.value)


@pytest.mark.parametrize("kind", sorted(WITH_PICTURES))
def test_pictures_lie_within_their_cells(books: dict[str, Workbook], kind: str) -> None:
    seen = 0
    for sheet in sheets(books[kind]):
        for image in sheet._images:
            anchor = image.anchor
            begin, size = anchor._from, anchor.ext
            column = get_column_letter(begin.col + 1)
            width = sheet.column_dimensions[column].width * 7 * 9525
            height = (sheet.row_dimensions[begin.row + 1].height or 0) * 12700
            assert begin.colOff + size.width <= width * 1.01, (kind, sheet.title)
            assert begin.rowOff + size.height <= height * 1.01, (kind, sheet.title)
            assert max(image.width, image.height) <= 1024
            assert begin.col < sheet.max_column
            seen += 1
    assert seen >= 2


@pytest.mark.parametrize("kind", KINDS)
def test_numbers_are_numbers_and_days_are_days(books: dict[str, Workbook], kind: str) -> None:
    day = re.compile(r"\d{4}[-年/]\d{1,2}[-月/]\d{1,2}日?")
    number = re.compile(r"\d+(\.\d+)?%?")
    tables = 0
    for sheet in sheets(books[kind]):
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and _is_of_a_table(cell):
                    assert not day.fullmatch(cell.value), (kind, cell.coordinate)
                    assert not number.fullmatch(cell.value), (kind, cell.coordinate, cell.value)
                if isinstance(cell.value, datetime):
                    tables += 1
                    assert cell.value.time() == datetime.min.time()
                    narrow = kind in ("ledger", "photos", "fill-in", "circular")
                    day_format = "yyyy-mm-dd" if narrow else 'yyyy"年"m"月"d"日"'
                    assert cell.number_format == day_format, (kind, cell.coordinate)
    assert tables or kind in ("record", "summary", "minutes", "form-1", "form-2", "fill-in")


def _is_of_a_table(cell: Any) -> bool:  # noqa: ANN401 -- openpyxl's
    return cell.border.left is not None and cell.border.left.style is not None


def test_totals_agree_with_each_other_and_with_the_raw_rows(
    hall: Workspace, books: dict[str, Workbook]
) -> None:
    raw = raw_rows(
        hall.database.path,
        "SELECT kind, count(*) AS n FROM finding JOIN inspection ON inspection.id = inspection_id"
        " WHERE finding.state <> 'withdrawn' GROUP BY kind",
    )
    by_kind = {row["kind"]: row["n"] for row in raw}
    summary = table(books["summary"].worksheets[0], "名次")[0]
    assert (summary["问题数"], summary["巡视发现问题"]) == (by_kind["covert"], by_kind["patrol"])
    whole = sum(by_kind.values())
    for kind in ("ledger", "photos"):
        assert len(table(books[kind].worksheets[0], "序号")) == whole
    ended = raw_rows(hall.database.path, "SELECT count(*) AS n FROM finding JOIN inspection ON"
                     " inspection.id = inspection_id WHERE finding.state = 'closed'")  # fmt: skip
    assert len(table(books["fill-in"].worksheets[0], "序号")) == whole - ended[0]["n"]
    listed = next(sheet for sheet in sheets(books["circular"]) if "问题清单" in sheet.title)
    assert len(table(listed, "序号")) == by_kind["covert"]
    ranking = next(sheet for sheet in sheets(books["circular"]) if sheet["A1"].value == "附件1")
    assert table(ranking, "名次")[0]["总分"] == summary["总分"]
    score = raw_rows(hall.database.path, "SELECT score FROM inspection WHERE kind = 'covert'"
                                         " AND state = 'completed'")  # fmt: skip
    assert summary["总分"] == score[0]["score"] / 100
    first = books["record"].worksheets[0]
    (site_row,) = [row for row in table(first, "名次") if row["窗口"] == "单位得分"]
    assert (site_row["得分"], site_row["问题数"]) == (summary["总分"], summary["问题数"])
    patrols = [row for row in table(books["patrol"].worksheets[0], "日期") if row["日期"]]
    assert sum(row["发现问题"] != "未发现问题" for row in patrols) == by_kind["patrol"]
    words = "".join(texts(books["circular"]))
    assert f"共发现问题{by_kind['covert']}个" in words
    assert f"另有日常巡视发现的问题{by_kind['patrol']}个" in words


def table(sheet: Any, first: str) -> list[dict[str, Any]]:  # noqa: ANN401 -- openpyxl's
    """The rows of the table whose first header is `first`, by header; it ends at a blank row."""
    rows = list(sheet.iter_rows(values_only=True))
    begin = next(n for n, row in enumerate(rows) if row[0] == first and row[1] is not None)
    found = []
    for row in rows[begin + 1 :]:
        if all(value is None for value in row) or (row[1] is None and row[0] is not None):
            break
        if row[0] != FURTHER:  # no finding of its own
            found.append(dict(zip(rows[begin], row, strict=True)))
    return found


@pytest.mark.ci
def test_a_returned_slip_with_hostile_text_is_taken_as_text_or_refused(
    hall: Workspace, papers: dict[str, Path], tmp_path: Path
) -> None:
    """The preview of what came back says of every row what it will do."""
    book = openpyxl.load_workbook(papers["fill-in"])
    sheet = sheets(book)[0]
    header = next(row for row in sheet.iter_rows() if row[0].value == "序号")
    place = next(c.column for c in header if str(c.value).startswith("整改情况"))
    number = header[0].row
    given = [text for text in kept_texts() if "\x07" not in text and "长" not in text]
    for offset, text in enumerate(given, 1):
        cell = sheet.cell(number + offset, place)
        cell.value = text
        cell.data_type = "s"
    came = tmp_path / "回.xlsx"
    book.save(came)
    before = raw_rows(hall.database.path, "SELECT count(*) AS n FROM finding_event")
    preview = hall.returned.preview(hall.returned.read(came))
    assert raw_rows(hall.database.path, "SELECT count(*) AS n FROM finding_event") == before
    told = {judged.row.progress for judged in preview.rows}
    assert told >= set(given) - {HOSTILE["escape"]}


def test_the_same_paper_has_the_same_bytes(
    hall: Workspace, papers: dict[str, Path], tmp_path: Path
) -> None:
    again = hall.reports.write_summary(tmp_path / "a.xlsx", NOVEMBER)
    assert again.read_bytes() == papers["summary"].read_bytes()
