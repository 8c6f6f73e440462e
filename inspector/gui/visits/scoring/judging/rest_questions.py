"""What is asked and told of the rest of a window: sentences only."""

from collections.abc import Sequence

from inspector.domain.checklist.checklist import Item
from inspector.domain.visit.inspection import Scorecard
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.rest_of_window import Rest, red_lines_unseen
from inspector.gui.commands.shared_keys import NONE_FOUND, PASS, REST, REST_UNSEEN, UNDO, press
from inspector.gui.words import scorecard_title, unranked_text
from inspector.translation import join_sentences, tr, tr_count


def rest_word(says_methods: bool = False) -> str:
    """Return the words of the button that passes the rest, or what is seen of it."""
    return tr("Rest in sight pass") if says_methods else tr("Rest pass")


def rest_unseen_word() -> str:
    """Return the words of the button that leaves the rest unobserved."""
    return tr("Rest not observed")


def none_found_word() -> str:
    """Return the words of the button that marks what is left of the red lines as not found."""
    return tr("No red line found")


def confirm_none_found(card: Scorecard, left: Sequence[Item]) -> str:
    """Ask whether the red lines that are left are to be marked as not found."""
    none = press(NONE_FOUND, tr("No red line found"))
    return tr_count(
        len(left),
        "Mark the red line that is left of {window} as none found? {none} again confirms.",
        "Mark the {count} red lines that are left of {window} as none found? {none} again"
        " confirms.",
        window=scorecard_title(card),
        none=none,
    )


def none_found(before: Sequence[Item]) -> str:
    """Tell how many red lines were marked as not found."""
    return tr_count(
        len(before),
        "1 red line: none found; {undo} takes it back.",
        "{count} red lines: none found; {undo} takes them back.",
        undo=press(UNDO),
    )


def no_red_line(sheet: InspectionSheet, card: Scorecard) -> str:
    """Tell that no red line of a window is left to ask about, and of how many nobody looked."""
    title = scorecard_title(card)
    unseen = len(red_lines_unseen(sheet, card))
    if not unseen:
        return tr("No red line of {window} is left.", window=title)
    none = press(PASS, tr("None found"))
    return tr_count(
        unseen,
        "1 red line of {window} is kept as not observed; where it was not found: {none}.",
        "{count} red lines of {window} are kept as not observed; where one was not found: {none}.",
        window=title,
        none=none,
    )


def confirm_pass(card: Scorecard, rest: Rest) -> str:
    """Ask whether what is seen at a glance is to be passed, telling what it leaves alone."""
    in_sight, every = press(REST, tr("Rest in sight pass")), press(REST, tr("Rest pass"))
    said = tr_count(
        len(rest.seen),
        "Mark the remaining item of {window} as passed? {rest} again confirms.",
        "Mark the remaining {count} items of {window} as passed? {rest} again confirms.",
        window=scorecard_title(card),
        rest=in_sight if rest.hidden else every,
    )
    return said + _left_alone(rest)


def confirm_unseen(sheet: InspectionSheet, card: Scorecard, rest: Rest) -> str:
    """Ask whether everything unanswered is to be left as not observed, telling what it leads to."""
    unseen = press(REST_UNSEEN, tr("Rest not observed"))
    said = tr_count(
        len(rest.seen) + len(rest.hidden),
        "Mark the remaining item of {window} as not observed? {rest} again confirms.",
        "Mark the remaining {count} items of {window} as not observed? {rest} again confirms.",
        window=scorecard_title(card),
        rest=unseen,
    )
    said = join_sentences((said, _too_little(sheet, card)))
    if not rest.all_red_lines:
        return said
    none = press(NONE_FOUND, tr("No red line found"))
    return f"{said} " + tr(
        "Red lines among them: {count}. Where none was found, first {none}.",
        count=rest.all_red_lines,
        none=none,
    )


def none_seen(rest: Rest) -> str:
    """Tell that nothing of what is left is seen at a glance."""
    return tr("Nothing of what is left is seen at a glance.") + _left_alone(rest)


def passed(before: Rest) -> str:
    """Tell how many were passed, and what is left."""
    return tr_count(
        len(before.seen),
        "1 item passed; {undo} takes it back.",
        "{count} items passed; {undo} takes them back.",
        undo=press(UNDO),
    ) + _left_alone(before)


def unseen(sheet: InspectionSheet, card: Scorecard, before: Rest) -> str:
    """Tell how many were left as not observed, red lines among them, and where it is too much."""
    said = tr_count(
        len(before.seen) + len(before.hidden),
        "1 item not observed; {undo} takes it back.",
        "{count} items not observed; {undo} takes them back.",
        undo=press(UNDO),
    )
    red = ""
    if before.all_red_lines:
        red = tr("Red lines among them: {count}.", count=before.all_red_lines)
    return join_sentences((said, red, _too_little(sheet, card)))


def _too_little(sheet: InspectionSheet, card: Scorecard) -> str:
    """Return that too little of a window is observed to be ranked; what is open counts as not."""
    ranked = sheet.inspection.kind.ranked
    below = unranked_text(sheet.coverage(card), sheet.pack.policy, ranked)
    return tr("{window}: {below}.", window=scorecard_title(card), below=below) if below else ""


def _left_alone(rest: Rest) -> str:
    if not rest.hidden:
        return ""
    words = {"rest": press(REST_UNSEEN, tr("Rest not observed"))}
    if rest.red_lines:
        return " " + tr_count(
            len(rest.hidden),
            "1 item, a red line, needs a closer look; {rest} leaves it.",
            "{count} items, red lines {red} of them, need a closer look; {rest} leaves them.",
            red=rest.red_lines,
            **words,
        )
    return " " + tr_count(
        len(rest.hidden),
        "1 item needs a closer look; {rest} leaves it.",
        "{count} items need a closer look; {rest} leaves them.",
        **words,
    )
