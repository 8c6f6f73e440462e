"""What can be done while one asks, and by which keys: a grade is one key and one tap."""

from functools import partial
from typing import TYPE_CHECKING

from inspector.domain.survey.survey_sheet import GRADES
from inspector.gui.commands.command_table import CommandTable
from inspector.gui.commands.shared_keys import CONFIRM, LEAVE, UNDO, UP_DOWN
from inspector.gui.survey.survey_words import grade_word
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.survey.survey_page import SurveyPage

ASKING, REASON, CORRECTING = "", "reason", "correcting"
"""What is waited for: a grade, the reason of a bad one, another grade of a sheet."""

DIGITS = tuple(str(digit) for digit in range(1, 10))


def survey_commands(page: "SurveyPage") -> CommandTable:
    """Return the commands of the page."""
    table = CommandTable(page)
    graded = (ASKING, CORRECTING)
    for key, grade in enumerate(GRADES, 1):
        table.add(
            grade.value, grade_word(grade), str(key), partial(page.give, grade),
            modes=graded, why_not=page.why_no_site,
        )  # fmt: skip
    reason, without = tr("Choose a reason"), tr("Without a reason")
    table.add("reason", reason, DIGITS, page.choose_reason, short=tr("Why"), modes=REASON,
              numbered=True, choices=lambda: page.reasons)  # fmt: skip
    table.add("no-reason", without, ("0", *CONFIRM), page.give_no_reason, short=without,
              modes=REASON)  # fmt: skip
    table.add("other-reason", tr("Another reason"), "O", page.write_reason, modes=REASON,
              short=tr("Another reason"))  # fmt: skip
    keep = tr("Enter this reason")
    table.add("keep-reason", keep, (), page.give_no_reason, modes=REASON,
              why_not=page.why_no_words)  # fmt: skip
    table.add("choose", tr("Choose"), UP_DOWN)
    add = partial(table.add, modes=ASKING)
    add("undo", tr("Take the last sheet back"), UNDO, page.take_back, short=tr("Undo"),
        why_not=page.why_no_last)  # fmt: skip
    correct = tr("Correct the sheet")
    add("correct", correct, "E", page.correct, short=tr("Correct"), why_not=page.why_not_correct)
    strike = tr("Strike the sheet out…")
    add("strike", strike, "X", page.ask_strike, why_not=page.why_not_correct)
    raises = tr("Into the ledger")
    add("raise", raises, "F", page.raise_finding, short=raises, why_not=page.why_not_raise)
    slips = add("slips", tr("By slip numbers"), "S", page.toggle_slips, short=tr("By slips"),
                why_not=page.why_no_site)  # fmt: skip
    slips.setCheckable(True)
    add("find", tr("Find a site"), "/", page.find_site, short=tr("Site"))
    add("channel", tr("Next channel"), "C", page.next_channel)
    add("table", tr("Export the satisfaction of this month…"), "Ctrl+S", page.save_table)
    add("print-table", tr("Print the satisfaction of this month…"), do=page.preview_table)
    add(
        "save-slips",
        tr("Export slips to be filled in…"),
        do=page.save_slips,
        why_not=page.why_no_site,
    )
    add("print-slips", tr("Print slips to be filled in…"), "Ctrl+L", page.preview_slips,
        why_not=page.why_no_site)  # fmt: skip
    add("take-in", tr("Take in results…"), "Ctrl+I", page.take_in)
    stop, stays, back = tr("Leave it"), tr("Leave it as it was"), tr("Back")
    table.add("stop", stop, LEAVE, page.stop, short=stop, modes=(REASON, CORRECTING))
    table.add("stop-correcting", stays, LEAVE, page.stop, short=stays,
              modes=(REASON, CORRECTING))  # fmt: skip
    table.set_there("stop-correcting", False)
    table.add("leave", back, LEAVE, page.leave, short=back, modes=ASKING)
    return table
