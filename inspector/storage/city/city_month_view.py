"""The view `city_month` of the city's ledger: what was inspected where, and what became of it."""

from inspector.storage.city.ledger_tables import CITY_MONTH_KEPT
from inspector.storage.city.view_terms import TODAY, View, half_up, points, said, whole_sum

_SUMS = ("visits", "covert", "windows", "vetoed", "ranked_visits")


def month_sql(kept: str = CITY_MONTH_KEPT.name) -> str:
    """Return what the view selects of what is kept; that may be a query in brackets."""
    sums = ", ".join(f"{whole_sum(f'k.{name}')} AS {name}" for name in _SUMS)
    overdue = f"CASE WHEN k.due < {TODAY} THEN k.unfinished ELSE 0 END"
    mean = half_up(whole_sum("k.ranked_total"), whole_sum("k.ranked"))
    return (
        f"SELECT k.month, k.site, max(k.unit) AS unit, k.pack, k.form, {sums},"
        f" {points(mean)} AS score, {points('min(k.lowest)')} AS lowest,"
        f" {points('max(k.highest)')} AS highest, {whole_sum('k.findings')} AS findings,"
        f" {whole_sum('k.unfinished')} AS unfinished, {whole_sum(overdue)} AS overdue,"
        f" {whole_sum('k.closed')} AS closed, {whole_sum('k.withdrawn')} AS withdrawn"
        f" FROM {kept} AS k GROUP BY k.month, k.site, k.pack, k.form"
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
    month_sql(),
)
