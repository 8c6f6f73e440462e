"""One part of a visit that the second group shares (分头检查), sealed at the first site."""

from inspector.domain.visit.inspection import InspectionKind
from inspector.workspace.visits.inspections import Duty
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import answer_all


def shared_part(workspace: Workspace, windows: slice, inspector: str) -> str:
    """A part of some of its windows."""
    (site, *_) = workspace.rosters.sites()
    duties = [Duty(each, None) for each in workspace.rosters.windows(site.id)[windows]]
    pack = workspace.packs.suggest(site) or workspace.packs.all()[0]
    visit, _ = workspace.inspections.start(
        site, InspectionKind.OPEN, [inspector], pack.id, duties, False, shared_by="第二组"
    )
    answer_all(workspace, visit)
    workspace.inspections.complete(visit)
    return visit
