"""What a circular demands: what has to be done, by when, and whom it is reported to."""

from inspector.domain.papers.circular import Circular
from inspector.excel.sheet.report_heading import Heading, chinese_date
from inspector.workspace.papers.circular.inspected_words import is_own
from inspector.workspace.papers.circular.listed_words import names
from inspector.workspace.papers.circular.problem_words import RED_LINES


def demands(circular: Circular, heading: Heading) -> list[tuple[str, str]]:
    """Return what is demanded, each with its title; the last deadline is that of the findings."""
    if not circular.findings:
        return [("保持良好态势", "请继续抓好日常管理，保持服务规范。")]
    if not circular.unfinished:
        return [("巩固整改成效", "本期问题均已整改销号，请巩固成效，防止反弹。")]
    said = [("限时完成整改", _by_when(circular, heading))]
    if red := [each for each in circular.red_lines if not each.state.is_ended]:
        one = len(circular.sites) == 1
        who = "" if one else names(list(dict.fromkeys(each.site_name for each in red)))
        said.append((f"严肃处理{RED_LINES}问题", f"请{who}查明原因，落实责任，书面报告处理结果。"))
    if circular.repeats:
        said.append(("举一反三抓整改", "对重复发现的问题，请查明原因，落实责任人，防止再次发生。"))
    said.append(("按时报送情况", _report(circular, heading)))
    return said


def _by_when(circular: Circular, heading: Heading) -> str:
    in_time, overdue = circular.in_time, circular.overdue
    who = "请各责任部门" if is_own(circular, heading) else "请"
    if len(circular.sites) > 1:
        who = "请各单位"
    said: list[str] = []
    if in_time:
        last = chinese_date(max(finding.deadline for finding in in_time))
        if len(in_time) == 1:
            said.append(f"未到整改时限的1个问题，最迟于{last}完成整改")
        else:
            said.append(f"未到整改时限的{len(in_time)}个问题，按各自时限完成整改，最迟不晚于{last}")
    if overdue:
        said.append(f"逾期未整改的{len(overdue)}个问题，立即整改并书面说明原因")
    return f"{who}对照附件2逐项整改。{'；'.join(said)}。"


def _report(circular: Circular, heading: Heading) -> str:
    contact = "，".join(
        part
        for part in (
            f"联系人：{heading.author}" if heading.author else "",
            f"电话：{heading.telephone}" if heading.telephone else "",
        )
        if part
    )
    unit = "本单位检查人员" if is_own(circular, heading) else heading.unit or "检查单位"
    whom = f"{unit}{f'（{contact}）' if contact else ''}"
    last = max((finding.deadline for finding in circular.in_time), default=circular.as_of)
    if last > circular.as_of:
        return f"请于{chinese_date(last)}前，将整改情况和整改后照片报{whom}。"
    return f"整改完成后，请将整改情况和整改后照片报{whom}。"
