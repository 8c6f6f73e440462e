"""The Chinese words of a record sheet: how an item is scored, what was found, how it is reckoned.

Exports are Chinese whatever the language of the screen.
"""

from datetime import datetime
from fractions import Fraction

from inspector.domain.checklist.category import Scope
from inspector.domain.checklist.checklist import (
    BonusRule,
    CasesRule,
    ChoiceRule,
    DeductRule,
    Item,
    MeasureRule,
    Override,
    RangeRule,
    VetoPolicy,
)
from inspector.domain.checklist.points import (
    format_mean,
    format_points,
    format_score,
    round_half_up,
)
from inspector.domain.finding.finding import PUBLIC_AREA, describe
from inspector.domain.finding.reviewed_score import Reviewed
from inspector.domain.record.amendment import Amendment
from inspector.domain.record.record import CameInPart, Record
from inspector.domain.record.record_seal import short_seal
from inspector.domain.record.signature import Signature
from inspector.domain.visit.answer_move import AnswersMoved
from inspector.domain.visit.inspection import Answer, Inspection, Scorecard, Verdict
from inspector.domain.visit.inspection_sheet import InspectionSheet
from inspector.domain.visit.item_scoring import ItemScore
from inspector.excel.papers.party_words import inspectors_line
from inspector.excel.papers.ranking_words import form_words, tells_coverage
from inspector.excel.papers.seal_words import record_alarm, without_leading
from inspector.excel.sheet.report_heading import chinese_date
from inspector.excel.sheet.terms import INSPECTION_KINDS, VETO, VETO_MARK, window_title

_A_THIRD = 18
"""Characters of who inspected that a third of a line holds."""


def card_title(card: Scorecard) -> str:
    """Return what a scorecard is called: 1号窗口, 公共区域."""
    if card.scope is Scope.PUBLIC:
        return PUBLIC_AREA
    return window_title(card.window_number)


def window_name(card: Scorecard) -> str:
    """Return a scorecard with the number of who was on duty: 1号窗口 1001."""
    return " ".join(part for part in (card_title(card), card.staff_number) if part)


def move_words(sheet: InspectionSheet, moved: AnswersMoved) -> str:
    """Say that answers were moved to another window before the record was sealed."""
    source, target = sheet.scorecard(moved.source_id), sheet.scorecard(moved.target_id)
    return (
        f"改记窗口：{moved.at:%H:%M}，原记在{card_title(source)}的{len(moved.items)}项，"
        f"改记到{card_title(target)}。"
    )


def moment_words(moment: datetime) -> str:
    """Write a day and a time of day as official papers do: 2026年3月5日 09:30."""
    return f"{chinese_date(moment.date())} {moment:%H:%M}"


def visit_lines(sheet: InspectionSheet) -> list[tuple[str, ...]]:
    """Return the lines at the head of each sheet: which unit, when, how, by whom, by what."""
    inspection = sheet.inspection
    begun, done = inspection.started_at, inspection.completed_at
    when = moment_words(begun)
    if done is not None:
        when += f"至{f'{done:%H:%M}' if done.date() == begun.date() else moment_words(done)}"
    people = inspectors_line(inspection)
    how = (
        f"检查方式：{INSPECTION_KINDS[inspection.kind]}",
        f"阶段：{inspection.phase}" if inspection.phase else "",
    )
    lines: list[tuple[str, ...]] = [(f"被检查单位：{inspection.site_name}", f"检查时间：{when}")]
    lines += [(people, *how)] if len(people) <= _A_THIRD else [(people,), how]
    lines += [(f"分头检查：{inspection.shared_by}",)] if inspection.shared_by else []
    if tells_coverage(sheet):
        lines.append(form_words(sheet))
    conflict = conflict_words(inspection)
    return [*lines, (conflict,)] if conflict else lines


def praise_words(item: Item, answer: Answer) -> str:
    """Return what was worth praising: what was said of it, or the item itself."""
    said = "、".join(answer.phrases) if item.is_bonus else ""
    told = "；".join(part for part in (said, answer.note.strip()) if part)
    return f"{item.text}（{told}）" if told else item.text


def item_words(item: Item) -> str:
    """Return an item with its marks, as sheets print them."""
    return f"{VETO_MARK if item.veto else ''}{'※' if item.accumulates else ''}{item.text}"


def rule_words(item: Item) -> str:
    """Return how an item is scored: 每人次扣1分；≤15分钟4分、≤20分钟2分、>20分钟0分."""
    said = _rule_words(item)
    return f"{said}，从总分中扣" if item.penalty else said


def _rule_words(item: Item) -> str:
    match item.rule:
        case DeductRule(each=0):  # a red line: it costs no points
            return f"发现即{VETO}"
        case DeductRule(each=each, unit=unit):
            return f"每{unit}扣{format_points(each)}分"
        case CasesRule(cases=cases):
            return "；".join(
                f"{case.title}每{case.unit}扣{format_points(case.each)}分" for case in cases
            )
        case RangeRule(least=least, most=most, unit=unit):
            return f"每{unit}扣{format_points(least)}–{format_points(most)}分"
        case BonusRule(each=each, unit=unit):
            return f"每{unit}加{format_points(each)}分"
        case ChoiceRule(options=options):
            return "；".join(f"{each.title}：{format_points(each.points)}分" for each in options)
        case MeasureRule(unit=unit, bands=bands):
            said, limit = [], ""
            for band in bands:
                limit, edge = (
                    (format_points(band.upto), "≤") if band.upto is not None else (limit, ">")
                )
                said.append(f"{edge}{limit}{unit}：{format_points(band.points)}分")
            return "；".join(said)


def found_words(item: Item, answer: Answer | None, *, red_line: bool = False) -> str:
    """Return what was found (检查情况); a `red_line` is found or not found (发现, 未发现)."""
    if answer is None:
        return "未查" if not item.is_bonus else "无"
    note = answer.note.strip()
    if answer.verdict is Verdict.UNSEEN:
        return f"未观察；{note}" if note else "未观察"
    if item.is_bonus:
        said = ("、".join(answer.phrases) or "有") if answer.count else "无"
        return "；".join(part for part in (said, note) if part)
    if answer.verdict is Verdict.DEDUCT:
        return f"发现：{describe(item, answer)}" if red_line else describe(item, answer)
    if answer.verdict is Verdict.NOT_APPLICABLE:
        return f"不适用；{note}" if note else "不适用"
    said = "未发现" if red_line else "合格"
    if isinstance(item.rule, MeasureRule) and answer.measured is not None:
        said += f"，实测{format_points(answer.measured)}{item.rule.unit}"
    return f"{said}；{note}" if note else said


def reckoning(score: ItemScore, *, direct: bool = False) -> str:
    """Return how the points of an item come about, where there is something to reckon.

    Where points are taken off `direct`ly, what does not apply leaves every full mark as it is.
    """
    item, answer = score.item, score.answer
    if answer is None:
        return ""
    if isinstance(item.rule, BonusRule):
        if not answer.count:
            return ""
        each, total = format_points(item.rule.each), format_points(score.bonus)
        return f"{each}分×{answer.count}{item.rule.unit}＝加{total}分"
    if answer.verdict is Verdict.NOT_APPLICABLE:
        if direct:
            return ""
        full = format_points(item.full)
        return f"按满分{full}分计" if score.full else f"分值{full}分不计入满分"
    if answer.verdict is not Verdict.DEDUCT:
        return ""
    lost, got = format_points(score.deduction), format_points(score.got)
    match item.rule:
        case DeductRule(each=0):
            return ""
        case DeductRule(each=step, unit=unit):
            exact = step * answer.count
            said = f"{format_points(step)}分×{answer.count}{unit}＝{format_points(exact)}分"
            return said if exact == score.deduction else f"{said}，扣完为止，扣{lost}分"
        case CasesRule(cases=cases) if answer.cases:
            named = [(c, n) for c, n in zip(cases, answer.cases, strict=False) if n]
            said = "＋".join(f"{format_points(c.each)}分×{n}{c.unit}" for c, n in named)
            exact = sum(c.each * n for c, n in named)
            said = f"{said}＝{format_points(exact)}分"
            return said if exact == score.deduction else f"{said}，扣完为止，扣{lost}分"
        case RangeRule() if answer.measured is not None:
            judged = answer.samples or (answer.measured,)
            said = "＋".join(f"{format_points(each)}分" for each in judged)
            said = f"酌情扣{said}"
            return said if answer.measured == score.deduction else f"{said}，扣完为止，扣{lost}分"
        case ChoiceRule(options=options) if answer.option is not None:
            return f"“{options[answer.option].title}”得{got}分"
        case MeasureRule(unit=unit) if answer.measured is not None:
            said = f"{format_points(answer.measured)}{unit}得{got}分"
            if len(answer.samples) > 1:
                said += f"（{len(answer.samples)}次：{_values(answer.samples)}）"
            return said
    if isinstance(item.rule, CasesRule | RangeRule):
        return f"未记扣分情形，按最高扣{lost}分"
    return f"未记具体数值，按最低档得{got}分"


def review_words(review: Reviewed | None) -> str:
    """Return what an appeal left of a deduction."""
    if review is None:
        return ""
    if review.withdrawn:
        return "申诉复核：撤销扣分"
    return f"申诉复核：改扣{format_points(review.deduction)}分"


def site_reckoning(sheet: InspectionSheet) -> str:
    """Return how the score of a visit follows from its scorecards."""
    site, share = sheet.site_score(), sheet.pack.policy.public_area_share
    if site.total is None:
        return "没有可计分的项目"
    total = format_score(site.total)
    if (scale := sheet.pack.policy.scale) != 100:
        percent = format_score(round_half_up(Fraction(site.total * 100, scale)))
        total += f"（满分{scale}分，折合{percent}%）"
    if site.windows is None:
        return f"公共区域得分＝{total}"
    if site.public is None:
        return f"窗口平均＝{total}"
    windows, public = format_mean(site.windows), format_score(site.public)
    return f"窗口平均{windows}×{100 - share}%＋公共区域{public}×{share}%＝{total}"


def veto_words(sheet: InspectionSheet) -> list[str]:
    """Return each veto of a visit with its reason and what it does."""
    effect = "得分保留" if sheet.pack.policy.veto is VetoPolicy.FAIL else "该记分表计0分"
    said = []
    for card in sheet.counted:
        for item in sheet.score(card).vetoes:
            reason = describe(item, sheet.answers_of(card)[item.id])
            said.append(
                f"{VETO_MARK}{VETO}：{card_title(card)}“{item.text}”，{reason}。"
                f"等级为{sheet.pack.failing_grade.title}，{effect}。"
            )
    return said


def conflict_words(inspection: Inspection) -> str:
    """Return who of the inspectors belongs to the inspected site; nothing when nobody does."""
    if not inspection.conflicts:
        return ""
    # As of its day it is not kept whether a unit is the site's own or the one above it.
    units = {each.name: each.unit for each in inspection.party}
    own = [
        name for name in inspection.conflicts if units.get(name, "") in ("", inspection.site_name)
    ]
    above = [name for name in inspection.conflicts if name not in own]
    said = [f"{'、'.join(own)}系被检查单位人员"] if own else []
    said += [f"{'、'.join(above)}系被检查单位或其主管单位人员"] if above else []
    return f"回避提示：检查人员{'，'.join(said)}。"


def override_words(override: Override, text: str) -> str:
    """Return what a site changes of an item."""
    said = ["不检查"] if override.off else []
    if override.full is not None:
        said.append(f"分值{format_points(override.full)}分")
    if override.each is not None:
        said.append(f"每次{format_points(override.each)}分")
    if override.limit is not None:
        said.append(f"限值{format_points(override.limit)}")
    return f"“{text}”{'，'.join(said)}（{override.reason}）"


def amendment_words(record: Record, amendment: Amendment) -> str:
    """Return a later word about a record: what it is about, what is to be read, why, who, when."""
    card, item = record.subject_of(amendment)
    parts = [card_title(card)] if card else []
    parts += [f"“{item.text}”"] if item else []
    about = "".join(parts) or "整份记录"
    at = moment_words(amendment.at)
    return f"{about}：{amendment.text}（理由：{amendment.reason}；{amendment.author}，{at}）"


def seal_words(record: Record) -> str:
    """Return the line about the seal."""
    inspection = record.sheet.inspection
    if not inspection.seal:
        return "本记录完成时还没有封存功能，没有封存号。"
    at = inspection.completed_at
    moment = f"于{moment_words(at)}" if at else ""
    said = f"记录已{moment}封存，封存号：{short_seal(inspection.seal)}"
    return f"{said}。" if record.unchanged else f"{said}；{without_leading(record_alarm(record))}。"


def came_words(came: CameInPart) -> str:
    """Say what did not come along from the laptop that a record was made on."""
    photos = f"照片和附件{came.photos}个" if came.photos else ""
    lacking = [
        *(["当班人员姓名"] if came.names else []),
        *(["签字笔迹"] if came.strokes else []),
        *([photos] if photos else []),
    ]
    open_ones = [
        *(["封存号"] if came.names else []),
        *(["签字"] if came.strokes else []),
    ]
    said = f"本记录来自电脑“{came.laptop}”，{'、'.join(lacking)}未随数据包带来"
    return f"{said}，{'和'.join(open_ones)}无法在本机核验。" if open_ones else f"{said}。"


def other_signature_words(signature: Signature) -> str:
    """Say that somebody signed the same record on another laptop."""
    said = f"拒绝签字，理由：{signature.refusal}" if signature.refusal else ""
    told = "，".join(filter(None, (signature.signer, said, moment_words(signature.signed_at))))
    return f"另一台电脑上另有签字：{told}。两份签字并存，请核对。"


def signature_words(signature: Signature | None) -> str:
    """Return what stands for the signature of the site's head where it is not drawn."""
    if signature is None:
        return ""
    at = moment_words(signature.signed_at)
    if signature.refused:
        return f"{signature.signer}拒绝签字，理由：{signature.refusal}（{at}）"
    return f"{signature.signer}，{at}"


def _values(samples: tuple[int, ...]) -> str:
    return "、".join(map(format_points, samples))
