"""What a roster file would change, taken in in either way, with all that is shown of it.

Worked out where the file is read, beside the window: a city's roster has twenty thousand windows.
"""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

from inspector.domain.visit.roster_event import RosterIntake
from inspector.gui.jobs.task import Hear
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


def proposals_of_file(workspace: Workspace, path: Path, hear: Hear) -> Proposals:
    """Read the roster at `path`, a long one in a process of its own; return what it would change.

    What `hear` raises stops it. Raises what `Rosters.preview` raises.
    """
    return _both(workspace, partial(workspace.rosters.preview, path, RosterIntake.MERGE), hear)


def proposals_as(
    workspace: Workspace,
    preview: RosterPreview,
    windows: Collection[tuple[str, str]],
    kind: str,
    hear: Hear = lambda done, total: None,
) -> Proposals:
    """Return what a file would change if it said another kind of some windows."""
    return _both(workspace, partial(workspace.rosters.preview_as, preview, windows, kind), hear)


def _both(workspace: Workspace, look: Callable[[Hear], RosterPreview], hear: Hear) -> Proposals:
    """Return it merged and as the only one that counts, one of which is what `look` returns."""
    preview = look(lambda done, total: hear(done, 2 * total))
    (other,) = (way for way in RosterIntake if way is not preview.intake)
    otherwise = workspace.rosters.preview_with(
        preview, other, lambda done, total: hear(total + done, 2 * total)
    )
    return {each.intake: _proposal(workspace, each) for each in (preview, otherwise)}


def _proposal(workspace: Workspace, preview: RosterPreview) -> Proposal:
    packs, changes = workspace.packs, told_changes(preview)
    kinds = packs.kinds_at(preview.sites[0], preview.windows)
    return Proposal(
        preview,
        roster_sentences(preview, packs.kind_title, changes, NAMED),
        changes,
        [(kind.title, kind.id) for kind in kinds],
    )
