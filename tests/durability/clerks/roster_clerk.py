"""Steps of the roster and editions of a checklist without end, each told when it is on the disk.

    python -m tests.durability.clerks.roster_clerk FOLDER

A step says its number on standard output before it is begun (`?`) and after it (`+`).
"""

import sys
from dataclasses import replace
from pathlib import Path

from inspector.domain.visit.roster_event import RosterSubject
from inspector.workspace.workspace import Workspace

PACK = "general"


def main() -> int:
    """Work until killed."""
    workspace = Workspace(Path(sys.argv[1]))
    steps, packs = workspace.roster_steps, workspace.packs
    count = len(workspace.rosters.every_site())

    def tell(mark: str, number: int) -> None:
        sys.stdout.write(f"{mark}{number}\n")
        sys.stdout.flush()

    for number in range(count, count + 100_000):
        tell("?", number)
        site = steps.add_site(f"单位{number}").id
        for place in (1, 2):
            steps.add_window(site, f"{place}号", "", f"科室{number}", "", ("1001", "张三", ""))
        department = workspace.rosters.departments(site)[0].id
        steps.rename_department(department, f"新科室{number}")
        steps.end(RosterSubject.DEPARTMENT, [department])
        edition = packs.propose(replace(packs.get(PACK), summary=f"第{number}步")).pack
        packs.take_in(edition)
        tell("+", number)
    return 0


if __name__ == "__main__":
    sys.exit(main())
