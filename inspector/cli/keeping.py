"""`inspector backup`, `restore`, `doctor` and `verify`: the data folder as a whole."""

import argparse
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.passphrases import with_passphrase
from inspector.cli.speaking import REFUSED, UsageError, say, say_json, show_percent
from inspector.paths import default_data_folder
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.workspace.keeping.doctor import Report


def backup(options: argparse.Namespace) -> None:
    """Write everything into one file; exits 1 when photos are unsound."""
    from inspector.storage.files.volumes import volumes_written
    from inspector.workspace.keeping.backups import full_backup_sentence, write_full_backup
    from inspector.workspace.papers.recent_papers import remember_written

    folder = options.data or default_data_folder()
    unsound = write_full_backup(folder, options.output, datetime.now(), show_percent)
    remember_written(folder, volumes_written(options.output)[:1])
    say(full_backup_sentence(options.output, unsound))
    _say_room(folder)
    for name in unsound:
        say(f"  {tr('Missing or changed: {name}', name=name)}")
    if unsound:
        raise SystemExit(REFUSED)


def bring_back(options: argparse.Namespace) -> None:
    """Put a backup in the place of the data folder."""
    from inspector.workspace.keeping.restore_from_backup import restore, restored_sentence

    folder = options.data or default_data_folder()
    restored = with_passphrase(
        options,
        lambda passphrase: restore(
            options.source, folder, datetime.now(), show_percent, passphrase
        ),
    )
    say(restored_sentence(restored))


def doctor(options: argparse.Namespace) -> None:
    """Look the folder over, repair if asked; exits 1 when it is not healthy."""
    from inspector.workspace.keeping.doctor import examine, repair
    from inspector.workspace.keeping.doctor_words import report_sentence, trouble_sentence
    from inspector.workspace.policy.policy import policy_here
    from inspector.workspace.policy.ruling_words import policy_sentences

    folder = options.data or default_data_folder()
    now = datetime.now()
    report, mended = examine(folder, now, show_percent), 0
    if options.repair and report.is_rebuildable:
        mended = repair(folder, report, now)
        report = examine(folder, now, show_percent)
    if options.json:
        say_json(_facts(report, mended))
    else:
        if mended:
            say(tr("{count} things were made anew or put into quarantine.", count=mended))
        for remark in report.remarks:
            say(trouble_sentence(remark))
        say(report_sentence(report))
        if report.head:
            say(tr("Newest code: {code}", code=report.head))
        _say_room(folder)
        for line in policy_sentences(policy_here()):
            say(line)
    if not report.is_healthy:
        raise SystemExit(REFUSED)


def _say_room(folder: Path) -> None:
    """Say how long the room will do here and on the USB drive, as the window does, if known."""
    from inspector.workspace.keeping.backups import rooms_with_drive
    from inspector.workspace.keeping.room_words import rooms_sentence, short_words

    rooms = rooms_with_drive(folder, datetime.now())
    if rooms.here is not None:
        say(rooms_sentence(rooms))
        if short := short_words(rooms)[1]:
            say(short)


def _facts(report: "Report", mended: int) -> dict[str, object]:
    """Return what the doctor found, by the names that stand in resources/docs/command-line.md."""
    from inspector.workspace.keeping.doctor_words import trouble_sentence

    return {
        "sound": report.is_healthy,
        "visits": report.visits,
        "files": report.files,
        "code": report.head or None,
        "mended": mended,
        "policy": _policy_facts(),
        "erasures": report.erasures,
        "remarks": [
            {
                "trouble": remark.trouble.name.lower(),
                "is_fault": remark.trouble.is_fault,
                "place": remark.place,
                "owner": remark.owner,
                "text": trouble_sentence(remark),
            }
            for remark in report.remarks
        ],
    }


def _policy_facts() -> dict[str, object] | None:
    from inspector.workspace.policy.policy import policy_here
    from inspector.workspace.policy.ruling_words import faulty_sentence

    ruled = policy_here()
    if ruled.path is None:
        return None
    return {
        "file": str(ruled.path),
        "fault": faulty_sentence(ruled) if ruled.fault else None,
        "export_folder": str(ruled.export_folder) if ruled.export_folder else None,
        "names_on_papers": ruled.names_on_papers,
        "usb_copy": ruled.usb_copy,
        "sharing": ruled.sharing,
        "sharing_folder": str(ruled.sharing_folder) if ruled.sharing_folder else None,
    }


def verify(options: argparse.Namespace) -> None:
    """Tell whether the folder holds what a code or a backup tells, or an archive what it says.

    Exits 1 when it does not.
    """
    from inspector.domain.record.journal import code_in
    from inspector.storage.archives.bag_reading import is_bag
    from inspector.workspace.keeping.verifying import verify_backup, verify_code
    from inspector.workspace.keeping.verifying_words import (
        difference_sentences,
        in_part_lines,
        verified_sentence,
    )

    folder = options.data or default_data_folder()
    told = code_in(options.told)
    if told is None and not os.path.exists(options.told):
        raise UsageError(
            tr("“{text}” is no code of a paper, nor a file or folder", text=options.told)
        )
    if told is None and is_bag(Path(options.told)):
        _verify_archive(Path(options.told))
        return
    verified = (
        verify_code(folder, *told)
        if told
        else with_passphrase(
            options, lambda passphrase: verify_backup(folder, Path(options.told), passphrase)
        )
    )
    say(verified_sentence(verified))
    for line in (*difference_sentences(verified), *in_part_lines(verified)):
        say(f"  {line}")
    if not verified.holds:
        raise SystemExit(REFUSED)


def _verify_archive(path: Path) -> None:
    from inspector.workspace.archive.archive_sentences import flaw_sentences, verified_sentence
    from inspector.workspace.archive.archive_verifying import verify_archive

    verified = verify_archive(path, show_percent)
    say(verified_sentence(verified))
    for line in flaw_sentences(verified):
        say(f"  {line}")
    if not verified.holds:
        raise SystemExit(REFUSED)
