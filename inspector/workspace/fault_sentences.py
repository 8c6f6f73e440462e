"""What is wrong at one place of a file or form, as a sentence: what was found, what is expected."""

import re
from difflib import get_close_matches

from inspector.domain.faults import Fault, Problem
from inspector.translation import mark, tr, tr_count
from inspector.workspace.cell_words import place_words
from inspector.workspace.returned_faults import RETURNED_FAULTS
from inspector.workspace.system_words import parser_words

_OF_WORDS = (
    Fault.NOT_ONE_OF, Fault.UNKNOWN_KIND, Fault.UNKNOWN_KEY, Fault.UNKNOWN_PLACEHOLDER
)  # fmt: skip
"""Of these the word that was probably meant is named."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

LONGEST_FOUND = 200
"""Characters of what was found that are repeated."""


def problem_sentence(problem: Problem) -> str:
    """Return a problem as `place: what is wrong, what was expected`."""
    said = problem_text(problem)
    return on_one_line(f"{place_words(problem.place)}  {said}" if problem.place else said)


def field_sentence(problem: Problem) -> str:
    """Return a problem of a form that is filled in: the title of its field stands before it."""
    said = problem_text(problem)
    return tr("{field}: {said}", field=problem.place, said=said) if problem.place else said


def problem_text(problem: Problem) -> str:
    """Return what is wrong and what was expected, without the place."""
    text, found, expected = _FAULTS[problem.fault], problem.found, problem.expected
    if problem.fault is Fault.NOT_ONE_OF and not (found and problem.expected):
        text = _NO_CHOICE if found else _NOTHING_CHOSEN
    if problem.fault is Fault.MISSING and expected == problem.place:
        text = _BLANK
    if problem.fault is Fault.DUPLICATE and expected == problem.place:
        text = _TWICE_IN_ONE
    if problem.fault is Fault.NOT_A_LIST and expected:
        text = _LIST_OF_TABLES
    if problem.fault is Fault.UNREADABLE:
        found = parser_words(found)
    if len(found) > LONGEST_FOUND:
        found = f"{found[:LONGEST_FOUND]}…"
    if problem.fault is Fault.OUT_OF_RANGE:
        expected = _bounds(expected)
    said = tr(text, found=found, expected=place_words(expected))
    if problem.fault in _OF_WORDS:
        word = _meant(problem) or _nearest(found, problem.expected)
        if word:
            said += tr(" Did you mean “{word}”?", word=word)
    if problem.more:
        said += tr_count(
            problem.more,
            " The same stands in 1 more place.",
            " The same stands in {count} more places.",
        )
    return on_one_line(said)


def _meant(problem: Problem) -> str:
    """Return the field that a word of offices means: that goes before any slip."""
    if problem.fault is not Fault.UNKNOWN_PLACEHOLDER:
        return ""
    from inspector.excel.forms.meant_field import meant_field

    return meant_field(problem.found)


def _nearest(found: str, expected: str) -> str:
    """Return the expected word that `found` is a slip of, in whatever case; else nothing."""
    words = {word.casefold(): word for word in reversed(expected.replace("、", ", ").split(", "))}
    near = get_close_matches(found.casefold(), words, 1)
    return words[near[0]] if near else ""


def _bounds(expected: str) -> str:
    """Return a range in words, as the forms have it: > 0, ≥ 0, ≤ 1000000, 0–100, or a day."""
    sign, _, bound = expected.partition(" ")
    lowest, dash, highest = expected.partition("–")
    if dash:
        return tr("{lowest} to {highest}", lowest=lowest, highest=highest)
    if _DAY.fullmatch(bound):
        after, before = tr("not after {day}", day=bound), tr("not before {day}", day=bound)
        return {"≤": after, "≥": before}.get(sign, expected)
    words = {
        ">": tr("more than {bound}", bound=bound),
        "≥": tr("{bound} or more", bound=bound),
        "≤": tr("at most {bound}", bound=bound),
    }
    return words.get(sign, expected)


def on_one_line(said: str) -> str:
    """Return a sentence without line ends and control characters that a name or value put in it.

    A terminal would obey them.
    """
    return "".join(character if character.isprintable() else " " for character in said)


_BLANK = mark("This has to be filled in.")
"""Of a field of a form: its title stands above it."""

_NOTHING_CHOSEN = mark("Nothing is chosen here; choose one of: {expected}.")
_NO_CHOICE = mark("“{found}” does not exist.")
_TWICE_IN_ONE = mark("“{found}” is said here twice.")
_LIST_OF_TABLES = mark("Write {expected} here, once for each of them.")

_FAULTS: dict[Fault, str] = {
    Fault.MISSING: mark("“{expected}” is missing."),
    Fault.UNKNOWN_KEY: mark("“{found}” is not known here; known: {expected}."),
    Fault.NOT_TEXT: mark("“{found}” is not text."),
    Fault.NOT_A_NUMBER: mark("“{found}” is not a number."),
    Fault.NOT_A_WHOLE_NUMBER: mark("“{found}” is not a whole number."),
    Fault.NOT_A_DATE: mark("“{found}” is not a day; write it as {expected}."),
    Fault.NOT_YES_OR_NO: mark("“{found}” is not yes or no."),
    Fault.NOT_A_LIST: mark("“{found}” is not a list."),
    Fault.NOT_A_TABLE: mark("“{found}” is not a table."),
    Fault.TOO_PRECISE: mark("“{found}” has more than two decimals."),
    Fault.OUT_OF_RANGE: mark("“{found}” is out of range; allowed: {expected}."),
    Fault.NOT_ONE_OF: mark("“{found}” does not exist; choose one of: {expected}."),
    Fault.NOT_HERE: mark("“{found}” has no effect here: {expected}."),
    Fault.TAKEN: mark("“{found}” is the name of another one already."),
    Fault.ENDED: mark("“{found}” is on the roster and was ended: bring it back instead."),
    Fault.DUPLICATE: mark("“{found}” stands here again; first at {expected}."),
    Fault.UNKNOWN_KIND: mark(
        "There is no window kind “{found}”; there are: {expected}."
        " If it is a new one, add a row for it on the sheet of window kinds."
    ),
    Fault.SAME_NUMBER: mark(
        "“{found}” stands here again; first at {expected}."
        " Leave the cell of a new item empty: it is given a number when it is imported."
    ),
    Fault.BLANK_ENTRY: mark("“{found}” has an empty entry."),
    Fault.UNREADABLE: mark("This cannot be read: {found}."),
    Fault.TOO_LONG: mark("This is too long; at most {expected} characters are read."),
    Fault.NO_FILE: mark("This file is missing."),
    Fault.NO_SHEET: mark("There is no sheet {expected}; the workbook has: {found}."),
    Fault.WEIGHTS_NOT_100: mark("The weights add up to {found} instead of {expected}."),
    Fault.BANDS_NOT_ASCENDING: mark("The limit {found} is not above the one before."),
    Fault.LAST_BAND_BOUNDED: mark("The last band must have no limit, but has {found}."),
    Fault.OPEN_BAND_NOT_LAST: mark("Only the last band may have no limit."),
    Fault.BEST_NOT_FULL: mark("The best case gives {found} points instead of full {expected}."),
    Fault.POINTS_NOT_DESCENDING: mark("{found} points are not fewer than the case before."),
    Fault.GRADES_NOT_DESCENDING: mark("The bound {found} is not below the grade before."),
    Fault.LAST_GRADE_NOT_ZERO: mark("The last grade must begin at 0, not {found}."),
    Fault.NO_ITEMS: mark("There is no {expected} here."),
    Fault.NOTHING_COUNTS: mark("No item can earn points: none has both full marks and a weight."),
    Fault.TOO_FEW: mark("There have to be at least {expected}."),
    Fault.ONE_LINE: mark("Each case needs a line of its own (Alt+Enter); here is “{found}”."),
    Fault.EACH_ABOVE_FULL: mark(
        "One deduction takes {found} points, more than the item's {expected}."
    ),
    Fault.RED_LINE: mark(
        "A red line is switched off only when it is said a second time: every paper that ranks"
        " counts it as not observed."
    ),
    Fault.GRAVER_COSTS_LESS: mark(
        "This is graver than “{expected}” and costs less: {found} points."
    ),
    Fault.SAME_KIND_NAME: mark(
        "But for the words for window and desk, “{found}” is a name of another window kind,"
        " at {expected}: by the name of a window they cannot be told apart."
    ),
    Fault.TWO_USUAL_KINDS: mark("Only one window kind can be the usual one: {expected} is."),
    Fault.SAME_TEXT: mark("“{found}” is the text of another item as well, at {expected}."),
    Fault.MERGED: mark(
        "This cell is merged with others: “{found}” stands at {expected} already."
        " Take the merged cells apart and fill in each."
    ),
    Fault.SCORING_WORDS: mark(
        "What “{found}” takes off is not clear; write it like: {expected}. What takes nothing off"
        " belongs in a column of its own."
    ),
    Fault.SCORING_MIXED: mark(
        "“{found}” cannot be counted as one item: fixed deductions, deductions to be judged and"
        " bonuses need a row each."
    ),
    Fault.WHICH_CATEGORY: mark(
        "Which of {expected} does the heading “{found}” belong to?"
        " Say so in the column of categories."
    ),
    Fault.POINTS_ADD_UP: mark("The items come to {found} points; here it says {expected}."),
    Fault.UNKNOWN_PLACEHOLDER: mark("There is no field “{found}”."),
    Fault.UNCLOSED: mark("Braces are left over in “{found}”; a field looks like {expected}."),
    Fault.TWO_KINDS_OF_ROWS: mark(
        "This row repeats for something else already; “{found}” belongs in a row of its own."
    ),
    Fault.TALL_ROW: mark(
        "This row repeats, but the cell is merged over several rows, {found}. Take it apart."
    ),
    Fault.ONE_OF_MANY: mark(
        "The formula takes the one cell {found}, whose row repeats: write SUM({found}) for all of"
        " its rows, or INDEX({found}:{found},1) for the first."
    ),
    Fault.CANNOT_FOLLOW: mark(
        "The formula refers to {found}, which cannot move along when rows are put in."
        " Write it without."
    ),
    Fault.PICTURE_ACROSS: mark(
        "A picture lies across a row that repeats. Put it wholly above or below that row."
    ),
    Fault.ROWS_IN_MARGIN: mark(
        "A page header or footer cannot hold “{found}”, of which there are many; put it into a row."
    ),
    Fault.MARGIN_PICTURE: mark(
        "The picture in the page header or footer would be lost. Put it onto the sheet,"
        " or take it out."
    ),
    Fault.CELL_PICTURE: mark(
        "The picture embedded in this cell would be lost. Turn it into a floating"
        " picture, or take it out."
    ),
    Fault.SHAPE: mark(
        "What is drawn here, a shape, a text box or a picture such as WMF, would be lost."
        " Put a PNG or JPEG picture in its place, or take it out."
    ),
    Fault.OTHER_SHEETS_LIST: mark(
        "The drop-down list here would be lost. Give the cells of its choices a name,"
        " and let the list refer to the name."
    ),
    Fault.NEWER_FORMAT: mark(
        "The conditional format here, of a newer kind, would be lost. Let it refer to cells of its"
        " own sheet and use the older signs, or take it out."
    ),
    Fault.SPARKLINE: mark("The little chart in this cell would be lost. Take it out."),
    Fault.PROTECTED_RANGE: mark(
        "The range that may be edited here although the sheet is protected would be lost."
        " Unlock its cells instead."
    ),
    Fault.THREADED_COMMENT: mark(
        "The comment here, with its answers, would be lost. Turn it into a note, or take it out."
    ),
    Fault.MACROS: mark("Its macros would be lost. Save it as a workbook without macros (.xlsx)."),
    Fault.HUGE_AREA: mark(
        "The area {found} is far larger than any form. Take it apart or delete it."
    ),
    Fault.NO_PLACEHOLDER: mark(
        "There is no field in it, such as {expected}, and no table whose heads are known."
        " The handbook lists the fields."
    ),
    Fault.NO_ROW_TO_FILL: mark(
        "Below the heads that begin here there is no empty row. Leave one to fill in."
    ),
    Fault.FORMULA: mark("There is a formula, {found}, where a value belongs."),
    Fault.NOT_A_PHONE: mark("“{found}” is not a telephone number."),
    Fault.NO_ROSTER: mark("No sheet has a header row with: {expected}."),
    Fault.NO_ROWS: mark("There is no row below the header."),
    Fault.OWN_PAPER: mark(
        "This is “{found}”, a paper that this program wrote from sheets it has: nothing of it is"
        " taken in."
    ),
    **RETURNED_FAULTS,
    Fault.OTHER_YEAR: mark("{found} is no day of {expected}, the year of the others."),
    Fault.NO_WEEKEND: mark("{found} is no weekend day, and worked anyway."),
    Fault.NO_STATUTORY_DAY: mark(
        "Every statutory day of {found} has to be off; these are missing: {expected}."
    ),
    Fault.EXCEL_DAY: mark(
        "Excel made a date or time of what was typed here: {found}. Set the format of the column to"
        " “Text” and type it again, such as 3-5."
    ),
    Fault.CONFLICT: mark("“{found}” contradicts “{expected}” said of the same window before."),
}
