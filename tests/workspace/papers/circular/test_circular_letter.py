"""A circular as an official letter: what stands around its text, and its parts as such."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from inspector.domain.errors import CannotWriteError
from inspector.domain.papers.letter import LetterHeading, LetterParagraph
from inspector.workspace.papers.circular.circular_letter import circular_letter
from inspector.workspace.preferences import ADDRESSEE, LETTER_HEAD, ORGAN_CODE
from inspector.workspace.workspace import Workspace
from tests.excel.reports import HEADING
from tests.workspace.papers.circular.test_kept_circulars import NOVEMBER
from tests.workspace.visiting import add_site, visit

TEXT = "导语。\n一、存在问题\n（一）服务礼仪方面。有问题2个。\n（二）只有一句。"
TITLE = "关于2026年11月文明窗口现场检查情况的通报"


def test_its_parts_and_what_stands_around(workspace: Workspace) -> None:
    made = circular_letter(TITLE, TEXT, HEADING, ["检查排名表"], workspace.preferences)
    assert made.title == "关于2026年11月\n文明窗口现场检查情况的通报"
    assert made.body == (
        LetterParagraph("导语。"),
        LetterHeading("一、存在问题", 1),
        LetterParagraph("有问题2个。", "（一）服务礼仪方面。"),
        LetterParagraph("（二）只有一句。"),
    )
    assert (made.signer, made.addressee, made.number, made.issuer) == (
        "市文明办", "各受检单位", "", "",
    )  # fmt: skip
    for preference, value in (
        (ORGAN_CODE, "示文明办"), (LETTER_HEAD, "示范市文明办文件"), (ADDRESSEE, "各区文明办"),
    ):  # fmt: skip
        workspace.preferences.set(preference, value)
    made = circular_letter(TITLE, TEXT, HEADING, [], workspace.preferences)
    assert (made.number, made.issuer, made.addressee) == (
        "示文明办〔2026〕　号", "示范市文明办文件", "各区文明办",
    )  # fmt: skip


def test_one_site_is_addressed_and_not_by_itself(workspace: Workspace) -> None:
    one = replace(HEADING, site="城东厅", alarm="注意：记录不符")
    made = circular_letter(TITLE, TEXT, one, [], workspace.preferences)
    assert made.addressee == "城东厅"
    assert made.body[0] == LetterParagraph("注意：记录不符。")  # a changed record is told here, too
    own = replace(HEADING, unit="城东厅", site="城东厅")
    assert circular_letter(TITLE, TEXT, own, [], workspace.preferences).addressee == ""


def test_it_is_written_and_read_back(workspace: Workspace, tmp_path: Path) -> None:
    visit(workspace, add_site(workspace), {0: ["desk-tidy"]})
    path = tmp_path / workspace.reports.circular_name(NOVEMBER, ".docx")
    assert path.name == "通报_2026-11.docx"
    workspace.reports.write_circular(path, NOVEMBER)
    told = [each.text for each in Document(str(path)).paragraphs]
    assert "各受检单位：" in told
    assert any(each.startswith("2026年11月27日，采取暗访方式") for each in told)
    with pytest.raises(CannotWriteError):
        workspace.reports.write_circular(tmp_path / "无此" / "a.docx", NOVEMBER)
