"""Inspections, scorecards and answers in SQLite. Knows SQL and the domain; nothing of Qt."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from inspector.domain.people.party import PartyMember
from inspector.domain.visit.inspection import Answer, Inspection, InspectionState, Scorecard
from inspector.storage.database.database import Database
from inspector.storage.database.typed_rows import row_values
from inspector.storage.stores.inspection_rows import (
    PLAIN_ANSWER,
    answer_from,
    inspection_from,
    moment_text,
    party_json,
    scorecard_from,
    texts_json,
)
from inspector.storage.stores.kept_scores import card_values, part_values, site_values
from inspector.storage.stores.ranked_terms import APART, UNSCORED, WALKED

if TYPE_CHECKING:
    from inspector.domain.figures.standing import Standing
    from inspector.domain.visit.coverage import Coverage
    from inspector.domain.visit.scoring import ScorecardScore, SiteScore


class InspectionStore:
    """An inspection as it is made, and which of them there are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, inspection: Inspection, scorecards: Iterable[Scorecard]) -> None:
        """Keep a new inspection with its scorecards."""
        with self._database.transaction():
            self._database.insert(
                "inspection",
                row_values(
                    inspection,
                    day=inspection.started_at.date().isoformat(),
                    inspectors=texts_json(inspection.inspectors) or "[]",
                    slot=inspection.slot.value if inspection.slot else "",
                    seal=inspection.seal or None,
                    base_hash=inspection.base_hash or None,
                    party=party_json(inspection.party),
                    shared_by=inspection.shared_by or None,
                ),
            )
            self._database.insert("scorecard", *map(row_values, scorecards))

    def get(self, inspection_id: str) -> Inspection:
        """Return an inspection; raises KeyError when there is none."""
        row = self._database.row("SELECT * FROM inspection WHERE id = ?", (inspection_id,))
        if row is None:
            raise KeyError(inspection_id)
        return inspection_from(row)

    def in_state(self, state: InspectionState, limit: int) -> list[Inspection]:
        """Return the newest inspections in a state that somebody walked, newest first."""
        rows = self._database.rows(
            f"SELECT * FROM inspection WHERE state = ? AND {WALKED}"
            " ORDER BY day DESC, started_at DESC LIMIT ?",
            (state.value, limit),
        )
        return [inspection_from(row) for row in rows]

    def sealed_ids(self) -> list[str]:
        """Return every visit that is sealed, oldest first."""
        return list(self.each_sealed())

    def each_sealed(self) -> Iterator[str]:
        """Yield every visit that is sealed, oldest first, while nothing is written."""
        rows = self._database.each(
            "SELECT id FROM inspection WHERE seal IS NOT NULL ORDER BY day, rowid"
        )
        return (row["id"] for row in rows)

    def sealed_count(self) -> int:
        """Return how many visits are sealed."""
        (row,) = self._database.rows("SELECT count(*) FROM inspection WHERE seal IS NOT NULL")
        return int(row[0])

    def scored_between(
        self,
        first: date,
        last: date,
        site_name: str | None = None,
        phase: str = "",
    ) -> list[str]:
        """Return the completed and scored visits of a period, a site, a phase; oldest first."""
        rows = self._database.rows(
            "SELECT id FROM inspection WHERE state = 'completed' AND day BETWEEN ? AND ?"
            f" AND NOT {UNSCORED}"
            " AND ? IN ('', site_name) AND ? IN ('', phase)"
            " ORDER BY day, started_at, id",
            (first.isoformat(), last.isoformat(), site_name or "", phase),
        )
        return [row["id"] for row in rows]

    def ids_between(self, first: date, last: date) -> set[str]:
        """Return every completed visit of a period, patrols and rechecks as well."""
        rows = self._database.rows(
            "SELECT id FROM inspection WHERE state = 'completed' AND day BETWEEN ? AND ?",
            (first.isoformat(), last.isoformat()),
        )
        return {row["id"] for row in rows}

    def completed_between(
        self, first: date, last: date, site_name: str | None = None
    ) -> list[Inspection]:
        """Return the scored, completed visits from `first` to `last` day, oldest first."""
        where = f"state = 'completed' AND day BETWEEN ? AND ? AND NOT {UNSCORED}"
        values: tuple[str, ...] = (first.isoformat(), last.isoformat())
        if site_name is not None:
            where += " AND site_name = ?"
            values += (site_name,)
        rows = self._database.rows(
            f"SELECT * FROM inspection WHERE {where} ORDER BY day, started_at, id", values
        )
        return [inspection_from(row) for row in rows]

    def has_completed(
        self, first: date, last: date, site_name: str | None = None, *, scored: bool
    ) -> bool:
        """Tell whether a `scored` visit of a period is completed, or a patrol where it may be."""
        outside = APART if scored else "kind IN ('recheck', 'self', 'voice')"
        row = self._database.row(
            "SELECT 1 FROM inspection WHERE state = 'completed' AND day BETWEEN ? AND ?"
            f" AND NOT {outside} AND (? IS NULL OR site_name = ?) LIMIT 1",
            (first.isoformat(), last.isoformat(), site_name, site_name),
        )
        return row is not None

    def has_self_checks(self, first: date, last: date, site_name: str | None = None) -> bool:
        """Tell whether a site inspected itself in a period."""
        row = self._database.row(
            "SELECT 1 FROM inspection WHERE state = 'completed' AND day BETWEEN ? AND ?"
            " AND kind = 'self' AND (? IS NULL OR site_name = ?) LIMIT 1",
            (first.isoformat(), last.isoformat(), site_name, site_name),
        )
        return row is not None

    def last_pack(self, site_id: str) -> str | None:
        """Return the id of the pack that a site was last inspected with."""
        row = self._database.row(
            "SELECT pack.pack_id FROM inspection JOIN pack ON pack.hash = inspection.pack_hash"
            " WHERE inspection.site_id = ? AND inspection.state <> 'discarded'"
            " ORDER BY inspection.day DESC, inspection.started_at DESC LIMIT 1",
            (site_id,),
        )
        return row["pack_id"] if row else None

    def scorecards(self, inspection_id: str) -> list[Scorecard]:
        """Return the scorecards of an inspection in their order."""
        rows = self._database.rows(
            "SELECT * FROM scorecard WHERE inspection_id = ? ORDER BY position", (inspection_id,)
        )
        return [scorecard_from(row) for row in rows]

    def pack_hashes(self, inspection_ids: Sequence[str]) -> dict[str, set[str]]:
        """Return which frozen packs each of some visits was scored with, by the visit's id."""
        rows = self._database.rows(
            "SELECT inspection.id, pack_hash, base_hash FROM json_each(?) AS asked"
            " CROSS JOIN inspection ON inspection.id = asked.value",
            (json.dumps(inspection_ids),),
        )
        return {row["id"]: set(filter(None, tuple(row)[1:])) for row in rows}

    def inspection_of(self, scorecard_id: str) -> str:
        """Return the id of the inspection of a scorecard; raises KeyError when there is none."""
        row = self._database.row(
            "SELECT inspection_id FROM scorecard WHERE id = ?", (scorecard_id,)
        )
        if row is None:
            raise KeyError(scorecard_id)
        inspection_id: str = row["inspection_id"]
        return inspection_id

    def answers(self, inspection_id: str) -> dict[str, dict[str, Answer]]:
        """Return the answers of an inspection by scorecard id and item id."""
        answers: dict[str, dict[str, Answer]] = {}
        for row in self._database.rows(
            f"SELECT scorecard.id AS scorecard_id, answer.*, {PLAIN_ANSWER} AS plain FROM scorecard"
            " JOIN answer ON answer.scorecard = scorecard.key WHERE scorecard.inspection_id = ?",
            (inspection_id,),
        ):
            answers.setdefault(row["scorecard_id"], {})[row["item"]] = answer_from(row)
        return answers

    def put_answers(self, scorecard_id: str, answers: Iterable[Answer]) -> None:
        """Keep answers of a scorecard, replacing those of the same items."""
        key = self._key(scorecard_id)
        with self._database.transaction():
            self._database.write_many(
                "INSERT OR REPLACE INTO answer (scorecard, item, verdict, count, option,"
                " measured, samples, phrases, note, praised, correction, cases)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        key,
                        answer.item_id,
                        answer.verdict.value,
                        answer.count,
                        answer.option,
                        answer.measured,
                        json.dumps(answer.samples) if answer.samples else None,
                        texts_json(answer.phrases),
                        answer.note or None,
                        answer.praised,
                        answer.correction,
                        json.dumps(answer.cases) if answer.cases else None,
                    )
                    for answer in answers
                ),
            )

    def clear_answers(self, scorecard_id: str, item_ids: Iterable[str]) -> None:
        """Turn items of a scorecard back into 未查."""
        key = self._key(scorecard_id)
        with self._database.transaction():
            self._database.write_many(
                "DELETE FROM answer WHERE scorecard = ? AND item = ?",
                ((key, item_id) for item_id in item_ids),
            )

    def _key(self, scorecard_id: str) -> int:
        row = self._database.row("SELECT key FROM scorecard WHERE id = ?", (scorecard_id,))
        if row is None:
            raise KeyError(scorecard_id)
        key: int = row["key"]
        return key

    def set_cursor(self, inspection_id: str, scorecard_id: str, item_id: str | None) -> None:
        """Remember where the inspector stands."""
        with self._database.transaction():
            self._database.write(
                "UPDATE inspection SET cursor_scorecard = ?, cursor_item = ? WHERE id = ?",
                (scorecard_id, item_id, inspection_id),
            )

    def set_left_out(self, scorecard_id: str, left_out: bool, reason: str = "") -> None:
        """Say that a chosen window is not inspected after all and why, or is again."""
        with self._database.transaction():
            self._database.write(
                "UPDATE scorecard SET left_out = ?, left_out_reason = ? WHERE id = ?",
                (left_out, reason if left_out else "", scorecard_id),
            )

    def set_on_duty(self, scorecard_id: str, number: str, name: str) -> None:
        """Say who is on duty at a window."""
        with self._database.transaction():
            self._database.write(
                "UPDATE scorecard SET staff_number = ?, staff_name = ? WHERE id = ?",
                (number, name, scorecard_id),
            )

    def set_inspectors(
        self,
        inspection_id: str,
        inspectors: tuple[str, ...],
        conflicts: tuple[str, ...],
        party: tuple[PartyMember, ...],
    ) -> None:
        """Say who inspects, who of them belongs to the site, and who is what."""
        with self._database.transaction():
            self._database.write(
                "UPDATE inspection SET inspectors = ?, conflicts = ?, party = ? WHERE id = ?",
                (
                    texts_json(inspectors),
                    texts_json(conflicts),
                    party_json(party),
                    inspection_id,
                ),
            )

    def set_state(self, inspection_id: str, state: InspectionState) -> None:
        """Move an inspection to or from the bin."""
        with self._database.transaction():
            self._database.write(
                "UPDATE inspection SET state = ? WHERE id = ?", (state.value, inspection_id)
            )

    def complete(
        self,
        inspection_id: str,
        completed_at: datetime,
        seal: str,
        site: "SiteScore",
        cards: "Sequence[tuple[Scorecard, ScorecardScore]]",
    ) -> None:
        """Keep the scores of a visit and close it. `cards` are those that were inspected."""
        with self._database.transaction():
            self.seal(inspection_id, completed_at, seal)
            self._database.write(
                "UPDATE inspection SET score = ?, bonus = ?, vetoes = ?, windows = ?, grade = ?"
                " WHERE id = ?",
                (*site_values(site, cards), inspection_id),
            )
            self._database.write_many(
                "INSERT INTO inspection_category (inspection_id, category, rate) VALUES (?, ?, ?)",
                ((inspection_id, category.value, rate) for category, rate in site.rates.items()),
            )
            for card, score in cards:
                self._keep_score(card.id, score)

    def seal(self, inspection_id: str, completed_at: datetime, seal: str) -> None:
        """Close a visit for good."""
        with self._database.transaction():
            self._database.write(
                "UPDATE inspection SET state = ?, completed_at = ?, seal = ? WHERE id = ?",
                (InspectionState.COMPLETED.value, moment_text(completed_at), seal, inspection_id),
            )
            self._database.journal.touch("visit", inspection_id)

    def _keep_score(self, scorecard_id: str, score: "ScorecardScore") -> None:
        key = self._key(scorecard_id)
        self._database.write(
            "UPDATE scorecard SET score = ?, bonus = ?, vetoes = ?, grade = ? WHERE key = ?",
            (*card_values(score), key),
        )
        self._database.write_many(
            "INSERT INTO scorecard_category (scorecard, category, got, full, rate)"
            " VALUES (?, ?, ?, ?, ?)",
            ((key, *part_values(part)) for part in score.categories),
        )

    def site_scores(
        self, inspection_ids: Sequence[str]
    ) -> "Mapping[str, tuple[Standing, Standing, Coverage | None]]":
        """Return how completed inspections stand after appeals, how they stood before, and how
        much of them was observed (None: before that was kept)."""
        from inspector.domain.figures.standing import Standing
        from inspector.domain.visit.coverage import Coverage

        marks = ", ".join("?" for _ in inspection_ids)
        rows = self._database.rows(
            "SELECT id, score, vetoes, grade, coalesce(reviewed_score, score) AS reviewed_score,"
            " coalesce(reviewed_vetoes, vetoes) AS reviewed_vetoes,"
            " coalesce(reviewed_grade, grade) AS reviewed_grade, observed, asked"
            f" FROM inspection WHERE id IN ({marks})",
            tuple(inspection_ids),
        )
        return {
            row["id"]: (
                Standing(
                    row["reviewed_score"], row["reviewed_vetoes"] or 0, row["reviewed_grade"] or ""
                ),
                Standing(row["score"], row["vetoes"] or 0, row["grade"] or ""),
                None if row["asked"] is None else Coverage(row["observed"], row["asked"]),
            )
            for row in rows
        }
