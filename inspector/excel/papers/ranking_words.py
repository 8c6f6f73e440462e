"""What papers that rank say of sites: own numbers, how much was observed, what is not ranked."""

from collections.abc import Iterable

from inspector.domain.checklist.checklist import Pack, Policy, Totalling
from inspector.domain.checklist.method import Form
from inspector.domain.checklist.points import format_score
from inspector.domain.figures.summary import SelfChecks, SiteSummary
from inspector.domain.finding.reviewed_score import ranked_score
from inspector.domain.record.record import Record
from inspector.domain.visit.coverage import Coverage
from inspector.domain.visit.inspection import InspectionKind, Verdict
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.excel.papers.policy_words import unseen_note

NOT_RANKED, BY_ITSELF = "实查不足，不排名", "自查，不排名"
LONE = "分头检查，其余部分未收到"
LONE_NOTE = (
    "分头检查的其余部分未收到的单位，窗口数、得分、等级、名次只按已收到的部分计算，"
    "收齐后以收齐的为准。"
)


def undecided_notes(lines: Iterable[SiteSummary]) -> list[str]:
    """Return at which sites two parts of a shared visit (分头检查) scored the same windows.

    Until somebody chose whose score counts it is the mean.
    """
    told = {line.site_name: line.undecided for line in lines if line.undecided}
    if not told:
        return []
    sites = "、".join(f"{name}（{count}处）" for name, count in told.items())
    return [f"{sites}在分头检查中重复评分，尚未选定以何者为准，暂按平均分计算。"]


def ranking_remarks(line: SiteSummary) -> list[str]:
    """Return what stands beside a site's rank, or in its place."""
    said = [BY_ITSELF if line.by_itself else NOT_RANKED] if not line.is_ranked else []
    if line.is_ranked and line.unranked:
        said.append(f"其中{line.unranked}次实查不足，不计入")
    if observed := observed_words(line):
        said.append(observed)
    if line.lone:
        said.append(lone_words(line))
    if line.overrides:
        said.append(adapted_words(line))
    if line.self_checks:
        said.append(self_words(line.self_checks))
    return said


def observed_words(line: SiteSummary) -> str:
    """Return how much was observed where it is not all: 实查6/92项."""
    return basis_words(line.coverage, 0) if line.coverage else ""


def lone_words(line: SiteSummary) -> str:
    """Return that of a shared visit (分头检查) parts are missing: 分头检查，其余部分未收到."""
    return LONE if line.visits == 1 else f"其中{line.lone}次{LONE}"


def basis_words(coverage: Coverage, overrides: int) -> str:
    """Return what praise of a window is of, where not all was observed or something adapted."""
    said = []
    if coverage.observed < coverage.asked:
        said.append(f"实查{coverage.observed}/{coverage.asked}项")
    if overrides:
        said.append(f"本单位调整了检查表{overrides}项")
    return "，".join(said)


def adapted_words(line: SiteSummary) -> str:
    """Return how many items a site adapted, and what its own numbers came to.

    Of visits before that was kept, what was printed of them then: they are ranked as scored.
    """
    if line.coverage is None:
        return f"本单位另定{line.overrides}项"
    own = f"，按调整后{format_score(line.own_total)}分" if line.own_total is not None else ""
    return f"本单位调整了{line.overrides}项{own}"


def adapted_remark(lines: Iterable[SiteSummary]) -> list[str]:
    """Say which sites adapted a checklist, and that they are ranked as all others are."""
    told = [
        f"{line.site_name}（{line.overrides}项）"
        for line in lines
        if line.overrides and line.coverage
    ]
    names = "、".join(told)
    return [f"{names}调整了检查表，得分、等级、名次按调整前的检查表计算。"] if told else []


def self_words(own: SelfChecks) -> str:
    """Return what a site found of itself: 自查2次96.20分."""
    mean = f"{format_score(own.mean)}分" if own.mean is not None else ""
    return f"自查{own.visits}次{mean}"


def ranking_notes(pack: Pack | None, lines: Iterable[SiteSummary]) -> list[str]:
    """Return the notes on what was ranked how; of lines that need none, none."""
    told, notes = list(lines), []
    if pack is not None and pack.policy.ranked_from:
        notes.append(
            f"实查项数不足应查{pack.policy.ranked_from}%的检查列出得分，不排名，不计入平均；"
            "应查项数按调整前的检查表计算。"
        )
    if pack is not None and (_takes_off(pack) or any(map(observed_words, told))):
        notes.append(unseen_note(pack))
    if any(line.coverage for line in told):
        notes.append("备注未列实查项数的单位，应查各项均已实查。")
    if any(line.lone for line in told):
        notes.append(LONE_NOTE)
    notes += undecided_notes(told)
    if any(line.overrides and line.coverage for line in told):
        notes.append("调整了检查表的单位，得分、等级、名次均按调整前的检查表计算。")
    if any(line.self_checks or line.by_itself for line in told):
        notes.append(
            "自查由单位自行开展，不排名，不计入检查次数和平均；所发现的问题列入日常巡视发现。"
        )
    return notes


def _takes_off(pack: Pack) -> bool:
    return pack.policy.total is Totalling.DEDUCT


FORMS = {Form.FULL: "全查", Form.MUST: "必查", Form.DRAWN: "抽查"}


def tells_coverage(sheet: InspectionSheet) -> bool:
    """Tell that the record of a visit says how much was observed.

    Of a visit as all were before that could be said, it prints what it always printed.
    """
    policy, visit = sheet.pack.policy, sheet.inspection
    return (
        _takes_off(sheet.pack)
        or policy.ranked_from > 0
        or sheet.base is not None
        or visit.form is not Form.FULL
        or visit.kind is InspectionKind.SELF
        or any(
            answer.verdict is Verdict.UNSEEN
            for card in sheet.inspected
            for answer in sheet.answers_of(card).values()
        )
    )


def coverage_words(coverage: Coverage) -> str:
    """Return how much was observed: 已观察32项／应查45项，71.11%."""
    percent = format_score(coverage.percent)
    return f"已观察{coverage.observed}项／应查{coverage.asked}项，{percent}%"


def too_little_words(coverage: Coverage, policy: Policy, ranked: bool = True) -> str:
    """Return that too little was observed to be graded and `ranked`, where that is so."""
    if coverage.enough(policy.ranked_from):
        return ""
    return f"未达到{policy.ranked_from}%，不评等级{'、不参加排名' if ranked else ''}"


def form_words(sheet: InspectionSheet) -> tuple[str, ...]:
    """Return in which form a visit asked, and what its sample was drawn by."""
    visit = sheet.inspection
    said = f"检查范围：{FORMS[visit.form]}"
    if visit.form is not Form.DRAWN:
        return (said,)
    return (f"{said}（必查项，另抽{sheet.pack.policy.drawn}项）", f"抽样种子：{visit.seed}")


def observed_lines(record: Record) -> list[str]:
    """Return what stands below the score of a visit: its coverage, and what makes it less."""
    sheet = record.sheet
    if not tells_coverage(sheet):
        return []
    whole = sheet.total_coverage()
    below = too_little_words(whole, sheet.pack.policy, sheet.inspection.kind.ranked)
    said = [f"检查覆盖：{'；'.join(filter(None, (coverage_words(whole), below)))}。"]
    if red_lines := _red_lines_unseen(sheet):
        said.append(f"红线未观察：{red_lines}项次，未作“未发现”认定。")
    if sheet.base is not None:
        off = sum(each.off for each in sheet.pack.overrides)
        own = len(sheet.pack.overrides) - off
        parts = [f"不检查{off}项"] if off else []
        parts += [f"另定分值或限值{own}项"] if own else []
        said.append(
            f"本单位调整了检查表：{'、'.join(parts)}；应查项数按调整前的检查表计算，"
            f"不检查的项目计为未观察；{_ranked_by(record)}"
        )
    if not sheet.inspection.kind.ranked:
        said.append("本次为自查，不参加排名。")
    return said


def _ranked_by(record: Record) -> str:
    """Say what the unadapted checklist makes of the visit, and whether that is ranked."""
    sheet = record.sheet
    counted = ranked_score(sheet, record.reviews)
    if counted is None:
        return ""
    said = f"按调整前的检查表计分，为{format_score(counted.site.total)}分"
    ranked = sheet.inspection.kind.ranked and sheet.total_coverage().enough(
        sheet.pack.policy.ranked_from
    )
    return f"{said}，排名以此为准。" if ranked else f"{said}。"


def _red_lines_unseen(sheet: InspectionSheet) -> int:
    return sum(
        answer.verdict is Verdict.UNSEEN
        for card in sheet.inspected
        for item in sheet.items(card)
        if item.veto and (answer := sheet.answers_of(card).get(item.id))
    )
