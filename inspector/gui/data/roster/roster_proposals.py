"""What a roster file would change, taken in in either way, with all that is shown of it.

Worked out where the file is read, beside the window: a city's roster has twenty thousand windows.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from inspector.domain.visit.roster_event import RosterIntake
from inspector.workspace.roster.roster_comparing import RosterChange
from inspector.workspace.roster.roster_sentences import roster_sentences, told_changes
from inspector.workspace.roster.rosters import RosterPreview
from inspector.workspace.workspace import Workspace

AT_ONCE = 200
"""Rows of a file that no key waits for, when they are compared again or taken in."""


NAMED = 60
"""Names that a line shows: to lay out twenty thousand in one takes longer than a key may wait."""


class Proposal(NamedTuple):
    """What a file would change in one way."""

    preview: RosterPreview
    sentences: Sequence[str]
    changes: Sequence[RosterChange]
    """Those that are told one by one."""

    kinds: Sequence[tuple[str, str]]
    """Titles and ids of the kinds that a window can be given."""


Proposals: TypeAlias = dict[RosterIntake, Proposal]


def proposals(workspace: Workspace, preview: RosterPreview) -> Proposals:
    """Return what the file of a preview would change, merged and as the only one that counts."""
    return {
        intake: _proposal(
            workspace,
            preview
            if intake is preview.intake
            else workspace.rosters.preview_with(preview, intake),
        )
        for intake in RosterIntake
    }


def _proposal(workspace: Workspace, preview: RosterPreview) -> Proposal:
    packs, changes = workspace.packs, told_changes(preview)
    kinds = packs.kinds_at(preview.sites[0], preview.windows)
    return Proposal(
        preview,
        roster_sentences(preview, packs.kind_title, changes, NAMED),
        changes,
        [(kind.title, kind.id) for kind in kinds],
    )
