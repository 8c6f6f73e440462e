"""What stands beside the files of an archive for whoever opens it: a list of contents, a word.

Chinese whatever the language of the screen, as papers are. Plain HTML, CSV and text: what is
sure to be read in thirty years.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from io import StringIO
from urllib.parse import quote

from inspector.domain.visit.inspection import Inspection
from inspector.storage.archives.bag_writing import PAYLOAD
from inspector.workspace.archive.archive_words import GUIDE

CONTENTS, TABLE, GUIDE_FILE = "目录.html", "目录.csv", "说明.txt"

_KINDS: Mapping[str, str] = {
    "rectification": "整改台账",
    "summary": "检查汇总表",
    "circular": "通报",
    "patrol": "巡视记录表",
    "minutes": "晨会纪要",
    "satisfaction": "满意度测评情况表",
    "plan": "检查计划完成情况表",
    "evaluation": "综合评价表",
    "training": "培训建议",
    "complaints": "投诉举报台账",
    "record": "检查记录表",
    "notice": "整改通知单",
}
_INFO: Mapping[str, str] = {
    "Source-Organization": "归档单位",
    "External-Description": "内容",
    "Bagging-Date": "归档日期",
    "Bag-Software-Agent": "归档所用程序",
    "Journal-Head": "归档时最新的存证码",
}
_STYLE = (
    "body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em;line-height:1.6}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #ccc;"
    "padding:.3em .6em;text-align:left;vertical-align:top}td.n,th.n{text-align:right}"
)
_HEADS = ("检查日期", "单位", "检查方式", "检查人员", "得分", "等级", "问题数", "数据文件")


@dataclass(frozen=True, slots=True)
class IndexedPaper:
    """A paper of an archive: the kind as it is typed, and where its files lie below `data/`."""

    kind: str
    pdf: str
    workbook: str = ""  # of ledgers and summaries
    letter: str = ""  # of a circular and of notices

    @property
    def title(self) -> str:
        """What people call it: its file's name, which says site and day."""
        return self.pdf.rpartition("/")[2].removesuffix(".pdf")


@dataclass(frozen=True, slots=True)
class IndexedVisit:
    """A visit of an archive; the score, points of a hundred, is after appeals."""

    visit: Inspection
    kind: str
    file: str  # below `data/`
    score: float | None
    grade: str
    findings: int

    @property
    def cells(self) -> tuple[str, ...]:
        """What a list of visits says of it, but where its file lies."""
        return (
            f"{self.visit.started_at:%Y-%m-%d %H:%M}",
            self.visit.site_name,
            self.kind,
            "、".join(self.visit.inspectors),
            "" if self.score is None else f"{self.score:.2f}",
            self.grade,
            str(self.findings),
        )


def index_files(
    title: str,
    info: Mapping[str, str],
    papers: Sequence[IndexedPaper],
    visits: Sequence[IndexedVisit],
    findings: int,
) -> dict[str, bytes]:
    """Return the texts beside the files of an archive, by name; `info` is of the bag."""
    return {
        CONTENTS: _contents(title, info, papers, visits, findings).encode(),
        TABLE: _table(visits),
        GUIDE_FILE: GUIDE.replace("\n", "\r\n").encode("utf-8-sig"),  # for the oldest editors
    }


def _contents(
    title: str,
    info: Mapping[str, str],
    papers: Sequence[IndexedPaper],
    visits: Sequence[IndexedVisit],
    findings: int,
) -> str:
    scored = sum(each.visit.kind.ranked for each in visits)
    others = f"、自查、巡视和复查{len(visits) - scored}次" if scored < len(visits) else ""
    said = f"检查{scored}次{others}，发现问题{findings}项（含巡视发现的），文书{len(papers)}份。"
    by_kind: dict[str, list[str]] = {}
    for paper in papers:
        links = _link(paper.pdf, paper.title)
        if paper.workbook:
            links += f"（{_link(paper.workbook, '电子表格')}）"
        if paper.letter:
            links += f"（{_link(paper.letter, '公文')}）"
        by_kind.setdefault(_KINDS.get(paper.kind, paper.kind), []).append(f"<li>{links}</li>")
    lists = "".join(f"<h3>{kind}</h3><ul>{''.join(each)}</ul>" for kind, each in by_kind.items())
    heads = "".join(f"<th>{head}</th>" for head in _HEADS)
    rows = "".join(
        "<tr>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in each.cells)
        + f"<td>{_link(each.file, '打开')}</td></tr>"
        for each in visits
    )
    facts = "".join(
        f"<li>{_INFO.get(name, name)}：{escape(text)}</li>" for name, text in info.items()
    )
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}'
        f"</title><style>{_STYLE}</style></head><body><h1>文明窗口现场检查归档</h1>"
        f"<p>{escape(title)}。{said}如何查阅和核验，见{_at(GUIDE_FILE, GUIDE_FILE)}。</p>"
        f"<h2>文书</h2>{lists}<h2>检查</h2><table><tr>{heads}</tr>{rows}</table>"
        f"<h2>归档信息</h2><ul>{facts}</ul></body></html>\n"
    )


def _table(visits: Sequence[IndexedVisit]) -> bytes:
    text = StringIO()
    rows = csv.writer(text)
    rows.writerow(_HEADS)
    rows.writerows([*map(_as_text, each.cells), f"{PAYLOAD}/{each.file}"] for each in visits)
    return text.getvalue().encode("utf-8-sig")


def _as_text(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell


def _link(place: str, words: str) -> str:
    return _at(f"{PAYLOAD}/{place}", words)


def _at(place: str, words: str) -> str:
    return f'<a href="{quote(place)}">{escape(words)}</a>'
