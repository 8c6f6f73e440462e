"""How keys are written for people: as they stand on a keyboard."""

from collections.abc import Sequence

from inspector.translation import tr

_SIGNS = {
    "Return": "↵", "Enter": "↵", "Backspace": "⌫", "Delete": "Del", "PgDown": "PgDn",
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Minus": "−", "-": "−", "Plus": "+",
}  # fmt: skip

_ARROWS = ("Left", "Right", "Up", "Down")


def key_names(keys: Sequence[str]) -> str:
    """Return sequences in Qt's words (`Ctrl+Return`) as a person reads them, each once.

    Digits in a row are told by the first and the last of them: `Alt+1…6`; of arrows what is held
    is told once: `Shift+← →`.
    """
    if "+" in keys:
        keys = [each for each in keys if each != "="]  # + without Shift
    if len(keys) > 2 and "".join(each[-1] for each in keys) in "01234567890":
        return f"{keys[0]}…{keys[-1][-1]}"
    parts = [each.rpartition("+") for each in keys]
    if len({held for held, _, _ in parts}) == 1 and all(last in _ARROWS for *_, last in parts):
        held, plus, _ = parts[0]
        return held + plus + " ".join(_SIGNS[last] for *_, last in parts)
    return "  ".join(dict.fromkeys(_written(each) for each in keys))


def _written(key: str) -> str:
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-1].split("+")[:-1], "+"]
    sign = tr("Space") if last == "Space" else _SIGNS.get(last, last)
    return "+".join([*held, sign])
