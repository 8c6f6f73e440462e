"""Opening a bundle from its file, its volumes or behind its passphrase.

Whatever is wrong refuses it whole, with one typed error. Nothing of it is written anywhere but in a
work folder, where a locked one is opened.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from inspector.domain.errors import (
    CannotReadError,
    DamagedBackupError,
    MissingVolumeError,
    NotFoundError,
    WrongPassphraseError,
)
from inspector.domain.sharing.sharing_errors import (
    BundlePassphraseError,
    ChangedMemberError,
    CutBundleError,
    LockedBundleError,
    MissingBundleVolumeError,
    NotABundleError,
    StrangeMemberError,
    SwollenBundleError,
)
from inspector.storage.files.volumes import next_volume, opened_volumes, volumes_written
from inspector.storage.files.whole_files import Progress, unheard
from inspector.storage.files.work_folders import work_folder
from inspector.storage.files.zip_end import members_told
from inspector.storage.locked.guarded_key import opened_key
from inspector.storage.locked.locking import open_locked
from inspector.storage.sharing.bundle_layout import KEY, LOCKED, MOST_MEMBERS
from inspector.storage.sharing.checked_bundle import Bundle

_BEGIN = b"PK\x03\x04"
_LONGEST_KEY = 10_000


@contextmanager
def opened_bundle(
    path: Path, passphrase: str = "", *, work: Path, progress: Progress = unheard
) -> Iterator[Bundle]:
    """Open a bundle, or the one that a volume belongs to, and check everything in it.

    A locked one is opened into a folder below `work` that goes again. `progress` hears bytes; what
    it raises stops it. Raises an error of `domain.sharing.sharing_errors`, NotFoundError,
    CannotReadError; CannotWriteError about `work`.
    """
    with _opened(path) as (stream, first), _archive(stream, first) as archive:
        length, names = _length(stream), set(archive.namelist())
        if not names & {KEY, LOCKED}:
            yield _verified(Bundle(archive, path, length), progress)
            return
        if names != {KEY, LOCKED}:
            raise StrangeMemberError(path, min(names - {KEY, LOCKED}, default=KEY))
        with work_folder(work) as folder:
            own = folder / "bundle"
            _unlock(archive, passphrase, path, own, progress)
            with own.open("rb") as file, _archive(file, path) as inner:
                yield _verified(Bundle(inner, path, _length(file)), progress)


def read_bundle(stream: IO[bytes], path: Path, did: Callable[[int], object]) -> Bundle:
    """Check a bundle that was just written, from its stream; raises as `opened_bundle` does."""
    with _archive(stream, path) as archive:
        bundle = Bundle(archive, path, _length(stream))
        bundle.verify(did)
    return bundle


def _verified(bundle: Bundle, progress: Progress) -> Bundle:
    done, total = 0, sum(size for size, _ in bundle.manifest.members.values())

    def did(size: int) -> None:
        nonlocal done
        done += size
        progress(done, total)

    bundle.verify(did)
    return bundle


@contextmanager
def _opened(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """Open a file, or volumes by any of their names, with the path of one that is there."""
    first = (volumes_written(path) or [path])[0]
    with ExitStack() as stack:
        try:
            stream = stack.enter_context(opened_volumes(first))
        except MissingVolumeError as error:
            raise MissingBundleVolumeError(error.path) from error
        except DamagedBackupError as error:  # a volume is shorter than the others
            raise CutBundleError(error.path) from error
        except FileNotFoundError as error:
            raise NotFoundError(path) from error
        except OSError as error:
            raise CannotReadError(path, error.strerror or str(error)) from error
        yield stream, first


@contextmanager
def _archive(stream: IO[bytes], path: Path) -> Iterator[ZipFile]:
    try:
        told = members_told(stream)
        if told is not None and told > MOST_MEMBERS:
            raise SwollenBundleError(path, f"{told:,}")
        archive = ZipFile(stream)
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise _no_archive(stream, path) from error
    except OSError as error:
        raise CannotReadError(path, error.strerror or str(error)) from error
    with archive:
        yield archive


def _no_archive(
    stream: IO[bytes], path: Path
) -> CutBundleError | MissingBundleVolumeError | NotABundleError:
    stream.seek(0)
    if stream.read(len(_BEGIN)) != _BEGIN:
        return NotABundleError(path)
    if (following := next_volume(path)) is not None:
        return MissingBundleVolumeError(following)  # what an archive ends with is in its last one
    return CutBundleError(path)


def _unlock(
    archive: ZipFile, passphrase: str, path: Path, target: Path, progress: Progress
) -> None:
    if not passphrase:
        raise LockedBundleError(path)
    entry, total, done = archive.getinfo(KEY), archive.getinfo(LOCKED).file_size, 0

    def did(size: int) -> None:
        nonlocal done
        done += size
        progress(min(done, total), total)

    try:
        with archive.open(entry) as stream:
            guarded = stream.read(_LONGEST_KEY).decode()
        identity = opened_key(guarded, passphrase, path, progress)
        with archive.open(LOCKED) as locked, target.open("xb") as sink:
            open_locked(locked, sink, identity, path, did)
    except WrongPassphraseError as error:
        raise BundlePassphraseError(path) from error
    except (DamagedBackupError, BadZipFile, UnicodeDecodeError, RuntimeError) as error:
        raise ChangedMemberError(path, LOCKED) from error


def _length(stream: IO[bytes]) -> int:
    return stream.seek(0, io.SEEK_END)
