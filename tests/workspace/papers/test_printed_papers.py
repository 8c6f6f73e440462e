"""Every paper of a sample month as LibreOffice prints it: nothing on it is too small to read.

The ledger has an edition for paper of its own, which is tried beside it.
"""

import re
import shutil
from contextlib import closing
from datetime import date, datetime

import pytest

from inspector.domain.record.edition import Edition
from inspector.workspace.extent import Extent, month_of
from inspector.workspace.papers.paper_set import write_all
from inspector.workspace.sample.demo import write_demo
from inspector.workspace.workspace import Workspace
from tests.excel.libreoffice import LibreOffice, find_libreoffice
from tests.printed_sizes import PrintedPage, printed_pages
from tests.workspace.visiting import Clock
from tests.written_once import Written

TODAY = date(2026, 11, 27)
LEAST = 8.95  # 9 points, as drawn
LEDGER = "整改台账"
NUMBER, TORN = r"2611-\w{3}-\d{4}", r"2611-\s+\w{3}-\d{4}|2611-\w{3}-\s+\d{4}"


@pytest.fixture(scope="module")
def printed(
    written: Written, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[PrintedPage]]:
    """The pages of every paper, by its name; of records two are enough."""
    folder = tmp_path_factory.mktemp("printed")
    sample = shutil.copytree(written(write_demo, 12, 3, TODAY, rounds=True), folder / "data")
    libreoffice: LibreOffice = find_libreoffice(folder)
    with closing(Workspace(sample, Clock(datetime(2026, 11, 27, 12).astimezone()))) as workspace:
        extent = Extent(month_of(TODAY))
        done = write_all(workspace.reports, folder / "all", extent)
        paths = [path for _, kind in done.written for path in kind[:2]]
        short = workspace.reports.write_records(folder / "short", extent, Edition.EXCEPTIONS)
        notices = workspace.notices.write_all(extent, folder / "notices")
    books = (path for path in (*paths, *short[:2], *notices[:3]) if path.suffix == ".xlsx")
    wanted = [path for path in books if LEDGER not in path.name]
    return {path.stem: printed_pages(libreoffice.convert(path, "pdf")) for path in wanted}


@pytest.mark.ci
def test_nothing_is_printed_below_nine_points(printed: dict[str, list[PrintedPage]]) -> None:
    assert len(printed) >= 8
    small = {
        (name, number): page.smallest
        for name, pages in printed.items()
        for number, page in enumerate(pages, 1)
        if page.smallest < LEAST
    }
    assert small == {}


@pytest.mark.ci
def test_no_number_of_a_finding_is_broken(printed: dict[str, list[PrintedPage]]) -> None:
    texts = {name: "".join(page.text for page in pages) for name, pages in printed.items()}
    for name in ("晨会纪要", "通报附件", "整改通知单"):
        assert any(name in each and re.search(NUMBER, text) for each, text in texts.items())
    assert [name for name, text in texts.items() if re.search(TORN, text)] == []


@pytest.mark.ci
def test_all_sites_are_on_the_first_page_of_the_summary(
    printed: dict[str, list[PrintedPage]],
) -> None:
    (pages,) = (pages for name, pages in printed.items() if name.startswith("检查汇总表"))
    assert "合计" in pages[0].text
    assert pages[0].is_landscape
    assert len(pages) <= 4


@pytest.mark.ci
def test_a_record_of_exceptions_is_a_few_pages(printed: dict[str, list[PrintedPage]]) -> None:
    """Of a visit of six to nine windows; on the last page of its table is more than who signs."""
    short = {name: pages for name, pages in printed.items() if "检查记录简表" in name}
    assert len(short) == 2
    for name, pages in short.items():
        whole = printed[name.replace("简表", "表")]
        assert 2 <= len(pages) <= 7
        assert len(pages) * 2 < len(whole)
        assert "封存号" in pages[0].text
        # The head signs for a group, and each who inspected where there is none.
        signers = re.compile("检查人员签字|组长（.*?）签字", re.DOTALL)
        (signed,) = (page for page in pages[1:] if signers.search(page.text))
        assert "计分" in signed.text
