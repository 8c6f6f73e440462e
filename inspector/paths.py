"""Where things live: what ships with the program and what the user owns.

The only module that knows the difference between a source tree, a wheel and a frozen bundle.
"""

import errno
import os
import stat
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_bundled"  # filled by the wheel, see pyproject.toml

PORTABLE_MARKER = "portable"
"""The file beside the launcher of an assembled program that lets the data lie beside it, too."""

NOT_A_FILE = "not an ordinary file"
"""The reason why a pipe or a device is not read."""


def _shipped(name: str) -> Path:
    bundled = _BUNDLED / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name


def checklists_folder() -> Path:
    """The packs that ship with the program."""
    return _shipped("checklists")


def resources_folder() -> Path:
    """Icons, message catalogues, holidays and the handbook."""
    return _shipped("resources")


def catalogues_folder() -> Path:
    """The message catalogues, in gettext's layout."""
    return resources_folder() / "locale"


def handbook_folder() -> Path:
    """The handbook: a folder of chapters for each language, and pictures."""
    return resources_folder() / "handbook"


def holidays_folder() -> Path:
    """The days off and make-up workdays that ship, by year."""
    return resources_folder() / "holidays"


def program_folder() -> Path | None:
    """The folder of an assembled program, with its own Python in it; None of any other."""
    site = _PACKAGE.parent
    is_assembled = site.name == "site" and (site.parent / "python").is_dir()
    return site.parent if is_assembled else None


def portable_folder() -> Path | None:
    """The folder of an assembled program that keeps its data beside itself, as on a USB stick."""
    folder = program_folder()
    return folder if folder and (folder / PORTABLE_MARKER).is_file() else None


def licences_folder() -> Path | None:
    """The licences of what is inside an assembled program; another has them where it has them."""
    folder = program_folder()
    return folder / "licences" if folder and (folder / "licences").is_dir() else None


def default_data_folder() -> Path:
    """The data folder when `--data` names none."""
    if folder := portable_folder():
        return folder / "data"
    from platformdirs import user_data_path

    return user_data_path("inspector", appauthor=False, roaming=False)


def refuse_special(path: Path) -> None:
    """Raise OSError for a pipe or a device, which one would wait for, or never reach the end of.

    Opening says itself what is wrong with a folder.
    """
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, NOT_A_FILE)


def is_there(path: Path) -> bool:
    """Tell whether something lies at a path; raises OSError where one may not look.

    What lies in another user's private folder is not missing, and is not said to be.
    """
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a zero in the name
        return False
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.ELOOP):
            return False
        raise
    return True


def make_private_folder(folder: Path, *, parents: bool = True) -> None:
    """Create `folder`, with its parents if they may be made; on POSIX only the user may enter it.

    A folder that holds something already may be one that others use, and stays as it is.
    """
    folder.mkdir(parents=parents, exist_ok=True)
    # Windows: the profile's own access list already says so.
    if sys.platform != "win32" and not any(folder.iterdir()):
        os.chmod(folder, 0o700)


def open_private(path: str, flags: int) -> int:
    """Open a file as `open` does; one that is made now only the user may read.

    To be handed to `open` as its `opener`.
    """
    return os.open(path, flags, 0o600)


def policy_files() -> tuple[Path, ...]:
    """Where an administrator's file may lie, the first that is there holds.

    In a place of the system that users cannot write to, and beside the launcher: above the Python
    of an assembled program.
    """
    name = "inspector.policy.toml"
    if sys.platform == "win32":
        system = Path(os.environ.get("PROGRAMDATA") or r"C:\ProgramData") / "inspector"
    elif sys.platform == "darwin":
        system = Path("/Library/Application Support/inspector")
    else:
        system = Path("/etc/inspector")
    return system / name, Path(sys.prefix).parent / name


def laptop_folders() -> list[Path]:
    """Where the code of this laptop is kept, the best one first; never the usual data folder."""
    first, *others = recovery_folders()
    own = first / "laptop" if sys.platform == "linux" else first.with_name("inspector-laptop")
    return [own, *(folder / "laptop" for folder in others)]


def recovery_folders() -> list[Path]:
    """Where a few kilobytes are kept when the data folder takes none; the best one first.

    The second one is in memory, on Linux: it outlives the program, and not the power. Looked for
    at every start, so without the library that knows every system.
    """
    if sys.platform == "win32":
        return [Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "inspector"]
    if sys.platform == "darwin":
        return [Path.home() / "Library" / "Application Support" / "inspector"]
    state = os.environ.get("XDG_STATE_HOME", "")
    folders = [(Path(state) if state else Path.home() / ".local" / "state") / "inspector"]
    in_memory = os.environ.get("XDG_RUNTIME_DIR", "")
    if in_memory and Path(in_memory).is_dir():
        folders.append(Path(in_memory) / "inspector")
    return folders
