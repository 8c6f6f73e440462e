"""One word for one thing in everything that is read in Chinese (DOMAIN §5), and no translationese.

Catalogue, handbook, checklists and what papers say are read as one text.
"""

import re
from pathlib import Path

import pytest

from tests.translation.update import ROOT, translations

ONE_WORD = {
    "明查": "明察",
    "暗察": "暗访",
    "暗查": "暗访",
    "点评": "讲评",
    "裁决": "复核",
    "申诉审核": "申诉复核",
    "证明材料": "佐证材料",
    "窗口种类": "窗口类型",
    "窗口类别": "窗口类型",
    "检查种类": "检查方式",
    "检查类型": "检查方式",
    "打分表": "检查表",
    "观察不足": "实查不足",
    "观察率": "覆盖率",
    "整改期限": "整改时限",
    "帐号": "账号",
    "台帐": "台账",
    "其它": "其他",
    "登陆": "登录",
    "份量": "分量",
    "阀值": "阈值",
}
"""What is not said, and what is."""

TRANSLATIONESE = (
    "您确定", "是否确定", "请输入您", "该操作", "被成功", "成功地", "操作成功", "对其进行",
    "不能够", "暂无数据", "加载中", "弹出窗口", "对话框", "选项卡", "复选框", "点击", "双击",
    "单击",
)  # fmt: skip

OF_OURS = ("关闭窗口", "打开窗口", "关窗口", "拖到窗口", "窗口下面", "另一个窗口中", "补正", "条款")
"""What the window and the handbook do not say: 窗口 is where people are served, on the screen there
is 程序; what is added to a record is 更正, what is asked 项目."""

_READ_OF_OLD = re.compile(r"EARLIER_NAMES = .*|Field\.KIND: .*")
"""Names that are read in what others send in."""

_OTHERS_WORDS = ("head_words.py", "form_labels.py")
"""Where stands what others call it, to be read and never written."""


def _read(paths: list[Path]) -> str:
    assert paths
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    papers = _read(
        [
            path
            for path in sorted((ROOT / "inspector" / "excel").rglob("*.py"))
            if path.name not in _OTHERS_WORDS
        ]
    )
    return {
        "catalogue": "\n".join(translations().values()),
        "handbook": _read(sorted((ROOT / "resources" / "handbook" / "zh_CN").glob("*.md"))),
        "checklists": _read(sorted((ROOT / "checklists").rglob("*.toml"))),
        "papers": _READ_OF_OLD.sub("", papers),
    }


def said(texts: dict[str, str], word: str) -> list[str]:
    """Return where a word stands, with what is around it."""
    return [
        f"{place}: {text[max(0, found.start() - 12) : found.end() + 12]}"
        for place, text in texts.items()
        for found in re.finditer(re.escape(word), text)
    ]


@pytest.mark.parametrize("wrong", ONE_WORD)
def test_one_thing_has_one_word(texts: dict[str, str], wrong: str) -> None:
    assert said(texts, wrong) == [], ONE_WORD[wrong]


def test_nothing_reads_as_translated(texts: dict[str, str]) -> None:
    assert [place for word in TRANSLATIONESE for place in said(texts, word)] == []


def test_the_window_says_of_itself_what_it_is(texts: dict[str, str]) -> None:
    own = {place: texts[place] for place in ("catalogue", "handbook")}
    assert [place for word in OF_OURS for place in said(own, word)] == []


def test_what_an_item_points_to_is_an_item_of_the_checklist(texts: dict[str, str]) -> None:
    """记“投诉电话无人接”: what stands in quotes is the short name of another item."""
    shorts = set(re.findall(r'^short = "(.*)"', texts["checklists"], re.M))
    notes = "\n".join(re.findall(r'^basis = "(.*)"', texts["checklists"], re.M))
    named = re.findall(r"记((?:“[^”]+”、?或?)+)", notes)
    assert named
    pointed = {name for each in named for name in re.findall(r"“([^”]+)”", each)}
    assert pointed - shorts == set()
