"""How long the room on the disk, and on the USB drive, will do; and as sentences."""

import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import InspectorError
from inspector.domain.record.room_forecast import Growth, Room, room_left
from inspector.storage.backups.daily_backups import BACKUPS_FOLDER, backups_in
from inspector.storage.backups.growth_measured import growth_of
from inspector.storage.files.folder_layout import DATABASE_FILE
from inspector.translation import tr, tr_count

_YEARS_FROM, _MONTHS_FROM, _LONGEST = 730, 60, 3653
"""Days from which years, and months, are told; and beyond which nobody reckons."""


@dataclass(frozen=True, slots=True)
class Rooms:
    """The room on the disk with the data, and on the USB drive; None where nothing is known."""

    here: Room | None = None
    drive: Room | None = None

    @property
    def is_short(self) -> bool:
        """One of them will be full within half a year."""
        return any(room is not None and room.is_short for room in (self.here, self.drive))


def rooms_of(folder: Path, now: datetime, drive: Path | None = None) -> Rooms:
    """Measure how long the room will do; `drive` is the copy's own folder. Never raises."""
    try:
        growth = growth_of(folder / DATABASE_FILE, folder / BACKUPS_FOLDER, now)
        if growth is None:
            return Rooms()
        here = room_left(shutil.disk_usage(folder).free, growth, holds_data=True)
    except (OSError, ValueError, InspectorError):
        return Rooms()
    return Rooms(here, _of_drive(growth, drive) if drive else None)


def _of_drive(growth: Growth, drive: Path) -> Room | None:
    try:
        free = shutil.disk_usage(drive).free
        copies = drive / BACKUPS_FOLDER
        count = sum(len(backups_in(copies, locked=locked)) for locked in (False, True))
    except (OSError, InspectorError):  # not plugged in
        return None
    return room_left(free, replace(growth, snapshots=count), holds_data=False)


def lasting(days: int) -> str:
    """Return a time from now on in round words: about 3 years."""
    if days > _LONGEST:
        return tr("more than 10 years")
    if days >= _YEARS_FROM:
        return tr_count(round(days / 365.25), "about 1 year", "about {count} years")
    if days >= _MONTHS_FROM:
        return tr_count(round(days / 30.44), "about 1 month", "about {count} months")
    return tr_count(days, "about 1 day", "about {count} days")


def room_sentence(room: Room | None) -> str:
    """Return how long the room on a disk will do, and by what."""
    if room is None or room.days is None:
        return tr("Not to be said before there are two weeks of visits.")
    return tr(
        "Room for {time}: {free} free, {size} come in a month.",
        time=lasting(room.days),
        free=bytes_text(room.free),
        size=bytes_text(room.in_month),
    )


def rooms_sentence(rooms: Rooms) -> str:
    """Return how long the room here will do, and that on the USB drive where there is one."""
    said = room_sentence(rooms.here)
    if rooms.drive is not None and rooms.drive.days is not None:
        said += tr(" The USB drive: {time}.", time=lasting(rooms.drive.days))
    return said


def short_words(rooms: Rooms) -> tuple[str, str]:
    """Return what to say long before a disk is full, in few words and whole; '' if not so."""
    if rooms.here is not None and rooms.here.is_short and rooms.here.days is not None:
        time = lasting(rooms.here.days)
        return tr("Disk full in {time}", time=time), tr(
            "The disk with the data will be full in {time}, as the last months went: make room on"
            " it, or move the data folder to a larger one.",
            time=time,
        )
    if rooms.drive is not None and rooms.drive.is_short and rooms.drive.days is not None:
        time = lasting(rooms.drive.days)
        return tr("USB drive full in {time}", time=time), tr(
            "The USB drive with the copy will be full in {time}, as the last months went: make"
            " room on it, or choose a larger one.",
            time=time,
        )
    return "", ""


def bytes_text(size: int) -> str:
    """Write a number of bytes as a person reads it."""
    if size >= 1_000_000_000:
        return f"{size / 1_000_000_000:.1f} GB"
    return f"{size / 1_000_000:.1f} MB"
