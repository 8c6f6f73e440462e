"""What is said about taking in, comparing and keeping packs."""

from collections.abc import Sequence

from inspector.domain.checklist.checklist import Pack
from inspector.domain.errors import FaultyFileError
from inspector.translation import tr, tr_count
from inspector.workspace.packs.override_sentences import would_be_lost_text
from inspector.workspace.packs.overrides import LostOverride
from inspector.workspace.packs.pack_file import given_numbers, not_read
from inspector.workspace.packs.pack_scoring_words import count_text, items_text
from inspector.workspace.packs.packs import PackPreview
from inspector.workspace.sentences import problem_sentences


def preview_heading(preview: PackPreview) -> str:
    """Return what is asked before a pack is taken in."""
    if preview.current is None:
        return tr("Take in the new checklist “{title}”?", title=preview.pack.title)
    return tr("Take in another version of “{title}”?", title=preview.current.title)


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
        ]
    else:
        lines = [
            tr(
                "{file}: version {before} → {after}, {changes}",
                file=file,
                before=current.version,
                after=pack.version,
                changes=_change_count(len(preview.differences)),
            ),
            tr("Visits that were started keep the version they were started with."),
        ]
    lines += [would_be_lost_text(each) for each in lost]
    if (source := preview.source) is not None:
        lines += [given_numbers(source), not_read(source)]
    return "\n".join(line for line in lines if line)


def nothing_new(preview: PackPreview, file: str) -> str:
    """Return that a file would change nothing, and what of it was not read."""
    said = tr("“{name}” is the checklist in use, word for word. Nothing was changed.", name=file)
    unread = not_read(preview.source) if preview.source else ""
    return " ".join(part for part in (said, unread) if part)


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


def taken_in(pack: Pack) -> str:
    """Return what was done when a pack was taken in."""
    return tr(
        "“{title}” {version} was imported: {items}.",
        title=pack.title,
        version=pack.version,
        items=items_text(sum(1 for _ in pack.items())),
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
