"""The window on data folders that earlier versions wrote."""

from pathlib import Path

import pytest

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.visits.visits_page import InspectPage
from inspector.storage.schema.step_names import STEP_NAMES
from tests.conftest import Keyboard, RunMain
from tests.gui.visits.visit import ENTER
from tests.storage.released import VERSIONS, everything, steps_of, told, unpack


@pytest.mark.ci
@pytest.mark.parametrize("version", VERSIONS)
def test_the_window_goes_on_in_an_old_folder(
    run_main: RunMain, keyboard: Keyboard, tmp_path: Path, version: str
) -> None:
    database = unpack(version, tmp_path / "data")
    before = len(everything(database)["answer"])

    def drive(window: MainWindow) -> None:
        page = window.page
        assert isinstance(page, InspectPage)
        unfinished, completed = page.start.unfinished_model, page.start.completed_model
        assert unfinished.rowCount() == 1
        rows = [
            " ".join(
                str(completed.index(row, column).data() or "")
                for column in range(completed.columnCount())
            )
            for row in range(completed.rowCount())
        ]
        for visit in told(version)["visits"]:
            if visit["score"] is not None:
                score = f"{visit['score'] / 100:.2f}"
                assert [row for row in rows if visit["site"] in row and score in row], rows
        keyboard.press(ENTER)
        item = page.scoring.position.item
        assert item is not None
        assert [{"window": page.scoring.card.window_number, "item": item.id}] == told(version)[
            "cursor"
        ]
        keyboard.press("1")

    assert run_main(drive, "--data", str(tmp_path / "data")) == 0
    assert steps_of(database) == list(STEP_NAMES)
    assert len(everything(database)["answer"]) == before + 1
