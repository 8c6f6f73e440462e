"""The Chinese words of complaints, as workbooks print and read them."""

from collections.abc import Mapping
from datetime import date

from inspector.domain.complaint.complaint import Channel, Complaint, ComplaintKind, ComplaintState

NUMBER, SITE, WINDOW, CONTENT = "投诉编号", "单位", "窗口", "反映内容"
UPHELD, VERIFICATION, ANSWER, ANSWERED_ON = "是否属实", "核实情况", "处理结果", "反馈时间"
DEPARTMENT, OWNER = "责任部门", "责任人"
COMPLAINANT, FIRST_ASKED = "投诉人", "首问责任人"

CHANNELS: Mapping[Channel, str] = {
    Channel.LETTER: "来信",
    Channel.CALL: "来电",
    Channel.CALLER: "来访",
    Channel.BOX: "意见箱",
    Channel.CODE: "二维码",
    Channel.HOTLINE: "12345转办",
    Channel.WEB: "网络",
}
KINDS: Mapping[ComplaintKind, str] = {
    ComplaintKind.COMPLAINT: "投诉",
    ComplaintKind.REPORT: "举报",
    ComplaintKind.SUGGESTION: "建议",
    ComplaintKind.OTHER: "其他",
}
STATES: Mapping[ComplaintState, str] = {
    ComplaintState.RECEIVED: "待受理",
    ComplaintState.ACCEPTED: "核实中",
    ComplaintState.UNFOUNDED: "待反馈",
    ComplaintState.UPHELD: "待反馈",
    ComplaintState.ANSWERED: "待回访",
    ComplaintState.FOLLOWED_UP: "待归档",
    ComplaintState.ARCHIVED: "已归档",
    ComplaintState.VOID: "作废",
}
YES, NO = "属实", "不属实"
ANONYMOUS, PROTECTED = "匿名", "保密"


def state_words(complaint: Complaint, today: date) -> str:
    """Return where a complaint stands, as the window says it; 逾期 comes behind."""
    said = STATES[complaint.state]
    if complaint.anonymous and complaint.state is ComplaintState.ANSWERED:
        said = STATES[ComplaintState.FOLLOWED_UP]  # nobody can be called back
    return f"{said}（逾期）" if complaint.overdue_on(today) else said


def who_words(complaint: Complaint) -> str:
    """Return who complained, as a workbook may say it: never who is anonymous or reported."""
    if complaint.anonymous:
        return ANONYMOUS
    if complaint.kind is ComplaintKind.REPORT:
        return PROTECTED
    return complaint.complainant or "—"


def upheld_words(complaint: Complaint) -> str:
    """Return whether it was found to be so; blank while nobody looked."""
    return {True: YES, False: NO, None: ""}[complaint.upheld]
