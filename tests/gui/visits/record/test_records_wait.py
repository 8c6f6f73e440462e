"""A signature, a refusal or an amendment that the disk refuses waits as an answer does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from inspector.gui import unsaved
from inspector.gui.frame.main_window import MainWindow
from tests.conftest import Keyboard, RunMain
from tests.faults import drive, full, locked
from tests.gui.visits.folder import write_folder
from tests.gui.visits.record.test_record import draw, kept, pad_of
from tests.gui.visits.record.test_result_page import complete
from tests.gui.visits.scoring.test_faults import FAULTS, Fault, answer, copies, status, try_again
from tests.gui.visits.visit import ENTER, Person, in_a_visit


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved, "PATIENCE", 1)
    monkeypatch.setattr(unsaved, "TRY_AGAIN_AFTER", 3_600_000)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A data folder on a small drive of its own."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    disk = tmp_path / "drive"
    with drive(disk):
        write_folder(disk / "data")
        yield disk / "data"


@pytest.fixture(params=FAULTS)
def fault(request: pytest.FixtureRequest) -> tuple[Fault, str, str]:
    return FAULTS[request.param]


def sign(person: Person) -> None:
    person.press("s")
    draw(pad_of(person), (100, 200), (300, 100), (500, 300))
    person.press(ENTER)


def amend(person: Person) -> None:
    person.press("m")
    person.find(QPlainTextEdit, "amendText").setPlainText("应为一人次")
    person.find(QLineEdit, "amendReason").setText("看错了")
    person.find(QPlainTextEdit, "amendText").setFocus()
    person.press(ENTER, ctrl=True)


def amendments(person: Person) -> list[tuple[str, str, str]]:
    return person.disk.rows("SELECT text, reason, author FROM amendment")


def amended_rows(person: Person) -> list[str]:
    model = person.page.result.view.model
    return [model.row_at(at).number for at in range(model.rowCount())]


@pytest.mark.ci
@in_a_visit
def test_signature_and_amendment(person: Person, fault: tuple[Fault, str, str]) -> None:
    begin, cause, _ = fault
    complete(person)
    with begin(person.folder.parent if begin is full else person.folder):
        sign(person)
        assert cause in person.banner
        assert status(person) == "! 1 unsaved"
        assert person.text("recordSignature").startswith("! Unsaved · Signed: 王经理")
        person.press("s")  # it is given once, waiting or not
        assert not person.page.result.signing.isVisible()
        amend(person)
        assert amended_rows(person) == ["! Unsaved · Amendment 1"]
        assert status(person) == "! 2 unsaved"
        person.press("r", ctrl=True)  # asks for no file
        assert "2 entries are not saved yet; that comes first" in person.banner
    try_again(person)
    try_again(person)
    assert status(person).startswith("Saved ")
    ((signer, strokes, refusal),) = kept(person)
    assert (signer, refusal) == ("王经理", "")
    assert strokes
    assert amendments(person) == [("应为一人次", "看错了", "检查一组")]
    assert person.text("recordSignature").startswith("Signed: 王经理")
    assert amended_rows(person) == ["Amendment 1"]
    record = person.page.result._record
    assert record is not None
    workspace = person.window._session.workspace
    assert workspace.records.unchanged(record.sheet.inspection.id)


@pytest.mark.ci
def test_a_refusal_is_written_once_by_the_next_run(
    run_main: RunMain, keyboard: Keyboard, folder: Path
) -> None:
    def leave(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        person.press(ENTER)
        complete(person)
        with locked(folder):
            person.press("s", "r", *"not on site", ENTER)
            assert status(person) == "! 1 unsaved"
            (copy,) = copies(person)
            before = copy.read_bytes()
            window.close()
            answer(person, "unsavedLeave")
        assert kept(person) == []
        (folder / "kept.json").write_bytes(before)

    def come_back(window: MainWindow) -> None:
        person = Person(window, keyboard, folder)
        assert kept(person) == [("王经理", None, "not on site")]
        assert copies(person) == []

    arguments = ("--data", str(folder), "--lang", "en")
    for drive_ in (leave, come_back):
        assert run_main(drive_, *arguments) == 0
    # A run that was killed between the row and the copy writes it once more.
    (folder / "kept.json").rename(folder / "inspector-unsaved.json")
    assert run_main(come_back, *arguments) == 0
    assert list(folder.glob("*.refused*")) == []
