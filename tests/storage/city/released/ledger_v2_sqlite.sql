-- A ledger of version 2 in a file, as the program of 2026-11-29 made it.
PRAGMA application_id = 1727511;
CREATE TABLE IF NOT EXISTS ledger (  -- 这本全市台账
    "id" TEXT NOT NULL,  -- 台账的编号
    "version" INTEGER NOT NULL,  -- 表结构的版本
    "prepared_at" TEXT NOT NULL,  -- 建立或升级的时间
    PRIMARY KEY ("id", "version")
);
CREATE TABLE IF NOT EXISTS publication (  -- 每一次上报：哪台电脑的存证链从第几条到第几条
    "id" TEXT NOT NULL,  -- 本次上报的编号
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "code" TEXT NOT NULL,  -- 问题编号里的电脑代码，如K7M
    "name" TEXT NOT NULL,  -- 电脑的名称
    "key" TEXT NOT NULL,  -- 电脑的公钥（Ed25519）；空：没有
    "at" TEXT NOT NULL,  -- 上报的时间，按那台电脑的钟
    "program" TEXT NOT NULL,  -- 程序版本
    "after" INTEGER NOT NULL,  -- 从这一条之后起
    "link_before" TEXT NOT NULL,  -- 那一条的摘要；0之后为空
    "last" INTEGER NOT NULL,  -- 到这一条为止
    "link" TEXT NOT NULL,  -- 这一条的摘要：它说明此前的一切
    "rows" INTEGER NOT NULL,  -- 带来的行数，已有的也算
    PRIMARY KEY ("id")
);
CREATE INDEX IF NOT EXISTS publication_by_1 ON publication ("laptop", "last");
CREATE TABLE IF NOT EXISTS known_object (  -- 台账里有的每一份封存内容：先到的为准
    "kind" TEXT NOT NULL,  -- visit检查，plan计划，survey测评单
    "id" TEXT NOT NULL,  -- 编号（UUID）
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("kind", "id")
);
CREATE TABLE IF NOT EXISTS contradiction (  -- 同一编号、不同内容：没有收进台账的那一份
    "kind" TEXT NOT NULL,  -- visit检查，plan计划，survey测评单
    "id" TEXT NOT NULL,  -- 编号（UUID）
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    "known" TEXT NOT NULL,  -- 台账里那一份的摘要
    PRIMARY KEY ("kind", "id", "digest", "publication")
);
CREATE TABLE IF NOT EXISTS visit (  -- 每一次封存的检查、巡视和复查
    "id" TEXT NOT NULL,  -- 检查的编号（UUID）
    "month" TEXT NOT NULL,  -- 月份，如2026-11；按它分区
    "day" TEXT NOT NULL,  -- 检查日期
    "site" TEXT NOT NULL,  -- 单位名称
    "kind" TEXT NOT NULL,  -- covert暗访，open明察，cross交叉，self自查，patrol巡视，recheck复查，voice群众反映
    "form" TEXT NOT NULL,  -- full全查，must必查，drawn抽查
    "pack" TEXT NOT NULL,  -- 检查表
    "pack_version" TEXT NOT NULL,  -- 检查表版本
    "unit" TEXT NOT NULL,  -- 主管单位
    "phase" TEXT NOT NULL,  -- 阶段
    "slot" TEXT NOT NULL,  -- 时段
    "started_at" TEXT NOT NULL,  -- 开始时间
    "completed_at" TEXT,  -- 封存时间
    "inspectors" INTEGER NOT NULL,  -- 检查人员人数
    "inspector_names" TEXT NOT NULL,  -- 检查人员姓名；不上报姓名时为空
    "windows" INTEGER,  -- 查了几个窗口
    "score" INTEGER,  -- 查实得分，百分之一分
    "bonus" INTEGER,  -- 加分，百分之一分
    "vetoes" INTEGER,  -- 一票否决项数
    "grade" TEXT,  -- 等次
    "observed" INTEGER,  -- 已观察项数
    "asked" INTEGER,  -- 应查项数
    "is_scored" INTEGER NOT NULL,  -- 1：打分的检查，自查也算
    "is_ranked" INTEGER NOT NULL,  -- 1：参加排名（自查、实查不足的不算）
    "seal" TEXT NOT NULL,  -- 封存码（SHA-256）
    "shared_by" TEXT,  -- 分头检查：同一次检查的各部分相同（SHA-256）；空：独立的检查，或者第1版程序上报的
    "public_share" INTEGER,  -- 分头检查：公共区域占得分的百分之几
    "ranked_from" INTEGER,  -- 分头检查：应查项目至少观察到百分之几才参加排名
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("id", "month")
);
CREATE INDEX IF NOT EXISTS visit_by_1 ON visit ("site", "month");
CREATE TABLE IF NOT EXISTS scorecard (  -- 一次检查中的一个窗口，或者公共区域
    "id" TEXT NOT NULL,  -- 编号（UUID）
    "visit" TEXT NOT NULL,  -- 检查的编号
    "month" TEXT NOT NULL,  -- 月份，如2026-11；按它分区
    "day" TEXT NOT NULL,  -- 检查日期
    "site" TEXT NOT NULL,  -- 单位名称
    "kind" TEXT NOT NULL,  -- covert暗访，open明察，cross交叉，self自查，patrol巡视，recheck复查，voice群众反映
    "form" TEXT NOT NULL,  -- full全查，must必查，drawn抽查
    "pack" TEXT NOT NULL,  -- 检查表
    "pack_version" TEXT NOT NULL,  -- 检查表版本
    "scope" TEXT NOT NULL,  -- window窗口，public公共区域
    "window" TEXT NOT NULL,  -- 窗口
    "window_kind" TEXT NOT NULL,  -- 窗口类型
    "staff_number" TEXT NOT NULL,  -- 工号
    "staff_name" TEXT NOT NULL,  -- 当班人员姓名；不上报姓名时为空
    "department" TEXT NOT NULL,  -- 责任部门
    "score" INTEGER,  -- 查实得分，百分之一分
    "bonus" INTEGER,  -- 加分，百分之一分
    "vetoes" INTEGER,  -- 一票否决项数
    "grade" TEXT,  -- 等次
    "observed" INTEGER,  -- 已观察项数
    "asked" INTEGER,  -- 应查项数
    "is_ranked" INTEGER NOT NULL,  -- 1：参加排名
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("id", "month")
);
CREATE INDEX IF NOT EXISTS scorecard_by_1 ON scorecard ("site", "month");
CREATE INDEX IF NOT EXISTS scorecard_by_2 ON scorecard ("visit");
CREATE TABLE IF NOT EXISTS finding (  -- 发现的每一条问题，照封存时的样子
    "id" TEXT NOT NULL,  -- 编号（UUID）
    "visit" TEXT NOT NULL,  -- 检查的编号
    "number" TEXT NOT NULL,  -- 问题编号，如2611-K7M-0123
    "month" TEXT NOT NULL,  -- 月份，如2026-11；按它分区
    "day" TEXT NOT NULL,  -- 发现日期
    "site" TEXT NOT NULL,  -- 单位名称
    "window" TEXT NOT NULL,  -- 窗口，或者公共区域
    "staff_number" TEXT NOT NULL,  -- 工号
    "category" TEXT NOT NULL,  -- 类别
    "item" TEXT NOT NULL,  -- 检查项目的编号
    "item_text" TEXT NOT NULL,  -- 检查项目
    "text" TEXT NOT NULL,  -- 存在问题
    "deduction" INTEGER NOT NULL,  -- 查实扣分，百分之一分
    "veto" INTEGER NOT NULL,  -- 1：一票否决
    "responsible" TEXT NOT NULL,  -- staff当班人员，site单位
    "raised_at" TEXT NOT NULL,  -- 发现时间
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("id", "month")
);
CREATE INDEX IF NOT EXISTS finding_by_1 ON finding ("site", "month");
CREATE INDEX IF NOT EXISTS finding_by_2 ON finding ("visit");
CREATE TABLE IF NOT EXISTS finding_standing (  -- 问题办到哪一步：每一步之后一行，视图取最新的一行
    "finding" TEXT NOT NULL,  -- 问题的编号（UUID）
    "month" TEXT NOT NULL,  -- 月份，如2026-11；按它分区
    "site" TEXT NOT NULL,  -- 单位名称
    "visit" TEXT NOT NULL,  -- 检查的编号
    "steps" INTEGER NOT NULL,  -- 由几步得来；多的为新
    "of_steps" TEXT NOT NULL,  -- 这几步的编号的摘要
    "requirement" TEXT NOT NULL,  -- 整改要求
    "department" TEXT NOT NULL,  -- 责任部门
    "owner" TEXT NOT NULL,  -- 责任人；不上报姓名时为空
    "leader" TEXT NOT NULL,  -- 责任领导；不上报姓名时为空
    "type" TEXT NOT NULL,  -- immediate立行立改，timed限期，sustained长期坚持
    "deadline" TEXT NOT NULL,  -- 整改时限
    "state" TEXT NOT NULL,  -- open待整改，rectifying整改中，reported待复查，closed已销号，withdrawn已撤销
    "closed_at" TEXT,  -- 销号时间
    "round" INTEGER NOT NULL,  -- 第几轮
    "extensions" INTEGER NOT NULL,  -- 延期次数
    "correction" TEXT NOT NULL,  -- 当场纠正
    "reported_text" TEXT NOT NULL,  -- 整改情况
    "done_on" TEXT,  -- 完成时间
    "rechecked_at" TEXT,  -- 复查时间
    "rechecked_by" TEXT NOT NULL,  -- 复查人；不上报姓名时为空
    "recheck_passed" INTEGER,  -- 1：复查通过
    "recheck_note" TEXT NOT NULL,  -- 复查说明
    "appealed_at" TEXT,  -- 申诉时间
    "review" TEXT,  -- upheld维持，withdrawn撤销，downgraded减轻
    "reviewed_deduction" INTEGER,  -- 复核后扣分，百分之一分
    "notice" TEXT NOT NULL,  -- 整改通知单文号
    "times_at_window" INTEGER NOT NULL,  -- 同一窗口第几次，按上报电脑所知
    "times_at_site" INTEGER NOT NULL,  -- 同一单位第几次，按上报电脑所知
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("finding", "month", "steps", "digest")
);
CREATE INDEX IF NOT EXISTS finding_standing_by_1 ON finding_standing ("site", "month");
CREATE TABLE IF NOT EXISTS review (  -- 申诉之后，或者不用单位自定分值时的得分：有变化才有行
    "id" TEXT NOT NULL,  -- 检查或者打分表的编号
    "visit" TEXT NOT NULL,  -- 检查的编号
    "month" TEXT NOT NULL,  -- 月份，如2026-11；按它分区
    "steps" INTEGER NOT NULL,  -- 由几步得来；多的为新
    "reviewed_score" INTEGER,  -- 复核得分，百分之一分
    "reviewed_vetoes" INTEGER,  -- 复核后一票否决项数
    "reviewed_grade" TEXT,  -- 复核等次
    "ranked_score" INTEGER,  -- 排名用得分，百分之一分
    "ranked_vetoes" INTEGER,  -- 排名用一票否决项数
    "ranked_grade" TEXT,  -- 排名用等次
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("id", "month", "steps", "digest")
);
CREATE TABLE IF NOT EXISTS plan (  -- 检查计划的每一版
    "id" TEXT NOT NULL,  -- 这一版的编号（UUID）
    "family" TEXT NOT NULL,  -- 计划的编号
    "version" INTEGER NOT NULL,  -- 第几版
    "name" TEXT NOT NULL,  -- 计划名称
    "phase" TEXT NOT NULL,  -- 阶段
    "first" TEXT NOT NULL,  -- 第一天
    "last" TEXT NOT NULL,  -- 最后一天
    "first_month" TEXT NOT NULL,  -- 第一天所在的月份
    "last_month" TEXT NOT NULL,  -- 最后一天所在的月份
    "covert" INTEGER NOT NULL,  -- 暗访应占百分之几
    "made_at" TEXT NOT NULL,  -- 制定时间
    "withdrawn" INTEGER NOT NULL,  -- 1：撤回
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("id")
);
CREATE INDEX IF NOT EXISTS plan_by_1 ON plan ("family", "version");
CREATE TABLE IF NOT EXISTS plan_site (  -- 计划里的一个单位
    "plan" TEXT NOT NULL,  -- 这一版计划的编号
    "position" INTEGER NOT NULL,  -- 第几行
    "site" TEXT NOT NULL,  -- 单位名称
    "visits" INTEGER NOT NULL,  -- 应查次数
    "windows" INTEGER NOT NULL,  -- 应查窗口数
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("plan", "position")
);
CREATE TABLE IF NOT EXISTS survey_sheet (  -- 满意度测评单；更正的是另一张
    "id" TEXT NOT NULL,  -- 编号（UUID）
    "month" TEXT NOT NULL,  -- 月份，如2026-11；按它分区
    "day" TEXT NOT NULL,  -- 测评日期
    "site" TEXT NOT NULL,  -- 单位名称
    "window" TEXT NOT NULL,  -- 窗口
    "channel" TEXT NOT NULL,  -- 渠道
    "grade" TEXT,  -- 五档；空：撤回另一张
    "reason" TEXT NOT NULL,  -- 差评原因
    "replaces" TEXT NOT NULL,  -- 替代哪一张
    "laptop" TEXT NOT NULL,  -- 封存这些内容的电脑
    "publication" TEXT NOT NULL,  -- 由哪一次上报带来
    "digest" TEXT NOT NULL,  -- 内容的SHA-256；同一编号、不同摘要即为矛盾
    PRIMARY KEY ("id", "month")
);
CREATE INDEX IF NOT EXISTS survey_sheet_by_1 ON survey_sheet ("site", "month");
CREATE INDEX IF NOT EXISTS survey_sheet_by_2 ON survey_sheet ("replaces");
CREATE VIEW scorecard_score AS
-- 每次检查的每个窗口（和公共区域）的得分，一行一个；巡视和复查不在内
--   scorecard_id: 打分表的编号（UUID）
--   inspection_id: 检查的编号（UUID）
--   day: 检查日期
--   site: 单位名称
--   kind: visit检查，plan计划，survey测评单
--   pack: 检查表
--   pack_version: 检查表版本
--   scope: window窗口，public公共区域
--   window: 窗口
--   window_kind: 窗口类型
--   staff_number: 工号
--   score: 查实得分
--   bonus: 加分
--   vetoes: 查实一票否决项数
--   grade: 查实等次
--   reviewed_score: 复核得分：申诉之后，没有申诉就是查实得分
--   reviewed_vetoes: 复核后一票否决项数
--   reviewed_grade: 复核等次
--   form: full全查，must必查，drawn抽查
--   observed: 已观察项数
--   asked: 应查项数
--   ranked_score: 排名用得分：不用单位自定的分值
--   ranked_vetoes: 排名用一票否决项数
--   ranked_grade: 排名用等次
--   is_ranked: 1：参加排名
--   month: 月份，如2026-11；按它分区
--   department: 责任部门
--   staff_name: 当班人员姓名；不上报姓名时为空
--   laptop: 封存这些内容的电脑
--   publication: 由哪一次上报带来
--   digest: 内容的SHA-256；同一编号、不同摘要即为矛盾
SELECT t.id AS scorecard_id, t.visit AS inspection_id, t.day, t.site, t.kind, t.pack, t.pack_version, t.scope, t."window", t.window_kind, t.staff_number, CAST(round(t.score / 100.0, 2) AS numeric) AS score, CAST(round(t.bonus / 100.0, 2) AS numeric) AS bonus, t.vetoes, t.grade,
    CAST(round(coalesce(r.reviewed_score, t.score) / 100.0, 2) AS numeric) AS reviewed_score,
    CAST(coalesce(r.reviewed_vetoes, t.vetoes) AS bigint) AS reviewed_vetoes,
    coalesce(r.reviewed_grade, t.grade) AS reviewed_grade, t.form, t.observed, t.asked,
    CAST(round(coalesce(r.ranked_score, r.reviewed_score, t.score) / 100.0, 2) AS numeric) AS ranked_score, CAST(coalesce(r.ranked_vetoes, r.reviewed_vetoes, t.vetoes) AS bigint) AS ranked_vetoes,
    coalesce(r.ranked_grade, r.reviewed_grade, t.grade) AS ranked_grade, t.is_ranked, t.month, t.department, t.staff_name, t.laptop, t.publication, t.digest FROM scorecard AS t LEFT JOIN review AS r ON r.id = t.id AND r.month = t.month AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.id = r.id AND later.month = r.month AND (later.steps, later.digest) > (r.steps, r.digest));
CREATE VIEW finding_status AS
-- 每一条问题现在怎样，一行一条；几台电脑都知道的，只有一行
--   number: 问题编号，如2611-K7M-0123
--   day: 检查日期
--   site: 单位名称
--   window: 窗口
--   staff_number: 工号
--   category: 类别
--   text: 存在问题
--   deduction: 查实扣分
--   veto: 1：一票否决
--   requirement: 整改要求
--   department: 责任部门
--   owner: 责任人；不上报姓名时为空
--   leader: 责任领导；不上报姓名时为空
--   type: immediate立行立改，timed限期，sustained长期坚持
--   deadline: 整改时限
--   state: open待整改，rectifying整改中，reported待复查，closed已销号，withdrawn已撤销
--   closed_at: 销号时间
--   overdue: 1：逾期未报整改
--   round: 第几轮
--   extensions: 延期次数
--   correction: 当场纠正
--   reported_text: 整改情况
--   done_on: 完成时间
--   rechecked_at: 复查时间
--   rechecked_by: 复查人；不上报姓名时为空
--   recheck_passed: 1：复查通过
--   recheck_note: 复查说明
--   appealed_at: 申诉时间
--   review: upheld维持，withdrawn撤销，downgraded减轻
--   reviewed_deduction: 复核后扣分
--   notice: 整改通知单文号
--   times_at_window: 同一窗口第几次，按上报电脑所知
--   times_at_site: 同一单位第几次，按上报电脑所知
--   finding_id: 问题的编号（UUID）
--   inspection_id: 检查的编号（UUID）
--   month: 月份，如2026-11；按它分区
--   item: 检查项目的编号
--   item_text: 检查项目
--   steps: 由几步得来；多的为新
--   laptop: 发现它的电脑
--   told_by: 最新情况由哪台电脑上报
--   publication: 最新情况由哪次上报带来
--   digest: 最新情况的SHA-256
SELECT f.number, f.day, f.site, f."window", f.staff_number, f.category, f.text, CAST(round(f.deduction / 100.0, 2) AS numeric) AS deduction, f.veto, s.requirement, s.department, s.owner, s.leader, s.type, s.deadline, s.state, s.closed_at, CAST(CASE WHEN s.state NOT IN ('closed', 'withdrawn') AND s.deadline < date('now', 'localtime') THEN 1 ELSE 0 END AS integer) AS overdue, s.round, s.extensions, s.correction, s.reported_text, s.done_on, s.rechecked_at, s.rechecked_by, s.recheck_passed, s.recheck_note, s.appealed_at, s.review, CAST(round(coalesce(s.reviewed_deduction, f.deduction) / 100.0, 2) AS numeric) AS reviewed_deduction, s.notice, s.times_at_window, s.times_at_site, f.id AS finding_id, f.visit AS inspection_id, f.month, f.item, f.item_text, s.steps, f.laptop, s.laptop AS told_by, s.publication, s.digest FROM finding AS f JOIN (SELECT x.*, row_number() OVER (PARTITION BY x.finding, x.site, x.month ORDER BY x.steps DESC, x.digest DESC) AS place FROM finding_standing AS x) AS s ON s.finding = f.id AND s.month = f.month AND s.site = f.site WHERE s.place = 1;
CREATE VIEW coverage AS
-- 每个计划（最新一版）在每个单位查了多少，一行一个；自查、巡视和复查不算
--   plan: 计划名称
--   version: 表结构的版本
--   phase: 阶段
--   first: 第一天
--   last: 到这一条为止
--   site: 单位名称
--   wanted: 应查次数
--   done: 实查次数（分头检查的各部分算一次）
--   gap: 缺口
--   extra: 计划外次数
--   covert_done: 其中暗访次数
--   windows_wanted: 应查窗口数
--   windows_done: 实查窗口数，不重复
--   last_day: 最近一次检查的日期
--   plan_id: 这一版计划的编号（UUID）
--   laptop: 制定计划的电脑
SELECT plan, version, phase, first, last, site, wanted, CAST(done AS bigint) AS done, CAST(CASE WHEN done < wanted THEN wanted - done ELSE 0 END AS bigint) AS gap, CAST(CASE WHEN done > wanted THEN done - wanted ELSE 0 END AS bigint) AS extra, CAST(covert_done AS bigint) AS covert_done, windows_wanted, CAST(windows_done AS bigint) AS windows_done, last_day, plan_id, laptop FROM (SELECT p.name AS plan, p.version, p.phase, p.first, p.last, s.site, s.visits AS wanted, s.windows AS windows_wanted, p.id AS plan_id, p.laptop, (SELECT count(DISTINCT coalesce(v.shared_by, v.id)) FROM visit AS v WHERE v.site = s.site AND v.day BETWEEN p.first AND p.last AND v.month BETWEEN p.first_month AND p.last_month AND v.kind NOT IN ('patrol', 'recheck', 'self', 'voice')) AS done, (SELECT count(DISTINCT coalesce(v.shared_by, v.id)) FROM visit AS v WHERE v.site = s.site AND v.day BETWEEN p.first AND p.last AND v.month BETWEEN p.first_month AND p.last_month AND v.kind NOT IN ('patrol', 'recheck', 'self', 'voice') AND v.kind = 'covert') AS covert_done, (SELECT max(v.day) FROM visit AS v WHERE v.site = s.site AND v.day BETWEEN p.first AND p.last AND v.month BETWEEN p.first_month AND p.last_month AND v.kind NOT IN ('patrol', 'recheck', 'self', 'voice')) AS last_day, (SELECT count(DISTINCT v."window") FROM scorecard AS v WHERE v.site = s.site AND v.day BETWEEN p.first AND p.last AND v.month BETWEEN p.first_month AND p.last_month AND v.kind NOT IN ('patrol', 'recheck', 'self', 'voice') AND v.scope = 'window') AS windows_done FROM plan AS p JOIN plan_site AS s ON s.plan = p.id WHERE p.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM plan AS later WHERE later.family = p.family AND (later.version, later.id) > (p.version, p.id))) AS asked;
CREATE VIEW city_month AS
-- 每月每个单位一行（检查表、检查方式不同的分开，不混排）：查了几次，得分，问题和整改
--   month: 月份，如2026-11；按它分区
--   site: 单位名称
--   unit: 主管单位
--   pack: 检查表
--   form: full全查，must必查，drawn抽查
--   visits: 打分的检查次数，分头检查的各部分算一次
--   covert: 其中暗访次数
--   windows: 查了几个窗口（次），分头检查中两人都查的算一个
--   vetoed: 有一票否决的检查次数（复核后）
--   ranked_visits: 参加排名的检查次数
--   score: 参加排名的检查的平均得分，四舍五入到两位
--   lowest: 最低得分
--   highest: 最高得分
--   findings: 发现的问题
--   unfinished: 还没有销号的
--   overdue: 其中逾期的
--   closed: 已销号的
--   withdrawn: 已撤销的
SELECT c.month, c.site, max(c.unit) AS unit, c.pack, c.form, CAST(sum(c.visits) AS bigint) AS visits, CAST(sum(c.covert) AS bigint) AS covert, CAST(sum(c.windows) AS bigint) AS windows, CAST(sum(c.vetoed) AS bigint) AS vetoed, CAST(sum(c.is_ranked) AS bigint) AS ranked_visits, CAST(round(((2 * CAST(sum(c.ranked) AS bigint) + CASE WHEN CAST(sum(c.ranked) AS bigint) < 0 THEN -count(c.ranked) ELSE count(c.ranked) END) / NULLIF(2 * count(c.ranked), 0)) / 100.0, 2) AS numeric) AS score, CAST(round(min(c.ranked) / 100.0, 2) AS numeric) AS lowest, CAST(round(max(c.ranked) / 100.0, 2) AS numeric) AS highest, CAST(sum(c.findings) AS bigint) AS findings, CAST(sum(c.unfinished) AS bigint) AS unfinished, CAST(sum(c.overdue) AS bigint) AS overdue, CAST(sum(c.closed) AS bigint) AS closed, CAST(sum(c.withdrawn) AS bigint) AS withdrawn FROM (SELECT t.month, t.site, t.unit, t.pack, t.form, 1 AS visits, t.covert, t.windows, t.vetoed, t.is_ranked, CASE WHEN t.is_ranked = 1 THEN t.ranked END AS ranked, 0 AS findings, 0 AS unfinished, 0 AS overdue, 0 AS closed, 0 AS withdrawn FROM (SELECT t.month, t.site, t.unit, t.pack, t.form, CASE WHEN t.kind = 'covert' THEN 1 ELSE 0 END AS covert, t.windows, CASE WHEN coalesce(r.ranked_vetoes, r.reviewed_vetoes, t.vetoes) > 0 THEN 1 ELSE 0 END AS vetoed, t.is_ranked, coalesce(r.ranked_score, r.reviewed_score, t.score) AS ranked FROM visit AS t LEFT JOIN review AS r ON r.id = t.id AND r.month = t.month AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.id = r.id AND later.month = r.month AND (later.steps, later.digest) > (r.steps, r.digest)) WHERE t.is_scored = 1 AND t.shared_by IS NULL) AS t UNION ALL SELECT p.month, p.site, p.unit, p.pack, p.form, 1 AS visits, p.covert, CAST(p.windows AS bigint) - coalesce(s.twice, 0) AS windows, p.vetoed, p.is_ranked, CASE WHEN p.is_ranked = 0 THEN NULL WHEN p.parts = 1 THEN p.ranked WHEN s.counted = 0 THEN s.public WHEN s.public IS NULL THEN ((2 * s.total + CASE WHEN s.total < 0 THEN -s.counted ELSE s.counted END) / NULLIF(2 * s.counted, 0)) ELSE ((2 * ((100 - p.public_share) * s.total + p.public_share * s.public * s.counted) + CASE WHEN ((100 - p.public_share) * s.total + p.public_share * s.public * s.counted) < 0 THEN -(100 * s.counted) ELSE (100 * s.counted) END) / NULLIF(2 * (100 * s.counted), 0)) END AS ranked, 0 AS findings, 0 AS unfinished, 0 AS overdue, 0 AS closed, 0 AS withdrawn FROM (SELECT t.month, t.site, max(t.unit) AS unit, t.pack, t.form, t.shared_by, count(*) AS parts, max(t.covert) AS covert, sum(t.windows) AS windows, max(t.vetoed) AS vetoed, max(t.public_share) AS public_share, max(t.ranked) AS ranked, CASE WHEN t.kind = 'self' THEN 0 WHEN count(*) = 1 THEN max(t.is_ranked) WHEN sum(t.observed) * 100 >= max(t.ranked_from) * sum(t.asked) THEN 1 ELSE 0 END AS is_ranked FROM (SELECT t.month, t.site, t.unit, t.pack, t.form, CASE WHEN t.kind = 'covert' THEN 1 ELSE 0 END AS covert, t.windows, CASE WHEN coalesce(r.ranked_vetoes, r.reviewed_vetoes, t.vetoes) > 0 THEN 1 ELSE 0 END AS vetoed, t.is_ranked, coalesce(r.ranked_score, r.reviewed_score, t.score) AS ranked, t.shared_by, t.public_share, t.ranked_from, t.kind, coalesce(t.observed, 0) AS observed, coalesce(t.asked, 0) AS asked FROM visit AS t LEFT JOIN review AS r ON r.id = t.id AND r.month = t.month AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.id = r.id AND later.month = r.month AND (later.steps, later.digest) > (r.steps, r.digest)) WHERE t.is_scored = 1 AND t.shared_by IS NOT NULL) AS t GROUP BY t.month, t.site, t.pack, t.form, t.kind, t.shared_by) AS p LEFT JOIN (SELECT s.month, s.shared_by, CAST(sum(CASE WHEN s.scope = 'window' THEN s.score END) AS bigint) AS total, count(CASE WHEN s.scope = 'window' THEN s.score END) AS counted, max(CASE WHEN s.scope = 'public' THEN s.score END) AS public, CAST(sum(CASE WHEN s.scope = 'window' THEN s.times - 1 ELSE 0 END) AS bigint) AS twice FROM (SELECT c.month, c.shared_by, c.scope, count(*) AS times, ((2 * CAST(sum(c.ranked) AS bigint) + CASE WHEN CAST(sum(c.ranked) AS bigint) < 0 THEN -count(c.ranked) ELSE count(c.ranked) END) / NULLIF(2 * count(c.ranked), 0)) AS score FROM (SELECT v.month, v.shared_by, t.scope, coalesce(r.ranked_score, r.reviewed_score, t.score) AS ranked, CASE WHEN t.scope = 'public' THEN '' WHEN t."window" = '' THEN t.id ELSE t."window" END AS place FROM visit AS v JOIN scorecard AS t ON t.visit = v.id AND t.month = v.month LEFT JOIN review AS r ON r.id = t.id AND r.month = t.month AND NOT EXISTS (SELECT 1 FROM review AS later WHERE later.id = r.id AND later.month = r.month AND (later.steps, later.digest) > (r.steps, r.digest)) WHERE v.is_scored = 1 AND v.shared_by IS NOT NULL) AS c GROUP BY c.month, c.shared_by, c.scope, c.place) AS s GROUP BY s.month, s.shared_by) AS s ON s.month = p.month AND s.shared_by = p.shared_by UNION ALL SELECT v.month, v.site, v.unit, v.pack, v.form, 0, 0, CAST(NULL AS bigint), 0, 0, CAST(NULL AS bigint), f.findings, f.unfinished, f.overdue, f.closed, f.withdrawn FROM visit AS v JOIN (SELECT s.visit, s.month, count(*) AS findings, sum(CASE WHEN s.stands IN ('o', 'u') THEN 1 ELSE 0 END) AS unfinished, sum(CASE WHEN s.stands IN ('o') THEN 1 ELSE 0 END) AS overdue, sum(CASE WHEN s.stands IN ('c') THEN 1 ELSE 0 END) AS closed, sum(CASE WHEN s.stands IN ('w') THEN 1 ELSE 0 END) AS withdrawn FROM (SELECT n.visit, n.month, substr(n.told, length(n.told)) AS stands FROM (SELECT t.visit, t.month, max(CAST(1000000 + t.steps AS text) || substr(t.digest, 1, 16) || CASE t.state WHEN 'closed' THEN 'c' WHEN 'withdrawn' THEN 'w' ELSE CASE WHEN t.deadline < date('now', 'localtime') THEN 'o' ELSE 'u' END END) AS told FROM finding_standing AS t GROUP BY t.month, t.visit, t.finding) AS n) AS s GROUP BY s.visit, s.month) AS f ON f.visit = v.id AND f.month = v.month WHERE v.is_scored = 1) AS c GROUP BY c.month, c.site, c.pack, c.form;
CREATE VIEW survey_answer AS
-- 有效的满意度测评单，一行一张
--   id: 编号（UUID）
--   day: 检查日期
--   site: 单位名称
--   window: 窗口
--   channel: 渠道
--   grade: 查实等次
--   reason: 差评原因
--   bad: 1：差评（后两档）
--   month: 月份，如2026-11；按它分区
--   laptop: 封存这些内容的电脑
--   publication: 由哪一次上报带来
--   digest: 内容的SHA-256；同一编号、不同摘要即为矛盾
SELECT t.id, t.day, t.site, t."window", t.channel, t.grade, t.reason, CAST(CASE WHEN t.grade IN ('dissatisfied', 'very-dissatisfied') THEN 1 ELSE 0 END AS integer) AS bad, t.month, t.laptop, t.publication, t.digest FROM survey_sheet AS t WHERE t.grade IS NOT NULL AND NOT EXISTS (SELECT 1 FROM survey_sheet AS later WHERE later.replaces = t.id);
CREATE VIEW laptop_head AS
-- 每台电脑最近一次上报，存证链到哪一条；上报过几次
--   laptop: 电脑的编号
--   code: 问题编号里的电脑代码，如K7M
--   name: 电脑的名称
--   at: 上报的时间，按那台电脑的钟
--   program: 程序版本
--   last: 存证链到这一条为止
--   link: 这一条的摘要：它说明此前的一切
--   publications: 上报过几次
SELECT p.laptop, p.code, p.name, p.at, p.program, p.last, p.link, CAST((SELECT count(*) FROM publication AS own WHERE own.laptop = p.laptop) AS bigint) AS publications FROM publication AS p WHERE NOT EXISTS (SELECT 1 FROM publication AS later WHERE later.laptop = p.laptop AND (later.last, later.at, later.id) > (p.last, p.at, p.id));
CREATE VIEW rewritten AS
-- 查出来的改动：同一编号两种内容，同样的步骤两种结果，或者存证链接不上
--   what: object内容不同，standing结果不同，chain存证链断开或者分叉
--   kind: 哪一类
--   id: 编号；存证链：从第几条之后
--   laptop: 哪台电脑上报的
--   publication: 哪次上报
--   kept: 台账里的摘要；存证链：空
--   told: 这次上报的摘要
SELECT 'object' AS what, c.kind, c.id, c.laptop, c.publication, c.known AS kept, c.digest AS told FROM contradiction AS c UNION ALL SELECT 'standing', 'finding', t.finding, t.laptop, t.publication, o.digest, t.digest FROM finding_standing AS t JOIN finding_standing AS o ON o.finding = t.finding AND o.month = t.month AND o.steps = t.steps AND o.of_steps = t.of_steps AND o.digest < t.digest UNION ALL SELECT 'chain', 'publication', CAST(p.after AS text), p.laptop, p.id, '', p.link FROM publication AS p WHERE (p.after > 0 AND NOT EXISTS (SELECT 1 FROM publication AS o WHERE o.laptop = p.laptop AND o.last = p.after AND o.link = p.link_before)) OR EXISTS (SELECT 1 FROM publication AS o WHERE o.laptop = p.laptop AND o.last > p.after AND o.after < p.last AND (o.at, o.id) < (p.at, p.id));
