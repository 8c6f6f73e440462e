"""A year's holidays as a notice might arrange them, as a file."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from inspector.domain.days.statutory_days import statutory_days
from inspector.domain.finding.assignment import Assignment
from inspector.domain.finding.finding import Finding
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import add_site, visit

TEXT_2027 = """
notice = 2026-11-25

[[holiday]]
name = "元旦"
from = 2027-01-01
to = 2027-01-03

[[holiday]]
name = "春节"
from = 2027-02-05
to = 2027-02-11
worked = [2027-01-30, 2027-02-20]

[[holiday]]
name = "清明节"
from = 2027-04-03
to = 2027-04-05

[[holiday]]
name = "劳动节"
from = 2027-05-01
to = 2027-05-05
worked = [2027-05-08]

[[holiday]]
name = "端午节"
from = 2027-06-09
to = 2027-06-09

[[holiday]]
name = "中秋节"
from = 2027-09-15
to = 2027-09-15

[[holiday]]
name = "国庆节"
from = 2027-10-01
to = 2027-10-07
worked = [2027-09-26, 2027-10-09]
"""


def toml(folder: Path, text: str = TEXT_2027, name: str = "2027.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def workbook(folder: Path, rows: list[tuple[object, ...]], name: str = "放假.xlsx") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["2027年放假安排"])
    sheet.append(["日期", "性质", "名称"])
    for row in rows:
        sheet.append(list(row))
    book.save(folder / name)
    return folder / name


# A year of its own for tests that go by the real clock

YEAR = date.today().year + 1
DEADLINE = next(d for n in range(7) if (d := date(YEAR, 1, 10 + n)).isoweekday() == 3)
SATURDAY = next(d for n in range(7) if (d := date(YEAR, 1, 2 + n)).isoweekday() == 6)


def next_year(folder: Path) -> Path:
    """Next year by law, but that its first Saturday is worked."""
    text = "".join(
        f'[[holiday]]\nname = "{special.name}"\nfrom = {special.day}\nto = {special.day}\n'
        for special in statutory_days(YEAR)
    )
    return toml(folder, f"{text}worked = [{SATURDAY}]\n", f"{YEAR}.toml")


def due_next_year(workspace: Workspace) -> Finding:
    """A finding that is due on the Wednesday after that Saturday."""
    (found,) = workspace.inspections.findings(
        visit(workspace, add_site(workspace), {0: ["equipment-ok"]})
    )
    workspace.findings.assign([found.id], Assignment(owner="1001", deadline=DEADLINE))
    return workspace.findings.get(found.id)
