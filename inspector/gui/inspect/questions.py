"""What the scoring page asks before it does something, and what it tells: sentences only."""

from collections.abc import Sequence

from inspector.domain.checklist import Item, Pack
from inspector.domain.inspection import Scorecard
from inspector.domain.inspection_sheet import InspectionSheet
from inspector.domain.points import format_score
from inspector.gui.words import scorecard_title
from inspector.translation import tr, tr_count
from inspector.workspace.rule_words import veto_text


def confirm_veto(pack: Pack) -> str:
    """Ask whether a ★ item is really to be deducted from."""
    return tr("{veto}. 2 again confirms, Esc cancels.", veto=veto_text(pack))


def confirm_rest(sheet: InspectionSheet, card: Scorecard) -> str:
    """Ask whether everything unanswered on a scorecard is to be passed."""
    progress = sheet.progress(card)
    return tr_count(
        progress.total - progress.done,
        "Mark the remaining item of {window} as passed? A again confirms, Esc cancels.",
        "Mark the remaining {count} items of {window} as passed? A again confirms, Esc cancels.",
        window=scorecard_title(card),
    )


def confirm_completion(sheet: InspectionSheet) -> str:
    """Ask whether a visit is to be completed, with what it comes to."""
    score = sheet.site_score()
    return tr_count(
        sum(sheet.deductions(card) for card in sheet.inspected),
        "Score {score} {grade}, 1 finding. A completed inspection cannot be"
        " changed: Ctrl+↵ again completes, Esc goes back.",
        "Score {score} {grade}, {count} findings. A completed inspection cannot be"
        " changed: Ctrl+↵ again completes, Esc goes back.",
        score=format_score(score.total),
        grade=score.grade.title if score.grade else "",
    )


def still_missing(missing: Sequence[tuple[Scorecard, Item]]) -> str:
    """Tell how much is unanswered, standing on the first of it."""
    if len(missing) == 1:
        return tr("Only this item is still unanswered.")
    return tr_count(
        len({card.id for card, _ in missing}),
        "{items} items of this window are still unanswered; this is the first.",
        "{items} items of {count} windows are still unanswered; this is the first.",
        items=len(missing),
    )


def needs_reason() -> str:
    """Tell that a veto or a bonus is not explained yet."""
    return tr("A veto or a bonus needs a reason: a phrase or a note.")


def no_number(text: str) -> str:
    """Tell that what was typed is no measured value."""
    return tr("“{text}” is not a number from 0 to 99999.99 with at most two decimals.", text=text)


def card_done(sheet: InspectionSheet, card: Scorecard) -> str:
    """Tell that a scorecard, or the whole visit, is answered, and the next key."""
    if sheet.missing():
        return tr("{window} is done. ↵ next window", window=scorecard_title(card))
    return tr("Every window is done. Ctrl+↵ completes the inspection.")


def card_left_out(card: Scorecard) -> str:
    """Tell that a window is left out, and how it comes back."""
    return tr(
        "{window} is left out of this visit; X takes it in again.", window=scorecard_title(card)
    )
