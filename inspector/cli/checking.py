"""`inspector check`: packs and rosters, every problem with its place."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.folder import opened
from inspector.cli.speaking import REFUSED, explain, say, say_table
from inspector.domain.errors import InspectorError
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from inspector.workspace.packs.pack_file import PackFile


def check(options: argparse.Namespace) -> None:
    """Check every path; exits 1 when one has a problem."""
    from inspector.storage.packs.pack_files import HEAD_FILE, pack_folders

    refused: list[InspectorError] = []
    for path in options.paths:
        is_pack = os.path.exists(path / HEAD_FILE)  # whatever lies in folders below it
        for source in [path] if is_pack else pack_folders(path) or [path]:
            try:
                _check_one(options, source)
            except InspectorError as error:
                refused.append(error)
                explain(error, checking=True)
    if refused:
        raise SystemExit(REFUSED)


def _check_one(options: argparse.Namespace, path: Path) -> None:
    from inspector.workspace.file_kinds import FileKind, kind_of
    from inspector.workspace.packs.mistake_words import mistake_heads, mistake_rows
    from inspector.workspace.packs.pack_file import read_pack_file

    if os.path.isfile(path) and kind_of(path) is FileKind.ROSTER:
        _check_roster(options, path)
        return
    file = read_pack_file(path)
    pack, count = file.pack, sum(1 for _ in file.pack.items())
    say(
        tr_count(
            count,
            "{folder}: {title} {version}, 1 item, no problems",
            "{folder}: {title} {version}, {count} items, no problems",
            folder=path,
            title=pack.title,
            version=pack.version,
        )
    )
    say_how_read(file)
    say_table(mistake_heads(), mistake_rows(pack))


def _check_roster(options: argparse.Namespace, path: Path) -> None:
    from inspector.workspace.roster.roster_sentences import roster_sentences

    say(tr("{file}: this is a roster", file=path))
    with opened(options) as workspace:
        for line in roster_sentences(workspace.rosters.preview(path)):
            say(f"  {line}")
    say(tr("  no problems"))


def say_how_read(file: "PackFile") -> None:
    """Say which numbers new items of a pack's file were given, and what was not read."""
    from inspector.workspace.packs.pack_file import given_numbers, not_read

    for said in (given_numbers(file), not_read(file)):
        if said:
            say(f"  {said}")
