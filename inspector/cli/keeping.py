"""`inspector backup`, `restore` and `doctor`: the data folder as a whole."""

import argparse
from datetime import datetime

from inspector.cli.speaking import REFUSED, say, show_percent
from inspector.paths import default_data_folder
from inspector.translation import tr


def backup(options: argparse.Namespace) -> None:
    """Write everything into one file; exits 1 when photos are unsound."""
    from inspector.workspace.backups import full_backup_sentence, write_full_backup

    folder = options.data or default_data_folder()
    unsound = write_full_backup(folder, options.output, datetime.now(), show_percent)
    say(full_backup_sentence(options.output, unsound))
    for name in unsound:
        say(f"  {tr('Missing or changed: {name}', name=name)}")
    if unsound:
        raise SystemExit(REFUSED)


def bring_back(options: argparse.Namespace) -> None:
    """Put a backup in the place of the data folder."""
    from inspector.workspace.restoring import restore, restored_sentence

    folder = options.data or default_data_folder()
    restored = restore(options.source, folder, datetime.now(), show_percent)
    say(restored_sentence(restored))


def doctor(options: argparse.Namespace) -> None:
    """Look the folder over, repair if asked; exits 1 when it is not healthy."""
    from inspector.workspace.doctor import examine, repair
    from inspector.workspace.doctor_words import report_sentence, trouble_sentence

    folder = options.data or default_data_folder()
    now = datetime.now()
    report = examine(folder, now, show_percent)
    if options.repair and report.is_rebuildable:
        count = repair(folder, report, now)
        report = examine(folder, now, show_percent)
        say(tr("{count} things were made anew or put into quarantine.", count=count))
    for remark in report.remarks:
        say(trouble_sentence(remark))
    say(report_sentence(report))
    if not report.is_healthy:
        raise SystemExit(REFUSED)
