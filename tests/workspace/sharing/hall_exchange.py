"""A group's laptop and a hall's: what goes there and comes back, each time as a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from inspector.domain.finding.finding import Finding
from inspector.domain.sharing.manifest import Aim, Scope
from inspector.domain.sharing.receipt import Preview, Received
from inspector.domain.sharing.roster_meeting import Answers
from inspector.domain.sharing.travelling import PHOTOS, Kind
from inspector.storage.sharing.bundle_reading import opened_bundle
from inspector.workspace.sharing.laptop_here import LaptopHere
from inspector.workspace.sharing.receiving import Receiving
from inspector.workspace.sharing.sharing import Sharing
from tests.workspace.sharing.group_life import hall
from tests.workspace.sharing.laptops import LaptopFolder

Exchange = Callable[[LaptopFolder, LaptopFolder], Received]


def written(
    giver: LaptopFolder,
    path: Path,
    scope: Scope | None = None,
    name: str = "",
    ticked: Sequence[str] = (PHOTOS,),
) -> Path:
    """What a laptop hands to a hall, or the hall's back, as a file."""
    sharing = giver.workspace.of(Sharing)
    if scope is None:
        scope = (
            Scope(aim=Aim.BACK) if sharing.is_halls() else Scope((hall(giver).id,), aim=Aim.HALL)
        )
    if name:
        scope = sharing.behind_last(name, scope, ticked)
    sharing.share(path, scope, ticked, name)
    return path


def taken(
    taker: LaptopFolder,
    giver: LaptopFolder,
    path: Path,
    halls: Sequence[str] | None = None,
    answers: Answers | None = None,
) -> Received:
    """What a laptop takes in; the fingerprint is compared each time."""
    known = giver.workspace.of(LaptopHere).known()
    assert known is not None
    received, _ = taker.workspace.of(Receiving).take_in(
        path, answers, trust=known.fingerprint, halls=halls
    )
    return received


def looked_at(taker: LaptopFolder, path: Path, halls: Sequence[str] | None = None) -> Preview:
    """What a laptop is told of a bundle."""
    return taker.workspace.of(Receiving).preview(path, halls=halls)


def objects_in(path: Path) -> dict[Kind, list[str]]:
    """The ids of what is in a bundle, by kind."""
    with opened_bundle(path, work=path.parent) as bundle:
        found: dict[Kind, list[str]] = {}
        for each in bundle.objects():
            found.setdefault(each.kind, []).append(each.id)
        return found


def text_of(path: Path) -> str:
    """All that the objects of a bundle say but the checklists, as one text."""
    with opened_bundle(path, work=path.parent) as bundle:
        every = [each for each in bundle.objects() if each.kind is not Kind.PACK]
        return "\n".join(repr(each.rows) for each in every)


def standing(laptop: LaptopFolder, *findings: Finding) -> list[Finding]:
    """What findings are on a laptop."""
    return laptop.workspace.findings.all_of(each.id for each in findings)
