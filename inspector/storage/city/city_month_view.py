"""The view `city_month` of the city's ledger: what was inspected where, and what became of it.

Parts of one visit (分头检查) that are in the ledger are one visit there, as in every data folder:
the rule is that of `domain.visit.joined_visit`, told here once more in SQL.
"""

from inspector.storage.city.view_terms import (
    RANKED,
    RANKED_VETOES,
    TODAY,
    View,
    half_up,
    mean,
    points,
    reviewed,
    said,
    whole_sum,
)

_FOUND = ("findings", "unfinished", "overdue", "closed", "withdrawn")
_NO_FINDINGS = ", ".join(f"0 AS {name}" for name in _FOUND)

_OF_VISIT = (
    "t.month, t.site, t.unit, t.pack, t.form, CASE WHEN t.kind = 'covert' THEN 1 ELSE 0 END"
    " AS covert, t.windows,"
    f" CASE WHEN {RANKED_VETOES} > 0 THEN 1 ELSE 0 END AS vetoed, t.is_ranked, {RANKED} AS ranked"
)

_WHOLE = (
    "SELECT t.month, t.site, t.unit, t.pack, t.form, 1 AS visits, t.covert, t.windows, t.vetoed,"
    " t.is_ranked, CASE WHEN t.is_ranked = 1 THEN t.ranked END AS ranked,"
    f" {_NO_FINDINGS} FROM (SELECT {_OF_VISIT}"
    f" FROM visit AS t {reviewed()} WHERE t.is_scored = 1 AND t.shared_by IS NULL) AS t"
)
"""A row is a visit that nobody shares."""

_PARTS = (
    "SELECT t.month, t.site, max(t.unit) AS unit, t.pack, t.form, t.shared_by,"
    " count(*) AS parts, max(t.covert) AS covert, sum(t.windows) AS windows,"
    " max(t.vetoed) AS vetoed, max(t.public_share) AS public_share, max(t.ranked) AS ranked,"
    # A part alone is what it is; of several all that was observed counts together.
    " CASE WHEN t.kind = 'self' THEN 0 WHEN count(*) = 1 THEN max(t.is_ranked)"
    " WHEN sum(t.observed) * 100 >= max(t.ranked_from) * sum(t.asked) THEN 1 ELSE 0 END"
    f" AS is_ranked FROM (SELECT {_OF_VISIT}, t.shared_by, t.public_share, t.ranked_from, t.kind,"
    " coalesce(t.observed, 0) AS observed, coalesce(t.asked, 0) AS asked"
    f" FROM visit AS t {reviewed()} WHERE t.is_scored = 1 AND t.shared_by IS NOT NULL) AS t"
    " GROUP BY t.month, t.site, t.pack, t.form, t.kind, t.shared_by"
)
"""A row is a shared visit, with what follows from its parts."""

_PLACES = (
    "SELECT c.month, c.shared_by, c.scope, count(*) AS times,"
    f" {half_up(whole_sum('c.ranked'), 'count(c.ranked)')} AS score"
    f" FROM (SELECT v.month, v.shared_by, t.scope, {RANKED} AS ranked, CASE"
    " WHEN t.scope = 'public' THEN '' WHEN t.\"window\" = '' THEN t.id ELSE t.\"window\" END"
    " AS place FROM visit AS v JOIN scorecard AS t ON t.visit = v.id AND t.month = v.month"
    f" {reviewed()} WHERE v.is_scored = 1 AND v.shared_by IS NOT NULL) AS c"
    " GROUP BY c.month, c.shared_by, c.scope, c.place"
)
"""A row is a place of a shared visit; what two parts scored has the mean of both, rounded once."""

_IS_WINDOW = "s.scope = 'window'"

_SIDES = (
    "SELECT s.month, s.shared_by,"
    f" {whole_sum(f'CASE WHEN {_IS_WINDOW} THEN s.score END')} AS total,"
    f" count(CASE WHEN {_IS_WINDOW} THEN s.score END) AS counted,"
    " max(CASE WHEN s.scope = 'public' THEN s.score END) AS public,"
    f" {whole_sum(f'CASE WHEN {_IS_WINDOW} THEN s.times - 1 ELSE 0 END')} AS twice"
    f" FROM ({_PLACES}) AS s GROUP BY s.month, s.shared_by"
)
"""A row is a shared visit: its windows together, and its public area."""

_BOTH_SIDES = half_up(
    "((100 - p.public_share) * s.total + p.public_share * s.public * s.counted)",
    "(100 * s.counted)",
)

_SHARED = (
    "SELECT p.month, p.site, p.unit, p.pack, p.form, 1 AS visits, p.covert,"
    " CAST(p.windows AS bigint) - coalesce(s.twice, 0) AS windows, p.vetoed, p.is_ranked,"
    " CASE WHEN p.is_ranked = 0 THEN NULL WHEN p.parts = 1 THEN p.ranked"
    " WHEN s.counted = 0 THEN s.public"
    f" WHEN s.public IS NULL THEN {half_up('s.total', 's.counted')}"
    f" ELSE {_BOTH_SIDES} END AS ranked,"
    f" {_NO_FINDINGS} FROM ({_PARTS}) AS p"
    f" LEFT JOIN ({_SIDES}) AS s ON s.month = p.month AND s.shared_by = p.shared_by"
)
"""A row is a shared visit as it counts."""

_CLOSED, _WITHDRAWN, _OVERDUE, _UNFINISHED = "cwou"

_NEWEST = (
    # The greatest of steps, digest and how it stands, as texts of one length: a hash in memory is
    # enough for that, two thirds of what a sort takes (tests/scale/RESULTS.md).
    "SELECT t.visit, t.month, max(CAST(1000000 + t.steps AS text) || substr(t.digest, 1, 16)"
    f" || CASE t.state WHEN 'closed' THEN '{_CLOSED}' WHEN 'withdrawn' THEN '{_WITHDRAWN}'"
    f" ELSE CASE WHEN t.deadline < {TODAY} THEN '{_OVERDUE}' ELSE '{_UNFINISHED}' END END) AS told"
    " FROM finding_standing AS t GROUP BY t.month, t.visit, t.finding"
)
"""A row is a finding; how it stands is the last letter of `told`."""


def _stand(letters: str) -> str:
    """Return how many findings stand in one of some ways."""
    among = ", ".join(f"'{letter}'" for letter in letters)
    return f"sum(CASE WHEN s.stands IN ({among}) THEN 1 ELSE 0 END)"


_STANDINGS = (
    "SELECT s.visit, s.month, count(*) AS findings,"
    f" {_stand(_OVERDUE + _UNFINISHED)} AS unfinished, {_stand(_OVERDUE)} AS overdue,"
    f" {_stand(_CLOSED)} AS closed, {_stand(_WITHDRAWN)} AS withdrawn"
    f" FROM (SELECT n.visit, n.month, substr(n.told, length(n.told)) AS stands FROM ({_NEWEST})"
    " AS n) AS s GROUP BY s.visit, s.month"
)
"""A row is a visit, with what became of its findings."""

_NOTHING = "CAST(NULL AS bigint)"

_FINDINGS = (
    f"SELECT v.month, v.site, v.unit, v.pack, v.form, 0, 0, {_NOTHING}, 0, 0, {_NOTHING},"
    f" {', '.join(f'f.{name}' for name in _FOUND)}"
    f" FROM visit AS v JOIN ({_STANDINGS}) AS f ON f.visit = v.id AND f.month = v.month"
    " WHERE v.is_scored = 1"
)

CITY_MONTH = View(
    "city_month",
    "每月每个单位一行（检查表、检查方式不同的分开，不混排）：查了几次，得分，问题和整改",
    said(
        "month",
        "site",
        "unit",
        "pack",
        "form",
        "visits",
        "covert",
        "windows",
        "vetoed",
        "ranked_visits",
        "score",
        "lowest",
        "highest",
        "findings",
        "unfinished",
        "overdue",
        "closed",
        "withdrawn",
        unit="主管单位",
        visits="打分的检查次数，分头检查的各部分算一次",
        covert="其中暗访次数",
        windows="查了几个窗口（次），分头检查中两人都查的算一个",
        vetoed="有一票否决的检查次数（复核后）",
        ranked_visits="参加排名的检查次数",
        score="参加排名的检查的平均得分，四舍五入到两位",
        lowest="最低得分",
        highest="最高得分",
        findings="发现的问题",
        unfinished="还没有销号的",
        overdue="其中逾期的",
        closed="已销号的",
        withdrawn="已撤销的",
    ),
    "SELECT c.month, c.site, max(c.unit) AS unit, c.pack, c.form,"
    f" {whole_sum('c.visits')} AS visits, {whole_sum('c.covert')} AS covert,"
    f" {whole_sum('c.windows')} AS windows, {whole_sum('c.vetoed')} AS vetoed,"
    f" {whole_sum('c.is_ranked')} AS ranked_visits, {mean('c.ranked')} AS score,"
    f" {points('min(c.ranked)')} AS lowest, {points('max(c.ranked)')} AS highest, "
    + ", ".join(f"{whole_sum(f'c.{name}')} AS {name}" for name in _FOUND)
    + f" FROM ({_WHOLE} UNION ALL {_SHARED} UNION ALL {_FINDINGS}) AS c"
    " GROUP BY c.month, c.site, c.pack, c.form",
)
