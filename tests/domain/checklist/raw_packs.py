"""A valid pack as plain tables, as TOML or a workbook gives them, and ways to spoil it."""

from collections.abc import Iterator
from typing import TypeAlias

from inspector.domain.checklist.checklist import Pack
from inspector.domain.checklist.pack_reading import read_pack
from inspector.domain.checklist.table_values import Path
from inspector.domain.faults import Problem

Raw: TypeAlias = dict[str, dict[str, object]]

GONE = object()
"""Put at a path: nothing stands there."""


def raw_pack() -> Raw:
    """A fresh valid pack with every kind of rule."""
    return {
        "pack": {
            "id": "telecom-hall",
            "title": "通信营业厅",
            "version": "2026.1",
            "summary": "示例",
            "weights": {
                "etiquette": 25,
                "civil-language": 20,
                "operating-norms": 35,
                "cleanliness": 20,
            },
            "policy": {
                "not_applicable": "full",
                "floor": "none",
                "bonus_cap": 3,
                "veto": "zero",
                "public_area_share": 30,
            },
            "grade": [
                {"title": "优秀", "from": 90},
                {"title": "合格", "from": 60},
                {"title": "不合格", "from": 0},
            ],
            "window_kind": [
                {"id": "cashier", "title": "收费", "aliases": ["收银"], "usual": True},
                {"id": "pharmacy", "title": "药房"},
            ],
        },
        "etiquette": {
            "item": [
                {
                    "id": "rise-to-greet",
                    "text": "起身、微笑、主动问候",
                    "full": 4,
                    "rule": {"kind": "deduct", "each": 1, "unit": "人次"},
                    "scope": "window",
                    "window_kinds": ["cashier"],
                    "veto": True,
                    "photo": "on-fail",
                    "responsible": "team",
                    "requirement": "晨会复训",
                    "deadline": 0,
                    "phrases": ["未起身迎接", "未微笑"],
                    "basis": "礼仪规范",
                },
                {
                    "id": "praise",
                    "text": "收到表扬",
                    "rule": {"kind": "bonus", "each": 2, "unit": "次"},
                },
            ]
        },
        "civil-language": {
            "item": [
                {
                    "id": "polite-words",
                    "text": "使用文明用语",
                    "full": 5,
                    "rule": {"kind": "deduct", "each": 1, "unit": "次"},
                }
            ]
        },
        "operating-norms": {
            "item": [
                {
                    "id": "wait",
                    "text": "等候时间",
                    "full": 4,
                    "rule": {
                        "kind": "measure",
                        "unit": "分钟",
                        "bands": [
                            {"upto": 10, "points": 4},
                            {"upto": 15, "points": 2},
                            {"points": 0},
                        ],
                    },
                }
            ]
        },
        "cleanliness": {
            "item": [
                {
                    "id": "floor",
                    "text": "地面干净",
                    "full": 3,
                    "rule": {
                        "kind": "choice",
                        "options": [
                            {"title": "干净", "points": 3},
                            {"title": "少量纸屑", "points": 1},
                            {"title": "脏", "points": 0},
                        ],
                    },
                    "scope": "public",
                }
            ]
        },
    }


def put(raw: Raw, path: str, value: object) -> None:
    """Put `value` at a path such as `etiquette.item.0.full`; GONE takes away what is there."""
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    target: object = raw
    for step in steps:
        target = _step(target, step)
    if isinstance(target, list):
        assert isinstance(last, int)
        target[last : last + 1] = [] if value is GONE else [value]
    else:
        assert isinstance(target, dict)
        if value is GONE:
            del target[last]
        else:
            target[last] = value


def _step(target: object, step: str | int) -> object:
    if isinstance(target, list):
        assert isinstance(step, int)
        return target[step]
    assert isinstance(target, dict)
    return target[step]


def paths(value: object, path: str = "") -> Iterator[str]:
    """Yield the path of everything below `value`."""
    if isinstance(value, dict):
        steps = [(str(key), part) for key, part in value.items()]
    elif isinstance(value, list):
        steps = [(str(index), part) for index, part in enumerate(value)]
    else:
        return
    for step, part in steps:
        own = f"{path}.{step}" if path else step
        yield own
        yield from paths(part, own)


def spoilt(*changes: tuple[str, object]) -> Raw:
    """A valid pack with values put at paths."""
    raw = raw_pack()
    for path, value in changes:
        put(raw, path, value)
    return raw


def dotted(path: Path) -> str:
    """The place of a path: its steps with dots between."""
    return ".".join(map(str, path))


def read(raw: Raw, *, accepted: bool = False) -> tuple[Pack | None, list[Problem]]:
    """Read a raw pack, with dotted places."""
    return read_pack(raw, dotted, accepted=accepted)
