"""What a site changed of an item, in a line for the record."""

from inspector.domain.checklist import Override
from inspector.domain.points import format_points
from inspector.translation import tr


def override_text(override: Override, item_text: str) -> str:
    """Return an override as a line: the item, its new numbers, the reason."""
    said = []
    if override.off:
        said.append(tr("not asked"))
    if override.full is not None:
        said.append(tr("full marks {points}", points=format_points(override.full)))
    if override.each is not None:
        said.append(tr("{points} each time", points=format_points(override.each)))
    if override.limit is not None:
        said.append(tr("limit {value}", value=format_points(override.limit)))
    return tr(
        "{item}: {numbers} ({reason})",
        item=item_text,
        numbers=tr(", ").join(said),
        reason=override.reason,
    )
