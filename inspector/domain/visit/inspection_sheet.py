"""An inspection with everything on it: its pack, its scorecards and all their answers.

Immutable: a changed answer gives a new sheet. Scores and progress are asked of it, never stored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from inspector.domain.checklist.checklist import Item, Pack, PhotoPolicy
from inspector.domain.visit.asking import items_asked
from inspector.domain.visit.coverage import Coverage, coverage_of
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection import (
    Answer,
    Answers,
    Inspection,
    Progress,
    Scorecard,
    Verdict,
    lacks_reason,
    next_unanswered,
    progress_of,
    unanswered,
)
from inspector.domain.visit.joined_visit import joined_score, placed
from inspector.domain.visit.scoring import ScorecardScore, SiteScore, score_scorecard


@dataclass(frozen=True)
class InspectionSheet:
    """One inspection, whole. `answers` is by scorecard id, then by item id."""

    inspection: Inspection
    pack: Pack
    scorecards: tuple[Scorecard, ...]
    answers: Mapping[str, Answers]
    evidence: tuple[Evidence, ...] = ()
    base: Pack | None = None  # before the site's own numbers; None: it has none
    uncounted: frozenset[str] = frozenset()
    """Scorecards of a shared visit (分头检查) whose window another part scored as well, which
    counts."""
    # Asked for after every key: the score of an unchanged scorecard is carried to the next sheet.
    _scores: dict[str, ScorecardScore] = field(default_factory=dict, repr=False, compare=False)
    _covered: dict[str, Coverage] = field(default_factory=dict, repr=False, compare=False)
    # What is asked on a scorecard does not change while a visit is open.
    _asked: dict[str, tuple[Item, ...]] = field(default_factory=dict, repr=False, compare=False)
    # Filled when first asked; carried along until the evidence changes.
    _shown_by: dict[tuple[str | None, str | None], list[Evidence]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def scorecard(self, scorecard_id: str) -> Scorecard:
        """Return a scorecard by its id; raises KeyError when there is none."""
        for card in self.scorecards:
            if card.id == scorecard_id:
                return card
        raise KeyError(scorecard_id)

    @property
    def inspected(self) -> tuple[Scorecard, ...]:
        """The scorecards that count: not those left out."""
        return tuple(card for card in self.scorecards if not card.left_out)

    @property
    def counted(self) -> tuple[Scorecard, ...]:
        """Those of them that the score of the visit is made of."""
        return tuple(card for card in self.inspected if card.id not in self.uncounted)

    def items(self, card: Scorecard) -> tuple[Item, ...]:
        """Return what is asked on a scorecard."""
        if card.id not in self._asked:
            self._asked[card.id] = items_asked(self.pack, self.inspection, card)
        return self._asked[card.id]

    def answers_of(self, card: Scorecard) -> Answers:
        """Return the answers of a scorecard by item id."""
        return self.answers.get(card.id, {})

    def evidence_of(self, card: Scorecard, item_id: str) -> tuple[Evidence, ...]:
        """Return what shows an answer, in the order it came in."""
        return tuple(self._evidence_by_answer().get((card.id, item_id), ()))

    def fitting_role(self, card: Scorecard, item_id: str, role: EvidenceRole) -> EvidenceRole:
        """Return what a photo shows at another answer: corrected only where there is such."""
        answer = self.answers_of(card).get(item_id)
        if role is EvidenceRole.CORRECTED and (answer is None or answer.correction is None):
            return EvidenceRole.FOUND
        return role

    def evidence_count(self, card: Scorecard, item_id: str | None = None) -> int:
        """Return how many photos and files an answer has, or a whole scorecard."""
        by_answer = self._evidence_by_answer()
        if item_id is not None:
            return len(by_answer.get((card.id, item_id), ()))
        return sum(len(by_answer.get((card.id, item.id), ())) for item in self.items(card))

    def _evidence_by_answer(self) -> Mapping[tuple[str | None, str | None], list[Evidence]]:
        if self.evidence and not self._shown_by:
            for each in self.evidence:
                self._shown_by.setdefault((each.scorecard_id, each.item_id), []).append(each)
        return self._shown_by

    def score(self, card: Scorecard) -> ScorecardScore:
        """Return the score of a scorecard as it stands."""
        if card.id not in self._scores:
            self._scores[card.id] = score_scorecard(
                self.pack,
                self.items(card),
                self.answers_of(card),
                enough=self.is_enough(self.coverage(card)),
            )
        return self._scores[card.id]

    def is_enough(self, coverage: Coverage) -> bool:
        """Tell that so much was observed that it is graded and ranked."""
        return coverage.enough(self.pack.policy.ranked_from)

    def coverage(self, card: Scorecard) -> Coverage:
        """Return how much of what the unadapted checklist asks on a scorecard was observed."""
        if card.id not in self._covered:
            asked = self.items(card)
            if self.base is not None:
                asked = items_asked(self.base, self.inspection, card)
            self._covered[card.id] = coverage_of(asked, self.answers_of(card))
        return self._covered[card.id]

    def total_coverage(self) -> Coverage:
        """Return how much of what the visit asks was observed."""
        return sum((self.coverage(card) for card in self.counted), Coverage())

    def site_score(self) -> SiteScore:
        """Return the score of the visit as it stands."""
        cards = [placed(card, self.score(card)) for card in self.counted]
        enough = self.is_enough(self.total_coverage())
        return joined_score(self.pack, cards, enough=enough)

    def progress(self, card: Scorecard) -> Progress:
        """Return how far a scorecard is."""
        return progress_of(self.items(card), self.answers_of(card))

    def total_progress(self) -> Progress:
        """Return how far the visit is."""
        return sum((self.progress(card) for card in self.inspected), Progress(0, 0))

    def next_item(self, card: Scorecard, item: Item, answer: Answer | None = None) -> Item | None:
        """Return what to answer after `item`, with `answer` counted as given to it already."""
        items, answers = self.items(card), dict(self.answers_of(card))
        if answer is not None:
            answers[item.id] = answer
        position = next_unanswered(items, answers, items.index(item))
        return None if position is None else items[position]

    def next_card(self, card: Scorecard) -> Scorecard | None:
        """Return the next scorecard with something unanswered, wrapping, `card` itself last."""
        at = [each.id for each in self.scorecards].index(card.id)
        for each in (*self.scorecards[at + 1 :], *self.scorecards[: at + 1]):
            if not each.left_out and not self.progress(each).complete:
                return each
        return None

    def missing(self) -> list[tuple[Scorecard, Item]]:
        """Return what blocks completion, scorecard by scorecard in sheet order."""
        return [
            (card, item)
            for card in self.inspected
            for item in unanswered(self.items(card), self.answers_of(card))
        ]

    def unexplained(self) -> list[tuple[Scorecard, Item]]:
        """Return vetoes, bonuses and corrections without a word; they block completion, too."""
        return [
            (card, item)
            for card in self.inspected
            for item in self.items(card)
            if (answer := self.answers_of(card).get(item.id)) and lacks_reason(item, answer)
        ]

    def without_photo(self) -> list[tuple[Scorecard, Item]]:
        """Return the deductions that want a photo and have none; completion asks about them."""
        shown = {
            (each.scorecard_id, each.item_id)
            for each in self.evidence
            if each.is_photo and each.role is EvidenceRole.FOUND
        }
        return [
            (card, item)
            for card in self.inspected
            for item in self.items(card)
            if item.photo is PhotoPolicy.ON_FAIL
            and (answer := self.answers_of(card).get(item.id))
            and answer.verdict is Verdict.DEDUCT
            and (card.id, item.id) not in shown
        ]

    def praised(self) -> list[tuple[Scorecard, Item, Answer]]:
        """Return what was worth praising (亮点), in sheet order."""
        return [
            (card, item, answer)
            for card in self.inspected
            for item in self.items(card)
            if (answer := self.answers_of(card).get(item.id)) and answer.praised
        ]

    def deductions(self, card: Scorecard) -> int:
        """Return how many items of a scorecard were found wrong."""
        answers = self.answers_of(card)
        return sum(
            answers[item.id].verdict is Verdict.DEDUCT
            for item in self.items(card)
            if item.id in answers and not item.is_bonus
        )

    def with_answers(
        self, scorecard_id: str, put: Iterable[Answer], cleared: Iterable[str] = ()
    ) -> "InspectionSheet":
        """Return the sheet with answers of one scorecard replaced or cleared."""
        own = dict(self.answers.get(scorecard_id, {}))
        for item_id in cleared:
            own.pop(item_id, None)
        own.update((answer.item_id, answer) for answer in put)
        scores, covered = dict(self._scores), dict(self._covered)
        scores.pop(scorecard_id, None)
        covered.pop(scorecard_id, None)
        answers = {**self.answers, scorecard_id: own}
        return replace(self, answers=answers, _scores=scores, _covered=covered)

    def with_evidence(self, evidence: tuple[Evidence, ...]) -> "InspectionSheet":
        """Return the sheet with other evidence."""
        return replace(self, evidence=evidence, _shown_by={})

    def with_scorecard(self, changed: Scorecard) -> "InspectionSheet":
        """Return the sheet with one scorecard replaced."""
        cards = tuple(changed if card.id == changed.id else card for card in self.scorecards)
        return replace(self, scorecards=cards, _asked={}, _covered={})
