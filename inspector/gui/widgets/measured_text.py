"""What may be typed as a measured value."""

import re
from unicodedata import normalize

from inspector.domain.checklist.points import Hundredths

_NUMBER = re.compile(r"([0-9]{0,5})(?:\.([0-9]{0,2}))?")


def measured_value(text: str) -> Hundredths | None:
    """Read a number from 0 to 99999.99; None when it is no such number.

    Full-width digits are as good as others, and an input method writes 。 for the decimal point.
    """
    plain = normalize("NFKC", text).replace("。", ".").strip()
    match = _NUMBER.fullmatch(plain)
    if match is None or plain in ("", "."):
        return None
    whole, decimals = match.groups(default="")
    return int(whole or "0") * 100 + int(decimals.ljust(2, "0"))
