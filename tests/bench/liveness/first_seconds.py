"""What the event loop of a window that has only just opened does not answer in.

Nothing was built or read ahead yet of what is asked for. Each thing is asked of a window in a
process of its own: the one before would have loaded half of the next one's code.

    ./run python -m tests.bench.liveness.first_seconds FOLDER INSPECTIONS ROUNDS [THING…]
"""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from inspector.cli.speaking import speak
from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.data.data_page import PANELS, DataPage
from inspector.gui.jobs.in_turns import InTurns
from inspector.gui.program.application import make_application, open_window
from inspector.gui.program.collecting import Collecting
from inspector.gui.visits.visits_page import InspectPage
from inspector.storage.files.folder_lock import lock_folder
from inspector.workspace.extent import Extent, Period
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.bench.figures import last_day
from tests.bench.liveness.gap_acts import CTRL, NO_MODIFIER, Desk
from tests.bench.liveness.gaps import LONG
from tests.bench.process import rows_of, say_rows
from tests.bench.table import Limit, Row
from tests.offscreen import go_offscreen

go_offscreen()

SOON = 150
"""Milliseconds for which the first page is there: nobody is quicker."""

ALONE = "--alone"

ALT = Qt.KeyboardModifier.AltModifier

Ask = Callable[[Desk, str], object]
"""Asks for something at the window, with the id of a visit or a day where it is of one."""


def main(folder: str, size: str, rounds: str, *names: str) -> int:
    """Say the rows of what is asked for, all of it or that of these names; return 0."""
    visits = _visits(Path(folder))
    rows: list[Row] = []
    for name in names or ASKED:
        worst: list[Row] = []
        for _ in range(int(rounds)):
            given = [ALONE, folder, size, name, visits.get(name, "")]
            worst += rows_of("liveness.first_seconds", given, Path.home())[0]
        longest = max(worst, key=lambda row: row.ours)
        most = max(row.cpu or 0 for row in worst)
        rows.append(replace(longest, cpu=most))
        sys.stderr.write(f"{name}: {longest.ours:.0f} ms, the window {most:.0f}\n")
    say_rows(rows)
    return 0


def alone(folder: str, size: str, name: str, visit: str) -> int:
    """Open the window, ask for one thing, and say its row, of the processor the window's own
    thread; return 0.
    """
    speak("zh_CN")
    app = make_application("zh_CN")
    lock = lock_folder(Path(folder))
    workspace = Workspace(Path(folder))
    window = open_window(app, workspace, lock)
    Collecting(window)
    desk = Desk(window, workspace, Path(folder), 1)
    window.activateWindow()
    has_rested: list[bool] = []
    QTimer.singleShot(SOON, window, lambda: has_rested.append(True))
    desk.wait(lambda: has_rested)
    with closing(workspace):
        *before, last = [partial(step, desk, visit) for step in ASKED[name]]
        for step in before:
            desk.do(step, _has_come)
        gaps = desk.timed(_has_come, **{name: last})
        sys.stderr.write(f"{name}: {gaps.told()}\n")
        own = max((gap.own for gap in gaps.all), default=0)
        figure, limit = f"longest gap, just opened: {name}", Limit(LONG)
        say_rows([Row(figure, int(size), gaps.longest.wall, cpu=own, limit=limit, is_flat=True)])
        desk.close()
    return 0


def _has_come() -> bool:
    return not InTurns.under_way


def _visits(folder: Path) -> dict[str, str]:
    """Begin a visit, a patrol and a recheck that can be gone on with; return all by their names.

    With the day of the last visit for what is asked of a period.
    """
    with closing(Workspace(folder)) as workspace:
        day = last_day(workspace).isoformat()
        rosters = workspace.rosters
        site = max(rosters.sites(), key=lambda each: len(rosters.windows(each.id)))
        pack = workspace.packs.suggest(site)
        assert pack is not None
        duties = [Duty(each, None) for each in rosters.windows(site.id)]
        kind = InspectionKind.OPEN
        due = next(each for each in rosters.sites() if workspace.rechecks.due(each))
        return {
            "evaluation": day,
            "training": day,
            "visit": workspace.inspections.start(site, kind, ["甲"], pack.id, duties, True)[0],
            "patrol": workspace.patrols.start(site, ["甲"])[0],
            "recheck": workspace.rechecks.start(due, ["甲"])[0],
            "result": next(
                line.inspection.id
                for line in workspace.inspections.completed()
                if line.inspection.kind.scores
            ),
        }


def _month_to(day: str) -> Extent:
    """Return the month of a day up to that day."""
    last = date.fromisoformat(day)
    return Extent(Period(last.replace(day=1), last))


def _inspect(desk: Desk) -> InspectPage:
    page = desk.window.page
    assert isinstance(page, InspectPage)
    return page


def _resume(desk: Desk, visit: str) -> None:
    _inspect(desk).resume(visit)


def _edit(desk: Desk, _: str) -> None:
    page = desk.window.page
    assert isinstance(page, DataPage)
    page.panel("packs").commands["edit"].trigger()


def _press(key: Qt.Key | str, modifier: Qt.KeyboardModifier) -> Ask:
    return lambda desk, _: desk.press(key, modifier)


_DATA = _press("5", CTRL)

ASKED: dict[str, tuple[Ask, ...]] = {
    "meeting": (_press("2", CTRL),),
    "rectify": (_press("3", CTRL),),
    "summary": (_press("4", CTRL),),
    "data": (_DATA,),
    "handbook": (_press(Qt.Key.Key_F1, NO_MODIFIER),),
    "new visit": (lambda desk, _: _inspect(desk).show_new(),),
    "visit": (_resume,),
    "patrol": (_resume,),
    "recheck": (_resume,),
    "result": (lambda desk, visit: _inspect(desk).show_result(visit),),
    "plan": (lambda desk, _: desk.window.session.plan_wanted.emit(),),
    "survey": (lambda desk, _: desk.window.session.survey_wanted.emit(),),
    "complaints": (lambda desk, _: desk.window.session.complaints_wanted.emit(),),
    "evaluation": (lambda desk, day: desk.window.session.evaluation_wanted.emit(_month_to(day)),),
    "training": (lambda desk, day: desk.window.session.training_wanted.emit(_month_to(day)),),
    **{
        f"data, {name}": (_DATA, _press(str((at + 1) % 10), ALT))
        for at, name in enumerate(PANELS)
        if at
    },
    "checklist editor": (_DATA, _press("2", ALT), _edit),
}
"""What is asked for, its last step being timed: each a row."""


if __name__ == "__main__":
    words = sys.argv[1:]
    done = alone(*words[1:]) if words[0] == ALONE else main(*words)
    sys.stdout.flush()
    os._exit(done)  # as the program ends: see `gap_jobs`
