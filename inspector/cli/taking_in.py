"""`inspector import`: rosters, returned ledgers and slips, packs, holidays, survey results,
bundles of other laptops."""

import argparse
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, TypeAlias

from inspector.cli.checking import say_conversion, say_how_read
from inspector.cli.folder import is_there, opened
from inspector.cli.receive_command import import_bundle
from inspector.cli.speaking import REFUSED, UsageError, say, say_json
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace

_Facts: TypeAlias = dict[str, object]


def take_in(options: argparse.Namespace) -> None:
    """Take in a file or folder, whatever it is; exits 1 when rows were refused."""
    if not options.json:
        facts = _take_in_anywhere(options)
    else:
        with redirect_stdout(StringIO()) as heard:  # what is said is one of the facts
            facts = _take_in_anywhere(options)
        own = {"file": str(options.file), "dry_run": options.dry_run}
        say_json({**own, **facts, "lines": heard.getvalue().splitlines()})
    if facts.get("refused"):
        raise SystemExit(REFUSED)


def _take_in_anywhere(options: argparse.Namespace) -> _Facts:
    """Take a file in; where there is no data folder yet, only what changes something makes one."""
    if not options.dry_run and not is_there(options):
        looking = argparse.Namespace(**{**vars(options), "dry_run": True})
        with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as refused:
            facts = _take_in(looking)
        if not facts["changed"]:
            print(refused.getvalue(), end="", file=sys.stderr, flush=True)
            print(said.getvalue(), end="")
            return facts
    return _take_in(options)


def _take_in(options: argparse.Namespace) -> _Facts:
    """Take a file in and say so; return the same by the names of resources/docs/command-line.md."""
    from inspector.domain.visit.roster_event import RosterIntake
    from inspector.storage.database.read_only_opening import require_there
    from inspector.workspace.file_kinds import FileKind, kind_of
    from inspector.workspace.roster.roster_sentences import roster_sentences

    require_there(options.file)
    with opened(options) as workspace:
        kind = kind_of(options.file)
        if options.move_deadlines and kind is not FileKind.HOLIDAYS:
            raise UsageError(tr("--move-deadlines goes with the holidays of a year only."))
        if options.deduct and kind not in (FileKind.CHECKLIST, FileKind.FOLDER):
            raise UsageError(tr("--deduct goes with a pack only."))
        if kind is not FileKind.BUNDLE and (options.trust or options.near or options.whose):
            raise UsageError(tr("--trust and --near go with a bundle of another laptop only."))
        take = {
            FileKind.BUNDLE: import_bundle,
            FileKind.HOLIDAYS: _import_holidays,
            FileKind.CHECKLIST: _import_pack,
            FileKind.FOLDER: _import_pack,  # whose refusal says what is missing
            FileKind.RETURNED: _import_returned,
            FileKind.INSPECTORS: _import_inspectors,
            FileKind.SURVEY: _import_survey,
            FileKind.PLAN: _import_plan,
            FileKind.COMPLAINTS: _import_complaints,
        }.get(kind)
        if take is not None:
            if options.replace:
                raise UsageError(tr("--replace goes with a roster only."))
            return {"kind": kind.name.lower(), **take(workspace, options)}
        intake = RosterIntake.REPLACE if options.replace else RosterIntake.MERGE
        preview = workspace.rosters.preview(options.file, intake)
        if not options.dry_run:
            workspace.rosters.take_in(preview)
        for line in roster_sentences(preview, workspace.packs.kind_title):
            say(line)
        return {
            "kind": "roster",
            "changed": preview.changes_anything,
            "new_sites": preview.new_sites,
            "new_windows": preview.new_windows,
            "changed_windows": preview.changed_windows,
            "unchanged_windows": preview.unchanged_windows,
        }


def _import_holidays(workspace: "Workspace", options: argparse.Namespace) -> _Facts:
    """Take in a year's holidays; tell which deadlines move, and move them only if asked."""
    from inspector.workspace.findings.arrangement_words import (
        arrangement_sentence,
        moved_sentence,
        recount_reason,
    )

    arrangement = workspace.holidays.read(options.file)
    preview = workspace.arrangements.preview(arrangement, options.file.name)
    if not options.dry_run:
        workspace.arrangements.take_in(
            preview, recount_reason(arrangement.year), recount=options.move_deadlines
        )
    say(arrangement_sentence(preview))
    for moved in preview.moved:
        say(f"  {moved_sentence(moved)}")
    if preview.moved and not options.move_deadlines:
        say(tr("They stay as they are; --move-deadlines moves them."))
    elif preview.moved and not options.dry_run:
        say(tr_count(len(preview.moved), "1 deadline moved", "{count} deadlines moved"))
    return {
        "changed": preview.is_new,
        "year": arrangement.year,
        "moved": [
            {"number": each.finding.number, "deadline": each.deadline.isoformat()}
            for each in preview.moved
        ],
    }


def _import_inspectors(workspace: "Workspace", options: argparse.Namespace) -> _Facts:
    """Take in a list of inspectors; whoever is not in it stays."""
    from inspector.workspace.inspectors.inspector_words import inspector_sentences

    preview = workspace.inspectors.preview(options.file)
    if not options.dry_run:
        workspace.inspectors.take_in(preview)
    for line in inspector_sentences(preview):
        say(line)
    new = sum(each.before is None for each in preview.changes)
    return {
        "changed": preview.changes_anything,
        "new": new,
        "changed_inspectors": len(preview.changes) - new,
        "unchanged": len(preview.sheet.rows) - len(preview.changes),
    }


def _import_returned(workspace: "Workspace", options: argparse.Namespace) -> _Facts:
    """Take in what is right of a ledger or slip; tell the rest on standard error."""
    from inspector.workspace.findings.returned_words import refused_sentences, returned_sentences

    returned = workspace.returned
    preview = returned.preview(returned.read(options.file))
    if not options.dry_run:
        returned.take_in(preview)
    say(tr("{file}: this is a returned ledger or slip", file=options.file))
    refused = refused_sentences(preview)
    if refused:  # what contradicts comes first
        sys.stdout.flush()
        print(tr("Not imported:"), file=sys.stderr)
        for line in refused:
            print(f"  {line}", file=sys.stderr, flush=True)
    for line in returned_sentences(preview):
        say(f"  {line}")
    return {
        "changed": bool(preview.changes),
        "refused": refused,
        "rows": [
            {
                "number": judged.row.number,
                "place": judged.row.place,
                "fate": judged.fate.value,
                "text": judged.row.progress,
                "done_on": judged.row.done_on and judged.row.done_on.isoformat(),
                "photos": len(judged.pictures),
            }
            for judged in preview.rows
        ],
    }


def _import_complaints(workspace: "Workspace", options: argparse.Namespace) -> _Facts:
    """Take in what units wrote about complaints; tell the rest on standard error."""
    from inspector.workspace.complaints.complaint_intake_words import intake_lines, refused_lines

    intake = workspace.complaint_intake
    preview = intake.preview(options.file)
    if not options.dry_run:
        intake.take_in(preview)
    refused = refused_lines(preview)
    if refused:  # what contradicts comes first
        sys.stdout.flush()
        print(tr("Not imported:"), file=sys.stderr)
        for line in refused:
            print(f"  {line}", file=sys.stderr, flush=True)
    for line in intake_lines(preview):
        say(line)
    return {
        "changed": any(row.fate.value == "taken" for row in preview.rows),
        "refused": refused,
        "rows": [{"number": each.row.number, "fate": each.fate.value} for each in preview.rows],
    }


def _import_survey(workspace: "Workspace", options: argparse.Namespace) -> _Facts:
    """Take in results of a survey; rows that are known change nothing."""
    from inspector.workspace.surveys.intake_words import intake_sentences

    intake = workspace.survey_intake
    preview = intake.preview(options.file)
    if not options.dry_run:
        intake.take_in(preview)
    for line in intake_sentences(preview):
        say(line)
    return {
        "changed": bool(preview.new),
        "new_sheets": len(preview.new),
        "known_sheets": preview.known,
        "alike_sheets": preview.alike,
        "unread_columns": list(preview.unread),
    }


def _import_plan(workspace: "Workspace", options: argparse.Namespace) -> _Facts:
    """Take in a plan: another version of the one of that name, or a new one."""
    from inspector.workspace.plans.plan_words import preview_sentences

    preview = workspace.plan_intake.preview(options.file)
    if not options.dry_run:
        workspace.plan_intake.take_in(preview)
    for line in preview_sentences(preview):
        say(line)
    return {
        "changed": preview.changes_anything,
        "name": preview.draft.name,
        "new": preview.before is None,
        "sites": len(preview.draft.sites),
        "wanted": sum(site.visits for site in preview.draft.sites),
    }


def _import_pack(workspace: "Workspace", options: argparse.Namespace) -> _Facts:
    from inspector.workspace.packs.override_sentences import would_be_lost_text
    from inspector.workspace.packs.pack_difference_words import difference_sentence
    from inspector.workspace.packs.pack_file import is_it_new

    preview = workspace.packs.preview(options.file)
    if options.deduct:
        preview = workspace.packs.propose(say_conversion(preview.pack), preview.source)
    pack = preview.pack
    if not options.dry_run and preview.changes_anything:
        workspace.packs.take_in(pack)
    say(tr("Checklist {title} {version}", title=pack.title, version=pack.version))
    if preview.source is not None:
        say_how_read(preview.source)
    if preview.renamed:
        assert preview.current is not None
        say(f"  {is_it_new(preview.current, pack)}")
    for lost in workspace.overrides.lost_with(pack, preview.current):
        say(f"  {would_be_lost_text(lost)}")
    if not preview.changes_anything:
        say(tr("Everything is as it was."))
    for difference in preview.differences:
        say(f"  {difference_sentence(difference, preview.current, pack)}")
    return {
        "changed": preview.changes_anything,
        "id": pack.id,
        "title": pack.title,
        "version": pack.version,
        "differences": [
            {
                "change": each.change.value,
                "item": each.subject,
                "key": each.key,
                "before": each.before,
                "after": each.after,
            }
            for each in preview.differences
        ],
    }
