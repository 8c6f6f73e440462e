"""What somebody edited of a circular is kept with its period, and told when figures change."""

import json
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import LetterTextError, TextFault, UnknownSiteError
from inspector.domain.papers.kept_text import (
    ChangedSentence,
    KeptText,
    brought_up,
    changed_sentences,
)
from inspector.domain.papers.letter_text import (
    LONGEST_PARAGRAPH,
    LONGEST_TEXT,
    heading_level,
    require_letter_text,
    text_blocks,
)
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.papers.circular.circular_words import edited_sentence
from inspector.workspace.sentences import sentence
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import Clock, add_site, visit

AT = datetime(2026, 11, 27)
NOVEMBER = Extent(month_of(date(2026, 11, 5)))


def letter(workspace: Workspace, path: Path, *, generated: bool = False) -> str:
    workspace.reports.write_circular(path, NOVEMBER, generated=generated)
    rows = openpyxl.load_workbook(path)["通报"].iter_rows(values_only=True)
    return "\n".join(str(row[0]).strip("　") for row in rows if row[0])


@pytest.mark.ci
def test_what_was_edited_goes_out_until_it_is_made_by_rule_again(
    workspace: Workspace, tmp_path: Path
) -> None:
    visit(workspace, add_site(workspace), {0: ["desk-tidy"]})
    draft = workspace.reports.circular_draft(NOVEMBER)
    assert (draft.kept, draft.content, draft.changed) == (None, draft.generated, [])
    assert not workspace.kept_circulars.keep(NOVEMBER, draft.generated, draft.generated).circulars
    edited = draft.generated.replace("现将有关情况通报如下", "现通报如下")
    assert workspace.kept_circulars.keep(NOVEMBER, edited, draft.generated).circulars
    assert not workspace.kept_circulars.keep(NOVEMBER, edited, draft.generated).circulars
    assert "现通报如下。" in letter(workspace, tmp_path / "a.xlsx")
    assert "现将有关情况通报如下。" in letter(workspace, tmp_path / "b.xlsx", generated=True)
    other = Extent(NOVEMBER.period, "城东厅")
    assert workspace.kept_circulars.of(other) is None  # each extent has its own
    with pytest.raises(UnknownSiteError):
        workspace.kept_circulars.of(Extent(NOVEMBER.period, "无此厅"))
    assert workspace.kept_circulars.forget(NOVEMBER).circulars
    assert not workspace.kept_circulars.forget(NOVEMBER).circulars
    assert "现将有关情况通报如下。" in letter(workspace, tmp_path / "c.xlsx")


def test_a_renamed_site_keeps_its_text(workspace: Workspace) -> None:
    site = add_site(workspace)
    one = Extent(NOVEMBER.period, site.name)
    workspace.kept_circulars.keep(one, "一、情况", "")
    with workspace.database.transaction():
        workspace.database.write("UPDATE site SET name = '新厅' WHERE id = ?", (site.id,))
    kept = workspace.kept_circulars.of(Extent(NOVEMBER.period, "新厅"))
    assert kept is not None
    assert kept.content == "一、情况"
    (row,) = workspace.database.rows("SELECT site_ids FROM circular_text")
    assert json.loads(row["site_ids"]) == [site.id]


def test_figures_that_changed_since_are_told_and_brought_up(
    workspace: Workspace, clock: Clock
) -> None:
    site = add_site(workspace)
    visit(workspace, site, {0: ["desk-tidy"]})
    draft = workspace.reports.circular_draft(NOVEMBER)
    edited = draft.generated.replace("检查窗口2个", "共查窗口2个")
    workspace.kept_circulars.keep(NOVEMBER, edited, draft.generated)
    assert "figures have changed" not in edited_sentence(workspace.reports.circular_draft(NOVEMBER))
    clock.set("2026-11-28")
    visit(workspace, site, {0: ["desk-tidy"], 1: ["desk-tidy"]})
    draft = workspace.reports.circular_draft(NOVEMBER)
    assert "数据" in edited_sentence(draft) or "figures have changed" in edited_sentence(draft)
    told = {each.before: each for each in draft.changed}
    found = next(each for before, each in told.items() if before.startswith("共发现问题1个"))
    assert found.after.startswith("共发现问题3个")
    assert found.stands
    reworded = next(each for before, each in told.items() if "检查窗口2个" in before)
    assert not reworded.stands  # it is no longer as it was made: that is for a person
    now = brought_up(draft.content, draft.changed)
    assert "共发现问题3个" in now
    assert "共查窗口2个" in now


def test_what_is_gone_and_what_is_new() -> None:
    kept = KeptText("一、甲\n有一。\n有二。", "一、甲\n有一。\n有二。", AT)
    gone = changed_sentences(kept, "一、甲\n有一。")
    assert gone == [ChangedSentence("有二。", "", True)]
    assert brought_up(kept.content, gone) == "一、甲\n有一。"
    new = changed_sentences(kept, f"{kept.content}\n有三。")
    assert new == [ChangedSentence("", "有三。", False)]


def test_headings_are_recognised() -> None:
    text = "　　导语。\n\n一、情况\n（一）服务礼仪\n（二）操作。有问题2个。\n十一、其他\n一、一句。"
    assert [(each.text, each.level) for each in text_blocks(text)] == [
        ("导语。", 0), ("一、情况", 1), ("（一）服务礼仪", 2), ("（二）操作。有问题2个。", 0),
        ("十一、其他", 1), ("一、一句。", 0),
    ]  # fmt: skip
    assert heading_level("一、" + "长" * 50) == 0


@pytest.mark.parametrize(
    ("text", "fault", "said"),
    [
        (" \n　", TextFault.EMPTY, "empty"),
        ("好" * (LONGEST_TEXT + 1), TextFault.LONG_TEXT, "20,000"),
        ("好\n" + "好" * (LONGEST_PARAGRAPH + 1), TextFault.LONG_PARAGRAPH, "Paragraph 2"),
        ("好\n坏\x07", TextFault.CHARACTER, "Paragraph 2 has a character"),
        ("\ud800", TextFault.CHARACTER, "U+D800"),
    ],
)
def test_bad_text_is_refused_by_a_sentence(
    workspace: Workspace, text: str, fault: TextFault, said: str, english: None
) -> None:
    add_site(workspace)
    with pytest.raises(LetterTextError) as refused:
        workspace.kept_circulars.keep(NOVEMBER, text, "")
    assert refused.value.fault is fault
    assert said in sentence(refused.value)
    assert workspace.kept_circulars.of(NOVEMBER) is None
    require_letter_text("好\n")
