"""The notice to one unit (整改通知) as an official letter, which goes with its reply slip."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.checklist.gravity import Gravity
from inspector.domain.finding.finding import Finding, RectificationType
from inspector.domain.papers.circular_problems import GRAVEST_FIRST
from inspector.domain.papers.letter import (
    Letter,
    LetterHeading,
    LetterParagraph,
    LetterPart,
    LetterTable,
)
from inspector.domain.papers.notice import Notice
from inspector.domain.visit.inspection import Inspection
from inspector.excel.papers.ledger_cells import problem_text
from inspector.excel.papers.policy_words import GRAVITIES
from inspector.excel.sheet.legal_text import legal_text
from inspector.excel.sheet.report_heading import chinese_date
from inspector.excel.sheet.terms import INSPECTION_KINDS, NOTHING, VETO, window_title
from inspector.workspace.papers.circular.listed_words import days

_TITLE = "关于做好文明窗口现场检查\n发现问题整改工作的通知"
_ATTACHMENTS = ("整改通知单（含问题照片）", "整改回执")
_HEADER = ("序号", "窗口、编号", "存在问题", "整改要求", "整改时限")
_WIDTHS = (13, 40, 42, 34, 27)  # mm: no number and no day is broken
_NUMERALS = "一二三四五"


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What a letter says besides its notice; `gravities` are by the finding's id."""

    number: str  # 示文明办〔2026〕3号
    issuer: str
    visits: Sequence[Inspection]  # where the findings are from, oldest first
    gravities: Mapping[str, Gravity]
    contact: str = ""
    telephone: str = ""
    alarm: str = ""


def notice_letter(notice: Notice, facts: NoticeFacts) -> Letter:
    """Return the letter of a notice: what was found, what at once and what by when, whom to tell.

    Each part tells the grave before the light.
    """
    at_once, by_day = _told_apart(notice.findings)
    body: list[LetterPart] = []
    if facts.alarm:
        body.append(LetterParagraph(facts.alarm))
    body.append(LetterParagraph(_lead(notice, facts)))
    parts = [
        (title, own, said)
        for title, own, said in (
            ("立行立改问题", at_once, _at_once(at_once, notice.day)),
            ("限期整改问题", by_day, _by_day(by_day, notice.day)),
        )
        if own
    ]
    for numeral, (title, own, said) in zip(_NUMERALS, parts, strict=False):
        body.append(LetterHeading(f"{numeral}、{title}（{len(own)}个）", 1))
        body.append(LetterParagraph(said))
        body.append(_table(_gravest_first(own, facts.gravities), notice.day))
    body.append(LetterHeading(f"{_NUMERALS[len(parts)]}、工作要求", 1))
    body += _demands(notice, facts)
    return Letter(
        title=_TITLE,
        body=tuple(body),
        signer=notice.unit,
        day=notice.day,
        number=facts.number,
        addressee=notice.site_name,
        attachments=_ATTACHMENTS,
        issuer=facts.issuer,
    )


def _told_apart(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Return what has to be put right at once, and what until a day."""
    immediate = RectificationType.IMMEDIATE
    return (
        [each for each in findings if each.type is immediate],
        [each for each in findings if each.type is not immediate],
    )


def _gravest_first(findings: Sequence[Finding], gravities: Mapping[str, Gravity]) -> list[Finding]:
    def place(each: Finding) -> tuple[bool, int, int, str]:
        gravity = gravities.get(each.id, Gravity.MINOR)
        return not each.brands, GRAVEST_FIRST.index(gravity), -each.counted_deduction, each.number

    return sorted(findings, key=place)


def _lead(notice: Notice, facts: NoticeFacts) -> str:
    """Say who inspected when and how, how much is left to be put right, how grave it is."""
    kinds = Counter(INSPECTION_KINDS[visit.kind] for visit in facts.visits)
    how = "、".join(kinds) + ("相结合的" if len(kinds) > 1 else "")
    when = days(sorted({visit.started_at.date() for visit in facts.visits}))
    each = "、".join(f"{kind}{count}次" for kind, count in kinds.items())
    made = f"现场检查{len(facts.visits)}次" + (f"（{each}）" if len(kinds) > 1 else "")
    by = f"{notice.unit}采取" if notice.unit and notice.unit != notice.site_name else "采取"
    return (
        f"{when}，{by}{how}方式，对你单位开展文明窗口{made}。截至{chinese_date(notice.day)}，"
        f"尚有{len(notice.findings)}个问题需要整改{_gravities(notice.findings, facts.gravities)}"
        f"{_overdue(notice)}。现将有关问题和整改要求通知如下。"
    )


def _overdue(notice: Notice) -> str:
    late, count = len(notice.overdue), len(notice.findings)
    if not late:
        return ""
    if late < count:
        return f"，其中{late}个已逾期"
    return "，均已逾期" if count > 1 else "，已逾期"


def _gravities(findings: Sequence[Finding], gravities: Mapping[str, Gravity]) -> str:
    """Return how grave findings are, where there are graver ones than the lightest."""
    red = sum(each.brands for each in findings)
    light = Counter(gravities.get(each.id, Gravity.MINOR) for each in findings if not each.brands)
    told = [(VETO, red), *((GRAVITIES[each], light[each]) for each in GRAVEST_FIRST)]
    counted = [f"{word}问题{count}个" for word, count in told if count]
    if not red and set(light) <= {Gravity.MINOR}:
        return ""
    return f"（{'、'.join(counted)}）"


def _at_once(findings: Sequence[Finding], day: date) -> str:
    one = len(findings) == 1
    latest = max((each.deadline for each in findings), default=day)
    until = f"，最迟于{chinese_date(latest)}整改到位" if latest > day else ""
    return f"下列{'' if one else f'{len(findings)}个'}问题，请立即整改{until}。"


def _by_day(findings: Sequence[Finding], day: date) -> str:
    overdue = [each for each in findings if each.overdue_on(day)]
    latest = max((each.deadline for each in findings), default=day)
    if len(overdue) == len(findings):
        return "下列问题均已超过整改时限，请立即整改，并书面说明逾期原因。"
    one = len(findings) == 1
    said = f"下列问题，请{'' if one else '按各项时限'}于{chinese_date(latest)}前完成整改"
    return said + (f"；其中已逾期的{len(overdue)}个，请立即整改。" if overdue else "。")


def _table(findings: Sequence[Finding], day: date) -> LetterTable:
    return LetterTable(
        _HEADER,
        tuple(
            (
                str(number),
                legal_text(f"{window_title(finding.window_number)}\n{finding.number}"),
                legal_text(problem_text(finding)),
                legal_text(finding.requirement) or NOTHING,
                _due(finding, day),
            )
            for number, finding in enumerate(findings, 1)
        ),
        _WIDTHS,
    )


def _due(finding: Finding, day: date) -> str:
    due = chinese_date(finding.deadline)
    if finding.deadline.year == day.year:
        due = due.partition("年")[2]
    return f"{due}\n（已逾期）" if finding.overdue_on(day) else due


def _demands(notice: Notice, facts: NoticeFacts) -> list[LetterParagraph]:
    contact = "，".join(
        said
        for said in (
            f"联系人：{facts.contact}" if facts.contact else "",
            f"电话：{facts.telephone}" if facts.telephone else "",
        )
        if said
    )
    whom = (notice.unit or "检查单位") + (f"（{contact}）" if contact else "")
    when = f"于{chinese_date(notice.deadline)}前" if notice.deadline > notice.day else "立即"
    said = (
        (
            "落实整改责任",
            "请逐项明确责任部门和责任人，整改到位，举一反三，防止再次发生。",
        ),
        ("按时报送情况", f"整改完成后，请填写《整改回执》，附整改后照片，{when}报{whom}。"),
        (
            "申请延期和申诉",
            "不能按期完成的，请在时限前书面申请延期；对问题有异议的，请及时申诉。",
        ),
    )
    return [
        LetterParagraph(text, f"（{numeral}）{title}。")
        for numeral, (title, text) in zip(_NUMERALS, said, strict=False)
    ]
