"""The category that a score sheet's own heading belongs to, where its words leave no doubt."""

from inspector.domain.checklist.category import Category
from inspector.domain.checklist.pack_schema import CATEGORIES
from inspector.excel.reading.typed_cells import comparable

_WORDS = {
    Category.ETIQUETTE: (
        "礼仪 礼貌 礼节 仪容 仪表 仪态 着装 服饰 形象 举止 姿势 姿态 手势 坐姿 站姿 表情"
        " 态度 热情 精神面貌 微笑"
    ),
    Category.CIVIL_LANGUAGE: "用语 语言 忌语 言语 语气 说话 禁语",
    Category.CLEANLINESS: "环境 卫生 保洁 清洁 整洁 设施 设备 厅容 站容 站貌 院容 容貌 场所",
}
_NORMS = (
    "规范 操作 业务 纪律 考勤 收费 流程 公开 投诉 效率 时效 制度 管理 办理 办件 质量 安全"
    " 首问 职责 履职 廉洁 作风 领导 组织 唱收唱付 档案 台账 培训 扣分 减分 加分 奖励 否决 红线"
)
_SHORT = {"礼": Category.ETIQUETTE, "语": Category.CIVIL_LANGUAGE,
          "操": Category.OPERATING_NORMS, "境": Category.CLEANLINESS}  # fmt: skip

FOUR = "、".join(said.chinese for said in CATEGORIES.values())


def named_category(text: str) -> Category | None:
    """Return the category that a text is the name of."""
    plain = comparable(text)
    named = {comparable(said.chinese): category for category, said in CATEGORIES.items()}
    return {**named, **_SHORT}.get(plain)


def category_of_heading(heading: str) -> Category | None:
    """Return the category of a heading; None where its words are of several, or of none."""
    if (named := named_category(heading)) is not None:
        return named
    found = {
        category
        for category, words in _WORDS.items()
        if any(word in heading for word in words.split())
    }
    if found:
        return found.pop() if len(found) == 1 else None
    return Category.OPERATING_NORMS if any(word in heading for word in _NORMS.split()) else None
