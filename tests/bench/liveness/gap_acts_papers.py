"""Jobs that write papers: each is asked for as its button does, and returns the gaps in it."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt

from inspector.domain.record.edition import Edition
from inspector.gui.complaints.complaints_page import ComplaintsPage
from inspector.gui.papers.paper_preview import preview_paper
from inspector.gui.papers.paper_saving import (
    CIRCULAR,
    SUMMARY,
    save_minutes,
    save_paper,
    save_record,
)
from inspector.gui.papers.printing.preview_page import PreviewPage
from inspector.gui.summary.archive_output import save_archive
from inspector.workspace.extent import Extent, Period
from tests.bench.figures import last_day
from tests.bench.liveness.gap_acts import Act, Desk, chosen
from tests.bench.liveness.gaps import Gaps

QUARTER = timedelta(days=91)


def circular(desk: Desk) -> Gaps:
    """Write the circular of a quarter, with its photos."""
    extent = _last(desk, QUARTER)
    return _written(desk, partial(save_paper, desk.window, desk.window.session, CIRCULAR, extent))


def summary(desk: Desk) -> Gaps:
    """Write the summary of a quarter."""
    extent = _last(desk, QUARTER)
    return _written(desk, partial(save_paper, desk.window, desk.window.session, SUMMARY, extent))


def shown(desk: Desk) -> Gaps:
    """Look at the circular of a quarter as it is printed."""
    show = partial(preview_paper, desk.window.session, CIRCULAR, _last(desk, QUARTER))
    gaps = desk.timed(lambda: _is_laid_out(desk), shown=show)
    desk.do(lambda: desk.press(Qt.Key.Key_Escape))
    return gaps


def _is_laid_out(desk: Desk) -> bool:
    page = desk.window.page
    return isinstance(page, PreviewPage) and page.count > 0


def minutes(desk: Desk) -> Gaps:
    """Write the minutes of the meeting with the most findings."""
    held = desk.workspace.database.row(
        "SELECT meeting_id FROM meeting_finding JOIN meeting ON meeting.id = meeting_id"
        " WHERE ended_at IS NOT NULL GROUP BY meeting_id ORDER BY count(*) DESC LIMIT 1"
    )
    assert held is not None
    return _written(desk, partial(save_minutes, desk.window, desk.window.session, held[0]))


def record(desk: Desk) -> Gaps:
    """Write the whole record of the visit with the most answers."""
    visit = desk.workspace.database.row(
        "SELECT inspection_id FROM scorecard JOIN answer ON scorecard = scorecard.key"
        " JOIN inspection ON inspection.id = inspection_id WHERE completed_at IS NOT NULL"
        " GROUP BY inspection_id ORDER BY count(*) DESC LIMIT 1"
    )
    assert visit is not None
    save = partial(save_record, desk.window, desk.window.session, visit[0], Edition.WHOLE)
    return _written(desk, save)


def archive(desk: Desk) -> Gaps:
    """Archive the last day on which a site was scored."""
    scored = desk.workspace.database.row(
        "SELECT max(day) FROM inspection WHERE completed_at IS NOT NULL"
        " AND kind NOT IN ('patrol', 'recheck')"
    )
    assert scored is not None
    day = date.fromisoformat(scored[0])
    extent = Extent(Period(day, day))
    return _written(desk, partial(save_archive, desk.window, desk.window.session, extent))


def complaints(desk: Desk) -> Gaps:
    """Write the complaints that wait for an answer, for units to fill in."""
    desk.do(desk.window.session.complaints_wanted.emit)
    page = desk.window.page
    assert isinstance(page, ComplaintsPage)
    return _written(desk, page.exchange.save_to_fill_in)


def _last(desk: Desk, time: timedelta) -> Extent:
    day = last_day(desk.workspace)
    return Extent(Period(day - time, day))


def _written(desk: Desk, save: Act) -> Gaps:
    with chosen(desk.folder.parent) as places:
        gaps = desk.timed(write=save)
    (path,) = places
    assert path.exists()
    path.unlink()
    return gaps
