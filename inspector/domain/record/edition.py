"""How much of a record is printed: what was not simply right, or every item."""

from enum import StrEnum


class Edition(StrEnum):
    """Both are of one sealed visit, with its score, seal and signature."""

    EXCEPTIONS = "exceptions"  # 简表: handed over on the spot, and sent around
    WHOLE = "whole"  # 检查记录表, item by item: what an archive keeps
