"""What is kept of people and what was erased, as sentences; shared by window and command line."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from inspector.domain.personal.erasure import Erasure, ErasureKind
from inspector.domain.personal.retention import RECOMMENDED_NAMES, RECOMMENDED_PHOTOS
from inspector.storage.registers.erasure_store import PersonKept
from inspector.translation import tr, tr_count
from inspector.workspace.personal.held import Due, Held, HeldPhoto
from inspector.workspace.stories.erasure_words import held_in_word

MOST_NAMED = 10
"""People who are named before what is due is erased; of the others it is said how many."""


def person_word(person: PersonKept | None) -> str:
    """Return who is meant: staff, inspector or complainant, and where."""
    if person is None:
        return tr("only written of")
    if person.kind == "staff":
        numbers = "、".join(sorted(person.numbers))
        said = tr("staff of {site}", site=person.where)
        return f"{said} {numbers}".rstrip()
    if person.kind == "inspector":
        return tr("inspector of {unit}", unit=person.where) if person.where else tr("inspector")
    return tr("who complained: {numbers}", numbers=person.where)


def held_lines(held: Held) -> list[str]:
    """Return a line for each kind of place that names a person, and one for photos."""
    lines = [
        tr("{kind}: {count}", kind=held_in_word(kind), count=count)
        for kind, count in held.counts.items()
    ]
    if held.photos:
        kept = sum(photo.erased_on is None for photo in held.photos)
        lines.append(tr("photos taken at their window: {count}", count=kept))
    return lines


def word_note(held: Held) -> str:
    """Return what stays where a name is also a word of the checklists; '' where it is none."""
    if not held.is_word:
        return ""
    return tr(
        "“{name}” is also a word of the checklists: within sentences it stays, look yourself.",
        name=held.name,
    )


def erased_sentences(held: Held) -> list[str]:
    """Return that a person's data is gone, what stands there now, and what stays."""
    said = tr_count(
        len(held.rows),
        "1 place now says {stand_in}; scores, findings and seals are as they were.",
        "{count} places now say {stand_in}; scores, findings and seals are as they were.",
        stand_in=held.stand_in,
    )
    return [said, *filter(None, [photos_stay(held.photos), word_note(held)])]


def photos_stay(photos: Iterable[HeldPhoto]) -> str:
    """Return how many photos taken at windows of somebody erased are kept; '' where none is."""
    count = len({each for each in photos if each.erased_on is None})
    if not count:
        return ""
    return tr_count(
        count,
        "1 photo taken at their window is not erased.",
        "{count} photos taken at their window are not erased.",
    )


def due_erased_sentences(photos: int, people: Sequence[Held]) -> list[str]:
    """Return what went of what was due."""
    said = [photos_erased_sentence(photos)] if photos else []
    if len(people) < 2:
        return [*said, *(sentence for each in people for sentence in erased_sentences(each))]
    gone = tr(
        "{people} people in {count} places are {first} to {last} now; scores, findings and seals"
        " are as they were.",
        people=len(people),
        count=sum(len(each.rows) for each in people),
        first=people[0].stand_in,
        last=people[-1].stand_in,
    )
    stay = photos_stay(photo for each in people for photo in each.photos)
    return [*said, gone, *filter(None, [stay, *map(word_note, people)])]


def photos_erased_sentence(count: int) -> str:
    """Return how many photos are gone."""
    return tr_count(
        count,
        "1 photo was erased; its digest, the day and the reason stay.",
        "{count} photos were erased; their digests, the day and the reason stay.",
    )


def copies_sentence(backups: int) -> str:
    """Return where what was erased may still be, plainly."""
    here = tr_count(
        backups,
        "1 backup in this folder has it still, for up to a year",
        "{count} backups in this folder have it still, for up to a year",
    )
    if not backups:
        here = tr("No backup in this folder has it")
    return tr(
        "{here}. Copies on USB drives, .zip backups, archives and papers written before are not"
        " reached: delete or write them anew yourself. A backup from before brings it back.",
        here=here,
    )


def set_aside_lines(paths: Sequence[Path]) -> list[str]:
    """Return a line for each folder or log set aside, which has what was erased still."""
    return [
        tr("Not reached, set aside when a backup was restored or copied over: {path}", path=path)
        for path in paths
    ]


def due_lines(due: Due) -> list[str]:
    """Return whom the periods say are to go: the first ones, and how many more there are."""
    lines = [
        f"{each.name or '、'.join(sorted(each.numbers))} {person_word(each)}".rstrip()
        for each in due.people[:MOST_NAMED]
    ]
    if (more := len(due.people) - MOST_NAMED) > 0:
        lines.append(tr_count(more, "and 1 more person", "and {count} more people"))
    return lines


def due_sentence(due: Due) -> str:
    """Return what the periods say is to go today."""
    if due.photos_before is None and due.names_before is None:
        return tr(
            "No period is set: everything is kept. Recommended: photos {photos} months after"
            " closing, names {names} months; the law gives no number, only as short as needed.",
            photos=RECOMMENDED_PHOTOS,
            names=RECOMMENDED_NAMES,
        )
    said = []
    if due.photos_before is not None:
        said.append(
            tr("photos closed before {day}: {count}", day=due.photos_before, count=len(due.photos))
        )
    if due.names_before is not None:
        said.append(
            tr("people gone before {day}: {count}", day=due.names_before, count=len(due.people))
        )
    return tr("Due: {what}.", what=tr(", ").join(said))


def erasure_word(erasure: Erasure) -> str:
    """Return what was erased: photos, or a person as they stand now."""
    count = sum(number for _, number in erasure.counts)
    if erasure.kind is ErasureKind.PHOTOS:
        return tr_count(count, "1 photo", "{count} photos")
    return tr("{stand_in}, in {count} places", stand_in=erasure.stand_in, count=count)
