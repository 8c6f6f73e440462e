"""What the letter of a notice says besides the notice: visits, gravity, whom to ask."""

from inspector.domain.checklist.gravity import Gravity
from inspector.domain.papers.notice import Notice
from inspector.workspace.opened_folder import OpenedFolder
from inspector.workspace.papers.letters.notice_letter import NoticeFacts
from inspector.workspace.preferences import FILLED_BY, LETTER_HEAD, PHONE, PreferenceBook


def notice_facts(opened: OpenedFolder, notice: Notice, alarm: str) -> NoticeFacts:
    """Gather where the findings of a notice are from, how grave they are, and who sends it."""
    store, get = opened.inspection_store, opened.of(PreferenceBook).get
    ids = dict.fromkeys(finding.inspection_id for finding in notice.findings)
    visits = {each: store.get(each) for each in ids}
    gravities: dict[str, Gravity] = {}
    for finding in notice.findings:
        pack = opened.pack_store.thaw(visits[finding.inspection_id].pack_hash)
        if item := pack.item_by_id.get(finding.item_id):
            gravities[finding.id] = item.gravity
    return NoticeFacts(
        number=notice.number,
        issuer=get(LETTER_HEAD),
        visits=sorted(visits.values(), key=lambda visit: visit.started_at),
        gravities=gravities,
        contact=get(FILLED_BY),
        telephone=get(PHONE),
        alarm=alarm,
    )
