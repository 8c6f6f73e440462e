"""Completed records: their seal, a signature under them, later words beside them."""

import sqlite3
from contextlib import closing

import pytest

from inspector.domain.errors import AlreadySignedError, NotCompletedError, RefusedInputError
from inspector.domain.visit.inspection import InspectionKind
from inspector.domain.visit.roster import Site, Staff, Window
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock, add_site, answer_all, cards, items, start, visit

STROKES = [((100, 100), (200, 150), (300, 90)), ((400, 400),)]


def test_a_signature_stands_under_the_seal(workspace: Workspace) -> None:
    inspection = visit(workspace, add_site(workspace))
    seal = workspace.inspections.sheet(inspection).inspection.seal
    assert len(seal) == 64
    assert workspace.records.sign(inspection, " 王主任 ", STROKES).records
    signature = workspace.records.signature(inspection)
    assert signature is not None
    assert (signature.signer, signature.strokes, signature.seal, signature.refused) == (
        "王主任",
        tuple(STROKES),
        seal,
        False,
    )
    with pytest.raises(AlreadySignedError):
        workspace.records.refuse(inspection, "王主任", "不同意")
    assert workspace.records.unchanged(inspection)


def test_a_refusal_has_a_reason(workspace: Workspace) -> None:
    inspection = visit(workspace, add_site(workspace))
    with pytest.raises(RefusedInputError):
        workspace.records.refuse(inspection, "王主任", " ")
    with pytest.raises(RefusedInputError):
        workspace.records.sign(inspection, "王主任", [((1, 1),)])
    workspace.records.refuse(inspection, "王主任", "对扣分有异议")
    signature = workspace.records.signature(inspection)
    assert signature is not None
    assert (signature.refused, signature.refusal) == (True, "对扣分有异议")


def test_only_a_completed_visit_is_signed_or_amended(workspace: Workspace) -> None:
    inspection = start(workspace, add_site(workspace))
    with pytest.raises(NotCompletedError):
        workspace.records.sign(inspection, "王主任", STROKES)
    with pytest.raises(NotCompletedError):
        workspace.records.amend(inspection, "应为2处", "复核照片", "甲")


def test_amendments_stand_beside_the_record(workspace: Workspace) -> None:
    site = add_site(workspace)
    inspection = visit(workspace, site)
    card, item = cards(workspace, inspection)[0], items(workspace, inspection)[0]
    workspace.records.amend(inspection, "窗口号应为3号", "登记时看错", "甲")
    workspace.records.amend(inspection, "应为2处", "复核照片", "乙", card.id, item.id)
    first, second = workspace.records.amendments(inspection)
    assert (first.text, first.reason, first.author, first.item_id) == (
        "窗口号应为3号",
        "登记时看错",
        "甲",
        None,
    )
    assert (second.scorecard_id, second.item_id) == (card.id, item.id)
    assert workspace.records.unchanged(inspection)
    with pytest.raises(RefusedInputError) as refused:
        workspace.records.amend(inspection, "", " ", "")
    assert [problem.place for problem in refused.value.problems] == ["text", "reason", "author"]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE answer SET verdict = 'pass', count = 0 WHERE verdict = 'deduct'",
        "UPDATE answer SET note = '改过' WHERE verdict = 'deduct'",
        "DELETE FROM answer WHERE verdict = 'deduct'",
        "UPDATE inspection SET inspectors = '[\"丙\"]'",
        "UPDATE inspection SET started_at = '2026-11-26T09:30:00+08:00'",
        "UPDATE scorecard SET staff_number = '1'",
        "UPDATE inspection SET pack_hash = (SELECT hash FROM pack WHERE hash <> pack_hash)",
    ],
)
def test_a_changed_record_is_noticed(workspace: Workspace, tampering: str) -> None:
    site = add_site(workspace)
    first = items(workspace, start(workspace, site))[0]
    workspace.pack_store.freeze(workspace.packs.get("hospital"))
    inspection = visit(workspace, site, {0: [first.id]})
    assert workspace.records.unchanged(inspection)
    with closing(sqlite3.connect(workspace.folder / DATABASE_FILE)) as connection:
        connection.execute(tampering)
        connection.commit()
    assert not workspace.records.unchanged(inspection)


def test_an_inspector_of_the_site_itself_is_named(workspace: Workspace) -> None:
    site = Site(workspace.new_id(), "城东厅")
    staff = Staff(workspace.new_id(), "1001", "张三")
    window = Window(workspace.new_id(), site.id, "1号窗口", "", "综合部", "王主任", (staff,))
    workspace.roster_store.put([site], [window])
    inspection, _ = workspace.inspections.start(
        site, InspectionKind.CROSS, ["张三", "李四", "王主任", "1001"], PACK, [Duty(window)]
    )
    sheet = workspace.inspections.sheet(inspection)
    assert sheet.inspection.conflicts == ("张三", "王主任", "1001")
    answer_all(workspace, inspection)
    workspace.inspections.complete(inspection)
    assert workspace.records.unchanged(inspection)


def test_what_waited_over_a_day_is_written_once_and_is_no_forgery(
    workspace: Workspace, clock: Clock
) -> None:
    """A disk that refused: made one day, written more than a day later behind other entries."""
    clock.set("2026-11-25", "10:00:00")
    inspection = visit(workspace, add_site(workspace))
    sealed = workspace.inspections.sheet(inspection).inspection
    clock.set("2026-11-25", "15:00:00")
    signature = workspace.records.signed(sealed, "王主任", STROKES)
    amendment = workspace.records.amended(sealed, [], "一人次", "看错了", "甲")
    clock.set("2026-11-26", "16:00:00")
    visit(workspace, add_site(workspace, "城西厅"))
    for _ in range(2):  # the second time it is a run that was killed before it could say so
        workspace.records.let_sign(inspection, signature)
        workspace.records.let_amend(amendment)
    assert workspace.records.signature(inspection) == signature
    assert workspace.records.amendments(inspection) == [amendment]
    assert workspace.records.unchanged(inspection)
    assert discrepancies_of(workspace.database) == []
    notes = workspace.database.rows("SELECT note FROM journal WHERE kind IN (?, ?)",
                                    ("signature", "amendment"))  # fmt: skip
    assert [note for (note,) in notes] == ["waited", "waited"]
