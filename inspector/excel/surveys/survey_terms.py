"""The Chinese words of a survey, as papers print and workbooks say them."""

from collections.abc import Mapping

from inspector.domain.survey.survey_sheet import GRADES, Channel, Satisfaction

SATISFACTIONS: Mapping[Satisfaction, str] = {
    Satisfaction.VERY_SATISFIED: "非常满意",
    Satisfaction.SATISFIED: "满意",
    Satisfaction.FAIRLY_SATISFIED: "基本满意",
    Satisfaction.DISSATISFIED: "不满意",
    Satisfaction.VERY_DISSATISFIED: "非常不满意",
}

CHANNELS: Mapping[Channel, str] = {
    Channel.ON_SITE: "现场",
    Channel.PHONE: "电话",
    Channel.CODE: "扫码",
}

NUMBERED: Mapping[str, Satisfaction] = {
    str(number): grade for number, grade in enumerate(GRADES, 1)
}
"""What slips print before each grade."""

READ_GRADES: Mapping[str, Satisfaction] = {
    **{word: grade for grade, word in SATISFACTIONS.items()},
    **NUMBERED,
    **dict.fromkeys(("很满意", "十分满意"), Satisfaction.VERY_SATISFIED),
    **dict.fromkeys(("较满意", "比较满意"), Satisfaction.SATISFIED),
    **dict.fromkeys(("一般", "一般满意"), Satisfaction.FAIRLY_SATISFIED),
    **dict.fromkeys(("不太满意", "较不满意"), Satisfaction.DISSATISFIED),
    **dict.fromkeys(("很不满意", "极不满意", "十分不满意"), Satisfaction.VERY_DISSATISFIED),
}
"""What grades are called in the results of others, and how slips number them: 1 is the best."""

TITLE = "满意度测评情况表"

OWN_HEADS = (
    frozenset(("名次", "满意率95%置信区间", "差评主要原因")),
    frozenset(("测评日期", "评价", "渠道", "问题编号")),
)
"""Heads that stand together in the paper that this program writes, and nowhere else."""

READ_CHANNELS: Mapping[str, Channel] = {
    **{word: channel for channel, word in CHANNELS.items()},
    **dict.fromkeys(("现场评价", "窗口", "评价器", "纸质", "现场测评"), Channel.ON_SITE),
    **dict.fromkeys(("电话回访", "电话访问", "短信"), Channel.PHONE),
    **dict.fromkeys(("二维码", "扫码评价", "微信", "网络", "网上", "链接", "手机"), Channel.CODE),
}
