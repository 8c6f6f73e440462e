"""What a clerk who backs up has left at any instant: whole, or nothing that claims to be."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from inspector.domain.errors import InspectorError
from inspector.storage.backups.backup_file import opened_backup_file, read_part
from inspector.storage.backups.daily_backups import backups_in
from inspector.storage.backups.packed_snapshot import snapshot_problems
from inspector.storage.backups.second_target import SecondTarget
from inspector.storage.files.volumes import volumes_written

LIMIT = 150_000
"""Bytes of a volume."""

ID = "0123abcd"
"""By which the second copy is known."""

_FIRST = datetime(2026, 11, 29, 0, 0, 1)


def moment_of(number: int) -> datetime:
    """When the backup of a number is made: all of one day, so that each stays."""
    return _FIRST + timedelta(seconds=number)


def lost(what: str, folder: Path, place: Path, made: range) -> list[str]:
    """Return what is wrong with what lies there; the numbers of `made` were told of as made.

    What lies there of the one after them is whole, or refused by an error of ours.
    """
    if what == "file":
        for _ in _faults_of(place / f"all-{made.stop}.zip"):
            pass  # what is not told of may be half there
        return [fault for number in made for fault in _faults_of(place / f"all-{number}.zip")]
    wanted = {moment_of(number) for number in made}
    faults = []
    for backups in (folder / "backups", SecondTarget(place, ID).home / "backups"):
        there = backups_in(backups)
        faults += [f"{moment} is gone" for moment in wanted - {each.moment for each in there}]
        for each in there:
            if made.start <= (each.moment - _FIRST).seconds:  # those before were looked at
                faults += [f"{each.path}: {why}" for why in snapshot_problems(each.path)]
    return faults


def _faults_of(target: Path) -> Iterator[str]:
    files = volumes_written(target)
    if not files:
        yield f"{target} is gone"
        return
    try:
        with opened_backup_file(files[0]) as (archive, manifest):
            for part in manifest.parts:
                for _ in read_part(archive, part, target):
                    pass
    except InspectorError as error:
        yield f"{target}: {error!r}"


def is_packing(folder: Path, place: Path) -> bool:
    """Tell whether something was half-written where it is to be put."""
    home = SecondTarget(place, ID).home
    with suppress(OSError):
        return any(
            path.stat().st_size
            for at in (folder / "backups", home / "backups", *place.glob(".inspector-work-*"))
            for path in at.glob(".*.tmp")
        )
    return False
