"""`inspector check`: packs and rosters, every problem with its place."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.cli.folder import opened
from inspector.cli.speaking import REFUSED, UsageError, explain, say, say_table
from inspector.domain.errors import InspectorError
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from inspector.domain.checklist.checklist import Pack
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
    if os.path.isfile(path) and kind_of(path) is FileKind.INSPECTORS:
        _check_inspectors(options, path)
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
    if options.deduct:
        say_conversion(pack)
    else:
        say_table(mistake_heads(), mistake_rows(pack))


def say_conversion(pack: "Pack") -> "Pack":
    """Say what direct deduction changes; return the pack that it makes.

    Raises NotBroughtOverError where the checker would refuse it.
    """
    from inspector.workspace.packs.conversion import (
        conversion_of,
        converts,
        cost_heads,
        cost_rows,
        mistakes_compared,
    )
    from inspector.workspace.packs.mistake_words import mistake_heads

    if not converts(pack):
        raise UsageError(tr("“{title}” deducts directly already.", title=pack.title))
    conversion = conversion_of(pack)
    say_table(cost_heads(), cost_rows(conversion))
    say_table(mistake_heads(), mistakes_compared(conversion))
    return conversion.after


def _check_roster(options: argparse.Namespace, path: Path) -> None:
    from inspector.workspace.roster.roster_sentences import roster_sentences

    say(tr("{file}: this is a roster", file=path))
    with opened(options) as workspace:
        for line in roster_sentences(workspace.rosters.preview(path), workspace.packs.kind_title):
            say(f"  {line}")
    say(tr("  no problems"))


def _check_inspectors(options: argparse.Namespace, path: Path) -> None:
    from inspector.workspace.inspectors.inspector_words import inspector_sentences

    say(tr("{file}: this is a list of inspectors", file=path))
    with opened(options) as workspace:
        for line in inspector_sentences(workspace.inspectors.preview(path)):
            say(f"  {line}")
    say(tr("  no problems"))


def say_how_read(file: "PackFile") -> None:
    """Say what a pack's file leaves open, the numbers new items were given, what was not read."""
    from inspector.workspace.packs.pack_file import (
        given_numbers,
        not_read,
        taken_for,
        unasked_weight,
    )

    own = (unasked_weight(file.pack), given_numbers(file), not_read(file))
    for said in (*taken_for(file), *own):
        if said:
            say(f"  {said}")
