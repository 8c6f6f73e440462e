"""What is said about taking in, comparing and keeping packs."""

from collections.abc import Sequence

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.translation import join_sentences, tr, tr_count
from inspector.workspace.packs.override_sentences import would_be_lost_text
from inspector.workspace.packs.overrides import LostOverride
from inspector.workspace.packs.pack_file import (
    given_numbers,
    is_it_new,
    not_read,
    taken_for,
    unasked_weight,
)
from inspector.workspace.packs.pack_scoring_words import count_text, items_text
from inspector.workspace.packs.packs import PackPreview
from inspector.workspace.sentences import problem_sentences


def preview_heading(preview: PackPreview) -> str:
    """Return what is asked before a pack is taken in."""
    if preview.source is None:
        pack = preview.pack
        if preview.current is None:
            return tr("Keep the new checklist “{title}”?", title=pack.title)
        return tr("Keep “{title}” as version {version}?", title=pack.title, version=pack.version)
    if preview.current is None:
        return tr("Import the new checklist “{title}”?", title=preview.pack.title)
    return tr("Import another version of “{title}”?", title=preview.current.title)


def answers(preview: PackPreview) -> tuple[str, str]:
    """Return the words of yes and of no to it."""
    if preview.source is None:
        is_new = preview.current is None
        keep = tr("Save the checklist") if is_new else tr("Save as a new version")
        return keep, tr("Go on editing")
    return tr("Import it"), tr("Cancel")


def preview_summary(preview: PackPreview, file: str, lost: Sequence[LostOverride] = ()) -> str:
    """Return what the file would do, and which overrides it would leave without their item."""
    pack, current = preview.pack, preview.current
    if current is None:
        lines = [
            tr(
                "{file}: version {version}, {counts}",
                file=file,
                version=pack.version,
                counts=count_text(pack),
            )
            if file
            else tr("Version {version}, {counts}", version=pack.version, counts=count_text(pack))
        ]
    else:
        said = {
            "before": current.version,
            "after": pack.version,
            "changes": _change_count(len(preview.differences)),
        }
        lines = [
            tr("{file}: version {before} → {after}, {changes}", file=file, **said)
            if preview.source
            else tr("Version {before} → {after}, {changes}", **said),
            tr("Visits that were started keep the version they were started with."),
        ]
        if preview.renamed:
            lines.append(is_it_new(current, pack))
    lines += [would_be_lost_text(each) for each in lost]
    lines.append(unasked_weight(pack))
    if (source := preview.source) is not None:
        lines += [*taken_for(source), given_numbers(source), not_read(source)]
    return "\n".join(line for line in lines if line)


def nothing_new(preview: PackPreview, file: str) -> str:
    """Return that a file would change nothing, and what of it was not read."""
    said = tr("“{name}” is the checklist in use, word for word. Nothing was changed.", name=file)
    unread = not_read(preview.source) if preview.source else ""
    return join_sentences((said, unread))


def comparison_heading(before: Pack, after: Pack) -> str:
    """Return which versions are compared."""
    return tr(
        "“{title}”: version {before} compared with {after}",
        title=after.title,
        before=before.version,
        after=after.version,
    )


def comparison_summary(count: int) -> str:
    """Return how much is different between two versions."""
    if not count:
        return tr("The two versions say the same.")
    return _change_count(count)


def _change_count(count: int) -> str:
    return tr_count(count, "1 change", "{count} changes")


def taken_in(preview: PackPreview) -> str:
    """Return what was done when a pack was taken in."""
    pack = preview.pack
    items = items_text(sum(1 for _ in pack.items()))
    if preview.source is None:
        return tr(
            "“{title}” {version} is kept: {items}. Visits started from now on use it.",
            title=pack.title,
            version=pack.version,
            items=items,
        )
    return tr(
        "“{title}” {version} was imported: {items}.",
        title=pack.title,
        version=pack.version,
        items=items,
    )


def fault_lines(errors: list[FaultyFileError]) -> list[str]:
    """Return a line for each pack that cannot be used, and its problems below it."""
    return [
        line
        for error in errors
        for line in (_fault(error), *(f"    {text}" for text in problem_sentences(error)))
    ]


def _fault(error: FaultyFileError) -> str:
    return tr_count(
        len(error.problems),
        "“{name}” cannot be used: 1 problem",
        "“{name}” cannot be used: {count} problems",
        name=error.name,
    )
