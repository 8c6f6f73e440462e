"""What can be done while a visit is scored, and by which keys: the verdicts
1 合格, 2 扣分, 3 不适用, 0 未观察, 4 亮点 first.
"""

from typing import TYPE_CHECKING

from inspector.gui.commands.command_table import WRITING, CommandTable
from inspector.gui.commands.shared_keys import (
    CHOOSE_NEW,
    COMPLETE,
    CONFIRM,
    CORRECT,
    DEDUCT,
    FIND_NEXT,
    LEAVE,
    LEAVE_OUT,
    NEW_PHOTO,
    NONE_FOUND,
    NOT_APPLICABLE,
    PASS,
    PASTE,
    PHOTO,
    REASON,
    REDO,
    REST,
    REST_UNSEEN,
    TIME,
    UNDO,
    UNSEEN,
    UP_DOWN,
)
from inspector.gui.visits.parts.lead_out import add_way_out
from inspector.gui.visits.scoring.judging import rest_questions
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.gui.visits.scoring.scoring_page import ScoringPage

LIST, ASKING, INBOX = "", "asking", "inbox"
"""What has the keyboard: items and windows, a line that asks, new photos.

WRITING are the fields beside the list.
"""

MENU_OF_ITEM = (
    "pass", "deduct", "not-applicable", "unseen", "praise", "clear", "correct", "photo", "paste",
    "view", "time", "move-answers", "find",
)  # fmt: skip
MENU_OF_WINDOW = (
    "on-duty", "rest", "rest-unseen", "none-found", "leave-out", "reason", "score", "move-answers",
    "window-before", "next-window",
)  # fmt: skip

_WITH_WORDS = (WRITING, ASKING)
_BUT_PHOTOS = (LIST, *_WITH_WORDS)


def scoring_commands(page: "ScoringPage") -> CommandTable:
    """Return the table of the scoring page."""
    table = CommandTable(page)
    _add_verdicts(table, page)
    _add_ways(table, page)
    _add_writing(table, page)
    _add_undo(table, page)
    _add_finding(table, page)
    _add_photos(table, page)
    _add_window(table, page)
    _add_visit(table, page)
    table.hear_letters(page.items)
    return table


def _add_verdicts(table: CommandTable, page: "ScoringPage") -> None:
    acts, items = page.acts, page.items
    passes, none = tr("Pass, and on to the next unanswered item"), tr("Not applicable, and on")
    deduct, praise = tr("Deduct: digits, + −, then text"), tr("Highlight; again, it is none")
    table.add("pass", passes, PASS, acts.pass_item)
    table.add("deduct", deduct, DEDUCT, acts.deduct)
    table.add("not-applicable", none, NOT_APPLICABLE, acts.not_applicable)
    unseen = tr("Not observed on this visit, and on")
    table.add("unseen", unseen, UNSEEN, acts.unseen)
    table.add("praise", praise, "4", acts.praise)
    table.add("correct", tr("Deduction corrected on the spot"), ("C", *CORRECT), acts.correct)
    clear = ("Backspace", "Delete")
    table.add("clear", tr("Clear the answer"), clear, acts.clear, at=items)


def _add_ways(table: CommandTable, page: "ScoringPage") -> None:
    items, position = page.items, page.position
    following = tr("Next item; at the end the next window")
    table.add("next", following, CONFIRM, page.acts.confirm_or_next, at=items)
    table.add("move", tr("Move"), UP_DOWN)
    table.add("first", tr("First item"), "Home", position.first, at=items)
    table.add("last", tr("Last item"), "End", position.last, at=items)
    # On a narrow line these come first: the windows stand beside the items anyway.
    rest, unseen = rest_questions.rest_word(), rest_questions.rest_unseen_word()
    passes = tr("Mark the rest of this window that is seen at a glance as passed")
    table.add("rest", passes, REST, page.acts.rest.ask_pass, short=rest)
    leaves = tr("Mark the rest of this window as not observed")
    table.add("rest-unseen", leaves, REST_UNSEEN, page.acts.rest.ask_unseen, short=unseen)
    none = tr("Mark the red lines of this window that are left as none found")
    table.add("none-found", none, NONE_FOUND, page.acts.rest.none_found,
              short=rest_questions.none_found_word())  # fmt: skip
    before, following = tr("Window before"), tr("Next window")
    table.add(
        "next-window", following, "PgDown", lambda: page.turn_window(1), short=following,
        at=items, repeats=True,
    )  # fmt: skip
    table.add(
        "window-before", before, "PgUp", lambda: page.turn_window(-1), short=before, at=items,
        repeats=True,
    )  # fmt: skip


def _add_undo(table: CommandTable, page: "ScoringPage") -> None:
    both = (LIST, WRITING)
    for name, words, keys, do, why_not in (
        ("undo", tr("Undo"), UNDO, page.undo, page.why_no_undo),
        ("redo", tr("Redo"), REDO, page.redo, page.why_no_redo),
    ):
        table.add(name, words, keys, do, short=words, modes=both, repeats=True, why_not=why_not)


def _add_finding(table: CommandTable, page: "ScoringPage") -> None:
    table.add("find", tr("Find an item"), "Ctrl+F", page.open_find, short=tr("Find"))
    table.add("find-while", tr("Find an item"), "Ctrl+F", page.open_find, modes=_WITH_WORDS)
    following = tr("Find the next one")
    table.add("find-next", following, FIND_NEXT, page.find_next, modes=_BUT_PHOTOS)


def _add_photos(table: CommandTable, page: "ScoringPage") -> None:
    photos = page.photos
    choose = tr("Photos or files for this item, from a dialog")
    table.add("photo", choose, PHOTO, photos.intake.choose)
    table.add("paste", tr("Paste photos or files; or drop them"), PASTE, photos.intake.paste)
    table.add("view", tr("See the photos of this item"), "V", photos.view_item)
    table.add("add-new", tr("Add the new photo"), NEW_PHOTO, photos.inbox.attach_next)
    table.add(
        "choose-new", tr("Choose among the new photos"), CHOOSE_NEW, photos.inbox.choose_offer
    )


def _add_window(table: CommandTable, page: "ScoringPage") -> None:
    watch = tr("Stopwatch of a waiting time: start, and stop from anywhere")
    table.add("time", watch, TIME, page.time)
    table.add(
        "score", tr("How the score comes about"), "=", page.expand_score, short=tr("Its score")
    )
    leave_out = tr("Leave this window out, or take it in again")
    table.add(
        "leave-out", leave_out, LEAVE_OUT, page.acts.toggle_left_out, short=tr("Not inspected")
    )
    reason = tr("Why this window is left out; 1 … 4 choose what is usual")
    table.add("reason", reason, REASON, page.open_reason)
    duty = tr("Who is on duty at this window")
    table.add("on-duty", duty, "W", page.open_on_duty, why_not=page.why_nobody)
    move = tr("Move answers to another window")
    table.add("move-answers", move, "M", page.open_move, why_not=page.why_not_move)
    table.add("fields", tr("To the fields beside the list"), "Tab")


def _add_writing(table: CommandTable, page: "ScoringPage") -> None:
    """Add what is done beside the list, where every letter is text; the rest is the fields' own."""
    correct, photo = tr("Corrected on the spot"), tr("Paste photo")
    table.add(
        "correct-it", tr("Deduction corrected on the spot"), CORRECT, page.acts.correct,
        short=correct, modes=WRITING,
    )  # fmt: skip
    paste = table.add(
        "paste-it", tr("Paste photos or files; or drop them"), PASTE, page.photos.intake.paste,
        short=photo, modes=WRITING,
    )  # fmt: skip
    paste.for_keys = True


def _add_visit(table: CommandTable, page: "ScoringPage") -> None:
    # Held down, the second press would be the answer to the question of the first.
    complete, keys = tr("Complete the inspection"), COMPLETE
    table.add("complete", complete, keys, page.ask_completion, modes=_BUT_PHOTOS)
    add_way_out(table, page)
    back = tr("Back to the list, then to the start")
    table.add("back", back, LEAVE, page.escape, at=(page.items, page), left_over=True)
