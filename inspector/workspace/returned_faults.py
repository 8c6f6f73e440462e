"""What can be wrong in a ledger or reply slip that came back, as sentences of `sentences`."""

from inspector.domain.faults import Fault
from inspector.translation import mark

RETURNED_FAULTS = {
    Fault.NO_LEDGER: mark(
        "No sheet is a ledger or reply slip: none has a header row with {expected}."
    ),
    Fault.UNKNOWN_NUMBER: mark("There is no finding {found}."),
    Fault.SEVERAL_NUMBERED: mark(
        "Two laptops gave the number {found}, and what the row says fits both: enter it by hand."
    ),
    Fault.NO_NUMBER: mark(
        "No finding number stands in this row, so that nothing of it is taken. Copy the number here"
        " from the file that went out."
    ),
    Fault.NUMBER_GONE: mark(
        "The finding number is gone here. By unit, window and problem the row is about {expected}:"
        " write that here."
    ),
    Fault.NOTHING_ABOVE: mark(
        "“Same as above” stands here, but the row above has no “{expected}”. Write it out."
    ),
    Fault.NO_COLUMN: mark(
        "There is no column “{expected}”, so that it cannot be told which findings the rows are"
        " about; none of them is taken. Copy the column back from the file that went out."
    ),
    Fault.MISSING_COLUMN: mark("There is no column “{expected}”."),
    Fault.UNREAD_COLUMN: mark(
        "There is no column “{expected}”, and “{found}” is not read. If it is the same, give it"
        " that header again."
    ),
    Fault.UNREAD_WORDS: mark(
        "“{found}” is not read here, and “{expected}” of this row is blank, though it has a day."
        " Write it there."
    ),
    Fault.OTHER_FINDING: mark(
        "This row looks like a finding of another laptop, or the cell was changed: here it says"
        " “{found}”, ours with this number “{expected}”."
    ),
    Fault.OTHER_LAPTOP: mark(
        "This row looks like a finding of another laptop: “{expected}” in {found} is no code of"
        " this folder."
    ),
    Fault.NOT_THIS_NUMBER: mark(
        "{found} does not belong here: the row is about {expected}. The numbers were swapped, or"
        " one was mistyped."
    ),
    Fault.A_REGISTER: mark(
        "This is the register, not the form for units to fill in, which alone is taken in:"
        " Workbooks, For units to fill in."
    ),
    Fault.UNKNOWN_COMPLAINT: mark("There is no complaint {found}."),
    Fault.OTHER_COMPLAINT: mark(
        "Here it says “{found}”, our complaint with this number “{expected}”: the row belongs to"
        " another one, or the cell was changed."
    ),
    Fault.SAID_OTHERWISE: mark("Here it says “{found}”; “{expected}” was said before, and stays."),
    Fault.COMPLAINT_ENDED: mark("{found} was made void: nothing of it is taken."),
    Fault.NOT_THEN: mark("{found} does not lie between these days: {expected}."),
    Fault.NOBODYS_PICTURE: mark(
        "The picture here lies in no row of a finding. Put it into the row it belongs to."
    ),
    Fault.NOT_A_DAY: mark("“{found}” is no day; write it like 2026-11-27."),
    Fault.NO_PICTURE: mark(
        "The picture of this cell is not in the file. Insert it again, floating over the cell."
    ),
    Fault.WHOSE_PICTURE: mark(
        "The rows above are hidden, and LibreOffice moves their pictures down: whose picture this"
        " is cannot be told. Show all rows, put it over its own row and save again."
    ),
    Fault.BROKEN_PICTURE: mark(
        "The picture here is damaged, too large, or of a kind that is not read."
    ),
}
