"""Faults that no pack can have."""

from inspector.domain.faults import Fault

OF_RETURNED = {
    Fault.NO_LEDGER, Fault.UNKNOWN_NUMBER, Fault.NO_NUMBER, Fault.NOT_A_DAY, Fault.NO_PICTURE,
    Fault.WHOSE_PICTURE, Fault.BROKEN_PICTURE, Fault.NO_COLUMN, Fault.MISSING_COLUMN,
    Fault.UNREAD_COLUMN, Fault.OTHER_FINDING, Fault.OTHER_LAPTOP, Fault.NOT_THIS_NUMBER,
    Fault.NOBODYS_PICTURE, Fault.NUMBER_GONE, Fault.NOTHING_ABOVE,
    Fault.UNREAD_WORDS, Fault.SEVERAL_NUMBERED,
    Fault.A_REGISTER, Fault.UNKNOWN_COMPLAINT, Fault.OTHER_COMPLAINT, Fault.SAID_OTHERWISE,
    Fault.COMPLAINT_ENDED, Fault.NOT_THEN,
}  # fmt: skip
"""Of ledgers, reply slips and forms of complaints that came back."""

OF_FORMS = {
    Fault.TAKEN, Fault.RED_LINE, Fault.NOT_A_DATE, Fault.UNKNOWN_PLACEHOLDER, Fault.UNCLOSED,
    Fault.TWO_KINDS_OF_ROWS, Fault.TALL_ROW, Fault.NO_PLACEHOLDER, Fault.HUGE_AREA,
    Fault.ONE_OF_MANY, Fault.CANNOT_FOLLOW, Fault.PICTURE_ACROSS, Fault.ROWS_IN_MARGIN,
    Fault.NO_ROW_TO_FILL, Fault.NEWER_FORMAT, Fault.SPARKLINE, Fault.PROTECTED_RANGE,
    Fault.THREADED_COMMENT,
    Fault.MARGIN_PICTURE, Fault.CELL_PICTURE, Fault.SHAPE, Fault.OTHER_SHEETS_LIST, Fault.MACROS,
}  # fmt: skip
"""What can be wrong with something typed, and with a superior's own form."""

OF_HOLIDAYS = {Fault.OTHER_YEAR, Fault.NO_WEEKEND, Fault.NO_STATUTORY_DAY}
"""Of a year's holidays, as a file."""

OF_SCORE_SHEETS = {
    Fault.SCORING_WORDS, Fault.SCORING_MIXED, Fault.WHICH_CATEGORY, Fault.POINTS_ADD_UP,
}  # fmt: skip
"""Of score sheets as units print them."""
