"""The notes below a table say what the pack does."""

from dataclasses import replace

from inspector.domain.checklist.checklist import (
    FloorPolicy,
    NotApplicablePolicy,
    Policy,
    Totalling,
    VetoPolicy,
)
from inspector.domain.checklist.gravity import GravityPoints
from inspector.excel.papers.policy_words import policy_notes, scoring_notes
from inspector.excel.papers.ranking_words import ranking_notes
from tests.excel.reports import pack


def test_usual_policy() -> None:
    assert policy_notes(pack()) == [
        "注：1. 每张记分表的得分由四类得分率乘以各自权重（服务礼仪25、文明用语20、操作规范35、"
        "环境卫生20）相加得出，另计加分，每张记分表最多5分；单位总分＝窗口平均×80%＋公共区域×20%。"
        "表中四类得分也按这个比例由窗口和公共区域算出；公共区域没有的类别，权重按比例加到其余类别，"
        "所以用表中四类得分加权，得不出总分。",
        "　　2. 不适用项不计入满分；每项扣完为止，不计负分。",
        "　　3. 等级：优秀90分及以上、良好80分及以上、合格60分及以上、不合格60分以下。",
        "　　4. 一票否决的单位等级为不合格，得分保留，名次列在未被否决的单位之后。",
        "　　5. 得分、等级、名次、一票否决均为申诉复核后的结果；与检查时不同的，"
        "检查时的结果列于备注。",
        "　　6. 同分并列；只比较使用同一检查表的单位；各项平均都用四舍五入后的得分计算。",
        "　　7. 问题数、已整改数、整改率、逾期数按计分检查发现的问题统计；"
        "日常巡视发现的问题不计分，另列“巡视发现问题”。",
        "　　8. 整改率＝已整改数÷问题数；“—”表示无可计算的数据；升降为总分与上期相比。",
    ]


def test_other_policy() -> None:
    policy = Policy(
        not_applicable=NotApplicablePolicy.FULL,
        floor=FloorPolicy.NONE,
        bonus_cap=250,
        veto=VetoPolicy.ZERO,
        public_area_share=30,
    )
    text = "\n".join(policy_notes(pack(policy=policy)))
    for words in ("不适用项按满分计", "扣分不封顶", "最多2.5分", "计0分", "窗口平均×70%"):
        assert words in text


def test_where_points_are_taken_off_it_says_how_and_what_a_red_line_does() -> None:
    policy = Policy(total=Totalling.DEDUCT, ranked_from=80)
    notes = policy_notes(pack(policy=policy), ranking_notes(pack(policy=policy), []))
    assert notes[:4] == [
        "注：1. 每张记分表满分100分（服务礼仪25分、文明用语20分、操作规范35分、环境卫生20分），"
        "直接扣分：每项扣分从所属类别的分值里扣，标明从总分中扣的除外；另计加分，"
        "每张记分表最多5分；单位总分＝窗口平均×80%＋公共区域×20%。"
        "表中四类是得分率，即该类扣分后所余的分占其分值的百分比；"
        "记分表上没有的类别，其分值按比例加到其余类别。",
        "　　2. 扣分按问题轻重，每处（次）一般1分、重点3分、严重5分，项目另行规定的从其规定；"
        "不适用的项目不扣分；每类扣完为止，不计负分；项目的分值为该项最多可扣的分，"
        "不与类别分值相加。",
        "　　3. 等级：优秀90分及以上、良好80分及以上、合格60分及以上、不合格60分以下。",
        "　　4. 标★的是红线，本身不扣分，发现即一票否决；一票否决的单位等级为不合格，得分保留，"
        "名次列在未被否决的单位之后。",
    ]
    assert notes[8:] == [
        "　　9. 实查项数不足应查80%的检查列出得分，不排名，不计入平均；"
        "应查项数按调整前的检查表计算。",
        "　　10. 未观察的项目不扣分，也不作合格认定；已观察项数不含未观察、不适用的项目。",
    ]
    points = GravityPoints(minor=50, major=200, severe=0)
    own = pack(policy=replace(policy, points=points, veto=VetoPolicy.ZERO, floor=FloorPolicy.NONE))
    text = "\n".join(policy_notes(own))
    for words in ("每处（次）一般0.5分、重点2分，", "扣分不封顶；标※的", "该记分表计0分"):
        assert words in text


def test_a_record_says_what_its_own_table_has() -> None:
    """Where points are taken off, its categories are points, and no rates."""
    notes = "\n".join(scoring_notes(pack(policy=Policy(total=Totalling.DEDUCT))))
    assert "表中四类是该类扣分后所余的分；" in notes
    assert "得分率" not in notes
    plain = "\n".join(scoring_notes(pack()))
    assert "第三位起先舍去" in plain
    assert "尾数" not in plain


def test_unknown_pack_claims_no_policy() -> None:
    assert len(policy_notes(None)) == 4
    assert policy_notes(None)[0].startswith("注：1. 得分、等级、名次、一票否决均为申诉复核后的")
