"""Why a laptop is refused, or what is said of it, in sentences; `sentences` adds them to others."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.domain.sharing import laptop_errors
from inspector.translation import tr

LAPTOP_SENTENCES: Mapping[type[Exception], Callable[[Any], str]] = {
    laptop_errors.FirstContactError: lambda error: tr(
        "This is the first bundle from “{name}” ({code}). Ask there for the fingerprint, compare"
        " it with {fingerprint}, and confirm the laptop. Nothing was taken in.",
        name=error.name,
        code=error.code,
        fingerprint=error.fingerprint,
    ),
    laptop_errors.ChangedKeyError: lambda error: tr(
        "“{name}” ({code}) signs with another key than before. Known: {known}. Now: {shown}. Ask"
        " there what happened; a laptop whose folder was restored is a new one. Nothing was taken"
        " in.",
        name=error.name,
        code=error.code,
        known=error.known,
        shown=error.shown,
    ),
    laptop_errors.OtherFingerprintError: lambda error: tr(
        "That is not the fingerprint of “{name}”, which is {shown}. It was not confirmed.",
        name=error.name,
        shown=error.shown,
    ),
    laptop_errors.UnknownLaptopError: lambda error: (
        tr("Several laptops go by “{told}”; name the one by its id.", told=error.told)
        if error.many
        else tr("No laptop that is known here goes by “{told}”.", told=error.told)
    ),
    laptop_errors.LaptopNameError: lambda error: tr(
        "The name of a laptop has 1 to {most} characters.", most=error.most
    ),
}
