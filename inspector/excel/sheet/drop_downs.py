"""Drop-down lists and notes on cells that somebody fills in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LONGEST_LIST = 255  # characters that Excel allows in the source of a list
_LONGEST_NOTE = 255
_LONGEST_TITLE = 32


def offer_words(
    sheet: "Worksheet", area: str, title: str, words: Sequence[str], *, others: bool = False
) -> None:
    """Offer `words`, none of them with a comma, in the cells of `area`.

    Unless `others` may be typed, whatever else is typed is refused.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    source = ",".join(words)
    if len(source) > _LONGEST_LIST:
        raise ValueError(f"too long a list for {area}")
    sheet.data_validations.append(
        DataValidation(
            "list",
            formula1=f'"{source}"',
            sqref=area,
            allow_blank=True,
            showErrorMessage=not others,
            errorTitle=title[:_LONGEST_TITLE],
            error=f"请填写：{'、'.join(words)}。",
        )
    )


def note(sheet: "Worksheet", area: str, title: str, text: str) -> None:
    """Show `text` beside the cells of `area` when one of them is chosen."""
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.data_validations.append(
        DataValidation(
            sqref=area,
            allow_blank=True,
            showInputMessage=True,
            promptTitle=title[:_LONGEST_TITLE],
            prompt=text[:_LONGEST_NOTE],
        )
    )
