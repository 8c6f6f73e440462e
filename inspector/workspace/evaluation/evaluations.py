"""Operations on evaluations: what a period comes to, the table it is weighed by, publishing."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from itertools import pairwise

from inspector.domain.days.span import Span
from inspector.domain.errors import (
    MissingWordError,
    NothingToExportError,
    RefusedInputError,
)
from inspector.domain.evaluation.evaluation import Evaluation, evaluate
from inspector.domain.evaluation.publication import Difference, Publication, differences
from inspector.domain.evaluation.scheme import (
    Scheme,
    SchemeVersion,
    altered,
    scheme_problems,
)
from inspector.domain.figures.figure_facts import FigureScope
from inspector.storage.registers.evaluation_store import EvaluationStore, PublishedKey
from inspector.workspace.changes import Changes
from inspector.workspace.evaluation.fact_gathering import period_facts
from inspector.workspace.extent import Extent
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.preferences import FILLED_BY, PreferenceBook
from inspector.workspace.roster.rosters import Rosters


@dataclass(frozen=True, slots=True)
class Standing:
    """What a period came to when it was published, and what it comes to today."""

    now: Evaluation
    scheme_number: int  # of the table that `now` is weighed by
    published: tuple[Publication, ...] = ()  # the newest first; none: not yet
    differing: tuple[Difference, ...] = ()  # of the newest
    versions: tuple["UsedScheme", ...] = ()  # of the table, the newest first

    @property
    def newest(self) -> Publication | None:
        """What holds."""
        return self.published[0] if self.published else None

    @property
    def evaluation(self) -> Evaluation:
        """What is shown and printed: what was published, else what it comes to today."""
        return self.published[0].evaluation if self.published else self.now

    @property
    def number(self) -> int:
        """The version of the table that `evaluation` was weighed by."""
        return self.published[0].scheme_number if self.published else self.scheme_number


@dataclass(frozen=True, slots=True)
class UsedScheme:
    """A version of the table, and what was published by it and holds; version 0: the proposals."""

    version: SchemeVersion
    altered: tuple[str, ...]  # fields that the version before, or the proposals, had otherwise
    used: tuple[PublishedKey, ...] = ()


class Evaluations:
    """Reads, and writes two things that only grow: versions of the table, publications."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._opened = opened
        self._store = EvaluationStore(opened.database)

    # The table

    def scheme(self) -> SchemeVersion:
        """Return the table that is in force; number 0: as the program proposes it."""
        return next(iter(self._store.schemes()), SchemeVersion(0, Scheme()))

    def schemes(self) -> list[SchemeVersion]:
        """Return every version that was set, the newest first."""
        return self._store.schemes()

    def versions(self) -> list[UsedScheme]:
        """Return every version with what is weighed by it, the newest first."""
        used = self._store.weighed_by()
        every = [*self._store.schemes(), SchemeVersion(0, Scheme())]
        return [
            UsedScheme(own, altered(own.scheme, before.scheme), tuple(used.get(own.number, ())))
            for own, before in pairwise(every)
        ] + ([UsedScheme(every[-1], (), tuple(used[0]))] if 0 in used else [])

    def set_scheme(self, scheme: Scheme) -> Changes:
        """Let a table be in force from now on, as one more version.

        What was published keeps its own. Raises RefusedInputError, its problems by field.
        """
        if problems := scheme_problems(scheme):
            raise RefusedInputError(problems)
        newest = self.scheme()
        if scheme == newest.scheme:
            return Changes()
        by = self._opened.of(PreferenceBook).get(FILLED_BY)
        version = SchemeVersion(newest.number + 1, scheme, id=self._opened.new_id(), made_by=by)
        self._store.add_scheme(version, self._opened.now())
        return Changes(evaluations=True)

    # A period

    def of(self, extent: Extent) -> Evaluation:
        """Return the evaluation of an extent, frozen when it was published; raises as `today`."""
        return self.standing(extent).evaluation

    def today(self, extent: Extent) -> Evaluation:
        """Return what an extent comes to as things are, by the table in force; as `weighed`."""
        return self.weighed(extent, self.scheme().scheme)

    def weighed(self, extent: Extent, scheme: Scheme) -> Evaluation:
        """Return what an extent comes to as things are, by any table.

        Sites are ranked among all, also where only some are asked for. Raises UnknownSiteError, or
        NothingToExportError where nothing of them was scored.
        """
        asked = self._site_ids(extent)
        scope = FigureScope(_span(extent), phase=extent.phase)
        facts = period_facts(self._opened, scope, self._opened.now().date())
        evaluation = narrowed(evaluate(facts, scheme), asked)
        if not any(site.facts.visits for site in evaluation.sites):
            raise NothingToExportError
        return evaluation

    def standing(self, extent: Extent) -> Standing:
        """Return what was published of an extent, and what would be otherwise today.

        Raises as `today`.
        """
        now, published = self.today(extent), self.published(extent)
        differing = differences(published[0].evaluation, now) if published else ()
        versions = tuple(self.versions())
        return Standing(now, self.scheme().number, tuple(published), differing, versions)

    def published(self, extent: Extent) -> list[Publication]:
        """Return what was published of an extent, the newest first; raises UnknownSiteError."""
        asked = self._site_ids(extent)
        return [
            replace(each, evaluation=narrowed(each.evaluation, asked))
            for each in self._store.published((_span(extent), extent.phase))
        ]

    def periods(self) -> list[PublishedKey]:
        """Return the days and phases that anything was published of, the newest first."""
        return self._store.periods()

    def publish(self, extent: Extent, by: str, note: str = "") -> Changes:
        """Freeze what a period comes to today for all sites, with its facts and its table.

        Published once already, it is a correction, and `note` says why; where nothing differs,
        nothing is published. Raises MissingWordError without a name or without that reason, and
        as `today`.
        """
        whole = Extent(extent.period, phase=extent.phase)
        standing = self.standing(whole)
        before = standing.newest
        if before is not None and not standing.differing:
            return Changes()
        if not by.strip():
            raise MissingWordError("publisher")
        if before is not None and not note.strip():
            raise MissingWordError("reason")
        publication = Publication(
            self._opened.new_id(),
            standing.now,
            standing.scheme_number,
            self._opened.now(),
            by.strip(),
            note.strip(),
            before.id if before is not None else "",
            extent.phase,
        )
        self._store.publish(publication, (_span(extent), extent.phase))
        return Changes(evaluations=True)

    def _site_ids(self, extent: Extent) -> list[str]:
        rosters = self._opened.of(Rosters)
        return [rosters.site_named(name).id for name in extent.named]


def narrowed(evaluation: Evaluation, site_ids: Collection[str]) -> Evaluation:
    """Return an evaluation with some of its sites, none for all; ranks stay those among all."""
    if not site_ids:
        return evaluation
    return replace(
        evaluation,
        sites=tuple(site for site in evaluation.sites if site.site_id in site_ids),
        named=tuple(each for each in evaluation.named if each.site_id in site_ids),
    )


def _span(extent: Extent) -> Span:
    return Span(extent.period.first, extent.period.last)
