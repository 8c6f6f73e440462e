"""Why something between laptops is refused; each bears the facts that its sentence needs."""

from pathlib import Path

from inspector.domain.errors import InspectorError


class _BundleError(InspectorError):
    """A bundle is refused whole: nothing of it was taken in, and nothing was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class NotABundleError(_BundleError):
    """The file is no bundle of this program, or not even the beginning of one."""


class CutBundleError(_BundleError):
    """The file begins like a bundle and does not end like one: it was not copied whole."""


class NewerBundleError(_BundleError):
    """A newer version of the program wrote it."""


class BundleSignatureError(_BundleError):
    """What it says of itself is not what its laptop signed."""


class LockedBundleError(_BundleError):
    """It is locked, and no passphrase was given."""


class BundlePassphraseError(_BundleError):
    """The passphrase does not open it."""


class MissingBundleVolumeError(_BundleError):
    """The bundle is in several files, and this one of them is not there."""


class _MemberError(_BundleError):
    """Something is wrong with one file `name` in a bundle."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(path)
        self.args = (path, name)
        self.name = name


class ChangedMemberError(_MemberError):
    """A file in it is not what was signed for."""


class MissingMemberError(_MemberError):
    """A file that was signed for is not in it."""


class StrangeMemberError(_MemberError):
    """A file is in it that nobody signed for, or under a name that leads elsewhere."""


class SwollenBundleError(_MemberError):
    """A file in it would become far more than a bundle can need."""


class NothingToShareError(InspectorError):
    """Nothing that could travel is in the chosen part of the folder, or nothing new."""


class SeveralNumberedError(InspectorError):
    """Several findings, or complaints, have a number: two laptops gave it; `places` are theirs."""

    def __init__(self, number: str, places: tuple[str, ...]) -> None:
        super().__init__(number, places)
        self.number = number
        self.places = places


class UnplacedError(InspectorError):
    """What came is nearly something on the roster here: a person has to say which, `titles`."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__(titles)
        self.titles = titles


class HallStepError(InspectorError):
    """A hall's laptop takes no such step of a finding that others found: `step` is its kind."""

    def __init__(self, number: str, step: str) -> None:
        super().__init__(number, step)
        self.number = number
        self.step = step


class HallDeadlineError(InspectorError):
    """A hall cannot put off the deadline of a finding that others found, only ask for more time."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NothingAskedForError(InspectorError):
    """No more time is asked for of a finding, or not any longer: there is nothing to grant."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class WhoseLaptopError(_BundleError):
    """It came back from a hall, and nobody has said from which one."""


class UnfitObjectError(_BundleError):
    """Its laptop signed it, and yet something in it is nothing that can be taken in."""
