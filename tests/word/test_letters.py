"""Letters against the measures of GB/T 9704: in the document, and as it is printed."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.shared import Mm, Pt

from inspector.domain.papers.letter import Letter, LetterHeading, LetterParagraph, LetterTable
from inspector.word.letter_document import letter_bytes
from tests.excel.libreoffice import LibreOffice
from tests.printed_sizes import printed_pages

SAID = "各单位要对照问题清单逐项整改，逐项反馈，并将整改情况报送我办。"
LETTER = Letter(
    title="关于2026年11月文明窗口\n现场检查情况的通报",
    body=(
        LetterParagraph("现将有关情况通报如下。"),
        LetterHeading("一、存在问题", 1),
        LetterParagraph("未起身相迎、未主动问候15个。", "（一）服务礼仪不到位。"),
        LetterHeading("二、整改要求", 1),
        *[LetterParagraph(SAID * 6)] * 6,
    ),
    signer="示范市精神文明建设办公室",
    day=date(2026, 11, 28),
    number="示文明办〔2026〕3号",
    addressee="各窗口单位",
    attachments=("排名表", "问题清单"),
    issuer="示范市文明办文件",
)


def test_workbooks_are_written_as_before() -> None:
    """lxml, which comes with the library of documents, would change what is read and written."""
    assert not openpyxl.LXML


def test_the_page_and_the_text_are_those_of_the_standard() -> None:
    document = Document(BytesIO(letter_bytes(LETTER)))
    section = document.sections[0]
    lengths = (
        section.page_width, section.page_height, section.top_margin, section.bottom_margin,
        section.left_margin, section.right_margin,
    )  # fmt: skip
    assert [round(length / Mm(1), 1) for length in lengths if length] == [
        210, 297, 37, 35, 28, 26,
    ]  # fmt: skip
    texts = {each.text: each for each in document.paragraphs if each.text}
    title = texts["关于2026年11月文明窗口"].runs[0]
    assert (title.font.name, title.font.size) == ("方正小标宋简体", Pt(22))
    said = texts[SAID * 6]
    assert (said.runs[0].font.name, said.runs[0].font.size) == ("仿宋_GB2312", Pt(16))
    assert said.paragraph_format.line_spacing == Pt(28)
    assert said.paragraph_format.first_line_indent == Pt(32)
    assert texts["一、存在问题"].runs[0].font.name == "黑体"
    led = texts["（一）服务礼仪不到位。未起身相迎、未主动问候15个。"]
    assert [run.font.name for run in led.runs] == ["楷体_GB2312", "仿宋_GB2312"]
    assert "附件：1. 排名表" in texts
    assert "　　　2. 问题清单" in texts


def test_what_is_blank_takes_no_place() -> None:
    bare = replace(LETTER, issuer="", number="", addressee="", attachments=(), body=())
    texts = [each.text for each in Document(BytesIO(letter_bytes(bare))).paragraphs]
    assert [text for text in texts if text] == [
        "关于2026年11月文明窗口", "现场检查情况的通报", LETTER.signer, "2026年11月28日",
    ]  # fmt: skip
    assert texts[0]


def test_the_file_names_nobody_but_who_signs() -> None:
    about = Document(BytesIO(letter_bytes(LETTER))).core_properties
    assert about.title == "关于2026年11月文明窗口 现场检查情况的通报"
    assert (about.author, about.last_modified_by, about.comments) == (LETTER.signer,) * 2 + ("",)


@pytest.mark.ci
def test_it_is_printed_with_22_lines_of_28_characters(
    tmp_path: Path, libreoffice: LibreOffice
) -> None:
    path = tmp_path / "letter.docx"
    body = (*LETTER.body[:-5], LetterParagraph(SAID * 50))
    path.write_bytes(letter_bytes(replace(LETTER, issuer="", number="", body=body)))
    pages = printed_pages(libreoffice.convert(path, "pdf"))
    assert {(round(page.width), round(page.height)) for page in pages} == {(210, 297)}
    assert {page.usual for page in pages} == {16.0}
    lines = [line.strip() for line in pages[1].text.splitlines() if line.strip()]
    assert "— 2 —" in lines
    text = [line for line in lines if line != "— 2 —"]
    assert len(text) == 22
    assert max(map(len, text)) == 28
    signed = pages[-1].text
    assert LETTER.signer in signed
    assert "2026年11月28日" in signed.replace(" ", "")
    assert SAID[:5] in signed  # not alone on its page


@pytest.mark.ci
def test_a_long_table_repeats_its_header(tmp_path: Path, libreoffice: LibreOffice) -> None:
    rows = tuple((str(number), "未起身相迎，未主动问候", "2026年12月5日") for number in range(60))
    table = LetterTable(("序号", "存在问题", "整改时限"), rows, (1, 5, 3))
    path = tmp_path / "table.docx"
    path.write_bytes(letter_bytes(replace(LETTER, body=(table,))))
    pages = printed_pages(libreoffice.convert(path, "pdf"))
    assert len(pages) >= 3
    assert all("整改时限" in page.text for page in pages[:-1])
