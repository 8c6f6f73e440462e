"""Findings in SQLite: an append-only list of events, and what they fold to.

Both are written in one transaction. Knows SQL and the domain; nothing of Qt.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime

from inspector.domain.checklist import Category, Responsible
from inspector.domain.finding import Finding, FindingState, RectificationType
from inspector.domain.summary import FindingCount, PackVersion
from inspector.storage.database import Database, Row
from inspector.storage.rows import moment_text

RAISED = "raised"
"""The first event of every finding; its content is the finding as found."""


class FindingStore:
    """The only SQL about findings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def draw_numbers(self, prefix: str, count: int) -> list[str]:
        """Return the next `count` printed numbers of `prefix`: 2611 gives 2611-001 and on."""
        with self._database.transaction():
            row = self._database.row("SELECT last FROM sequence WHERE prefix = ?", (prefix,))
            last = row["last"] if row else 0
            self._database.write(
                "INSERT INTO sequence (prefix, last) VALUES (?, ?)"
                " ON CONFLICT (prefix) DO UPDATE SET last = excluded.last",
                (prefix, last + count),
            )
        return [f"{prefix}-{number:03}" for number in range(last + 1, last + count + 1)]

    def raise_all(self, findings: Iterable[Finding]) -> None:
        """Keep new findings, each with its first event."""
        with self._database.transaction():
            for finding in findings:
                values = _values(finding)
                columns = ", ".join(values)
                marks = ", ".join(f":{name}" for name in values)
                self._database.write(f"INSERT INTO finding ({columns}) VALUES ({marks})", values)
                self._database.write(
                    "INSERT INTO finding_event (finding_id, at, kind, content) VALUES (?, ?, ?, ?)",
                    (
                        finding.id,
                        moment_text(finding.raised_at),
                        RAISED,
                        json.dumps(values, ensure_ascii=False),
                    ),
                )

    def raised_between(
        self, first: date, last: date, site_name: str | None = None
    ) -> list[Finding]:
        """Return the findings raised from `first` to `last` day, oldest first."""
        where = "day BETWEEN ? AND ?"
        values: tuple[str, ...] = (first.isoformat(), last.isoformat())
        if site_name is not None:
            where += " AND site_name = ?"
            values += (site_name,)
        rows = self._database.rows(
            f"SELECT * FROM finding WHERE {where} ORDER BY day, rowid", values
        )
        return [_finding(row) for row in rows]

    def of_inspection(self, inspection_id: str) -> list[Finding]:
        """Return the findings raised from one visit, in sheet order."""
        rows = self._database.rows(
            "SELECT * FROM finding WHERE inspection_id = ? ORDER BY rowid", (inspection_id,)
        )
        return [_finding(row) for row in rows]

    def counts(
        self, first: date, last: date, today: date
    ) -> dict[tuple[str, PackVersion], FindingCount]:
        """Return how the findings of a period stand, by (site id, pack version)."""
        rows = self._database.rows(
            "SELECT finding.site_id, pack.pack_id, pack.version, pack.title, count(*) AS raised,"
            " sum(finding.state = 'closed') AS closed,"
            " sum(finding.state <> 'closed' AND finding.deadline < ?) AS overdue"
            " FROM finding JOIN inspection ON inspection.id = finding.inspection_id"
            " JOIN pack ON pack.hash = inspection.pack_hash"
            " WHERE finding.day BETWEEN ? AND ?"
            " GROUP BY finding.site_id, pack.pack_id, pack.version",
            (today.isoformat(), first.isoformat(), last.isoformat()),
        )
        return {
            (
                row["site_id"],
                PackVersion(row["pack_id"], row["version"], row["title"]),
            ): FindingCount(row["raised"], row["closed"], row["overdue"])
            for row in rows
        }


def _values(finding: Finding) -> dict[str, str | int | None]:
    return {
        "id": finding.id,
        "number": finding.number,
        "inspection_id": finding.inspection_id,
        "scorecard_id": finding.scorecard_id,
        "item_id": finding.item_id,
        "site_id": finding.site_id,
        "site_name": finding.site_name,
        "window_number": finding.window_number,
        "staff_number": finding.staff_number,
        "category": finding.category.value,
        "item_text": finding.item_text,
        "text": finding.text,
        "deduction": finding.deduction,
        "veto": int(finding.veto),
        "requirement": finding.requirement,
        "responsible": finding.responsible.value,
        "department": finding.department,
        "owner": finding.owner,
        "leader": finding.leader,
        "type": finding.type.value,
        "deadline": finding.deadline.isoformat(),
        "raised_at": moment_text(finding.raised_at),
        "day": finding.raised_at.date().isoformat(),
        "state": finding.state.value,
        "closed_at": moment_text(finding.closed_at) if finding.closed_at else None,
    }


def _finding(row: Row) -> Finding:
    return Finding(
        id=row["id"],
        number=row["number"],
        inspection_id=row["inspection_id"],
        scorecard_id=row["scorecard_id"],
        item_id=row["item_id"],
        site_id=row["site_id"],
        site_name=row["site_name"],
        window_number=row["window_number"],
        staff_number=row["staff_number"],
        category=Category(row["category"]),
        item_text=row["item_text"],
        text=row["text"],
        deduction=row["deduction"],
        veto=bool(row["veto"]),
        requirement=row["requirement"],
        responsible=Responsible(row["responsible"]),
        department=row["department"],
        owner=row["owner"],
        leader=row["leader"],
        type=RectificationType(row["type"]),
        deadline=date.fromisoformat(row["deadline"]),
        raised_at=datetime.fromisoformat(row["raised_at"]),
        state=FindingState(row["state"]),
        closed_at=datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None,
    )
