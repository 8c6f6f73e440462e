"""Which windows a visit left out, for whoever signs what came of it."""

from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.gui.words import scorecard_title
from inspector.translation import tr


def left_out_words(sheet: InspectionSheet) -> str:
    """Return the windows that were not inspected, each with its reason; '' when all were."""
    windows = [_with_reason(card) for card in sheet.scorecards if card.left_out]
    return tr("Not inspected: {windows}.", windows=tr("; ").join(windows)) if windows else ""


def _with_reason(card: Scorecard) -> str:
    title, reason = scorecard_title(card), card.left_out_reason
    return tr("{window} ({reason})", window=title, reason=reason) if reason else title
