"""What an administrator has ruled for every user of this computer, in `inspector.policy.toml`.

It lies where users cannot write (`paths.policy_files`). It fixes or takes away; what it says
nothing of is the user's. A file that cannot be understood counts as the strictest one: names stay
off paper, nothing goes to a USB drive and nothing is shared, as it may have been written to say
just that.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import RuledError
from inspector.paths import policy_files
from inspector.translation import mark

EXPORT_FOLDER, NAMES, USB_COPY = "export_folder", "names_on_papers", "usb_copy"
SHARING, SHARING_FOLDER = "sharing", "sharing_folder"
ALLOWED, LOCKED, OFF = "allowed", "locked", "off"
"""Of the USB copy and of sharing: as the user likes, only with a passphrase, none."""

KEYS = (EXPORT_FOLDER, NAMES, USB_COPY, SHARING, SHARING_FOLDER)

_FOLDERS = (EXPORT_FOLDER, SHARING_FOLDER)
_CHOICES = (USB_COPY, SHARING)

_LONGEST = 100_000


@dataclass(frozen=True, slots=True)
class PolicyFault:
    """What is wrong with the file: `says` is put into words when it is told. Lines from 1."""

    says: str
    line: int = 1
    key: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """What is ruled; `path` is the file that rules, `fault` why it could not be understood.

    `export_folder`: files for others are written there and below only, bundles for other laptops
    into `sharing_folder` where one is named. `names_on_papers`: None is the user's choice.
    """

    path: Path | None = None
    fault: PolicyFault | None = None
    export_folder: Path | None = None
    names_on_papers: bool | None = None
    usb_copy: str = ALLOWED
    sharing: str = ALLOWED
    sharing_folder: Path | None = None

    def require_target(self, target: Path) -> None:
        """Raise RuledError for a place outside the folder that exports go into."""
        _require_below(target, self.export_folder, EXPORT_FOLDER)

    def require_sharing(self, target: Path, *, is_locked: bool) -> None:
        """Raise RuledError for a bundle that may not be written, or not there, or not open."""
        if self.sharing == OFF or (self.sharing == LOCKED and not is_locked):
            raise RuledError(SHARING, self.sharing)
        if self.sharing_folder is not None:
            _require_below(target, self.sharing_folder, SHARING_FOLDER)
        else:
            self.require_target(target)

    def allows_usb_copy(self, is_locked: bool) -> bool:
        """Tell whether a second copy may be made: none, or only one that is locked."""
        return self.usb_copy == ALLOWED or (self.usb_copy == LOCKED and is_locked)


def _require_below(target: Path, folder: Path | None, key: str) -> None:
    if folder is None:
        return
    if not target.absolute().resolve().is_relative_to(folder.resolve()):
        raise RuledError(key, str(folder))


def policy_here() -> Policy:
    """Return what is ruled on this computer."""
    return read_policy(policy_files())


def read_policy(places: tuple[Path, ...]) -> Policy:
    """Return what the first file that is there rules; none rules nothing."""
    for path in places:
        try:
            with path.open("rb") as file:
                content = file.read(_LONGEST)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError:
            return _strictest(path, PolicyFault(mark("it cannot be read")))
        return _understood(path, content)
    return Policy()


def _understood(path: Path, content: bytes) -> Policy:
    import tomllib  # no start without such a file waits for it

    try:
        text = content.decode("utf-8-sig")
        read = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r"at line (\d+)", str(error))
        return _strictest(path, PolicyFault(mark("this is no TOML"), int(found[1]) if found else 1))
    for key, value in read.items():
        if said := _wrong(key, value):
            return _strictest(path, PolicyFault(said, _line(text, key), key))
    folder, other = (Path(read[key]) if key in read else None for key in _FOLDERS)
    usb, sharing = (read.get(key, ALLOWED) for key in _CHOICES)
    return Policy(path, None, folder, read.get(NAMES), usb, sharing, other)


def _wrong(key: str, value: object) -> str:
    """Return what is wrong with an entry; '' when nothing is."""
    if key not in KEYS:
        return mark("“{key}” is nothing that can be ruled; {keys} are")
    if key in _FOLDERS and not (isinstance(value, str) and Path(value).is_absolute()):
        return mark("{key} wants a whole path in quotes")
    if key == NAMES and not isinstance(value, bool):
        return mark("{key} wants true or false")
    if key in _CHOICES and value not in (ALLOWED, LOCKED, OFF):
        return mark("{key} wants “allowed”, “locked” or “off”")
    return ""


def _line(text: str, key: str) -> int:
    """Return the line that an entry, or its table, begins in."""
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=\].]", line):
            return number
    return 1


def _strictest(path: Path, fault: PolicyFault) -> Policy:
    return Policy(path, fault, None, False, OFF, OFF)
