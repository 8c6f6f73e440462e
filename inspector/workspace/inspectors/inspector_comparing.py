"""What a workbook of inspectors would change of those who are known; no files, no SQL."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector.domain.people.inspector import Inspector
from inspector.workspace.inspectors.inspectors import InspectorChange, InspectorPreview

if TYPE_CHECKING:
    from inspector.excel.rosters.inspector_workbook import InspectorSheet


def compared(
    sheet: "InspectorSheet",
    known: Sequence[Inspector],
    alike: Callable[[str], str],
    new_id: Callable[[], str],
) -> InspectorPreview:
    """Return what taking in a sheet would do; `alike` is what two spellings have in common.

    Whoever is in the file inspects, also who had ended; what is `unsaid`, or has an empty cell,
    stays.
    """
    by_name = {alike(each.name): each for each in known}
    changes = []
    for row, blank in zip(sheet.rows, sheet.blank, strict=True):
        before = by_name.get(alike(row.name))
        after = _after(before, row, sheet.unsaid | blank, new_id)
        if before is None or replace(before, reachable=True) != after:
            changes.append(InspectorChange(before, after))
    named = {alike(row.name) for row in sheet.rows}
    kept = (each.name for each in known if not each.ended and alike(each.name) not in named)
    return InspectorPreview(sheet, tuple(changes), tuple(kept))


def _after(
    before: Inspector | None, row: Inspector, unsaid: frozenset[str], new_id: Callable[[], str]
) -> Inspector:
    if before is None:
        return replace(row, id=new_id())
    own = {name: getattr(before, name) for name in unsaid}
    return replace(row, id=before.id, name=before.name, **own)
