"""An evaluation as it was published: frozen with its facts and table; and what differs since."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from inspector.domain.evaluation.evaluation import Evaluation, SiteEvaluation


@dataclass(frozen=True, slots=True)
class Publication:
    """Never edited: what was wrong is published anew, and `corrects` the one before."""

    id: str
    evaluation: Evaluation
    scheme_number: int  # the version of the table
    published_at: datetime
    published_by: str
    note: str = ""  # why it corrects another
    corrects: str = ""  # id of the one before, of the same days
    phase: str = ""


class Changed(StrEnum):
    """What would be otherwise today."""

    TOTAL = "total"
    RANK = "rank"
    LEVEL = "level"
    HONOURS = "honours"
    NEW = "new"  # a site that was not among them
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Difference:
    """What would be otherwise of a site: both, as it was published and as it is now."""

    site_name: str
    kinds: tuple[Changed, ...]
    before: SiteEvaluation | None
    now: SiteEvaluation | None


def differences(published: Evaluation, now: Evaluation) -> tuple[Difference, ...]:
    """Return what today's figures, under the table they are computed with, come to otherwise."""
    before = {site.site_id: site for site in published.sites}
    after = {site.site_id: site for site in now.sites}
    found = []
    for site_id in dict.fromkeys((*before, *after)):
        old, new = before.get(site_id), after.get(site_id)
        kinds = _kinds(old, new)
        if _names(published, site_id) != _names(now, site_id):
            kinds.append(Changed.HONOURS)
        either = old or new
        if kinds and either is not None:
            found.append(Difference(either.facts.site_name, tuple(kinds), old, new))
    return tuple(found)


def _kinds(old: SiteEvaluation | None, new: SiteEvaluation | None) -> list[Changed]:
    if old is None or new is None:
        return [Changed.NEW if old is None else Changed.GONE]
    pairs = (
        (Changed.TOTAL, old.total, new.total),
        (Changed.RANK, (old.rank, old.ranked_of), (new.rank, new.ranked_of)),
        (Changed.LEVEL, old.level, new.level),
    )
    return [kind for kind, one, other in pairs if one != other]


def _names(evaluation: Evaluation, site_id: str) -> frozenset[tuple[str, str, str]]:
    return frozenset(
        (each.honour, each.window_number, each.staff_number)
        for each in evaluation.named
        if each.site_id == site_id
    )
