"""Scores kept beside those as found, in columns of their own: after appeals, and as ranked.

Both have the same places: the visit, its categories, its scorecards, the categories of those. All
that is kept of a place is NULL where what was found counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from inspector.storage.database.database import Database
from inspector.storage.stores.kept_scores import card_values

if TYPE_CHECKING:
    from inspector.domain.finding.reviewed_score import ReviewedScore
    from inspector.domain.visit.category_scoring import CategoryScore

_Values: TypeAlias = tuple[object, ...]
Kept: TypeAlias = dict[str, _Values]
"""What is kept of a visit by its places: '', a category, a scorecard, a scorecard's category."""

_WHOLE = ("score", "vetoes", "grade")
"""What is kept of a visit and of a scorecard."""


@dataclass(frozen=True, slots=True)
class KeptBeside:
    """The columns whose names begin with `word`; `of_part`: those of a scorecard's category."""

    word: str
    of_part: tuple[str, ...]

    @property
    def cleared(self) -> Iterator[str]:
        """What takes the values of a visit away."""
        yield f"UPDATE inspection SET {self._set_to('NULL', *_WHOLE)} WHERE id = ?"
        yield (
            f"UPDATE inspection_category SET {self._set_to('NULL', 'rate')} WHERE inspection_id = ?"
        )
        yield f"UPDATE scorecard SET {self._set_to('NULL', *_WHOLE)} WHERE inspection_id = ?"
        yield (
            f"UPDATE scorecard_category SET {self._set_to('NULL', *self.of_part)} WHERE scorecard"
            " IN (SELECT key FROM scorecard WHERE inspection_id = ?)"
        )

    @property
    def kept(self) -> str:
        """What reads every value that is kept, by its visit and its place within it."""
        score, vetoes, grade = self._names(*_WHOLE)
        whole = f"{score}, {vetoes}, {grade}"
        part = self._names(*self.of_part)
        is_kept = " OR ".join(f"{name} IS NOT NULL" for name in part)
        (rate,) = self._names("rate")
        nothing = ", NULL" * (len(_WHOLE) - len(part))
        return (
            f"SELECT id AS visit, '' AS place, {score} AS score, {vetoes} AS vetoes,"
            f" {grade} AS grade FROM inspection WHERE coalesce({whole}) IS NOT NULL"
            f" UNION ALL SELECT inspection_id, category, {rate}, NULL, NULL"
            f" FROM inspection_category WHERE {rate} IS NOT NULL"
            f" UNION ALL SELECT inspection_id, id, {whole} FROM scorecard"
            f" WHERE coalesce({whole}) IS NOT NULL"
            f" UNION ALL SELECT inspection_id, id || category, {', '.join(part)}{nothing}"
            f" FROM scorecard JOIN scorecard_category ON scorecard = key WHERE {is_kept}"
        )

    def to_keep(self, score: "ReviewedScore") -> Kept:
        """Return what should be kept of a visit."""
        expected: Kept = {"": _site_values(score)}
        for category, rate in score.site.rates.items():
            expected[category.value] = (rate, None, None)
        for card_id, card in score.scorecards.items():
            total, _, vetoes, grade = card_values(card)
            expected[card_id] = (total, vetoes, grade)
            for part in card.categories:
                own = self._part_values(part)
                expected[f"{card_id}{part.category.value}"] = (*own, None, None)[: len(_WHOLE)]
        return {place: own for place, own in expected.items() if any(v is not None for v in own)}

    def keep(self, database: Database, visit_id: str, score: "ReviewedScore") -> None:
        """Keep the scores of a visit, within a transaction; those that are as found as well."""
        database.write(
            f"UPDATE inspection SET {self._set_to('?', *_WHOLE)} WHERE id = ?",
            (*_site_values(score), visit_id),
        )
        database.write_many(
            f"UPDATE inspection_category SET {self._set_to('?', 'rate')}"
            " WHERE inspection_id = ? AND category = ?",
            ((rate, visit_id, category.value) for category, rate in score.site.rates.items()),
        )
        for card_id, card in score.scorecards.items():
            total, _, vetoes, grade = card_values(card)
            database.write(
                f"UPDATE scorecard SET {self._set_to('?', *_WHOLE)} WHERE id = ?",
                (total, vetoes, grade, card_id),
            )
            database.write_many(
                f"UPDATE scorecard_category SET {self._set_to('?', *self.of_part)}"
                " WHERE category = ? AND scorecard = (SELECT key FROM scorecard WHERE id = ?)",
                (
                    (*self._part_values(part), part.category.value, card_id)
                    for part in card.categories
                ),
            )

    def _names(self, *columns: str) -> list[str]:
        return [f"{self.word}_{column}" for column in columns]

    def _set_to(self, value: str, *columns: str) -> str:
        return ", ".join(f"{name} = {value}" for name in self._names(*columns))

    def _part_values(self, part: "CategoryScore") -> _Values:
        values = {"got": part.got, "rate": part.printed_rate}
        return tuple(values[column] for column in self.of_part)


REVIEWED = KeptBeside("reviewed", ("got", "rate"))
RANKED = KeptBeside("ranked", ("rate",))


def _site_values(score: "ReviewedScore") -> _Values:
    vetoes = sum(len(card.vetoes) for card in score.scorecards.values())
    return score.site.total, vetoes, score.site.grade.title if score.site.grade else ""
