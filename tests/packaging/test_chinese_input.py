"""Chinese typed in the real program under fcitx 5, and verdict keys while 拼音 is on.

What is tried is the program of the source with a plugin of fcitx's: INSPECTOR_FCITX_PLUGIN is a
folder as `resources/packaging/input_method/fcitx_plugin.sh` makes it (for PySide6 6.8), else it is
Debian's fcitx-frontend-qt6. INSPECTOR_BUNDLE is a bundle's launcher, which has its own;
INSPECTOR_PYSIDE a folder with another PySide6. INSPECTOR_PICTURES is where pictures go.
"""

import json
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from inspector.workspace.sample.demo import write_demo
from tests.packaging.fcitx_session import Desk, missing, session, source_run, until

DEBIANS = "qt6/plugins/platforminputcontexts/libfcitxplatforminputcontextplugin-qt6.so"

pytestmark = pytest.mark.long


class Visit:
    """What the open visit of a data folder has on disk."""

    def __init__(self, folder: Path) -> None:
        self._database = folder / "inspector.db"
        ((self.id,),) = self._rows(
            "SELECT id FROM inspection WHERE state = 'open' AND kind <> 'recheck'"
            " ORDER BY started_at DESC LIMIT 1"
        )

    def notes(self) -> list[str]:
        """What was written of the items."""
        return [note for (_, note) in self.answers() if note]

    def answers(self) -> list[tuple[str, str]]:
        """Every verdict and note."""
        rows = self._rows(
            "SELECT verdict, coalesce(note, '') FROM answer JOIN scorecard ON key = scorecard"
            f" WHERE inspection_id = '{self.id}'"
        )
        return [(verdict, note) for verdict, note in rows]

    def reasons(self) -> list[str]:
        """Why windows are left out."""
        of_visit = f"FROM scorecard WHERE inspection_id = '{self.id}'"
        return [reason for (reason,) in self._rows(f"SELECT left_out_reason {of_visit}") if reason]

    def place(self) -> tuple[str, ...]:
        """The window and the item that the visit stands on."""
        query = f"SELECT cursor_scorecard, cursor_item FROM inspection WHERE id = '{self.id}'"
        return self._rows(query)[0]

    def item_in_front(self) -> str:
        """The words of the item that the visit stands on."""
        ((item, content),) = self._rows(
            "SELECT cursor_item, content FROM inspection JOIN pack ON hash = pack_hash"
            f" WHERE id = '{self.id}'"
        )
        parts = json.loads(content).values()
        (text,) = (
            each["text"] for part in parts for each in part.get("item", ()) if each["id"] == item
        )
        return str(text)

    def _rows(self, query: str) -> list[tuple[str, ...]]:
        with closing(sqlite3.connect(f"file:{self._database}?mode=ro", uri=True)) as opened:
            return opened.execute(query).fetchall()


def _plugins(folder: Path) -> Path | None:
    """Return a folder of plugins that has fcitx's; None where the program has its own."""
    if "INSPECTOR_BUNDLE" in os.environ:
        return None
    given = os.environ.get("INSPECTOR_FCITX_PLUGIN", "")
    found = list(Path(given).glob("*.so")) if given else list(Path("/usr/lib").glob(f"*/{DEBIANS}"))
    if not found:
        pytest.skip("there is no plugin of fcitx's here: apt-get install fcitx-frontend-qt6")
    inputs = folder / "platforminputcontexts"
    inputs.mkdir(parents=True)
    shutil.copy(found[0], inputs)
    return folder


def _keep(desk: Desk, name: str) -> None:
    if pictures := os.environ.get("INSPECTOR_PICTURES"):
        desk.picture(Path(pictures) / f"{name}.png")


def test_chinese_is_typed_and_keys_are_heard(tmp_path: Path) -> None:
    if lacks := missing():
        pytest.skip(f"not here: {lacks}")
    folder = tmp_path / "data"
    write_demo(folder, inspections=3, seed=1, last_day=date(2026, 11, 24), rounds=True)
    visit = Visit(folder)
    pyside = os.environ.get("INSPECTOR_PYSIDE")
    bundle = os.environ.get("INSPECTOR_BUNDLE")
    command = [bundle, "--data", str(folder)] if bundle else source_run(folder)
    plugins = _plugins(tmp_path / "plugins")
    with (
        session(tmp_path / "home", plugins, Path(pyside) if pyside else None) as desk,
        desk.program(command),
    ):
        try:
            for step in (_open, _note, _verdicts, _search, _reason):
                step(desk, visit)
        finally:
            _keep(desk, "last")


def _open(desk: Desk, visit: Visit) -> None:
    """The first open visit; a verdict by its digit shows that it hears keys."""
    before = visit.answers()

    def judged() -> bool:
        desk.key("Return")
        desk.key("1")
        return visit.answers() != before

    until(judged, "a verdict")


def _go_on(desk: Desk, visit: Visit, key: str) -> None:
    """Press a key that leads on in the list, and wait until the visit stands there.

    fcitx's plugin asks fcitx of every key and goes on meanwhile: on a busy machine a letter that
    comes before the answer would still be the field's.
    """
    before = visit.place()
    desk.key(key)
    until(lambda: visit.place() != before, f"what {key} leads to")


def _note(desk: Desk, visit: Visit) -> None:
    before = visit.answers()
    desk.into_field("2")
    until(lambda: visit.answers() != before, "a deduction")
    desk.type("nihao")
    _keep(desk, "note-candidates")
    desk.choose()
    until(lambda: "你好" in visit.notes(), "你好 in a note")
    _keep(desk, "note")
    _go_on(desk, visit, "Return")


def _verdicts(desk: Desk, visit: Visit) -> None:
    """Letters and digits in the list are keys again, though 拼音 was on a moment ago."""
    before = len(visit.answers())
    desk.key("u")
    desk.key("u")  # what is left of the window was not observed: asked, confirmed
    until(lambda: len(visit.answers()) > before, "verdicts by a letter")
    _keep(desk, "verdicts")


def _search(desk: Desk, visit: Visit) -> None:
    assert "服务" not in visit.item_in_front()
    desk.into_field("ctrl+f")
    desk.type("fuwu")
    _keep(desk, "search-candidates")
    desk.choose()
    desk.key("Return")
    until(lambda: "服务" in visit.item_in_front(), "an item found by 服务")
    desk.key("Escape")


def _reason(desk: Desk, visit: Visit) -> None:
    _go_on(desk, visit, "Next")  # in a window of its own
    desk.into_field("x", "r")
    desk.type("nihao")
    _keep(desk, "line-candidates")
    desk.choose()
    desk.key("Return")
    until(lambda: "你好" in visit.reasons(), "你好 in the line of a form")
