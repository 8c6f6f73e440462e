"""What the views of the city's ledger are made of: their columns' words, and terms of their SQL."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.storage.city.ledger_tables import TABLES

TODAY = "{today}"
"""Stands in a view for the day on which it is read."""

BYTES = "{bytes}"
"""Stands behind an id or a digest that is sorted: as its bytes are, not as a language has it."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: its columns with their comments, and what it selects."""

    name: str
    says: str
    columns: Mapping[str, str]
    sql: str


def points(column: str) -> str:
    """Return points out of hundredths, to two places."""
    return f"CAST(round({column} / 100.0, 2) AS numeric)"


def counted(term: str) -> str:
    """Return a whole number as one also where SQLite is asked for it by a text, as Datasette does.

    What is no column has no type there, and '1' is not 1.
    """
    return f"CAST({term} AS bigint)"


def yes(condition: str) -> str:
    """Return 1 or 0 of a condition, told like `counted`."""
    return f"CAST(CASE WHEN {condition} THEN 1 ELSE 0 END AS integer)"


def half_up(total: str, count: str) -> str:
    """Return a whole number: the quotient of two, halves away from zero; of no count NULL."""
    half = f"CASE WHEN {total} < 0 THEN -{count} ELSE {count} END"
    return f"((2 * {total} + {half}) / NULLIF(2 * {count}, 0))"


def whole_sum(column: str) -> str:
    """Return the sum of whole numbers as one: PostgreSQL would make it a decimal."""
    return f"CAST(sum({column}) AS bigint)"


def newest(table: str, alias: str, *key: str) -> str:
    """Return the condition that no later version of a row is there."""
    same = " AND ".join(f"later.{name} = {alias}.{name}" for name in (*key, "month"))
    return (
        f"NOT EXISTS (SELECT 1 FROM {table} AS later WHERE {same}"
        f" AND (later.steps, later.digest) > ({alias}.steps, {alias}.digest))"
    )


_WORDS = {column.name: column.says for table in reversed(TABLES) for column in table.columns}

_SCORE_WORDS = {
    "score": "查实得分", "bonus": "加分", "vetoes": "查实一票否决项数", "grade": "查实等次",
    "reviewed_score": "复核得分：申诉之后，没有申诉就是查实得分",
    "reviewed_vetoes": "复核后一票否决项数", "reviewed_grade": "复核等次",
    "ranked_score": "排名用得分：不用单位自定的分值", "ranked_vetoes": "排名用一票否决项数",
    "ranked_grade": "排名用等次", "is_ranked": "1：参加排名",
    "observed": "已观察项数", "asked": "应查项数",
}  # fmt: skip


NEWEST_STANDING = "{newest_standing}"
"""Stands in a view for a join of a finding `f` with how it stands, `s`, at the end."""


def newest_first(alias: str, *key: str) -> str:
    """Return the window by which the versions of a row are counted, from the newest.

    `key` and the month tell rows apart; the first is an id. What is asked of the others is looked
    up before.
    """
    own, *others = (f"{alias}.{name}" for name in (*key, "month"))
    return (
        f"PARTITION BY {own}{BYTES}, {', '.join(others)}"
        f" ORDER BY {alias}.steps DESC, {alias}.digest{BYTES} DESC"
    )


RANKED = "coalesce(r.ranked_score, r.reviewed_score, t.score)"
RANKED_VETOES = "coalesce(r.ranked_vetoes, r.reviewed_vetoes, t.vetoes)"
"""Of a visit or scorecard `t`, REVIEWED."""


def reviewed(table: str = "t") -> str:
    """Return the join with what an appeal or a site's own numbers made of a visit or scorecard."""
    return (
        f"LEFT JOIN review AS r ON r.id = {table}.id AND r.month = {table}.month"
        f" AND {newest('review', 'r', 'id')}"
    )


def said(*names: str, **own: str) -> dict[str, str]:
    """Return the comments of columns: those of the tables, or their own."""
    told = {**_WORDS, **_SCORE_WORDS}
    return {name: own.get(name) or told[name] for name in names}
