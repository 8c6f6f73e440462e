"""The views of the city's ledger: what its readers see, under names that stay.

`scorecard_score` and `finding_status` have the columns of the views of the same names in a data
folder, and some more. The SQL is what PostgreSQL, SQLite and their relatives share; what differs
(today's day, the newest of several rows) is put in by the dialect. Every column is told here, and
its words become its comment.
"""

from inspector.storage.city.city_month_view import CITY_MONTH
from inspector.storage.city.view_terms import (
    NEWEST_STANDING,
    RANKED,
    RANKED_VETOES,
    TODAY,
    View,
    counted,
    points,
    reviewed,
    said,
    yes,
)

_SCORES = """
    {score} AS score, {bonus} AS bonus, t.vetoes, t.grade,
    {reviewed} AS reviewed_score,
    {reviewed_vetoes} AS reviewed_vetoes,
    coalesce(r.reviewed_grade, t.grade) AS reviewed_grade, t.form, t.observed, t.asked,
    {ranked} AS ranked_score, {ranked_vetoes} AS ranked_vetoes,
    coalesce(r.ranked_grade, r.reviewed_grade, t.grade) AS ranked_grade, t.is_ranked
""".format(
    score=points("t.score"),
    bonus=points("t.bonus"),
    reviewed=points("coalesce(r.reviewed_score, t.score)"),
    ranked=points(RANKED),
    reviewed_vetoes=counted("coalesce(r.reviewed_vetoes, t.vetoes)"),
    ranked_vetoes=counted(RANKED_VETOES),
).strip()

SCORECARD_SCORE = View(
    "scorecard_score",
    "每次检查的每个窗口（和公共区域）的得分，一行一个；巡视和复查不在内",
    said(
        "scorecard_id", "inspection_id", "day", "site", "kind", "pack", "pack_version", "scope",
        "window", "window_kind", "staff_number", "score", "bonus", "vetoes", "grade",
        "reviewed_score", "reviewed_vetoes", "reviewed_grade", "form", "observed", "asked",
        "ranked_score", "ranked_vetoes", "ranked_grade", "is_ranked",
        "month", "department", "staff_name", "laptop", "publication", "digest",
        scorecard_id="打分表的编号（UUID）", inspection_id="检查的编号（UUID）",
    ),
    'SELECT t.id AS scorecard_id, t.visit AS inspection_id, t.day, t.site, t.kind, t.pack,'
    ' t.pack_version, t.scope, t."window", t.window_kind, t.staff_number,'
    f" {_SCORES},"
    " t.month, t.department, t.staff_name, t.laptop, t.publication, t.digest"
    f" FROM scorecard AS t {reviewed()}",
)  # fmt: skip

_OVERDUE = f"s.state NOT IN ('closed', 'withdrawn') AND s.deadline < {TODAY}"

FINDING_STATUS = View(
    "finding_status",
    "每一条问题现在怎样，一行一条；几台电脑都知道的，只有一行",
    said(
        "number", "day", "site", "window", "staff_number", "category", "text", "deduction", "veto",
        "requirement", "department", "owner", "leader", "type", "deadline", "state", "closed_at",
        "overdue", "round", "extensions", "correction", "reported_text", "done_on",
        "rechecked_at", "rechecked_by", "recheck_passed", "recheck_note", "appealed_at", "review",
        "reviewed_deduction", "notice", "times_at_window", "times_at_site",
        "finding_id", "inspection_id", "month", "item", "item_text", "steps", "laptop", "told_by",
        "publication", "digest",
        deduction="查实扣分", reviewed_deduction="复核后扣分", overdue="1：逾期未报整改",
        finding_id="问题的编号（UUID）", inspection_id="检查的编号（UUID）",
        laptop="发现它的电脑", told_by="最新情况由哪台电脑上报",
        publication="最新情况由哪次上报带来", digest="最新情况的SHA-256",
    ),
    'SELECT f.number, f.day, f.site, f."window", f.staff_number, f.category, f.text,'
    f" {points('f.deduction')} AS deduction, f.veto, s.requirement, s.department, s.owner,"
    " s.leader, s.type, s.deadline, s.state, s.closed_at,"
    f" {yes(_OVERDUE)} AS overdue, s.round, s.extensions, s.correction, s.reported_text,"
    " s.done_on, s.rechecked_at,"
    " s.rechecked_by, s.recheck_passed, s.recheck_note, s.appealed_at, s.review,"
    f" {points('coalesce(s.reviewed_deduction, f.deduction)')} AS reviewed_deduction, s.notice,"
    " s.times_at_window, s.times_at_site, f.id AS finding_id, f.visit AS inspection_id, f.month,"
    " f.item, f.item_text, s.steps, f.laptop, s.laptop AS told_by, s.publication, s.digest"
    f" FROM finding AS f JOIN {NEWEST_STANDING}",
)  # fmt: skip

_COUNTS = "v.site = s.site AND v.day BETWEEN p.first AND p.last" \
    " AND v.month BETWEEN p.first_month AND p.last_month" \
    " AND v.kind NOT IN ('patrol', 'recheck', 'self', 'voice')"  # fmt: skip

_VISIT = "coalesce(v.shared_by, v.id)"

COVERAGE = View(
    "coverage",
    "每个计划（最新一版）在每个单位查了多少，一行一个；自查、巡视和复查不算",
    said(
        "plan",
        "version",
        "phase",
        "first",
        "last",
        "site",
        "wanted",
        "done",
        "gap",
        "extra",
        "covert_done",
        "windows_wanted",
        "windows_done",
        "last_day",
        "plan_id",
        "laptop",
        plan="计划名称",
        wanted="应查次数",
        done="实查次数（分头检查的各部分算一次）",
        gap="缺口",
        extra="计划外次数",
        covert_done="其中暗访次数",
        windows_wanted="应查窗口数",
        windows_done="实查窗口数，不重复",
        last_day="最近一次检查的日期",
        plan_id="这一版计划的编号（UUID）",
        laptop="制定计划的电脑",
    ),
    f"SELECT plan, version, phase, first, last, site, wanted, {counted('done')} AS done,"
    f" {counted('CASE WHEN done < wanted THEN wanted - done ELSE 0 END')} AS gap,"
    f" {counted('CASE WHEN done > wanted THEN done - wanted ELSE 0 END')} AS extra,"
    f" {counted('covert_done')} AS covert_done, windows_wanted,"
    f" {counted('windows_done')} AS windows_done, last_day, plan_id, laptop"
    " FROM (SELECT p.name AS plan, p.version, p.phase, p.first, p.last, s.site,"
    " s.visits AS wanted, s.windows AS windows_wanted, p.id AS plan_id, p.laptop,"
    # Parts of one visit (分头检查) are one.
    f" (SELECT count(DISTINCT {_VISIT}) FROM visit AS v WHERE {_COUNTS}) AS done,"
    f" (SELECT count(DISTINCT {_VISIT}) FROM visit AS v WHERE {_COUNTS} AND v.kind = 'covert')"
    " AS covert_done,"
    f" (SELECT max(v.day) FROM visit AS v WHERE {_COUNTS}) AS last_day,"
    f' (SELECT count(DISTINCT v."window") FROM scorecard AS v WHERE {_COUNTS}'
    " AND v.scope = 'window') AS windows_done"
    " FROM plan AS p JOIN plan_site AS s ON s.plan = p.id"
    " WHERE p.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM plan AS later"
    " WHERE later.family = p.family AND (later.version, later.id) > (p.version, p.id))) AS asked",
)

_BAD = "t.grade IN ('dissatisfied', 'very-dissatisfied')"

SURVEY_ANSWER = View(
    "survey_answer",
    "有效的满意度测评单，一行一张",
    said(
        "id", "day", "site", "window", "channel", "grade", "reason", "bad", "month", "laptop",
        "publication", "digest", bad="1：差评（后两档）", id="编号（UUID）",
    ),
    'SELECT t.id, t.day, t.site, t."window", t.channel, t.grade, t.reason,'
    f" {yes(_BAD)} AS bad,"
    " t.month, t.laptop, t.publication, t.digest FROM survey_sheet AS t WHERE t.grade IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM survey_sheet AS later WHERE later.replaces = t.id)",
)  # fmt: skip

LAPTOP_HEAD = View(
    "laptop_head",
    "每台电脑最近一次上报，存证链到哪一条；上报过几次",
    said(
        "laptop",
        "code",
        "name",
        "at",
        "program",
        "last",
        "link",
        "publications",
        laptop="电脑的编号",
        publications="上报过几次",
        last="存证链到这一条为止",
    ),
    "SELECT p.laptop, p.code, p.name, p.at, p.program, p.last, p.link,"
    f" {counted('(SELECT count(*) FROM publication AS own WHERE own.laptop = p.laptop)')}"
    " AS publications"
    " FROM publication AS p WHERE NOT EXISTS (SELECT 1 FROM publication AS later"
    " WHERE later.laptop = p.laptop AND (later.last, later.at, later.id) > (p.last, p.at, p.id))",
)

REWRITTEN = View(
    "rewritten",
    "查出来的改动：同一编号两种内容，同样的步骤两种结果，或者存证链接不上",
    said(
        "what",
        "kind",
        "id",
        "laptop",
        "publication",
        "kept",
        "told",
        what="object内容不同，standing结果不同，chain存证链断开或者分叉",
        kind="哪一类",
        id="编号；存证链：从第几条之后",
        laptop="哪台电脑上报的",
        publication="哪次上报",
        kept="台账里的摘要；存证链：空",
        told="这次上报的摘要",
    ),
    "SELECT 'object' AS what, c.kind, c.id, c.laptop, c.publication, c.known AS kept,"
    " c.digest AS told FROM contradiction AS c"
    " UNION ALL SELECT 'standing', 'finding', t.finding, t.laptop, t.publication, o.digest,"
    # First which come twice at all: of a year of a city that takes a quarter of joining each.
    " t.digest FROM (SELECT x.finding, x.month, x.steps FROM finding_standing AS x"
    " GROUP BY x.finding, x.month, x.steps HAVING count(*) > 1) AS d JOIN finding_standing AS t"
    " ON t.finding = d.finding AND t.month = d.month AND t.steps = d.steps"
    " JOIN finding_standing AS o ON o.finding = t.finding"
    " AND o.month = t.month AND o.steps = t.steps AND o.of_steps = t.of_steps"
    " AND o.digest < t.digest"
    # What follows on no head that was told, or tells anew of what was told before.
    " UNION ALL SELECT 'chain', 'publication', CAST(p.after AS text), p.laptop, p.id, '',"
    " p.link FROM publication AS p WHERE (p.after > 0 AND NOT EXISTS (SELECT 1 FROM publication"
    " AS o WHERE o.laptop = p.laptop AND o.last = p.after AND o.link = p.link_before))"
    " OR EXISTS (SELECT 1 FROM publication AS o WHERE o.laptop = p.laptop AND o.last > p.after"
    " AND o.after < p.last AND (o.at, o.id) < (p.at, p.id))",
)

VIEWS = (
    SCORECARD_SCORE, FINDING_STATUS, COVERAGE, CITY_MONTH, SURVEY_ANSWER, LAPTOP_HEAD, REWRITTEN,
)  # fmt: skip
"""What readers may see, in the order in which they are made."""
