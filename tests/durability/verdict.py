"""What was acknowledged against what is on the disk."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector.workspace.keeping.doctor import Trouble, examine
from tests.durability.on_disk import Facts, facts, faults

Line = dict[str, Any]


@dataclass
class Tally:
    """What a series of kills came to."""

    kills: int = 0
    cold: int = 0
    at_start: int = 0
    acts: int = 0
    answers: int = 0
    photos: int = 0
    events: int = 0
    in_flight: int = 0
    in_flight_kept: int = 0
    reopened: int = 0
    visits: "Counter[str]" = field(default_factory=Counter)
    during: int = 0  # of these, how many saw the window killed
    lost: list[str] = field(default_factory=list)
    misplaced: list[str] = field(default_factory=list)  # resumed at an item not stood at last


def compared(
    before: Facts,
    lines: list[Line],
    folder: Path,
    tally: Tally,
    broken: frozenset[Trouble] = frozenset(),
) -> Facts:
    """Compare a folder that nobody has open with what was there and what was acknowledged since.

    Returns the facts on the disk. What is wrong goes to `tally.lost`, in sentences; `broken` is
    what may be wrong, since the program makes it anew.
    """
    known = dict(before)
    places: dict[str, list[Any]] = {}
    reading = 0
    for line in lines:
        if "opened" in line:
            _reopened(line, known, reading, tally)
        _follow(line, known, places, tally)
        reading = line.get("reading", reading)
    last = lines[-1] if lines else {}
    tally.lost += [line["broke"] for line in lines if "broke" in line]
    tally.lost += faults(folder)
    remarks = examine(folder, datetime.now()).remarks
    wrong = [each for each in remarks if each.trouble.is_fault and each.trouble not in broken]
    tally.lost += [f"doctor: {each}" for each in wrong]
    found = facts(folder)
    keys = {key for key in known.keys() | found.keys() if not key.startswith("place|")}
    differing = {key for key in keys if known.get(key) != found.get(key)}
    begun: list[str] = last.get("begins", [])
    tally.in_flight += "begins" in last
    tally.in_flight_kept += "begins" in last and bool(differing)
    unread = last.get("reading", 0)
    units = set()
    for key in sorted(differing):
        if key.startswith("photo|") and key not in known and unread:
            unread -= 1  # handed over, attached, and killed before the window could say so
        elif not any(key.startswith(each) for each in begun):
            tally.lost.append(f"{key}: {known.get(key)} was shown, {found.get(key)} is there")
        elif not _possible(last.get("verdict"), found.get(key)):
            tally.lost.append(f"{key}: {found.get(key)} came of {last}")
        else:
            units.add(_unit(key))
    if len(units) > 1:
        tally.lost.append(f"{last} changed {units}")
    if "begins" not in last:
        tally.misplaced += _misplaced(places, found)
    return found


def count(lines: list[Line], tally: Tally) -> None:
    """Count what was acknowledged."""
    for line in lines:
        _follow(line, {}, {}, tally)


def _follow(line: Line, known: Facts, places: dict[str, list[Any]], tally: Tally) -> None:
    for key, fact in line.get("shown", {}).items():
        kind = key.partition("|")[0]
        tally.answers += kind in ("answer", "entry")
        tally.photos += kind == "photo"
        if kind == "event":
            tally.events += fact
            known[key] = known.get(key, 0) + fact
        elif fact is None:
            known.pop(key, None)
        else:
            known[key] = fact
    tally.acts += "shown" in line
    if "at" in line:
        stood = places.setdefault(line["visit"], [known.get(f"place|{line['visit']}")])
        if line["settled"]:
            stood.clear()
        stood.append(line["at"])
        known[f"place|{line['visit']}"] = line["at"]


def _unit(key: str) -> str:
    """Return what one act changes whole: answers of a window, a photo, a round, a completion."""
    kind, _, rest = key.partition("|")
    match kind:
        case "answer":
            return f"{kind}|{rest.partition('|')[0]}"
        case "photo" | "left":
            return key
        case "entry":
            return kind
    return "visit or finding"


def _possible(verdict: str | None, fact: object) -> bool:
    return verdict is None or (isinstance(fact, list) and fact[0] == verdict)


def _misplaced(places: dict[str, list[Any]], found: Facts) -> list[str]:
    """Return the visits that would not be resumed where one stood.

    Where one only passed by is remembered after a moment, so that each of several may be there.
    """
    return [
        f"place|{visit}: {found[f'place|{visit}']} is none of {stood}"
        for visit, stood in places.items()
        if found[f"visit|{visit}"] == "open" and found[f"place|{visit}"] not in stood
    ]


def _reopened(line: Line, known: Facts, reading: int, tally: Tally) -> None:
    """Compare a visit as the window opens it with what was there, or was shown since."""
    tally.reopened += 1
    card, item = known.get(f"place|{line['visit']}") or line["at"]
    if line["at"][0] != card or (item is not None and line["at"][1] != item):
        tally.lost.append(f"reopened at {line['at']}, left at {[card, item]}")
    there = {key: fact for key, fact in known.items() if _is_of(key, fact, line["cards"])}
    for key in sorted(there.keys() | line["opened"].keys()):
        if key not in there and key.startswith("photo|") and reading:
            known[key] = line["opened"][key]  # it came in while one was elsewhere
        elif there.get(key) != line["opened"].get(key):
            shown, was = line["opened"].get(key), there.get(key)
            tally.lost.append(f"reopened: {key}: {shown} is shown, {was} was there")


def _is_of(key: str, fact: Any, cards: list[str]) -> bool:  # noqa: ANN401
    kind, _, rest = key.partition("|")
    match kind:
        case "answer" | "left":
            return rest.partition("|")[0] in cards
        case "photo":
            return fact[2] in cards
        case "entry":
            return fact[0] in cards
    return False
