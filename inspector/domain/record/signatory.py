"""Who probably signs for a site: a person by name, never a department or an office."""

import re
from collections.abc import Iterable

_UNIT = re.compile(
    r"(部|部门|科|科室|室|处|局|厅|站|所|中心|办|办公室|组|班|队|院|公司|支行|分行|大厅|单位|窗口|委|会)$"
)
_OFFICE = re.compile(
    r"(值班|大堂|大厅|营业厅|前台|现场|分管|主管|责任|单位|部门|科室|副|总|正)*"
    r"(经理|主任|厅长|班长|组长|站长|所长|科长|处长|院长|店长|领导|负责人|主管)"
)


def names_a_person(text: str, units: Iterable[str] = ()) -> bool:
    """Tell whether a text is a person's name and not that of a unit, or of an office alone.

    `units` are known names of departments and sites. 王经理 names a person, 值班经理 does not.
    """
    name = "".join(text.split())
    others = {"".join(unit.split()) for unit in units}
    return (
        bool(name)
        and name not in others
        and not _UNIT.search(name)
        and not (_OFFICE.fullmatch(name))
    )


def signatory(leaders: Iterable[str], units: Iterable[str]) -> str:
    """Return the head of a site, whom the windows agree on; '' when nobody is known by name."""
    known = list(units)
    named = {leader.strip() for leader in leaders if names_a_person(leader, known)}
    return named.pop() if len(named) == 1 else ""
