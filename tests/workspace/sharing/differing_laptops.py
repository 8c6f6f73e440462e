"""A folder in which another laptop says some things differently, as bundles would bring it."""

import json

from inspector.domain.finding.finding_event import Corrected
from inspector.domain.finding.ledger import LedgerFilter
from inspector.storage.stores.steps.event_origins import EventOrigins, Lives
from inspector.workspace.workspace import Workspace

OTHER = "00000000-0000-4000-8000-00000000000b"


def know_other(workspace: Workspace, name: str = "城西的电脑") -> None:
    """Let the other laptop be known by its name."""
    with workspace.database.transaction():
        workspace.database.insert(
            "laptop",
            {
                "id": OTHER, "code": "K7M", "name": name, "key": "",
                "met_at": "2026-11-30T09:00:00+08:00", "confirmed_by": "",
            },
        )  # fmt: skip


def came(workspace: Workspace, event: Corrected, *parents: str) -> None:
    """Take in a step of the other laptop."""
    with workspace.database.transaction():
        EventOrigins(workspace.database).put(event.id, OTHER, parents)
        workspace.finding_store.append(event, repeat_days=90)
        EventOrigins(workspace.database).resettle(Lives.FINDINGS, [event.finding_id])


def differ(workspace: Workspace, kind: str, own_id: str, mine: object, theirs: object) -> None:
    """Let the other laptop say something else of a thing on the roster, or of a day."""
    with workspace.database.transaction():
        workspace.database.insert(
            "difference",
            {
                "id": workspace.new_id(), "kind": kind, "own_id": own_id, "laptop": OTHER,
                "mine": json.dumps(mine), "theirs": json.dumps(theirs),
                "at": "2026-12-01T09:00:00+08:00",
            },
        )  # fmt: skip


def set_aside(workspace: Workspace, subject: str, body: str = "{}") -> None:
    """Let a record come under an id that one here has."""
    with workspace.database.transaction():
        workspace.database.insert(
            "set_aside",
            {
                "id": workspace.new_id(), "kind": "visit", "subject": subject, "digest": subject,
                "title": "2026-12-01 09:30 城东厅", "laptop": OTHER, "bundle": "bundle",
                "at": "2026-12-01T09:00:00+08:00", "body": body,
            },
        )  # fmt: skip


def let_laptops_differ(workspace: Workspace) -> None:
    """Let one of each kind wait: a finding, a window, a day off, a record."""
    know_other(workspace)
    assigned = next(
        row
        for row in workspace.findings.ledger(LedgerFilter())
        if any(entry.event.kind == "assigned" for entry in workspace.findings.history(row.id))
    )
    history = workspace.findings.history(assigned.id)
    before = next(entry.event for entry in history if entry.event.kind == "assigned")
    step = Corrected(
        id=workspace.new_id(), finding_id=assigned.id, at=before.at, by="赵", note="当场示范"
    )
    came(workspace, step, assigned.id)
    site = workspace.rosters.sites()[0]
    window = workspace.rosters.windows(site.id)[0]
    differ(workspace, "window", window.id, {"leader": window.leader}, {"leader": "赵主任"})
    differ(
        workspace, "holiday", "2026-12-31",
        {"kind": "off", "name": "调休"}, {"kind": "work", "name": "补班"},
    )  # fmt: skip
    set_aside(workspace, "a visit")
