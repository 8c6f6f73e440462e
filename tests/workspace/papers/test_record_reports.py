"""Records as files: what they say agrees with the raw rows, what they are called, where they go."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image

from inspector.domain.errors import (
    FileInUseError,
    NotCompletedError,
    NothingToExportError,
    SeveralVisitsError,
    UnknownInspectionError,
    UnknownSiteError,
    WrongKindError,
)
from inspector.domain.visit.evidence import EvidenceOrigin
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.extent import Extent, Period, month_of
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.workspace import recomputed
from tests.workspace.evidence_steps import attach
from tests.workspace.visiting import Clock, add_site, answer_all, dump, items, start, visit

NOVEMBER = month_of(date(2026, 11, 5))
CHANGED = "与封存时不符"


def texts(path: Path) -> list[str]:
    """Every text of a workbook."""
    return [
        str(cell.value)
        for sheet in load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]


# Agreement with the raw rows


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "data"
    write_demo(folder, 4, 3, date(2026, 11, 27))
    return folder


@pytest.fixture
def opened(demo: Path) -> Iterator[Workspace]:
    with closing(Workspace(demo)) as workspace:
        yield workspace


@pytest.mark.ci
def test_every_figure_of_a_record_follows_from_the_raw_answers(
    opened: Workspace, demo: Path, tmp_path: Path
) -> None:
    """Of every visit: site, windows, ranks, categories, items, subtotals."""
    database = demo / DATABASE_FILE
    visits = recomputed.rows(database, "SELECT * FROM inspection WHERE state = 'completed'")
    assert len(visits) == 4
    for raw in visits:
        book = load_workbook(opened.reports.write_record(tmp_path / "r.xlsx", raw["id"]))
        site, cards = recomputed.visit(database, raw)
        scores = {
            (card["window_number"] or "公共区域"): cards[card["id"]]
            for card in recomputed.rows(
                database, "SELECT * FROM scorecard WHERE inspection_id = ?", raw["id"]
            )
        }
        _check_summary(list(book["汇总"].iter_rows(values_only=True)), site, scores)
        for sheet in book.worksheets[1:]:
            number = sheet.title.rpartition(" ")[0] or sheet.title
            _check_window(list(sheet.iter_rows(values_only=True)), scores[number])


def hundredths(value: Any) -> int | None:  # noqa: ANN401
    return None if value == "—" else round(value * 100)


def _check_summary(rows: list[tuple[Any, ...]], site: Any, scores: dict[str, Any]) -> None:  # noqa: ANN401
    begin = next(n for n, row in enumerate(rows) if row[0] == "名次") + 1
    end = next(n for n, row in enumerate(rows) if row[1] == "单位得分")
    windows = rows[begin:end]
    assert {row[1] for row in windows} == set(scores)
    for row in windows:
        score = scores[row[1]]
        assert hundredths(row[8]) == score["score"]
        assert hundredths(row[7]) == score["bonus"]
        assert row[9] == score["grade"]
        # Points are taken off: what is left of them, not its rate.
        parts = [score["categories"][c] for c in recomputed.CATEGORIES]
        left = [got if rate is not None else None for got, _, rate in parts]
        assert [hundredths(value) for value in row[3:7]] == left
    for row in windows:
        if row[0] != "—":
            own = scores[row[1]]
            better = [
                other
                for name, other in scores.items()
                if name != "公共区域"
                and (bool(other["vetoes"]), -other["score"]) < (bool(own["vetoes"]), -own["score"])
            ]
            assert row[0] == len(better) + 1
    total = rows[end]
    assert hundredths(total[8]) == site["score"]
    assert hundredths(total[7]) == site["bonus"]
    assert total[9] == site["grade"]
    weights = (25, 20, 35, 20)
    means = [
        None if rate is None else recomputed.half_up(Fraction(rate * weight, 100))
        for rate, weight in zip(map(site["rates"].get, recomputed.CATEGORIES), weights, strict=True)
    ]
    assert [hundredths(value) for value in total[3:7]] == means
    assert total[10] == sum(row[10] for row in windows)


def _check_window(rows: list[tuple[Any, ...]], score: Any) -> None:  # noqa: ANN401
    subtotals = [row for row in rows if row[2] == "小计"]
    words = dict(
        zip(("服务礼仪", "文明用语", "操作规范", "环境卫生"), recomputed.CATEGORIES, strict=True)
    )
    for row in subtotals:
        got, full, _ = score["categories"][words[row[1]]]
        assert (hundredths(row[7]), hundredths(row[4])) == (got, full)
        assert hundredths(row[6]) == full - got
        own = [r for r in rows if r[1] == row[1] and isinstance(r[0], int)]
        lost = sum(r[6] for r in own if isinstance(r[6], int | float))
        assert max(0, row[4] - lost) == pytest.approx(row[7])
    (total,) = [row for row in rows if row[1] == "得分"]
    assert hundredths(total[7]) == score["score"]
    assert total[2] == f"等级：{score['grade']}"
    parts = (
        str(total[8])
        .partition("；")[0]
        .removeprefix("按权重折合：")
        .removeprefix("各类得分之和：")
        .partition("＝")[0]
    )
    added = sum(hundredths(float(part.removeprefix("加分"))) or 0 for part in parts.split("＋"))
    assert added == score["score"]  # what is printed adds up to what is printed


# What is refused


def test_only_completed_scored_visits_have_a_record(workspace: Workspace, tmp_path: Path) -> None:
    site = add_site(workspace)
    path = tmp_path / "r.xlsx"
    with pytest.raises(UnknownInspectionError):
        workspace.reports.write_record(path, "nobody")
    with pytest.raises(NotCompletedError):
        workspace.reports.write_record(path, start(workspace, site))
    patrol = visit(workspace, site)
    with closing(sqlite3.connect(workspace.folder / DATABASE_FILE)) as connection, connection:
        connection.execute("UPDATE inspection SET kind = 'patrol' WHERE id = ?", (patrol,))
    with pytest.raises(WrongKindError):
        workspace.reports.write_record(path, patrol)
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_period_without_or_with_several_visits(workspace: Workspace, tmp_path: Path) -> None:
    add_site(workspace, "空厅")
    reports = workspace.reports
    with pytest.raises(NothingToExportError):
        reports.write_records(tmp_path / "out", Extent(NOVEMBER))
    assert not (tmp_path / "out").exists()
    with pytest.raises(UnknownSiteError):
        reports.write_records(tmp_path / "out", Extent(NOVEMBER, "无此厅"))
    site = add_site(workspace)
    visit(workspace, site)
    assert reports.write_one_record(tmp_path / "one.xlsx", Extent(NOVEMBER)).exists()
    visit(workspace, site)
    with pytest.raises(SeveralVisitsError):
        reports.write_one_record(tmp_path / "two.xlsx", Extent(NOVEMBER))


def test_writing_changes_nothing_in_the_data_folder(workspace: Workspace, tmp_path: Path) -> None:
    inspection = visit(workspace, add_site(workspace))
    before = dump(workspace.folder)
    workspace.reports.write_record(tmp_path / "r.xlsx", inspection)
    assert dump(workspace.folder) == before


# Names


@pytest.mark.parametrize(
    ("site", "name"),
    [
        ("城东厅", "城东厅_检查记录表_2026-11-27.xlsx"),
        ('A/B\\C:*?"<>|', "A／B＼C：＊？＂＜＞｜_检查记录表_2026-11-27.xlsx"),
        ("../../etc", "／..／etc_检查记录表_2026-11-27.xlsx"),
        ("CON", "CON_检查记录表_2026-11-27.xlsx"),
        ("长" * 300, "长" * 40 + "_检查记录表_2026-11-27.xlsx"),
    ],
)
def test_the_name_offered_is_legal(workspace: Workspace, site: str, name: str) -> None:
    inspection = visit(workspace, add_site(workspace, site))
    assert workspace.reports.record_name(inspection) == name


@pytest.mark.ci
def test_each_visit_of_a_period_has_a_file_of_its_own(
    workspace: Workspace, clock: Clock, tmp_path: Path
) -> None:
    east, west = add_site(workspace, "城东厅"), add_site(workspace, "城西厅")
    for day, time, site in (
        ("2026-11-03", "09:00:00", east),
        ("2026-11-03", "15:30:00", east),
        ("2026-11-03", "15:30:00", east),
        ("2026-11-04", "10:00:00", west),
        ("2026-12-01", "10:00:00", west),
    ):
        clock.set(day, time)
        visit(workspace, site)
    made = workspace.reports.write_records(tmp_path / "a" / "b", Extent(NOVEMBER))
    assert [path.name for path in made] == [
        "城东厅_检查记录表_2026-11-03_0900.xlsx",
        "城东厅_检查记录表_2026-11-03_1530.xlsx",
        "城东厅_检查记录表_2026-11-03_1530 (2).xlsx",
        "城西厅_检查记录表_2026-11-04.xlsx",
    ]
    assert all(path.exists() for path in made)
    assert workspace.reports.write_records(tmp_path / "a" / "b", Extent(NOVEMBER)) == made
    assert len(list((tmp_path / "a" / "b").iterdir())) == 4
    one_day = Period(date(2026, 11, 4), date(2026, 11, 4))
    assert len(workspace.reports.write_records(tmp_path / "c", Extent(one_day, "城西厅"))) == 1


def test_a_file_that_is_open_elsewhere_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    inspection = visit(workspace, add_site(workspace))
    path = tmp_path / "r.xlsx"
    path.write_bytes(b"as it was")
    (tmp_path / "~$r.xlsx").write_bytes(b"")
    with pytest.raises(FileInUseError):
        workspace.reports.write_record(path, inspection)
    assert path.read_bytes() == b"as it was"


# What is on it


@pytest.mark.ci
def test_photos_are_made_small_and_damaged_ones_stop_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    site = add_site(workspace)
    inspection = start(workspace, site)
    card = workspace.inspections.sheet(inspection).scorecards[0]
    item = items(workspace, inspection)[0]
    kept = []
    for shade in range(3):
        buffer = BytesIO()
        Image.effect_noise((2000, 1500), 50 + shade).save(buffer, "JPEG")
        prepared = workspace.evidence.prepare(buffer.getvalue(), f"{shade}.jpg")
        evidence, _ = attach(
            workspace.evidence, prepared, inspection, card.id, item.id, EvidenceOrigin.PASTED
        )
        kept.append(workspace.evidence.path_of(evidence))
    answer_all(workspace, inspection, {0: [item.id]})
    workspace.inspections.complete(inspection)
    kept[1].write_bytes(b"no picture")
    kept[2].unlink()
    told: list[tuple[int, int]] = []
    draft = workspace.reports.record_draft(inspection, tmp_path / "r.xlsx")
    draft.write(tmp_path / "r.xlsx", lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[0][0] > 0
    assert told[-1][0] == told[-1][1]  # whole only when the file is
    book: Any = load_workbook(tmp_path / "r.xlsx")
    images = book["照片"]._images
    assert len(images) == 2
    assert [len(image._data()) < 200_000 for image in images] == [True, True]
    assert any("照片3" in text and "照片文件缺失" in text for text in texts(tmp_path / "r.xlsx"))


def test_what_a_progress_raises_leaves_nothing_behind(workspace: Workspace, tmp_path: Path) -> None:
    class StopError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise StopError

    site = add_site(workspace)
    inspection = start(workspace, site)
    card = workspace.inspections.sheet(inspection).scorecards[0]
    item = items(workspace, inspection)[0]
    buffer = BytesIO()
    Image.new("RGB", (64, 48)).save(buffer, "PNG")
    prepared = workspace.evidence.prepare(buffer.getvalue(), "a.png")
    attach(workspace.evidence, prepared, inspection, card.id, item.id, EvidenceOrigin.PASTED)
    answer_all(workspace, inspection)
    workspace.inspections.complete(inspection)
    target = tmp_path / "out"
    target.mkdir()
    with pytest.raises(StopError):
        workspace.reports.record_draft(inspection, target / "r.xlsx").write(target / "r.xlsx", stop)
    assert list(target.iterdir()) == []


@pytest.mark.ci
def test_a_record_that_was_tampered_with_says_so(workspace: Workspace, tmp_path: Path) -> None:
    inspection = visit(workspace, add_site(workspace))
    path = workspace.reports.write_record(tmp_path / "r.xlsx", inspection)
    assert not any(CHANGED in text for text in texts(path))
    with closing(sqlite3.connect(workspace.folder / DATABASE_FILE)) as connection, connection:
        connection.execute("UPDATE answer SET note = '改过'")
    path = workspace.reports.write_record(tmp_path / "r.xlsx", inspection)
    sheets = load_workbook(path)
    assert all(CHANGED in str(sheet["A2"].value) for sheet in sheets)


def test_who_probably_signs(workspace: Workspace) -> None:
    east, west = add_site(workspace, "城东厅"), add_site(workspace, "城西厅")
    first = visit(workspace, east)
    assert workspace.records.suggested_signer(first) == "王主任"  # the leader of the roster
    workspace.records.sign(first, "赵经理", [((1, 1), (500, 300))])
    assert workspace.records.suggested_signer(visit(workspace, east)) == "赵经理"
    assert workspace.records.suggested_signer(visit(workspace, west)) == "王主任"
    assert workspace.records.record(first).signature is not None


def test_no_department_signs(workspace: Workspace) -> None:
    east = add_site(workspace, "城东厅")
    first = visit(workspace, east)
    workspace.records.sign(first, "综合部", [((1, 1), (500, 300))])  # as an older version proposed
    assert workspace.records.suggested_signer(visit(workspace, east)) == "王主任"
    with workspace.database.transaction():
        workspace.database.write("UPDATE \"window\" SET leader = '综合部'")
    assert workspace.records.suggested_signer(visit(workspace, east)) == ""


def test_who_belongs_to_a_site(workspace: Workspace) -> None:
    site = add_site(workspace)
    conflicted = workspace.rosters.conflicted(site, ["张三", "1001", "王主任", ""])
    assert conflicted == ("1001", "王主任")
