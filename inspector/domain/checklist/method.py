"""How an item is found out (看 听 问 试 查), and in which form a visit asks for items."""

from enum import StrEnum


class Method(StrEnum):
    """How what an item asks for is found out."""

    LOOK = "look"  # 看
    LISTEN = "listen"  # 听
    ASK = "ask"  # 问: of clerks or customers
    TEST = "test"  # 试: it is tried, called, used
    RECORDS = "records"  # 查: sign-in sheets, logs, files


UNTOLD = frozenset((Method.LOOK, Method.LISTEN, Method.TEST))
"""What can be found out without saying who one is."""

TAKES_TIME = frozenset((Method.ASK, Method.TEST, Method.RECORDS))
"""What nobody knows at a glance."""


class Form(StrEnum):
    """How much of a checklist a visit asks; only visits of one form are ranked together."""

    FULL = "full"  # 全查
    MUST = "must"  # 必查
    DRAWN = "drawn"  # 抽查: what is 必查, and a sample of the rest
