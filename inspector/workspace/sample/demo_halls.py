"""The made-up sites of the sample: what their windows are called and how well they are run."""

from collections.abc import Mapping
from dataclasses import dataclass

from inspector.domain.checklist.gravity import Gravity


@dataclass(frozen=True, slots=True)
class Hall:
    """A made-up site.

    `slips` is the chance that a light item is found wrong, `grave` how much of it the graver
    ones have, `drift` how much more (or less, below 0) it was half a year ago; `late` how many
    times as often as elsewhere its findings are not put right in time.
    """

    name: str
    pack: str
    windows: tuple[tuple[str, str, int], ...]  # sign, window kind, how many
    department: str
    first_number: int
    head: str
    slips: float
    grave: float = 0.35
    drift: float = 0.0
    late: float = 1.0

    def chance(self, gravity: Gravity, veto: bool, age: float) -> float:
        """Return how often an item is found wrong; `age` goes from 1, half a year ago, to 0."""
        slips = self.slips * (1 + self.drift * age)
        if veto:
            return slips * slips * 0.3  # a red line stays a rare thing
        return slips * _SHARES[gravity] * (1 if gravity is Gravity.MINOR else self.grave)


_SHARES: Mapping[Gravity, float] = {Gravity.MINOR: 1, Gravity.MAJOR: 1, Gravity.SEVERE: 0.4}

HALLS = (
    Hall(
        "城东营业厅", "telecom-hall",
        (("{}号窗口", "comprehensive", 6), ("收费{}号", "cashier", 2)), "综合部", 1001, "李经理",
        slips=0.03, grave=1.2, drift=0.8,
    ),
    Hall(
        "城西营业厅", "telecom-hall",
        (("{}号窗口", "comprehensive", 5), ("投诉{}号", "complaint", 1)), "综合部", 1101, "王经理",
        slips=0.043, grave=3.8, late=2,
    ),
    Hall(
        "高新区营业厅", "telecom-hall",
        (("{}号窗口", "comprehensive", 7), ("收费{}号", "cashier", 2)), "市场部", 1201, "陈经理",
        slips=0.021, grave=2.2, drift=0.3,
    ),
    Hall(
        "市政务大厅", "government-hall",
        (("咨询{}号", "reception", 2), ("受理{}号", "acceptance", 6)), "综合窗口科", 3001, "周主任",
        slips=0.012, grave=0.2, late=0,
    ),
    Hall(
        "市第二医院", "hospital",
        (("挂号收费{}号", "registration", 4), ("西药房{}号", "western-pharmacy", 3),
         ("中药房{}号", "herbal-pharmacy", 2)), "门诊部", 4001, "吴主任",
        slips=0.034, grave=2.7, drift=-0.3,
    ),
    Hall(
        "南湾收费站", "toll-station", (("{}道", "manual-toll", 6),), "征费班", 2001, "郑站长",
        slips=0.072, grave=8.5, drift=-0.3, late=8,
    ),
    Hall(
        "客运总站", "coach-station",
        (("售票{}号", "ticketing", 5), ("问询{}号", "inquiry", 1)), "站务科", 5001, "孙站长",
        slips=0.032, grave=2.3,
    ),
)  # fmt: skip
