"""What a data folder holds, as flat facts: read by SQL of its own, not by the program's stores.

A fact that is not there has no key. Keys, with what they hold:

    visit|ID                     its state
    left|CARD                    True: the window is left out
    answer|CARD|ITEM             verdict, count, option, measured, samples, phrases, note,
                                 praised, correction
    photo|ID                     digest, suffix, card, item or entry, role, digest with marks
    entry|ID                     of a patrol: card, place, category, item, text, handled, meeting
    event|NUMBER|KIND|WORDS      how often it happened to a finding, but that it was exported
    place|VISIT                  card, item: where the inspector stands
"""

import json
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

from inspector.storage.files.folder_layout import DATABASE_FILE

Facts: TypeAlias = dict[str, Any]

WORDS = {"noted": "text", "corrected": "note", "reported": "text"}
"""What tells two events of a kind apart."""


def aside(folder: Path, scratch: Path) -> Path:
    """Copy a data folder that nobody has open, so that looking at it leaves it untouched.

    What a kill left, the log beside the database above all, is for the program to put right.
    """
    target = scratch / "looked-at"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path in folder.iterdir():
        if path.is_dir():
            (target / path.name).symlink_to(path)
        elif path.suffix != ".lock":
            shutil.copyfile(path, target / path.name)
    return target


def faults(folder: Path) -> list[str]:
    """Return what SQLite finds wrong with a database and its references."""
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        said = [str(line) for (line,) in connection.execute("PRAGMA integrity_check")]
        lost = [f"parent missing: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    return [line for line in said if line != "ok"] + lost


def facts(folder: Path) -> Facts:
    """Return the facts of a data folder."""
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as connection:
        return {
            **_visits(connection), **_answers(connection), **_photos(connection),
            **_entries(connection), **_events(connection),
        }  # fmt: skip


def _visits(connection: sqlite3.Connection) -> Facts:
    found: Facts = {}
    rows = connection.execute("SELECT id, state, cursor_scorecard, cursor_item FROM inspection")
    for visit, state, card, item in rows:
        found[f"visit|{visit}"] = state
        found[f"place|{visit}"] = [card, item]
    for (card,) in connection.execute("SELECT id FROM scorecard WHERE left_out"):
        found[f"left|{card}"] = True
    return found


def _answers(connection: sqlite3.Connection) -> Facts:
    rows = connection.execute(
        "SELECT scorecard.id, item, verdict, count, option, measured, samples, phrases, note,"
        " praised, correction FROM answer JOIN scorecard ON scorecard.key = answer.scorecard"
    )
    return {
        f"answer|{card}|{item}": [
            verdict, count, option, measured, json.loads(samples or "[]"),
            json.loads(phrases or "[]"), note or "", bool(praised), correction,
        ]
        for card, item, verdict, count, option, measured, samples, phrases, note, praised,
        correction in rows
    }  # fmt: skip


def _photos(connection: sqlite3.Connection) -> Facts:
    rows = connection.execute(
        "SELECT id, digest, suffix, scorecard_id, item_id, role, annotated FROM evidence"
        " WHERE removed_at IS NULL"
    )
    return {f"photo|{key}": list(rest) for key, *rest in rows}


def _entries(connection: sqlite3.Connection) -> Facts:
    rows = connection.execute(
        "SELECT id, scorecard_id, place, category, item_id, text, handled, to_meeting"
        " FROM patrol_entry"
    )
    return {f"entry|{key}": [*rest, bool(meeting)] for key, *rest, meeting in rows}


def _events(connection: sqlite3.Connection) -> Facts:
    rows = connection.execute(
        "SELECT number, kind, content FROM finding_event JOIN finding ON finding.id = finding_id"
        " WHERE kind <> 'exported'"
    )
    counted = Counter(
        f"event|{number}|{kind}|{json.loads(content)[WORDS[kind]] if kind in WORDS else ''}"
        for number, kind, content in rows
    )
    return dict(counted)
