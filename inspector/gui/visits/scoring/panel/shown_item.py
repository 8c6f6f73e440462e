"""What the panel beside the list shows: an item of a scorecard and its answer so far."""

from dataclasses import dataclass
from datetime import date

from inspector.domain.checklist.checklist import (
    CasesRule,
    ChoiceRule,
    Item,
    MeasureRule,
    Pack,
    PhotoPolicy,
    RangeRule,
)
from inspector.domain.days.workdays import Calendar
from inspector.domain.visit.asking import is_found_or_not
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection import Answer, Scorecard, Verdict
from inspector.domain.visit.item_scoring import ItemScore
from inspector.domain.visit.phrase_offers import Offer, offers


@dataclass(frozen=True, slots=True)
class Shown:
    """An item as it stands, with all that is said of it."""

    card: Scorecard
    item: Item
    score: ItemScore
    raised_on: date
    pack: Pack
    calendar: Calendar
    own: tuple[str, ...] = ()  # what this user wrote for the item before
    evidence: tuple[Evidence, ...] = ()
    case: int | None = None  # the named deduction that was chosen last

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other item of the visit."""
        return self.card.id, self.item.id

    @property
    def answer(self) -> Answer | None:
        """The answer, or None while it is 未查."""
        return self.score.answer

    @property
    def deducted(self) -> bool:
        """It was found wrong."""
        return self.answer is not None and self.answer.verdict is Verdict.DEDUCT

    @property
    def found(self) -> bool:
        """There is something to describe: a deduction, or a bonus awarded."""
        answer = self.answer
        return answer is not None and (
            answer.verdict is Verdict.DEDUCT or (self.item.is_bonus and answer.count > 0)
        )

    @property
    def counts(self) -> bool:
        """Something is counted: + and − do it."""
        match self.item.rule:
            case ChoiceRule() | MeasureRule() | RangeRule():
                return False
            case CasesRule():
                return self.found and self.counted_case is not None
        return self.found

    @property
    def counted_case(self) -> int | None:
        """Of which named deduction + and − count: the one chosen last, else the last that is."""
        if self.answer is None or not any(self.answer.cases):
            return None
        counts = self.answer.cases
        if self.case is not None and self.case < len(counts):
            return self.case
        return max(at for at, count in enumerate(counts) if count)

    @property
    def judges(self) -> bool:
        """An inspector says how many points it costs."""
        return self.deducted and isinstance(self.item.rule, RangeRule)

    @property
    def red_line(self) -> bool:
        """It is asked as 未发现 or 发现."""
        return is_found_or_not(self.pack, self.item)

    @property
    def praised(self) -> bool:
        """It is a 亮点."""
        return self.answer is not None and self.answer.praised

    @property
    def correction(self) -> str | None:
        """How a deduction was put right on the spot; None when it was not."""
        return self.answer.correction if self.answer is not None else None

    @property
    def lacks_photo(self) -> bool:
        """It is a deduction that wants a photo and has none."""
        if self.item.photo is not PhotoPolicy.ON_FAIL or not self.deducted:
            return False
        found = EvidenceRole.FOUND
        return not any(each.is_photo and each.role is found for each in self.evidence)

    @property
    def choices(self) -> tuple[Offer, ...]:
        """What digits choose from: the options of the rule, or its named deductions and phrases.

        The user's own stand last.
        """
        rule = self.item.rule
        if isinstance(rule, ChoiceRule):
            return tuple(Offer(option.title) for option in rule.options)
        cases = rule.cases if isinstance(rule, CasesRule) else ()
        named = tuple(Offer(case.title) for case in cases)
        if self.answer is None or not (self.found or (self.item.is_bonus and self.praised)):
            return named
        return (*named, *offers(self.item, self.own, self.answer.phrases))
