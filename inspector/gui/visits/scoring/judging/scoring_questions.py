"""What the scoring page asks before it does something, and what it tells: sentences only."""

from collections.abc import Sequence

from inspector.domain.checklist.checklist import Item, Pack, RangeRule, Totalling
from inspector.domain.checklist.points import format_points, format_score
from inspector.domain.visit.inspection import Answer, Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.rejudging import drops_words, says_something
from inspector.gui.commands.shared_keys import (
    COMPLETE,
    CONFIRM,
    DEDUCT,
    LEAVE_OUT,
    REASON,
    UNDO,
    by_hand,
    key_name,
    press,
)
from inspector.gui.measures import measures
from inspector.gui.words import (
    coverage_text,
    praise_word,
    scorecard_title,
    unranked_text,
    verdict_word,
)
from inspector.translation import tr, tr_count
from inspector.workspace.packs.rule_words import veto_text


def confirm_veto(pack: Pack) -> str:
    """Ask whether a ★ item is really to be deducted from."""
    red_line = pack.policy.total is Totalling.DEDUCT
    found, deduct = press(DEDUCT, tr("One found")), press(DEDUCT, tr("Deduct"))
    return tr(
        "{veto}. {deduct} again confirms.",
        veto=veto_text(pack),
        deduct=found if red_line else deduct,
    )


def confirm_completion(sheet: InspectionSheet, photos: int = 0) -> str:
    """Ask whether a visit is to be completed, with what it comes to; `photos` are wanting."""
    score = sheet.site_score()
    count = sum(sheet.deductions(card) for card in sheet.inspected)
    words = {
        "score": format_score(score.total),
        "grade": _grade_and_coverage(sheet),
    }
    complete = press(COMPLETE, tr("Complete"))
    if not photos:
        return tr_count(
            count,
            "Score {score} {grade}, 1 finding. A completed inspection cannot be"
            " changed: {complete} again completes it.",
            "Score {score} {grade}, {count} findings. A completed inspection cannot be"
            " changed: {complete} again completes it.",
            **words,
            complete=complete,
        )
    wanting = tr_count(
        photos,
        "1 deduction needs a photo and has none yet; {complete} again completes all the same.",
        "{count} deductions need a photo and have none yet; {complete} again"
        " completes all the same.",
        complete=complete,
    )
    comes_to = tr_count(
        count,
        "Score {score} {grade}, 1 finding; nothing can be changed after that.",
        "Score {score} {grade}, {count} findings; nothing can be changed after that.",
        **words,
    )
    return f"{wanting}\n{comes_to}"


def _grade_and_coverage(sheet: InspectionSheet) -> str:
    """Return the grade, and how much was observed where that is not everything."""
    grade, coverage = sheet.site_score().grade, sheet.total_coverage()
    said = [grade.title] if grade else []
    if coverage.observed < coverage.asked:
        said.append(coverage_text(coverage))
        said.append(unranked_text(coverage, sheet.pack.policy, sheet.inspection.kind.ranked))
    return tr(", ").join(part for part in said if part)


def still_missing(sheet: InspectionSheet) -> str:
    """Tell how much stands in the way of completing, standing on the first of it."""
    missing = _still_missing(sheet)
    if sheet.inspection.inspectors:
        return missing
    return tr("{missing} Nobody is named who inspects either.", missing=missing)


def _still_missing(sheet: InspectionSheet) -> str:
    missing, unexplained = sheet.missing(), sheet.unexplained()
    if not missing:
        if len(unexplained) == 1:
            ((card, item),) = unexplained
            return needs_reason(sheet.answers_of(card).get(item.id))
        return tr(
            "{count} vetoes, bonuses or corrections have no word of explanation yet.",
            count=len(unexplained),
        )
    if len(missing) == 1:
        return tr("Only this item is still unanswered.")
    return tr_count(
        len({card.id for card, _ in missing}),
        "{items} items of this window are still unanswered; this is the first.",
        "{items} items of {count} windows are still unanswered; this is the first.",
        items=len(missing),
    )


def lacks_correction(answer: Answer | None) -> bool:
    """Tell that an answer was corrected on the spot without a word on how."""
    return answer is not None and answer.correction is not None and not answer.correction.strip()


def needs_reason(answer: Answer | None) -> str:
    """Tell that a veto, a bonus or a correction is not explained yet."""
    if lacks_correction(answer):
        return by_hand(
            tr("Say how it was corrected: a digit, or your own words."),
            tr("Say how it was corrected: what is usual, or your own words."),
        )
    return tr("A veto or a bonus needs a reason: a phrase or a note.")


def verdict_changed(item: Item, before: Answer | None, after: Answer | None) -> str:
    """Tell what became of the words of an answer whose verdict changed; '' when there were none."""
    if before is None or after is None or not says_something(before):
        return ""
    if (before.verdict, before.praised) == (after.verdict, after.praised):
        return ""
    verdict = praise_word() if after.praised else verdict_word(after.verdict)
    if not drops_words(before, after) and not after.note:
        return ""
    if after.note:
        return tr(
            "“{item}” is now: {verdict}. Its note stays; {undo} brings back what it was.",
            item=item.text,
            verdict=verdict,
            undo=press(UNDO),
        )
    return tr(
        "“{item}” is now: {verdict}. What was written of it is gone; {undo} brings it back.",
        item=item.text,
        verdict=verdict,
        undo=press(UNDO),
    )


def no_number(text: str) -> str:
    """Tell that what was typed is no measured value."""
    return tr("“{text}” is not a number from 0 to 99999.99 with at most two decimals.", text=text)


def not_in_range(rule: RangeRule) -> str:
    """Tell how many points can be taken off at a time."""
    return tr(
        "From {least} to {most} points can be taken off each time.",
        least=format_points(rule.least),
        most=format_points(rule.most),
    )


def card_done(sheet: InspectionSheet, card: Scorecard) -> str:
    """Tell that a scorecard, or the whole visit, is answered, and the next key."""
    if sheet.missing():
        if not measures().shows_keys:
            return tr(
                "{window} is done. A tap on the next window goes on.", window=scorecard_title(card)
            )
        return tr(
            "{window} is done. {enter}, or a click on the next window, goes on.",
            window=scorecard_title(card),
            enter=key_name(CONFIRM),
        )
    return tr(
        "Every window is done. {complete} completes the inspection.",
        complete=press(COMPLETE, tr("Complete")),
    )


def card_left_out(card: Scorecard) -> str:
    """Tell that a window is left out, and how it comes back."""
    if card.left_out_reason:
        return tr(
            "{window} is left out of this visit: {reason}. {why} another reason,"
            " {leave_out} takes it in again.",
            window=scorecard_title(card),
            reason=card.left_out_reason,
            why=press(REASON, tr("Another reason…")),
            leave_out=press(LEAVE_OUT, tr("Inspect it after all")),
        )
    return tr(
        "{window} is left out of this visit; {leave_out} takes it in again.",
        window=scorecard_title(card),
        leave_out=press(LEAVE_OUT, tr("Inspect it after all")),
    )


def why_left_out(card: Scorecard, reasons: Sequence[str]) -> str:
    """Ask why a window is left out, offering reasons by their digits."""
    if card.left_out_reason:
        return card_left_out(card)
    has_keys = measures().shows_keys
    offered = "  ".join(
        f"{digit} {reason}" if has_keys else reason for digit, reason in enumerate(reasons, 1)
    )
    return tr(
        "{window} is left out. Why? {reasons}  {why} other. {leave_out} takes it in again.",
        window=scorecard_title(card),
        reasons=offered,
        why=press(REASON, tr("Another reason…")),
        leave_out=press(LEAVE_OUT, tr("Inspect it after all")),
    )
