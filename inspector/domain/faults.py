"""What can be wrong at one place of a file or form; `workspace.fault_sentences` says it."""

from dataclasses import dataclass
from enum import Enum, auto


class Fault(Enum):
    """What is wrong at one place of a file that somebody made."""

    # any file
    MISSING = auto()  # expected: what belongs there
    UNKNOWN_KEY = auto()  # found; expected: the keys that exist
    NOT_TEXT = auto()
    NOT_A_NUMBER = auto()
    NOT_A_WHOLE_NUMBER = auto()
    NOT_A_DATE = auto()  # found; expected: how days are written
    NOT_YES_OR_NO = auto()
    NOT_A_LIST = auto()
    NOT_A_TABLE = auto()
    TOO_PRECISE = auto()  # more than two decimals
    OUT_OF_RANGE = auto()  # expected: the range
    NOT_ONE_OF = auto()  # expected: the words that exist
    NOT_HERE = auto()  # found: what has no effect here; expected: why
    DUPLICATE = auto()  # expected: where it stands already
    SAME_NUMBER = auto()  # found: the number of two items in a workbook; expected: as above
    UNKNOWN_KIND = auto()  # found: no window kind of a workbook; expected: those that it has
    TAKEN = auto()  # found: a name that something else has
    ENDED = auto()  # found: a name of something that ended
    BLANK_ENTRY = auto()  # found: the list with an empty entry
    UNREADABLE = auto()  # found: the parser's words
    TOO_LONG = auto()  # expected: the most characters
    NO_FILE = auto()  # the place is the file's name
    NO_SHEET = auto()  # found: the sheets that are there; expected: those that are not
    # packs
    WEIGHTS_NOT_100 = auto()  # found: the sum; expected: the points of a whole sheet
    BANDS_NOT_ASCENDING = auto()
    LAST_BAND_BOUNDED = auto()
    OPEN_BAND_NOT_LAST = auto()
    BEST_NOT_FULL = auto()  # found: best points; expected: full
    POINTS_NOT_DESCENDING = auto()
    GRADES_NOT_DESCENDING = auto()
    LAST_GRADE_NOT_ZERO = auto()
    NO_ITEMS = auto()
    NOTHING_COUNTS = auto()  # no item of the whole pack can earn points
    TOO_FEW = auto()  # expected: the fewest there have to be
    ONE_LINE = auto()  # found: the sign between what belongs on lines of their own
    EACH_ABOVE_FULL = auto()  # found: the points of one deduction; expected: full
    GRAVER_COSTS_LESS = auto()  # found: where, and both costs; expected: the lighter item
    RED_LINE = auto()  # is switched off without having been asked a second time
    SAME_KIND_NAME = auto()  # found: a name of two window kinds; expected: where it stands already
    TWO_USUAL_KINDS = auto()  # expected: where the other one stands
    SAME_TEXT = auto()  # found: the text of two items; expected: where it stands already
    MERGED = auto()  # found: what a merged cell says of two items; expected: where it begins
    # paper score sheets
    SCORING_WORDS = auto()  # found: words on deductions; expected: how they can be written
    SCORING_MIXED = auto()  # found: deductions that are no rule together
    WHICH_CATEGORY = auto()  # found: a heading; expected: the categories
    POINTS_ADD_UP = auto()  # found: what items are worth together; expected: what the cell says
    # rosters
    FORMULA = auto()
    NOT_A_PHONE = auto()
    NO_ROSTER = auto()  # no sheet with a roster's header
    NO_ROWS = auto()
    OWN_PAPER = auto()  # found: what this program wrote, and nobody filled in
    CONFLICT = auto()  # found; expected: what the same window said before
    EXCEL_DAY = auto()  # found: the day or time that Excel made of what was typed
    # forms
    UNKNOWN_PLACEHOLDER = auto()  # found; expected: the words that exist
    UNCLOSED = auto()  # found: a text with braces that do not belong together
    TWO_KINDS_OF_ROWS = auto()  # found: the word of the second kind
    TALL_ROW = auto()  # found: the merged area
    ONE_OF_MANY = auto()  # found: one cell of a row that repeats
    PICTURE_ACROSS = auto()  # lies across a row that repeats
    ROWS_IN_MARGIN = auto()  # found: a word of rows, in a page header or footer
    MARGIN_PICTURE = auto()  # and what else would be lost when the form is filled
    CELL_PICTURE = auto()  # of WPS, embedded in a cell
    SHAPE = auto()
    OTHER_SHEETS_LIST = auto()  # a drop-down list in Excel's newer way of writing
    NEWER_FORMAT = auto()  # a conditional format written so
    SPARKLINE = auto()
    PROTECTED_RANGE = auto()
    THREADED_COMMENT = auto()
    MACROS = auto()
    CANNOT_FOLLOW = auto()  # found: the reference that cannot move along
    NO_PLACEHOLDER = auto()
    NO_ROW_TO_FILL = auto()
    HUGE_AREA = auto()  # found: the merged area or link
    # returned ledgers and reply slips
    NO_LEDGER = auto()  # no sheet with a ledger's header
    UNKNOWN_NUMBER = auto()  # found: no finding has it
    NO_NUMBER = auto()  # something stands where no finding is named
    NUMBER_GONE = auto()  # expected: the only finding that a row without a number can be about
    NOTHING_ABOVE = auto()  # expected: the column in which 同上 has nothing to repeat
    NO_COLUMN = auto()  # expected: the column without which no row can be taken
    MISSING_COLUMN = auto()  # expected: a column to be filled in
    UNREAD_WORDS = auto()  # found: words of theirs; expected: our column, which is blank there
    UNREAD_COLUMN = auto()  # found: a column of theirs; expected: ours, which is not there
    OTHER_FINDING = auto()  # found: what the cell says; expected: what ours with this number says
    OTHER_LAPTOP = auto()  # found: a number; expected: the code in it that is none of this folder
    SEVERAL_NUMBERED = auto()  # found: a number that two laptops gave, of what says the same
    NOT_THIS_NUMBER = auto()  # found: the number; expected: that of the finding the row is about
    NOBODYS_PICTURE = auto()  # it lies in no row of a finding
    NOT_A_DAY = auto()
    NO_PICTURE = auto()  # a cell has a picture whose bytes are not in the file
    WHOSE_PICTURE = auto()  # this row's, or that of a hidden one above
    BROKEN_PICTURE = auto()  # damaged, too large, or of a kind that is not read
    # complaints that come back
    A_REGISTER = auto()  # what was exported to be read, not the form to fill in
    UNKNOWN_COMPLAINT = auto()  # found: no complaint has it
    OTHER_COMPLAINT = auto()  # found: what the cell says; expected: what ours says
    SAID_OTHERWISE = auto()  # found; expected: what was said before
    COMPLAINT_ENDED = auto()  # found: the number of one that was made void
    NOT_THEN = auto()  # found: a day; expected: between which days it has to lie
    # the holidays of a year
    OTHER_YEAR = auto()  # found: a day; expected: the year of the others
    NO_WEEKEND = auto()  # found: a day worked in exchange that is worked anyway
    NO_STATUTORY_DAY = auto()  # found: the year; expected: the days that are missing


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault with its place: `file:line` or `sheet!cell`."""

    place: str
    fault: Fault
    found: str = ""
    expected: str = ""
    more: int = 0  # other places where the very same is wrong
