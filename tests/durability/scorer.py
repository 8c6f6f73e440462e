"""Work at the scoring page: verdicts, phrases, counts, words, photos, windows, undo, completion."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.gui.visits.scoring.scoring_page import ScoringPage
from tests.durability.desk import (
    ALT,
    BACKSPACE,
    CTRL,
    DOWN,
    ENTER,
    ESC,
    NONE,
    PAGE_DOWN,
    PAGE_UP,
    TAB,
    UP,
    Desk,
    Key,
    Work,
    answer_fact,
    changes,
    photo_facts,
)
from tests.durability.on_disk import Facts

_VERDICTS = {"1": "pass", "2": "deduct", "3": "na"}
_JUDGING = {"1", "2", "3", "4", BACKSPACE}
_MOVES = {"down": DOWN, "up": UP, "next": PAGE_DOWN, "before": PAGE_UP, "enter": ENTER}
_LIST = {
    "1": 30, "3": 6, "2": 24, "4": 5, "c": 4, "clear": 5, "undo": 9, "redo": 4, "down": 5,
    "up": 4, "next": 5, "before": 4, "enter": 4, "rest": 2, "x": 1, "photo": 9, "tab": 4,
    "leave": 1, "complete": 3,
}  # fmt: skip
_PANEL = {
    "1": 6, "2": 4, "3": 3, "+": 5, "-": 3, "letter": 12, "words": 10, "clear": 6, "enter": 26,
    "leave": 6, "undo": 4, "redo": 1, "photo": 4, "correct": 2,
}  # fmt: skip


class Scorer(Work):
    """Somebody who inspects a visit, and begins another when it is completed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Facts = {}
        self._judges = False

    @property
    def _page(self) -> ScoringPage:
        return self.desk.inspect.scoring

    def begin(self) -> None:
        if not self.desk.resume(lambda inspection: inspection.kind.scores):
            self._start()
            return
        self._seen = self._facts()
        sheet = self._page.scoring.sheet
        cards = [card.id for card in sheet.scorecards]
        self.desk.journal.write(
            opened=self._seen, visit=sheet.inspection.id, at=self._at, cards=cards, settled=False,
            reading=self.desk.reading(sheet),
        )  # fmt: skip

    def _start(self) -> None:
        self._begins(["visit|", "left|", "place|"])
        self.desk.press("n", CTRL)
        self.desk.press("1", ALT)
        self.desk.press(ENTER, CTRL)
        self._seen = self._facts()
        visit = self._page.scoring.sheet.inspection.id
        shown = {**self._seen, f"visit|{visit}": "open"}
        self.desk.journal.shows(shown, self.desk.reading())

    def end(self) -> None:
        while not self.desk.inspect.start.isVisible():
            # A correction without a word is taken off when one leaves its field.
            self._key(ESC, about=[self._answer] if self._page.position.is_open else [])

    def act(self) -> None:
        if not self._page.position.is_open:
            self.begin()
            return
        self._shows()  # a photo may have come in since
        page, focus = self._page, QApplication.focusWidget()
        if focus is page.items:
            self._in_list(self.desk.among(_LIST))
        elif focus is not None and page.panel.isAncestorOf(focus):
            self._in_panel(self.desk.among(_PANEL))
        else:
            self._key(ESC)

    def _in_list(self, act: str) -> None:
        line = self._page.line
        if line.waiting and self.desk.chance.random() < 0.8:
            self._confirm()
        elif act in _VERDICTS:
            item = self._page.position.item
            bonus = item is not None and item.is_bonus  # 2 awards one: that is a 合格
            self._key(act, about=[self._answer], verdict=None if bonus else _VERDICTS[act])
        elif act in ("4", "c"):
            self._key(act, about=[self._answer])
        elif act in _MOVES:
            self._key(_MOVES[act])
        elif act == "rest":
            self._key("a", about=[f"answer|{self._page.card.id}|"])
        elif act == "x":
            self._key("x", about=[f"left|{self._page.card.id}"])
        elif act == "tab":
            self._key(TAB)
        elif act == "complete":
            self._key(ENTER, CTRL)
        elif act == "leave":
            self.end()
        else:
            self._anywhere(act)

    def _confirm(self) -> None:
        """Say yes to what is asked: a veto, the rest, completion."""
        card = self._page.card.id
        if self._page.line.waits_for(self._page._complete):
            self._complete()
        else:
            self._key(ENTER, about=[f"answer|{card}|"])

    def _complete(self) -> None:
        visit = self._page.scoring.sheet.inspection.id
        self._begins([f"visit|{visit}", "event|", *self._photos])
        self.desk.press(ENTER, CTRL)
        if self.desk.inspect.result.isVisible():
            shown: Facts = {f"visit|{visit}": "completed"}
            for finding in self.desk.inspect.result._findings:
                shown[f"event|{finding.number}|raised|"] = 1
                if finding.correction:
                    shown[f"event|{finding.number}|corrected|{finding.correction}"] = 1
            self.desk.journal.shows(shown, self.desk.reading())
            self._seen = {}
            self.desk.press(ESC)
        else:
            self._shows()

    def _in_panel(self, act: str) -> None:
        here = [self._answer]
        if act in ("1", "2", "3", "+", "-"):
            self._key(act, about=here)
        elif act == "letter":
            self._key(self.desk.chance.choice("abcxyz0123456789."), about=here)
        elif act == "words":
            self._begins(here)
            self.desk.write(self.desk.words())
            self._shows()
        elif act == "enter":
            self._key(ENTER, about=here)
        elif act == "leave":
            self._key(ESC, about=here)
        elif act == "correct":
            self._key("c", ALT, about=here)
        else:
            self._anywhere(act)

    def _anywhere(self, act: str) -> None:
        history = ["answer|", "left|", "photo|"]
        match act:
            case "clear":
                self._key(BACKSPACE, about=[self._answer])
            case "undo":
                self._key("z", CTRL, about=history)
            case "redo":
                self._key("y", CTRL, about=history)
            case "photo" if not self._page.card.left_out:
                self.desk.copy_photo()
                self._key("v", CTRL)
            case "photo":
                self._key("v", CTRL)

    # Writing down

    def _key(
        self,
        key: Key,
        modifier: Qt.KeyboardModifier = NONE,
        about: list[str] | None = None,
        verdict: str | None = None,
    ) -> None:
        self._begins(about or [], verdict)
        # Beside the list the same keys choose phrases and edit words.
        in_list = QApplication.focusWidget() is self._page.items
        travels = modifier is CTRL and key in ("z", "y")
        self._judges = in_list and (travels or (modifier is NONE and key in _JUDGING))
        self.desk.press(key, modifier)
        self._shows()
        self._judges = False

    def _begins(self, keys: list[str], verdict: str | None = None) -> None:
        self.desk.journal.begins(keys, self.desk.reading(), verdict)

    def _shows(self) -> None:
        if not self._page.position.is_open:
            self.desk.journal.shows({}, self.desk.reading())
            return
        before, self._seen = self._seen, self._facts()
        changed = changes(before, self._seen)
        page = self._page
        sheet = page.scoring.sheet
        # Where a verdict leads is written with it; where one only passes by, after a moment.
        judged = self._judges and any(key.startswith("answer|") for key in changed)
        settled = judged or not page.position._stand_timer.isActive()
        self.desk.journal.shows(
            changed, self.desk.reading(sheet), visit=sheet.inspection.id, at=self._at,
            settled=settled,
        )  # fmt: skip

    @property
    def _at(self) -> list[str | None]:
        item = self._page.position.item
        return [self._page.position.card_id, item.id if item else None]

    @property
    def _answer(self) -> str:
        card, item = self._at
        return f"answer|{card}|{item}"

    @property
    def _photos(self) -> list[str]:
        return ["photo|"] if self.desk.reading(self._page.scoring.sheet) else []

    def _facts(self) -> Facts:
        sheet = self._page.scoring.sheet
        return {
            **{f"left|{card.id}": True for card in sheet.scorecards if card.left_out},
            **{
                f"answer|{card}|{item}": answer_fact(answer)
                for card, answers in sheet.answers.items()
                for item, answer in answers.items()
            },
            **photo_facts(sheet.evidence),
        }
