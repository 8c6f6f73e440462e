"""晨会纪要: what a morning meeting was, and what it came to, finding by finding."""

from dataclasses import dataclass

from inspector.domain.finding.finding import Finding
from inspector.domain.finding.finding_event import FindingEvent
from inspector.domain.meeting.meeting import Meeting, Part, Praise
from inspector.domain.people.party import PartyMember
from inspector.domain.survey.survey_rate import SurveyRate
from inspector.domain.visit.clock_remark import ClockRemark


@dataclass(frozen=True, slots=True)
class MinutesLine:
    """A finding as it stood when the meeting ended, and the steps the meeting decided.

    Steps that were taken back are not among them; people are named as everybody may read it.
    """

    finding: Finding
    part: Part
    steps: tuple[FindingEvent, ...]
    discussed: bool
    left_out: bool = False  # it was not to be shown at this meeting

    @property
    def is_open(self) -> bool:
        """Something has still to be done about it."""
        return not self.finding.state.is_ended or self.finding.appealed_at is not None

    @property
    def is_waiting(self) -> bool:
        """Its turn in the meeting has still to come."""
        return not self.discussed and self.is_open and not self.left_out

    @property
    def was_left_out(self) -> bool:
        """未讲评: it was not to be shown, and the meeting did nothing about it."""
        return self.left_out and not self.discussed

    @property
    def was_ended_meanwhile(self) -> bool:
        """It was put right outside the meeting before its turn came."""
        return not self.discussed and not self.is_open and not self.left_out


@dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting that was held or goes on; `present` and `absent` are as everybody may read it."""

    meeting: Meeting
    present: tuple[str, ...]
    absent: tuple[str, ...]
    praise: tuple[Praise, ...]  # without names where they are not to be shown
    lines: tuple[MinutesLine, ...]
    clock_remark: ClockRemark | None = None  # its time is wrong
    parties: tuple[tuple[PartyMember, ...], ...] = ()  # who found what is new, each party once
    satisfaction: SurveyRate | None = None  # of the 30 days before, as it stood when it began

    @property
    def gone_through(self) -> tuple[MinutesLine, ...]:
        """The findings that the meeting was to go through."""
        return tuple(line for line in self.lines if not line.was_left_out)

    @property
    def left_out(self) -> tuple[MinutesLine, ...]:
        """The findings that were left out: each is what it was, and comes again."""
        return tuple(line for line in self.lines if line.was_left_out)

    @property
    def tasks(self) -> tuple[MinutesLine, ...]:
        """What the meeting left to be done, each finding once; what is due first stands first."""
        found = (line for line in self.gone_through if line.is_open)
        return tuple(sorted(found, key=lambda line: (line.finding.deadline, line.finding.number)))

    @property
    def praised(self) -> tuple[Praise, ...]:
        """The praise that was given."""
        return tuple(each for each in self.praise if not each.left_out)

    @property
    def still_open(self) -> tuple[Finding, ...]:
        """The findings about which something has still to be done."""
        return tuple(line.finding for line in self.lines if line.is_open)
