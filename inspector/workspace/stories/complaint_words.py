"""What channels, kinds, states and steps of complaints are called, and a history as a story."""

from collections.abc import Iterable, Mapping
from datetime import date

from inspector.domain.complaint.complaint import (
    Channel,
    Complaint,
    ComplaintKind,
    ComplaintState,
)
from inspector.domain.complaint.complaint_event import (
    Accepted,
    Answered,
    Archived,
    Attached,
    ComplaintEvent,
    ComplaintExported,
    ComplaintNoted,
    ComplaintReopened,
    ComplaintSettled,
    ComplaintStep,
    DeadlineExtended,
    FindingRaised,
    FollowedUp,
    Received,
    Verified,
    Voided,
)
from inspector.domain.complaint.complaint_life import ComplaintHistory
from inspector.domain.finding.finding_event import SourceKind
from inspector.domain.survey.survey_sheet import Satisfaction
from inspector.translation import tr
from inspector.workspace.stories.story_line import (
    StoryLine,
    day_words,
    joined,
    settled_words,
    told,
)


def channel_word(channel: Channel) -> str:
    """Return what a way in is called."""
    return {
        Channel.LETTER: tr("By letter"),
        Channel.CALL: tr("Phone call"),
        Channel.CALLER: tr("In person"),
        Channel.BOX: tr("Comment box"),
        Channel.CODE: tr("QR code"),
        Channel.HOTLINE: tr("12345 hotline"),
        Channel.WEB: tr("Online"),
    }[channel]


def complaint_kind_word(kind: ComplaintKind) -> str:
    """Return what a kind is called."""
    return {
        ComplaintKind.COMPLAINT: tr("Complaint"),
        ComplaintKind.REPORT: tr("Tip-off"),
        ComplaintKind.SUGGESTION: tr("Suggestion"),
        ComplaintKind.OTHER: tr("Other matter"),
    }[kind]


def complaint_state_word(state: ComplaintState, *, anonymous: bool = False) -> str:
    """Return what a state is called: what is to be done next."""
    if anonymous and state is ComplaintState.ANSWERED:
        return tr("To be archived")  # nobody can be called back
    return {
        ComplaintState.RECEIVED: tr("To be accepted"),
        ComplaintState.ACCEPTED: tr("Being verified"),
        ComplaintState.UNFOUNDED: tr("Unfounded, to be answered"),
        ComplaintState.UPHELD: tr("Upheld, to be answered"),
        ComplaintState.ANSWERED: tr("To be followed up"),
        ComplaintState.FOLLOWED_UP: tr("To be archived"),
        ComplaintState.ARCHIVED: tr("Archived"),
        ComplaintState.VOID: tr("Void"),
    }[state]


def grade_word(grade: Satisfaction) -> str:
    """Return what a grade is called."""
    return {
        Satisfaction.VERY_SATISFIED: tr("Very satisfied"),
        Satisfaction.SATISFIED: tr("Satisfied"),
        Satisfaction.FAIRLY_SATISFIED: tr("Fairly satisfied"),
        Satisfaction.DISSATISFIED: tr("Dissatisfied"),
        Satisfaction.VERY_DISSATISFIED: tr("Very dissatisfied"),
    }[grade]


def step_word(step: ComplaintStep) -> str:
    """Return what a step is called."""
    return {
        ComplaintStep.RECEIVED: tr("Received"),
        ComplaintStep.ACCEPTED: tr("Accepted"),
        ComplaintStep.EXTENDED: tr("Extended"),
        ComplaintStep.VERIFIED: tr("Verified"),
        ComplaintStep.RAISED: tr("Put on the ledger"),
        ComplaintStep.ANSWERED: tr("Answered"),
        ComplaintStep.FOLLOWED_UP: tr("Followed up"),
        ComplaintStep.ARCHIVED: tr("Archived"),
        ComplaintStep.REOPENED: tr("Taken up again"),
        ComplaintStep.VOIDED: tr("Made void"),
        ComplaintStep.LINKED: tr("Linked to a visit"),
        ComplaintStep.ATTACHED: tr("File added"),
        ComplaintStep.NOTED: tr("Noted"),
        ComplaintStep.EXPORTED: tr("Exported"),
        ComplaintStep.REVERTED: tr("Taken back"),
        ComplaintStep.SETTLED: tr("Settled"),
    }[step]


def step_to_take(step: ComplaintStep) -> str:
    """Return what a step is called that is still to be taken, as its button says."""
    return {
        ComplaintStep.ACCEPTED: tr("Accept"),
        ComplaintStep.EXTENDED: tr("Extend"),
        ComplaintStep.VERIFIED: tr("Verify"),
        ComplaintStep.RAISED: tr("Put on the ledger"),
        ComplaintStep.ANSWERED: tr("Answer"),
        ComplaintStep.FOLLOWED_UP: tr("Follow up"),
        ComplaintStep.ARCHIVED: tr("Archive"),
        ComplaintStep.REOPENED: tr("Take it up again"),
        ComplaintStep.VOIDED: tr("Make it void"),
    }.get(step) or step_word(step)


def upheld_word(upheld: bool) -> str:
    """Return what verifying came to."""
    return tr("Upheld") if upheld else tr("Unfounded")


def complainant_word(complaint: Complaint) -> str:
    """Return who complained, with the telephone number; an anonymous one is nobody."""
    if complaint.anonymous:
        return tr("Anonymous")
    return told(complaint.complainant, complaint.phone) or tr("No name given")


def complaint_story(entries: Iterable[ComplaintHistory]) -> list[StoryLine]:
    """Return the history of a complaint to be read, in its order."""
    known = list(entries)
    titles = {entry.event.id: told(_title(entry.event), entry.event.by) for entry in known}
    return [
        StoryLine(
            at=entry.event.at,
            round=entry.round,
            title=_title(entry.event),
            text=_text(entry.event, titles),
            origin=_origin(entry.event),
            counts=entry.counts,
        )
        for entry in known
    ]


def _until(day: date) -> str:
    return tr("to be answered by {day}", day=day_words(day))


def _title(event: ComplaintEvent) -> str:
    match event:
        case Verified(upheld=upheld):
            return joined(step_word(event.kind), upheld_word(upheld))
        case FollowedUp(grade=grade):
            return joined(step_word(event.kind), grade_word(grade))
    return step_word(event.kind)


def _text(event: ComplaintEvent, titles: Mapping[str, str]) -> str:
    match event:
        case ComplaintSettled(kept=kept, left_out=left_out):
            return settled_words(kept, left_out, titles)
        case Received(complaint=complaint):
            return joined(channel_word(complaint.channel), _until(complaint.deadline))
        case Accepted():
            return told(event.department, event.owner)
        case DeadlineExtended():
            approved = tr("approved by {name}", name=event.approver)
            return joined(_until(event.deadline), event.reason, approved)
        case ComplaintReopened():
            return joined(event.reason, _until(event.deadline))
        case FindingRaised(number=words) | Attached(name=words):
            return words
        case Verified(text=words) | Answered(text=words) | ComplaintNoted(text=words):
            return words
        case FollowedUp(note=words) | Archived(note=words) | Voided(reason=words):
            return words
        case ComplaintExported():
            return joined(event.workbook, event.file_name)
    return ""


def _origin(event: ComplaintEvent) -> str:
    is_file = event.source.kind is SourceKind.IMPORT
    return told(event.by, tr("from {file}", file=event.source.reference) if is_file else "")
