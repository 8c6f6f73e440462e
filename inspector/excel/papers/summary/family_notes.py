"""What is said below the rankings of families; where they share a sheet, what all say once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import SiteSummary
from inspector.excel.papers.policy_words import (
    GENERAL_NOTES,
    family_remark,
    pack_notes,
    withdrawn_remark,
)
from inspector.excel.papers.ranking_words import ranking_notes, ranking_remarks
from inspector.excel.papers.reviewed_score_words import found_words
from inspector.excel.papers.summary.overview_sheet import family_names

Groups: TypeAlias = Sequence[tuple[PackFamily, Sequence[SiteSummary]]]
"""The lines of each family, best first."""


def shared_notes(notes: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the notes of families, each once; `notes` are those of a family, by its name.

    What not every family says is said with the names of those that do.
    """
    by_note: dict[str, list[str]] = {}
    for name, said in notes.items():
        for note in said:
            by_note.setdefault(note, []).append(name)
    # In the order of the family that says most: notes that belong together stand together.
    order = sorted(notes.values(), key=len, reverse=True)
    places = {note: place for said in reversed(order) for place, note in enumerate(said)}
    return [
        note if len(names) == len(notes) else f"{'、'.join(names)}：{note}"
        for note, names in sorted(by_note.items(), key=lambda entry: places[entry[0]])
    ]


def notes_of_one(
    groups: Groups,
    known: Mapping[PackFamily, Pack],
    headers: Sequence[str],
    withdrawn: Mapping[PackFamily, int],
) -> list[str]:
    """Return the notes below the only family, or below no line at all."""
    family, lines = groups[0] if groups else (None, ())
    pack = known.get(family) if family else None
    own = withdrawn.get(family, 0) if family else 0
    return [
        *pack_notes(pack),
        *GENERAL_NOTES,
        *family_remark(family),
        *ranking_notes(pack, lines),
        *_rank_remark(lines, headers),
        *_found_remark(lines, headers),
        *withdrawn_remark(own, sum(withdrawn.values()) - own),
    ]


def notes_of_several(
    groups: Groups,
    known: Mapping[PackFamily, Pack],
    lines: Sequence[SiteSummary],
    headers: Sequence[str],
    withdrawn: int,
) -> list[str]:
    """Return the notes below several families; what all say is said once."""
    names = family_names([family for family, _ in groups])
    policies = {names[f]: pack_notes(known.get(f)) for f, _ in groups}
    ranked = {names[f]: ranking_notes(known.get(f), own) for f, own in groups}
    versions = {names[f]: family_remark(f) for f, _ in groups}
    return [
        f"检查表：{'、'.join(family.name for family, _ in groups)}。",
        *shared_notes(policies),
        *GENERAL_NOTES,
        *shared_notes(versions),
        *shared_notes(ranked),
        *_rank_remark(lines, headers),
        *_found_remark(lines, headers),
        *withdrawn_remark(withdrawn),
    ]


def _found_remark(lines: Iterable[SiteSummary], headers: Sequence[str]) -> list[str]:
    """Return the scores before appeals where the column that says them is not printed."""
    if "备注" in headers:
        return []
    told = [f"{line.site_name}{found_words(line.found)}" for line in lines if line.found]
    return [f"{'；'.join(told)}。"] if told else []


def _rank_remark(lines: Iterable[SiteSummary], headers: Sequence[str]) -> list[str]:
    """Return what is said of ranks where the column that says it is not printed."""
    if "备注" in headers:
        return []
    told = [
        f"{line.site_name}：{'、'.join(said)}"
        for line in lines
        if line.coverage and (said := ranking_remarks(line))
    ]
    return [f"{'；'.join(told)}。"] if told else []
