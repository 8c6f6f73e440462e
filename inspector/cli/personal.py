"""`inspector person` and `erase`: what is kept of people, and its lawful erasure."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

from inspector.cli.folder import opened
from inspector.cli.speaking import say, say_json
from inspector.translation import tr, tr_count

if TYPE_CHECKING:
    from inspector.workspace.personal.held import Held
    from inspector.workspace.workspace import Workspace


def person(options: argparse.Namespace) -> None:
    """Say everything that names a person, or write it."""
    from inspector.workspace.papers.recent_papers import remember_written
    from inspector.workspace.personal.extract import ExtractPapers

    with opened(options) as workspace:
        held = workspace.erasures.held(options.name, options.whose)
        if options.json:
            say_json(_facts(held))
        else:
            _tell(held)
        if options.output is not None:
            workspace.of(ExtractPapers).write(options.output, held)
            remember_written(workspace.folder, [options.output])
            say(tr("Written: {path}", path=options.output))


def erase(options: argparse.Namespace) -> None:
    """Erase what is asked for, or only say what that would be."""
    from inspector.workspace.personal.personal_words import (
        copies_sentence,
        due_erased_sentences,
        due_lines,
        due_sentence,
        set_aside_lines,
    )
    from inspector.workspace.preferences import FILLED_BY

    with opened(options) as workspace:
        erasures, today = workspace.erasures, workspace.now().date()
        by = options.by or workspace.preferences.get(FILLED_BY)
        due = erasures.due(today) if options.due else None
        if due is not None:
            say(due_sentence(due))
            for line in due_lines(due):
                say(f"  {line}")
        if options.dry_run:
            _preview(workspace, options)
            return
        if due is not None:
            erasures.require_due(due)
            for sentence in due_erased_sentences(*erasures.erase_due(due, options.reason, by)[:2]):
                say(sentence)
        elif options.person is not None:
            _person(workspace, options.person, options.whose, options.reason, by)
        else:
            _photos(workspace, options.photos_before, options.reason, by)
        if options.backups:
            count = erasures.drop_backups()
            say(
                tr_count(
                    count, "1 older backup was deleted.", "{count} older backups were deleted."
                )
            )
        say(copies_sentence(len(erasures.backups())))
        for line in set_aside_lines(erasures.set_aside()):
            say(line)


def _person(workspace: "Workspace", name: str, whose: str, reason: str, by: str) -> None:
    from inspector.workspace.personal.personal_words import erased_sentences

    held, _ = workspace.erasures.erase_person(name, reason, by, whose)
    for sentence in erased_sentences(held):
        say(sentence)


def _photos(workspace: "Workspace", before: date, reason: str, by: str) -> None:
    from inspector.workspace.personal.personal_words import photos_erased_sentence

    count, _ = workspace.erasures.erase_photos(before, reason, by)
    say(photos_erased_sentence(count))


def _preview(workspace: "Workspace", options: argparse.Namespace) -> None:
    if options.person is not None:
        _tell(workspace.erasures.held(options.person, options.whose))
    elif options.photos_before is not None:
        count = len(workspace.erasures.photos_before(options.photos_before))
        say(tr_count(count, "1 photo would be erased.", "{count} photos would be erased."))


def _tell(held: "Held") -> None:
    from inspector.workspace.personal.personal_words import held_lines, person_word, word_note
    from inspector.workspace.stories.erasure_words import obstacle_word

    count = len(held.rows)
    said = tr_count(count, "{name} ({who}): 1 place", "{name} ({who}): {count} places",
                    name=held.name, who=person_word(held.person))  # fmt: skip
    say(said)
    for line in held_lines(held):
        say(f"  {line}")
    if note := word_note(held):
        say(note)
    for obstacle in held.obstacles:
        say(f"  {tr('Not yet: {why}', why=obstacle_word(obstacle))}")


def _facts(held: "Held") -> dict[str, object]:
    """Return what is kept of a person, by the names in resources/docs/command-line.md."""
    return {
        "name": held.name,
        "kind": held.person.kind if held.person else None,
        "where": held.person.where if held.person else None,
        "counts": {kind.value: count for kind, count in held.counts.items()},
        "photos": sum(photo.erased_on is None for photo in held.photos),
        "obstacles": [each.obstacle.value for each in held.obstacles],
    }
