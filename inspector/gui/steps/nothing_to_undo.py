"""Why the last step of a finding or complaint is not taken back, and what to do instead."""

from datetime import date

from inspector.gui.words import day_text, short_day_text
from inspector.translation import tr


def nothing_to_undo(
    number: str, step: str, by: str, taken_on: date, today: date, *, is_first: bool, stays: bool
) -> str:
    """Return the sentence about what is called `number`, whose last `step` is of a day by somebody.

    `is_first`: nothing was done about it since it came up; `stays`: nobody takes such a step back.
    """
    if is_first:
        return tr("{number}: no step was taken yet, so there is none to take back.", number=number)
    if taken_on == today:
        day = tr("today")
    else:
        day = short_day_text(taken_on) if taken_on.year == today.year else day_text(taken_on)
    if stays:
        return tr(
            "The last step of {number}, “{step}” of {day}, stays: it is known outside this"
            " program. A further step, or a note, puts it right.",
            number=number,
            step=step,
            day=day,
        )
    if by:
        return tr(
            "The last step of {number}, “{step}”, was taken {day} by {by}. Only who took a step"
            " takes it back, on the same day; a further step, or a note, puts it right.",
            number=number,
            step=step,
            day=day,
            by=by,
        )
    return tr(
        "The last step of {number}, “{step}”, was taken {day}. A step is taken back by who took it,"
        " on the same day; a further step, or a note, puts it right.",
        number=number,
        step=step,
        day=day,
    )
