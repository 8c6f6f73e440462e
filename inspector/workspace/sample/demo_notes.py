"""What inspectors of the sample write to an answer: words that fit what was asked.

Most deductions say enough by their phrases; a note adds when, where or how often.
"""

import random
from collections.abc import Mapping

from inspector.domain.checklist.checklist import Item
from inspector.domain.checklist.method import Method

_TOLD = 0.45
"""How often a deduction has a note."""

_NOTES: Mapping[str, tuple[str, ...]] = {
    "greeting-words": (
        "连看三笔均如此",
        "来人站到窗前约十秒后",
    ),
    "polite-words": (
        "连听两笔均如此",
        "收材料时",
    ),
    "tone": ("对方追问第二遍时", "周围两三人回头看"),
    "plain-words": ("对方追问两次仍未换说法", "对方是位老人，反复问同一句"),
    "hear-out": ("对方刚说半句即被打断",),
    "refuse-politely": (
        "来人离开时仍不知去哪里办",
        "来人再问一遍，答复相同",
        "前后两位来人均如此",
    ),
    "no-forbidden-words": (
        "来人问别处业务时",
        "来人追问第二遍时",
    ),
    "phone-manner": (
        "上班时间拨打公布的号码，两次均如此",
        "上班时间拨打一次，通话约两分钟",
    ),
    "desk-tidy": (
        "检查期间未整理",
        "无人办理时也未归位",
    ),
    "no-private-goods": (
        "摆在键盘旁，来人可见",
        "台面右侧",
    ),
    "counter-clean": (
        "下沿处，手拭可见",
        "正对来人一侧",
    ),
    "floor-clean": (
        "柜台外侧，检查期间无人清扫",
        "椅子下方",
    ),
    "lane-floor": (
        "岛头一侧",
        "检查期间无人清扫",
    ),
    "booth-clean": (
        "亭内窗台处",
        "检查期间未清理",
    ),
    "window-sign": (
        "站在等候区看不清",
        "已与当班人员核对",
    ),
    "lane-signs": ("约三十米外看不清",),
    "equipment-ok": ("当班人员称上周已报修", "现场未见报修登记"),
    "lane-equipment": ("当班人员称上周已报修", "现场未见报修登记"),
    "waiting-area": (
        "第二排座椅旁",
        "饮水机旁",
    ),
    "seats": ("第三排靠走道一张", "后排两张椅面松动"),
    "toilets": ("男厕近门处", "一楼卫生间"),
    "toilet-supplies": (
        "女厕一侧",
        "检查期间两次查看均如此",
    ),
    "toilet-log": (
        "查记录本最近两周",
        "牌挂在门后",
    ),
    "bins-emptied": (
        "入口处一组",
        "等候区东侧一组",
    ),
    "sorted-bins": (
        "等候区一组",
        "入口处一组",
    ),
    "no-smoking": (
        "卫生间门口",
        "入口雨棚内侧",
    ),
    "dead-corners": ("自助机背后", "宣传架下"),
    "no-litter": (
        "上午、下午两次查看均如此",
        "现场问过，说不清由谁清理",
    ),
    "no-posting": (
        "服务台正面",
        "入口玻璃门",
    ),
    "uniform": (
        "已对照着装规定",
        "班前未检查",
    ),
    "badge": (
        "询问后称放在更衣柜",
        "前后看了两次均如此",
    ),
    "name-plate": ("交接班后未更换",),
    "sitting": (
        "前后观察约五分钟",
        "无人办理时",
    ),
    "rise-to-greet": (
        "来人站到窗前约半分钟",
        "连看两笔均如此",
    ),
    "smile": ("连看两笔均如此",),
    "eye-contact": ("连看两笔均如此",),
    "two-hands": (
        "递回身份证时",
        "交单据时",
    ),
    "next-in-line": ("后面有三人等候", "后面一人问话未得回应"),
    "see-off": (
        "连看两笔均如此",
        "来人道谢时未回应",
    ),
    "priority-care": (
        "前后约十分钟",
        "引导人员当时在门口",
    ),
    "on-time-open": (
        "与公示时间核对，相差约七分钟",
        "当班人员称等系统启动",
    ),
    "on-post": (
        "10:12至10:20",
        "14:35起约六分钟",
    ),
    "pause-sign": (
        "约五分钟，来人在窗前等候",
        "来人站到窗前才发现",
    ),
    "no-phone": ("两位来人走近时低头看手机", "前后约三分钟"),
    "no-idle-chat": ("约四分钟，窗前有人等候",),
    "first-asked": ("来人被指到另外两个窗口后返回",),
    "one-time-notice": ("来人当日第二次前来补材料",),
    "waiting-time": (
        "自取号起计时；同时段开窗四个",
        "自取号起计时，高峰时段",
    ),
    "time-limit": ("同类业务旁窗约十分钟办结",),
    "handling-time": ("自来人坐下起计时",),
    "receipt": ("来人索要后才补给",),
    "amounts-aloud": ("收现金一百元，未唱收", "连看两笔均如此"),
    "privacy": ("约五分钟，旁人走近可见",),
    "promise-known": ("问办理时限，答“差不多几天”",),
    "guide-on-duty": ("约五分钟未见引导人员", "咨询台前两人等候"),
    "queue-machine": (
        "约十分钟无人处理",
        "来人改为人工排队",
    ),
    "process-guide": ("资料架第二层",),
    "amenities": ("登记栏有，实物未见",),
    "accessible": ("正门东侧",),
    "fire-exit": ("东侧安全出口",),
    "complaint-log": ("抽查近一个月登记，共两件",),
    "patrol-record": ("抽查近十个工作日，共两天",),
    "morning-meeting": ("抽查近十个工作日，共三天",),
    "last-rectified": ("与上次检查记录核对",),
    "public-ads": (
        "逐处清点",
        "入口至等候区一路清点",
    ),
    "direction-signs": ("二楼楼梯口",),
    "identity-check": ("该笔为代办业务",),
    "need-confirmed": ("办到一半才发现业务选错",),
    "fees-explained": ("来人问起后才补充说明",),
    "double-check": ("该笔后来重办一次",),
    "greet-by-time": (
        "连看五辆，两辆如此",
        "14:10至14:20观察",
    ),
    "ask-pay": ("连看五辆均如此",),
    "farewell": ("连看五辆，三辆如此",),
    "stop-gesture": (
        "连看五辆均如此",
        "14:10至14:20观察",
    ),
    "turn-and-nod": ("连看五辆均如此",),
    "send-off": ("连看五辆，三辆如此",),
    "sit-straight": ("无车时",),
    "cap-rule": ("对照着装规定",),
    "vest-and-walkway": ("出亭取卡时",),
    "green-pass-time": ("一辆鲜活车，约二十分钟",),
    "fee-explained": ("来人拿到单据后折返询问",),
    "dose-explained": ("该笔为两种药",),
    "decoction-explained": ("方中有先煎药",),
    "insurance-explained": ("来人转问另一窗口",),
    "illness-privacy": ("后面排队的人能听到",),
    "herbal-waiting-time": ("从交方起约五十分钟",),
    "repeat-ticket": ("连看三笔均如此",),
    "drinking-water": ("候车厅东侧一台",),
    "luggage-shelf": ("通道一侧，行包四件",),
}

_BY_METHOD: Mapping[Method, tuple[str, ...]] = {
    Method.LOOK: ("检查期间看了两次",),
    Method.LISTEN: ("在旁听了两笔业务", "等候时在旁听到"),
    Method.TEST: ("当场试过一次",),
    Method.ASK: ("当面询问当班人员",),
    Method.RECORDS: ("抽查近一个月记录", "查阅台账"),
}

_RED_LINES: Mapping[str, str] = {
    "no-quarrel": "10:40前后与来人高声争执约两分钟，值班负责人到场劝开；已调取监控",
    "no-extortion": "窗口人员收下来人递的香烟一条，当场责令退还；已调取监控并报主管部门",
    "upheld-complaint": "投诉编号已核，属服务态度问题，回访查实",
    "media-exposure": "主管部门通报点名，已核对报道原文和刊播日期",
    "no-major-accident": "按主管部门事故认定书",
    "free-pass": "一辆轿车未缴费抬杆放行，监控与流水核对不符；已封存录像",
    "no-forged-sign": "考勤表两人两天笔迹相同，当事人承认代签；已留存原件",
    "no-red-envelope": "患者家属当场反映，已移交纪检部门核查",
    "no-over-sale": "核对售票记录与车辆核定人数，多售两张；该班次已停发",
}

_PRAISE: Mapping[str, tuple[str, ...]] = {
    "priority-care": ("主动扶老人就座并代为取号",),
    "plain-words": ("用纸笔写明步骤交给老人带走",),
    "tone": ("来人情绪激动，始终语气平和",),
    "one-time-notice": ("逐项勾选告知单并留下联系电话",),
    "smile": ("连看五笔均微笑接待",),
    "hear-out": ("耐心听完并复述要点",),
    "rise-to-greet": ("来人走近即起身相迎",),
    "desk-tidy": ("台面分区摆放，可作样板",),
    "first-asked": ("陪同来人到相应窗口办结",),
}


def note_of(item: Item, rng: random.Random) -> str:
    """Return a note that fits a deduction, or none: not everything needs one."""
    if rng.random() >= _TOLD:
        return ""
    if said := _NOTES.get(item.id):
        return rng.choice(said)
    if len(item.method) > 1 or rng.random() < 0.5:
        return ""  # nobody knows by which of its ways it was found out
    ways = [each for way in item.method for each in _BY_METHOD[way]]
    return rng.choice(ways) if ways else ""


def praise_of(item: Item, rng: random.Random) -> str:
    """Return why an item is worth telling others, or nothing where there is little to say."""
    return rng.choice(_PRAISE.get(item.id, ("",)))


def red_line_note(item: Item, rng: random.Random) -> str:
    """Return the reason of a red line: it is never found without one."""
    return _RED_LINES.get(item.id, "现场查实，当班负责人在场确认；已留存佐证材料")
