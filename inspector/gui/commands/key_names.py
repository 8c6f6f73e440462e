"""How keys are written for people: as they stand on a keyboard."""

from collections.abc import Sequence

from inspector.translation import tr

_SIGNS = {
    "Return": "↵", "Enter": "↵", "Backspace": "⌫", "Delete": "Del", "PgDown": "PgDn",
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Minus": "−", "-": "−", "Plus": "+",
}  # fmt: skip


def key_names(keys: Sequence[str]) -> str:
    """Return sequences in Qt's words (`Ctrl+Return`) as a person reads them, each once.

    Digits in a row are told by the first and the last of them: `Alt+1…6`.
    """
    if len(keys) > 2 and "".join(each[-1] for each in keys) in "0123456789":
        return f"{keys[0]}…{keys[-1][-1]}"
    return "  ".join(dict.fromkeys(_written(each) for each in keys))


def _written(key: str) -> str:
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-1].split("+")[:-1], "+"]
    signs = _SIGNS | {"Space": tr("Space")}
    return "+".join([*held, signs.get(last, last)])
