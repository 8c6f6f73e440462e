"""Whatever is wrong with a score sheet, it is read, or refused by its cells."""

import random
from pathlib import Path

import pytest

from inspector.domain.errors import FaultyFileError
from inspector.excel.packs.pack_workbook import read_pack_sheets
from inspector.workspace.fault_sentences import problem_text
from tests.packs.real.paper import SHEETS, rows_of, write_paper

SPOILT = (
    "", "/", "0", "-5", "1e400", "=SUM(D5:D9)", "合计", "扣分", "扣", "每扣1分", "5分、3分",
    "、5分、3分", "好5分、中3分", "扣0分", "扣0.001分", "扣1-1分", "加1分", "★", "※", "一票否决",
    "扣分项", "10分钟以内得5分，超过不得分", "一、", "（分）", "扣5分" * 40, "\\n", "同上",
    "最多扣9分", "酌情扣分", "每每扣1分，扣扣2分",
)  # fmt: skip


@pytest.mark.ci
@pytest.mark.parametrize("name", SHEETS)
def test_a_cell_that_says_something_else(tmp_path: Path, name: str) -> None:
    draw = random.Random(14)
    refused = 0
    for _ in range(40):
        rows = [row.split("|") for row in rows_of(name)]
        spoilt = draw.choice([n for n, row in enumerate(rows) if len(row) > 3])
        column = draw.randrange(len(rows[spoilt]))
        word = draw.choice(SPOILT)
        rows[spoilt][column] = word
        path = write_paper(tmp_path, name, ["|".join(row) for row in rows])
        try:
            read_pack_sheets(path)
        except FaultyFileError as error:
            refused += 1
            for problem in error.problems:
                assert problem_text(problem)
                assert problem.place or "sheet" in problem_text(problem), problem
    assert refused
