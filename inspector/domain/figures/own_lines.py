"""What sites found of themselves (自查) where nobody else inspected them: lines without a rank."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from inspector.domain.checklist.checklist import Grade
from inspector.domain.checklist.pack_family import PackFamily
from inspector.domain.figures.summary import (
    FindingCount,
    SiteKey,
    SiteSummary,
    Visit,
    summarise,
)


def own_lines(
    visits: Iterable[Visit],
    inspected: Collection[SiteKey],
    grades: Mapping[PackFamily, tuple[Grade, ...]],
    patrols: Mapping[SiteKey, FindingCount] | None = None,
    voiced: Mapping[SiteKey, FindingCount] | None = None,
) -> list[SiteSummary]:
    """Return a line for each site that only inspected itself, by family and name.

    `visits` are those of sites to themselves, `inspected` what others inspected; `patrols` hold
    what was found, as it stands in no count of inspectors, `voiced` what the public said.
    """
    alone = [
        replace(visit, ranked=True)  # its figures are means of all of them
        for visit in visits
        if (visit.site_id, visit.pack) not in inspected
    ]
    lines = summarise(alone, [], {}, grades, patrols=patrols, voiced=voiced)
    lines.sort(key=lambda line: (line.pack.place, line.site_name))
    return [replace(line, rank=None, by_itself=True) for line in lines]


def with_own(lines: Iterable[SiteSummary], own: Iterable[SiteSummary]) -> list[SiteSummary]:
    """Return the lines of a period, below those of each family its `own_lines`."""
    both = [*lines, *own]
    # The first of a family names it, whatever versions later ones tell of.
    families = sorted(dict.fromkeys(line.pack for line in both), key=lambda pack: pack.place)
    order = {pack: number for number, pack in enumerate(families)}
    return sorted(both, key=lambda line: (order[line.pack], line.by_itself))
