"""The models of the page, checked by Qt's own tester and read without a window."""

from datetime import date
from typing import Any

from pytestqt.modeltest import ModelTester

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.checklist import Item, Pack
from inspector.domain.checklist.kind_recognition import TakenBy, TakenKind
from inspector.domain.visit.inspection import Inspection, InspectionKind, InspectionState
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.domain.visit.roster_event import RosterSubject
from inspector.gui.data.backups.bin_panel import bin_model
from inspector.gui.data.checklists.pack_model import ItemRow, item_matches, item_model, pack_model
from inspector.gui.data.roster.roster_models import (
    SiteParts,
    SiteRow,
    WindowRow,
    site_model,
    window_model,
)
from inspector.gui.data.roster.roster_preview import preview_model
from inspector.gui.widgets.lists.table import TableModel
from inspector.workspace.roster.roster_comparing import RosterChange
from inspector.workspace.visits.inspections import InspectionLine
from inspector.workspace.workspace import Workspace

WINDOW = Window("w", "s", "1号窗口", "cashier", "综合部", "", (Staff("p", "1001", "张三", "早班"),))


def check(tester: ModelTester, model: TableModel[Any]) -> None:
    tester.check(model)  # type: ignore[no-untyped-call]


def texts(model: TableModel[Any]) -> list[list[str]]:
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def kind_title(kind: str) -> str:
    return {"cashier": "收费"}.get(kind, kind)


def test_sites(qtmodeltester: ModelTester) -> None:
    model = site_model()
    model.set_rows(
        [SiteRow(Site("s", "城东"), 1, SiteParts), SiteRow(Site("t", "城西"), 0, SiteParts)]
    )
    check(qtmodeltester, model)
    assert texts(model) == [["城东", "1"], ["城西", "0"]]


def test_windows(qtmodeltester: ModelTester) -> None:
    model = window_model(kind_title)
    model.show_state(True)
    over = Window("v", "s", "2号窗口", "", ended_on=date(2026, 3, 5))
    model.set_rows([WindowRow(WINDOW, TakenKind("cashier", TakenBy.ROSTER)), WindowRow(over)])
    check(qtmodeltester, model)
    assert texts(model) == [
        ["1号窗口", "收费", "1001 张三 (早班)", "综合部", "", "In use"],
        ["2号窗口", "", "", "", "", "Ended Mar 5, 2026"],
    ]


def test_preview(qtmodeltester: ModelTester) -> None:
    model = preview_model(lambda window: kind_title(window.kind))
    known = Window("w", "s", "1号窗口", "cashier", "", "李主任", WINDOW.staff)
    subject, site = RosterSubject.WINDOW, Site("s", "城东")
    model.set_rows(
        [
            RosterChange(subject, site, None, WINDOW, WINDOW),
            RosterChange(subject, site, known, WINDOW, WINDOW),
        ]
    )
    check(qtmodeltester, model)
    assert texts(model) == [
        [
            "New",
            "城东",
            "1号窗口",
            "Window kind: 收费; People on duty: 1001 张三 (早班); Department: 综合部",
        ],
        ["Changed", "城东", "1号窗口", "Department: — → 综合部; Leader: 李主任 → —"],
    ]


def test_packs_and_items(qtmodeltester: ModelTester, workspace: Workspace) -> None:
    pack: Pack = workspace.packs.get("telecom-hall")
    packs, items = pack_model(), item_model(lambda: pack)
    packs.set_rows(workspace.packs.all())
    items.set_rows([ItemRow(item) for item in pack.items()])
    check(qtmodeltester, packs)
    check(qtmodeltester, items)
    by_text = {row[0]: row for row in texts(items)}
    quarrel = f"★ {pack.item_by_id['no-quarrel'].text}"
    assert by_text[quarrel] == [
        quarrel,
        "",
        "—",
        "a red line, without points",
        "综合受理 and others (5 kinds)",
        "Person on duty",
        "At once",
    ]
    good = pack.item_by_id["good-deed"].text
    assert by_text[good] == [
        good,
        "",
        "Bonus",
        "1 added each time (次)",
        "综合受理 and others (5 kinds)",
        "",
        "",
    ]


def test_an_item_is_found_by_its_words_and_their_pinyin(workspace: Workspace) -> None:
    items = workspace.packs.get("general").items()
    sitting: Item = next(item for item in items if item.id == "sitting")
    assert sitting.category is Category.ETIQUETTE
    for query in ("", "站姿", "zhanzi", "zzdz", "托腮"):
        assert item_matches(sitting, query), query
    assert not item_matches(sitting, "厕所")


def test_bin(qtmodeltester: ModelTester, workspace: Workspace) -> None:
    model = bin_model()
    started = workspace.now().replace(2026, 11, 24, 9, 32)
    model.set_rows(
        [
            InspectionLine(
                Inspection(
                    "i", "s", "城东", InspectionKind.OPEN, ("张三", "李四"), "hash",
                    InspectionState.DISCARDED, started,
                )
            )
        ]
    )  # fmt: skip
    check(qtmodeltester, model)
    assert texts(model) == [["城东", "Nov 24, 2026 09:32", "Open visit", "张三、李四"]]
