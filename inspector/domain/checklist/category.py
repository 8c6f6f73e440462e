"""The categories and scopes of what is asked: lists of visits know them without a checklist."""

from enum import StrEnum


class Category(StrEnum):
    """The four categories every pack has, in the order of the printed sheets."""

    ETIQUETTE = "etiquette"  # 服务礼仪
    CIVIL_LANGUAGE = "civil-language"  # 文明用语
    OPERATING_NORMS = "operating-norms"  # 操作规范
    CLEANLINESS = "cleanliness"  # 环境卫生


class Scope(StrEnum):
    """Where an item is asked: at each window, or once in the site's public area."""

    WINDOW = "window"
    PUBLIC = "public"
