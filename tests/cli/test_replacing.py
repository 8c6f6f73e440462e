"""`inspector import --replace`: a roster that alone counts for its sites."""

from pathlib import Path

import openpyxl
import pytest

from inspector.paths import checklists_folder
from tests.cli.conftest import Run

TIDY = Path(__file__).parents[1] / "excel" / "samples" / "roster-telecom-tidy.xlsx"


@pytest.mark.ci
def test_a_roster_that_alone_counts_ends_what_it_has_not(
    english: Run, data: Path, tmp_path: Path
) -> None:
    english("--data", data, "import", TIDY)
    book = openpyxl.load_workbook(TIDY)
    sheet = next(each for each in book.worksheets if each.max_row > 3)
    sheet.delete_rows(sheet.max_row)
    book.save(tmp_path / "fewer.xlsx")
    merged = english("--data", data, "import", tmp_path / "fewer.xlsx", "--dry-run")
    assert "Not in the file, kept:" in merged.out
    dry = english("--data", data, "import", tmp_path / "fewer.xlsx", "--replace", "--dry-run")
    assert "Ended:" in dry.out
    assert english("--data", data, "import", tmp_path / "fewer.xlsx", "--replace").out == dry.out
    again = english("--data", data, "import", tmp_path / "fewer.xlsx", "--replace")
    assert "Ended:" not in again.out
    back = english("--data", data, "import", TIDY)
    assert "Brought back:" in back.out


def test_only_a_roster_replaces(english: Run, data: Path) -> None:
    refused = english("--data", data, "import", checklists_folder() / "general", "--replace")
    assert refused.code == 2
    assert "--replace" in refused.err
