"""What is said of a record that came from another laptop: from which, and what is left open."""

from inspector.domain.record.journal import Subject
from inspector.domain.sharing.travelling import INSPECTORS, NAMES
from inspector.storage.sharing.came_from import came_from
from inspector.translation import tr
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.visits.came_in_part import laptop_name, other_signatures


def came_words(opened: OpenedFolder, inspection_id: str) -> str:
    """Return where a record came from, and who else signed it, a line each; '' for nothing."""
    came = came_from(opened.database, Subject.VISIT, inspection_id)
    others = [
        tr(
            "It was signed on another laptop as well: {signer}, {at}. Both are kept.",
            signer=each.signer,
            at=f"{each.signed_at:%Y-%m-%d %H:%M}",
        )
        for each in other_signatures(opened, inspection_id)
    ]
    if not came.laptop:
        return "\n".join(others)
    said = [tr("This record came from “{laptop}”.", laptop=laptop_name(opened, came.laptop))]
    if NAMES in came.left_out:
        said.append(
            tr("Names of staff did not come along: its seal cannot be verified on this laptop.")
        )
    elif INSPECTORS in came.left_out:
        said.append(
            tr("Who made it did not come along: its seal cannot be verified on this laptop.")
        )
    if came_from(opened.database, Subject.SIGNATURE, inspection_id).left_out:
        said.append(
            tr("The strokes of its signature did not come along and cannot be verified, either.")
        )
    return "\n".join([*said, *others])
