"""What the states and steps of a finding are called, and its history as a story to read."""

from collections.abc import Mapping

from inspector.domain.checklist.points import ONE, Hundredths, format_points
from inspector.domain.finding.finding import AppealOutcome, FindingState, RectificationType
from inspector.domain.finding.finding_event import (
    AppealDecided,
    Appealed,
    Assigned,
    Corrected,
    EventKind,
    Exported,
    Extended,
    ExtensionAsked,
    ExtensionRefused,
    FindingEvent,
    Noted,
    Raised,
    Rechecked,
    Recounted,
    Reopened,
    ReportedDone,
    Settled,
    Source,
    SourceKind,
)
from inspector.domain.finding.finding_life import HistoryEntry
from inspector.domain.visit.roster import is_number_alone
from inspector.translation import tr
from inspector.workspace.stories.story_line import (
    StoryLine,
    day_words,
    due_words,
    joined,
    settled_words,
    told,
)


def state_word(state: FindingState) -> str:
    """Return what a state is called."""
    return {
        FindingState.OPEN: tr("Open"),
        FindingState.RECTIFYING: tr("Being put right"),
        FindingState.REPORTED: tr("To be rechecked"),
        FindingState.CLOSED: tr("Closed"),
        FindingState.WITHDRAWN: tr("Withdrawn"),
    }[state]


def event_word(kind: EventKind) -> str:
    """Return what a step is called."""
    return {
        EventKind.RAISED: tr("Found"),
        EventKind.CORRECTED: tr("Corrected on the spot"),
        EventKind.ASSIGNED: tr("Assigned"),
        EventKind.EXTENDED: tr("Extended"),
        EventKind.EXTENSION_ASKED: tr("Extension asked for"),
        EventKind.EXTENSION_REFUSED: tr("Extension not granted"),
        EventKind.RECOUNTED: tr("Deadline recounted"),
        EventKind.REPORTED: tr("Reported done"),
        EventKind.RECHECKED: tr("Rechecked"),
        EventKind.APPEALED: tr("Appealed"),
        EventKind.APPEAL_DECIDED: tr("Appeal decided"),
        EventKind.REOPENED: tr("Reopened"),
        EventKind.NOTED: tr("Noted"),
        EventKind.EXPORTED: tr("Exported"),
        EventKind.DISCUSSED: tr("Discussed at the meeting"),
        EventKind.REVERTED: tr("Taken back"),
        EventKind.SETTLED: tr("Settled"),
    }[kind]


def type_word(kind: RectificationType) -> str:
    """Return what a type of rectification is called."""
    return {
        RectificationType.IMMEDIATE: tr("At once"),
        RectificationType.TIMED: tr("By a day"),
        RectificationType.SUSTAINED: tr("Sustained"),
    }[kind]


def outcome_word(outcome: AppealOutcome) -> str:
    """Return what an outcome of an appeal is called."""
    return {
        AppealOutcome.UPHELD: tr("Appeal turned down"),
        AppealOutcome.WITHDRAWN: tr("Finding withdrawn"),
        AppealOutcome.DOWNGRADED: tr("Deduction lowered"),
    }[outcome]


def times_word(times: int) -> str:
    """Return 第N次 for a repeat, and nothing for a first time."""
    return tr("Occurrence {times}", times=times) if times > 1 else ""


def story(entries: list[HistoryEntry], from_patrol: bool = False) -> list[StoryLine]:
    """Return the history of a finding to be read, in its order.

    `from_patrol`: it was found on a patrol, and says so instead of an inspection.
    """
    titles = {entry.event.id: told(_title(entry.event), entry.event.by) for entry in entries}
    return [
        StoryLine(
            at=entry.event.at,
            round=entry.round,
            title=_title(entry.event),
            text=_text(entry.event, titles),
            origin=_origin(entry.event.by, entry.event.source, from_patrol),
            counts=entry.counts,
        )
        for entry in entries
    ]


def _title(event: FindingEvent) -> str:
    match event:
        case Rechecked(passed=passed):
            return tr("Recheck passed") if passed else tr("Recheck failed")
        case AppealDecided(outcome=outcome):
            return outcome_word(outcome)
    return event_word(event.kind)


def owner_word(owner: str) -> str:
    """Return who puts a finding right, one or several."""
    return "、".join(staff_word(each) for each in owner.split("、"))


def staff_word(who: str) -> str:
    """Return what a person is called: a number alone, which could be any, is said to be one's."""
    return tr("No. {staff}", staff=who) if is_number_alone(who) else who


def lost_words(points: Hundredths) -> str:
    """Return how many points a finding costs."""
    said = format_points(points)
    return tr("1 point off") if points == ONE else tr("{points} points off", points=said)


def _text(event: FindingEvent, titles: Mapping[str, str]) -> str:
    match event:
        case Settled(kept=kept, left_out=left_out):
            return settled_words(kept, left_out, titles)
        case Raised(finding=finding):
            lost = lost_words(finding.deduction) if finding.deduction else ""
            return joined(finding.text or finding.item_text, lost)
        case Assigned():
            who = [event.department, owner_word(event.owner), event.leader]
            return joined(
                " · ".join(name for name in who if name),
                type_word(event.type),
                due_words(event.deadline),
            )
        case Extended():
            approved = tr("approved by {name}", name=event.approver)
            return joined(due_words(event.deadline), event.reason, approved)
        case ReportedDone():
            return joined(event.text, tr("done on {day}", day=day_words(event.done_on)))
        case ExtensionAsked():
            until = tr("until {day}", day=day_words(event.deadline))
            return joined(until, event.reason)
        case Recounted():
            return joined(due_words(event.deadline), event.reason)
        case Reopened():
            return joined(event.reason, due_words(event.deadline))
        case AppealDecided():
            left = event.deduction
            points = "" if left is None else tr("{points} points left", points=format_points(left))
            by = tr("approved by {name}", name=event.approver) if event.approver else ""
            return joined(points, event.reason, by)
        case Exported():
            return joined(event.workbook, event.notice, event.file_name)
        case Corrected(note=words) | Rechecked(note=words):
            return words
        case Appealed(reason=words) | Noted(text=words) | ExtensionRefused(reason=words):
            return words
    return ""


def _origin(by: str, source: Source, from_patrol: bool) -> str:
    where = {
        SourceKind.PROGRAM: "",
        SourceKind.INSPECTION: tr("Daily patrol") if from_patrol else tr("at the inspection"),
        SourceKind.MEETING: tr("at the morning meeting"),
        SourceKind.RECHECK: tr("at the recheck"),
        SourceKind.IMPORT: tr("from {file}", file=source.reference),
        SourceKind.SURVEY: tr("from a satisfaction survey"),
        SourceKind.COMPLAINT: tr("from a complaint"),
    }[source.kind]
    return told(by, where)
