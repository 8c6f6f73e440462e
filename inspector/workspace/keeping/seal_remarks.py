"""What is wrong with records: seals worked out anew, and the journal walked from its beginning."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from inspector.domain.record.journal import Discrepancy, Flaw, Subject, moment
from inspector.storage.comparing.journal_walk import discrepancies_of
from inspector.translation import mark, tr
from inspector.workspace.keeping.doctor_remark import Remark, Trouble

if TYPE_CHECKING:
    from inspector.workspace.workspace import Workspace


def seal_remarks(
    workspace: "Workspace", walked: Callable[[int], None], did_one: Callable[[], None]
) -> Iterator[Remark]:
    """Yield what is wrong with sealed visits and with the journal.

    `walked` hears of so many more entries, `did_one` of each visit.

    A visit that was changed is one remark, whatever of it was.
    """
    found = discrepancies_of(workspace.database, walked)
    changed = dict.fromkeys(
        each.subject
        for each in found
        if each.kind == Subject.VISIT and each.flaw is Flaw.SUBJECT_CHANGED
    )
    checks = workspace.records.changes
    for inspection_id in workspace.inspection_store.each_sealed():
        did_one()
        is_known = inspection_id in changed
        changed.pop(inspection_id, None)
        if not checks.is_as_sealed(inspection_id) or is_known:
            yield Remark(Trouble.SEAL_BROKEN, checks.named(inspection_id).title)
    for inspection_id in changed:  # is in no list of sealed visits any more
        yield Remark(Trouble.SEAL_BROKEN, checks.named(inspection_id).title)
    for each in found:
        if each.kind != Subject.VISIT or each.flaw is not Flaw.SUBJECT_CHANGED:
            yield Remark(TROUBLES[each.flaw], subject_words(each))
    for number in workspace.finding_store.without_history():
        yield Remark(Trouble.NO_HISTORY, number)


def subject_words(each: Discrepancy) -> str:
    """Return what a discrepancy is about, and under which entry if it has one."""
    title = readable(each.title) or each.owner
    if each.flaw in (Flaw.NOT_AS_TOLD, Flaw.NOT_AS_REVIEWED):
        return title
    if each.kind not in SUBJECTS:
        return tr("entry {number}", number=each.number)
    words = tr(SUBJECTS[each.kind], title=title)
    return tr("{what} (entry {number})", what=words, number=each.number) if each.number else words


def readable(title: str) -> str:
    """Return the title of an entry as people say it: site, day and time, or a finding's number."""
    began, _, site = title.partition(" ")
    at = moment(began)
    return f"{site} {at:%Y-%m-%d %H:%M}" if at is not None else title


SUBJECTS: Mapping[str, str] = {
    Subject.VISIT: mark("visit {title}"),
    Subject.SIGNATURE: mark("signature of {title}"),
    Subject.AMENDMENT: mark("amendment to {title}"),
    Subject.EVENT: mark("step of finding {title}"),
    Subject.EVIDENCE: mark("photo or file of {title}"),
    Subject.MEETING: mark("meeting {title}"),
    Subject.COMPLAINT: mark("step of complaint {title}"),
    Subject.TRAINING: mark("training of {title}"),
    Subject.TRAINING_TAKEN_BACK: mark("taking back the training of {title}"),
    Subject.CLOCK: mark("remark on the time of {title}"),
    Subject.PHASE: mark("phase {title}"),
    Subject.PLAN: mark("plan of visits {title}"),
    Subject.DRAW: mark("draw of {title}"),
    Subject.SURVEY: mark("satisfaction sheet {title}"),
    Subject.EVALUATION: mark("evaluation {title}"),
    Subject.ERASURE: mark("erasure of personal data {title}"),
    Subject.INSPECTOR: mark("step on the inspector {title}"),
    Subject.LEDGER_EXPORT: mark("export of the ledger {title}"),
    Subject.CHOICE: mark("choice between laptops {title}"),
}

TROUBLES = {
    Flaw.ENTRY_CHANGED: Trouble.JOURNAL_CHANGED,
    Flaw.GAP: Trouble.JOURNAL_GAP,
    Flaw.TIME: Trouble.JOURNAL_TIME,
    Flaw.TWICE: Trouble.JOURNAL_CHANGED,
    Flaw.SUBJECT_CHANGED: Trouble.RECORD_CHANGED,
    Flaw.SUBJECT_GONE: Trouble.RECORD_GONE,
    Flaw.UNKNOWN: Trouble.RECORD_UNKNOWN,
    Flaw.DATED_BACK: Trouble.DATED_BACK,
    Flaw.NOT_AS_TOLD: Trouble.PROJECTION_DIFFERS,
    Flaw.NOT_AS_REVIEWED: Trouble.REVIEW_DIFFERS,
}
