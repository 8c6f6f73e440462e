"""What of a data folder goes into the city's ledger: rows of its tables, out of entered subjects.

Only what was sealed: visits with their scorecards and findings, how findings and scores stand,
plans and sheets of surveys. Never answers one by one, photos, signatures, complaints, settings.
Names of persons stay blank unless they may leave.
"""

import json
from collections.abc import Iterator, Sequence

from inspector.storage.city.ledger_digest import Fact, digest, digest_of_ids
from inspector.storage.city.ledger_tables import (
    FINDING,
    FINDING_STANDING,
    KNOWN_OBJECT,
    PLAN,
    PLAN_SITE,
    REVIEW,
    SCORECARD,
    SURVEY_SHEET,
    VISIT,
)
from inspector.storage.city.shared_parts import SharedParts
from inspector.storage.database.database import Database, Row
from inspector.storage.stores.ranked_terms import APART

Value = str | int | None
Rows = dict[str, list[tuple[Value, ...]]]
"""By table of the ledger, in the order of its columns."""

_ASKED = "FROM json_each(?) AS asked CROSS JOIN"
_WHOLE = 100

_VISITS = (
    "SELECT i.*, p.pack_id, p.version AS pack_version, p.ranked_from, p.weighing,"
    " coalesce(s.unit, '') AS unit,"
    f" i.kind IN ('patrol', 'recheck', 'voice') AS walked, i.{APART} AS apart"
    f" {_ASKED} inspection AS i ON i.id = asked.value JOIN pack AS p ON p.hash = i.pack_hash"
    " LEFT JOIN site AS s ON s.id = i.site_id WHERE i.state = 'completed'"
)
_CARDS = (
    f"SELECT c.* {_ASKED} scorecard AS c ON c.inspection_id = asked.value"
    " WHERE NOT c.left_out AND c.score IS NOT NULL ORDER BY c.inspection_id, c.position"
)
_FINDINGS = (
    f"SELECT f.* {_ASKED} finding AS f ON f.inspection_id = asked.value"
    " ORDER BY f.inspection_id, f.number, f.id"
)
_STANDINGS = (
    f"SELECT f.*, (SELECT json_group_array(e.id) FROM finding_event AS e"
    f" WHERE e.finding_id = f.id) AS steps {_ASKED} finding AS f ON f.id = asked.value"
)
_REVIEWS = (
    "SELECT i.id, i.id AS visit, i.day, {own} {asked} inspection AS i ON i.id = asked.value"
    " UNION ALL SELECT c.id, i.id, i.day, {card} {asked} inspection AS i"
    " ON i.id = asked.value JOIN scorecard AS c ON c.inspection_id = i.id"
    " WHERE NOT c.left_out AND c.score IS NOT NULL"
)
_REVIEWED = (
    "reviewed_score", "reviewed_vetoes", "reviewed_grade", "ranked_score", "ranked_vetoes",
    "ranked_grade",
)  # fmt: skip


class PublishedRows:
    """Rows out of `database` for one publication by `laptop`; `names`: those of persons as well."""

    def __init__(self, database: Database, laptop: str, publication: str, *, names: bool) -> None:
        self._database = database
        self._laptop = laptop
        self._publication = publication
        self._names = names
        self._shared = SharedParts(database)

    def of(
        self,
        visits: Sequence[str] = (),
        findings: Sequence[str] = (),
        reviewed: Sequence[str] = (),
        plans: Sequence[str] = (),
        surveys: Sequence[str] = (),
    ) -> Rows:
        """Return the rows of visits, of how findings and scores of visits stand, and so on."""
        rows: Rows = {}
        for kind, ids in (("visit", visits), ("plan", plans), ("survey", surveys)):
            if ids:
                self._add_objects(rows, kind, ids)
        if findings:
            rows[FINDING_STANDING.name] = list(self._standings(findings))
        if reviewed:
            rows[REVIEW.name] = list(self._reviews(reviewed))
        return {table: own for table, own in rows.items() if own}

    # Objects

    def _add_objects(self, rows: Rows, kind: str, ids: Sequence[str]) -> None:
        makers = self._makers(kind, ids)
        added = {"visit": self._visits, "plan": self._plans, "survey": self._surveys}[kind]
        known = rows.setdefault(KNOWN_OBJECT.name, [])
        for key, told, parts in added(ids):
            laptop = makers.get(key, self._laptop)
            end = (laptop, self._publication, told)
            known.append((kind, key, *end))
            for table, own in parts.items():
                rows.setdefault(table, []).extend((*row, *end) for row in own)

    def _makers(self, kind: str, ids: Sequence[str]) -> dict[str, str]:
        """Return which laptop made those that were received; all others are this one's."""
        found = self._database.rows(
            f"SELECT r.subject, r.laptop {_ASKED} received_object AS r"
            " ON r.kind = ? AND r.subject = asked.value",
            (json.dumps(ids), kind),
        )
        return {row["subject"]: row["laptop"] for row in found}

    def _visits(self, ids: Sequence[str]) -> Iterator[tuple[str, str, Rows]]:
        asked = (json.dumps(ids),)
        cards, findings = self._by_visit(_CARDS, asked), self._by_visit(_FINDINGS, asked)
        for visit in self._database.rows(_VISITS, asked):
            key, day = visit["id"], visit["day"]
            own_cards = [] if visit["walked"] else cards.get(key, [])
            own_findings = findings.get(key, [])
            of = (
                day[:7], day, visit["site_name"], visit["kind"], visit["form"],
                visit["pack_id"], visit["pack_version"],
            )  # fmt: skip
            told = digest(
                key, visit["seal"], *of, visit["started_at"], *_scores(visit),
                [_card_facts(card) for card in own_cards],
                [_finding_facts(finding) for finding in own_findings],
            )  # fmt: skip
            yield (
                key,
                told,
                {
                    VISIT.name: [self._visit(visit, of)],
                    SCORECARD.name: [self._card(visit, card, of) for card in own_cards],
                    FINDING.name: [_finding(finding) for finding in own_findings],
                },
            )

    def _by_visit(self, sql: str, asked: tuple[str]) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._database.rows(sql, asked):
            found.setdefault(row["inspection_id"], []).append(row)
        return found

    def _visit(self, visit: Row, of: tuple[Value, ...]) -> tuple[Value, ...]:
        people = json.loads(visit["inspectors"])
        return (
            visit["id"], *of, visit["unit"], visit["phase"], visit["slot"], visit["started_at"],
            visit["completed_at"], len(people), "、".join(people) if self._names else "",
            visit["windows"], *_scores(visit), int(not visit["walked"]),
            int(not visit["apart"] and _is_observed(visit, visit["ranked_from"])),
            visit["seal"] or "", *self._shared.terms(visit),
        )  # fmt: skip

    def _card(self, visit: Row, card: Row, of: tuple[Value, ...]) -> tuple[Value, ...]:
        return (
            card["id"], visit["id"], *of, card["scope"], card["window_number"],
            card["window_kind"], card["staff_number"], self._name(card["staff_name"]),
            card["department"], *_scores(card),
            int(not visit["apart"] and _is_observed(card, visit["ranked_from"])),
        )  # fmt: skip

    def _plans(self, ids: Sequence[str]) -> Iterator[tuple[str, str, Rows]]:
        asked = (json.dumps(ids),)
        sites: dict[str, list[Row]] = {}
        for row in self._database.rows(
            f"SELECT s.* {_ASKED} plan_site AS s ON s.plan_id = asked.value"
            " ORDER BY s.plan_id, s.position",
            asked,
        ):
            sites.setdefault(row["plan_id"], []).append(row)
        for plan in self._database.rows(
            f"SELECT p.* {_ASKED} plan AS p ON p.id = asked.value", asked
        ):
            first, last = plan["first"], plan["last"]
            head = (
                plan["id"], plan["family"], plan["version"], plan["name"], plan["phase"], first,
                last, first[:7], last[:7], plan["covert"], plan["made_at"], plan["withdrawn"],
            )  # fmt: skip
            lines: list[tuple[Value, ...]] = [
                (
                    plan["id"], site["position"], site["site_name"], site["visits"],
                    -(-site["share"] * site["windows"] // _WHOLE),
                )
                for site in sites.get(plan["id"], ())
            ]  # fmt: skip
            told = digest(*head[:3], *head[5:], [list(line) for line in lines])
            yield plan["id"], told, {PLAN.name: [head], PLAN_SITE.name: lines}

    def _surveys(self, ids: Sequence[str]) -> Iterator[tuple[str, str, Rows]]:
        for sheet in self._database.rows(
            f"SELECT s.* {_ASKED} survey_sheet AS s ON s.id = asked.value", (json.dumps(ids),)
        ):
            row = (
                sheet["id"], sheet["day"][:7], sheet["day"], sheet["site_name"],
                sheet["window_number"], sheet["channel"], sheet["grade"], sheet["reason"],
                sheet["replaces"],
            )  # fmt: skip
            told = digest(*row[:7], row[8])
            yield sheet["id"], told, {SURVEY_SHEET.name: [row]}

    # Versions

    def _standings(self, ids: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """Yield how findings stand; the digest is over facts that follow from the steps alone."""
        for finding in self._database.rows(_STANDINGS, (json.dumps(ids),)):
            steps = json.loads(finding["steps"])
            of_steps = digest_of_ids(steps)
            told = digest(
                finding["id"], of_steps, finding["type"], finding["deadline"], finding["state"],
                finding["closed_at"], finding["round"], finding["extensions"], finding["done_on"],
                finding["rechecked_at"], finding["recheck_passed"], finding["appealed_at"],
                finding["review"], finding["reviewed_deduction"],
            )  # fmt: skip
            yield (
                finding["id"], finding["day"][:7], finding["site_name"], finding["inspection_id"],
                len(steps), of_steps, finding["requirement"],
                finding["department"], self._name(finding["owner"]),
                self._name(finding["leader"]), finding["type"], finding["deadline"],
                finding["state"], finding["closed_at"], finding["round"], finding["extensions"],
                finding["correction"], finding["reported_text"], finding["done_on"],
                finding["rechecked_at"], self._name(finding["rechecked_by"]),
                finding["recheck_passed"], finding["recheck_note"], finding["appealed_at"],
                finding["review"], finding["reviewed_deduction"], finding["notice"],
                finding["times_at_window"], finding["times_at_site"], self._laptop,
                self._publication, told,
            )  # fmt: skip

    def _reviews(self, ids: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """Yield what counts of visits that were appealed, or that had numbers of the site's own.

        A row of nothing as well: an appeal's end may have been taken back.
        """
        asked = json.dumps(ids)
        steps = {
            row["id"]: row["steps"]
            for row in self._database.rows(
                f"SELECT f.inspection_id AS id, count(*) AS steps {_ASKED} finding AS f"
                " ON f.inspection_id = asked.value JOIN finding_event AS e ON e.finding_id = f.id"
                " GROUP BY f.inspection_id",
                (asked,),
            )
        }
        own, card = (", ".join(f"{at}.{name}" for name in _REVIEWED) for at in "ic")
        for row in self._database.rows(
            _REVIEWS.format(own=own, card=card, asked=_ASKED), (asked, asked)
        ):
            scores = tuple(row[name] for name in _REVIEWED)
            count = steps.get(row["visit"], 0)
            told = digest(row["id"], count, *scores)
            head = (row["id"], row["visit"], row["day"][:7], count)
            yield (*head, *scores, self._laptop, self._publication, told)

    def _name(self, name: str) -> str:
        return name if self._names else ""


def _scores(row: Row) -> tuple[Value, ...]:
    return (
        row["score"], row["bonus"], row["vetoes"], row["grade"], row["observed"], row["asked"],
    )  # fmt: skip


def _is_observed(row: Row, ranked_from: int) -> bool:
    """Tell whether enough was observed to be ranked; of visits before that was kept, it was."""
    if row["asked"] is None:
        return True
    return int(row["observed"] or 0) * _WHOLE >= ranked_from * int(row["asked"])


def _finding(finding: Row) -> tuple[Value, ...]:
    return (
        finding["id"], finding["inspection_id"], finding["number"],
        finding["day"][:7], finding["day"], finding["site_name"],
        finding["window_number"], finding["staff_number"], finding["category"],
        finding["item_id"], finding["item_text"], finding["text"],
        finding["deduction"], finding["veto"], finding["responsible"], finding["raised_at"],
    )  # fmt: skip


def _card_facts(card: Row) -> list[Fact]:
    return [card["id"], card["scope"], card["window_number"], card["window_kind"], *_scores(card)]


def _finding_facts(finding: Row) -> list[Fact]:
    return [
        finding["id"], finding["number"], finding["day"], finding["window_number"],
        finding["category"], finding["item_id"], finding["deduction"], finding["veto"],
        finding["raised_at"],
    ]  # fmt: skip
