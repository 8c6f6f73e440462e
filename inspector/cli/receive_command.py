"""`inspector import FILE.inspx`: what another laptop hands on, told by name and taken in whole."""

import argparse
from typing import TYPE_CHECKING

from inspector.cli.passphrases import passphrase_in
from inspector.cli.speaking import say, show_percent
from inspector.translation import tr

if TYPE_CHECKING:
    from inspector.domain.sharing.receipt import Preview
    from inspector.domain.sharing.roster_meeting import Answers
    from inspector.workspace.sharing.receiving import Receiving
    from inspector.workspace.workspace import Workspace


def import_bundle(workspace: "Workspace", options: argparse.Namespace) -> dict[str, object]:
    """Take a bundle in, or only tell it; exits 1 while something is to be answered first.

    Returns what `--json` prints, by the names of resources/docs/command-line.md.
    """
    from inspector.workspace.sharing.receipt_words import (
        counted_lines,
        decided_sentence,
        ended_sentence,
        head_line,
        question_sentence,
        refused_sentence,
        roster_sentence,
        warnings,
    )
    from inspector.workspace.sharing.receiving import Receiving

    receiving = workspace.of(Receiving)
    phrase = passphrase_in(options.passphrase_file) if options.passphrase_file else ""
    halls = _halls(options, workspace)
    preview, answers = _answered(receiving, options, phrase, halls)
    say(head_line(preview))
    for line in warnings(preview):
        say(line)
    for line in counted_lines(preview.lines):
        say(f"  {line}")
    if decided := decided_sentence(preview):
        say(f"  {decided}")
    if roster := roster_sentence(preview.roster):
        say(f"  {roster}")
    for refused in preview.refused:
        say(f"    {refused_sentence(refused)}")
    for question in preview.questions:
        say(question_sentence(question))
    facts = _facts(preview)
    if preview.questions:
        say(tr("--near same takes these for the same, --near new adds them."))
        if not options.dry_run:
            facts["refused"] = [question.title for question in preview.questions]
        return facts
    if options.dry_run:
        return facts
    received, _ = receiving.take_in(
        options.file, answers, phrase, options.trust, show_percent, halls
    )
    say(ended_sentence(received))
    return facts


def _halls(options: argparse.Namespace, workspace: "Workspace") -> tuple[str, ...] | None:
    """Return whose the laptop is said to be; None: nothing is said of it."""
    if options.whose is None:
        return None
    return tuple(workspace.rosters.site_named(name).id for name in options.whose if name != "-")


def _answered(
    receiving: "Receiving",
    options: argparse.Namespace,
    phrase: str,
    halls: tuple[str, ...] | None,
) -> "tuple[Preview, Answers]":
    """Return the preview, with every near name answered as the options say.

    What a site is leads to what its windows are, so it is asked again until nothing is open.
    """
    answers: Answers = {}
    while True:
        preview = receiving.preview(options.file, answers, phrase, show_percent, halls)
        new = {
            (each.kind, each.foreign_id): each.candidates[0][0] if options.near == "same" else ""
            for each in preview.questions
            if options.near and (options.near == "new" or len(each.candidates) == 1)
        }
        if not new:
            return preview, answers
        answers |= new


def _facts(preview: "Preview") -> dict[str, object]:
    counts: dict[str, dict[str, int]] = {}
    for line in preview.lines:
        counts.setdefault(line.fate.value, {})[line.kind.value] = line.count
    sender = preview.manifest.sender
    return {
        "changed": preview.changes_anything,
        "bundle": preview.manifest.id,
        "laptop": sender.id,
        "name": sender.name,
        "code": sender.code,
        "fingerprint": sender.fingerprint,
        "first_contact": preview.is_first,
        "clock_ahead": preview.is_ahead,
        "objects": counts,
        "files": preview.files,
        "for": preview.manifest.scope.aim.value or "group",
        "halls": list(preview.halls),
        "not_taken": [
            {
                "number": each.number,
                "step": each.step.value if each.step else None,
                "title": each.title,
                "reason": each.reason.value,
            }
            for each in preview.refused
        ],
        "decided": preview.decided,
        "clashing": list(preview.clashing),
        "lacking": preview.lacking,
        "questions": [
            {
                "kind": each.kind.value,
                "id": each.foreign_id,
                "title": each.title,
                "candidates": [title for _, title in each.candidates],
            }
            for each in preview.questions
        ],
    }
