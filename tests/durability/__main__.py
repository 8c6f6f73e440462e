"""Kills and power cuts in figures, as rows of a table.

./run python -m tests.durability --kills 200 --cuts 10 --instants 15 --seed 1
"""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.durability.cuts import cut_often
from tests.durability.forgetful import cut_anywhere
from tests.durability.image import why_not, why_not_recorded
from tests.durability.kills import kill_often
from tests.durability.runs import zygote
from tests.durability.verdict import Tally
from tests.durability.visitors import VISITORS

ACTS = 400
"""Acts of the run whose record is cut."""

TITLES = {
    "": "what",
    "kills": "times",
    "at_start": "before the window",
    "cold": "cold",
    "acts": "acts shown",
    "answers": "answers and entries",
    "photos": "photos",
    "events": "events",
    "in_flight": "in the middle of an act",
    "in_flight_kept": "of these written",
    "reopened": "visits opened again",
    "lost": "lost",
    "misplaced": "at another item",
}


def row(what: str, tally: Tally) -> str:
    """Return a row of the table."""
    figures = {name: value for name, value in vars(tally).items() if name in TITLES}
    figures["lost"] = len(tally.lost)
    figures["misplaced"] = len(tally.misplaced)
    return " | ".join(["", what, *(str(figures[name]) for name in TITLES if name), ""]).strip()


def main() -> int:
    """Print the table and what was lost; 1 when something was."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("kills", "visited", "cuts", "instants", "seed"):
        parser.add_argument(f"--{name}", type=int, default=0)
    asked = parser.parse_args()
    lines = [f"| {' | '.join(TITLES.values())} |", f"|{' --- |' * len(TITLES)}"]
    lost: list[str] = []
    with TemporaryDirectory() as name, zygote(Path(name) / "home") as runs:
        for what, times, refused in (
            ("SIGKILL", asked.kills, ""),
            ("SIGKILL, visited", asked.visited, ""),
            ("disk copied", asked.cuts, why_not()),
            ("disk forgets", asked.instants, why_not_recorded()),
        ):
            if not times or refused:
                lines += [f"{what}: {refused}"] if refused else []
                continue
            scratch = Path(name) / what
            scratch.mkdir()
            match what:
                case "SIGKILL":
                    tally = kill_often(times, asked.seed, scratch, runs)
                case "SIGKILL, visited":
                    tally = kill_often(times, asked.seed, scratch, runs, list(VISITORS))
                    visits = ", ".join(f"{kind} {n}" for kind, n in sorted(tally.visits.items()))
                    lines.append(f"visits: {visits}; killed during one: {tally.during}")
                case "disk copied":
                    tally = cut_often(times, asked.seed, scratch, runs)
                case _:
                    tally = cut_anywhere(times, ACTS, asked.seed, scratch, runs)
            lines.append(row(what, tally))
            lost += [*tally.lost, *tally.misplaced]
    sys.stdout.write("\n".join([*lines, *lost]) + "\n")
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main())
