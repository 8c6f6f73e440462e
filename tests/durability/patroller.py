"""Work at a patrol: clean places, words, what was done about it, photos, undo, handing it in."""

from collections.abc import Callable

from inspector.domain.visit.inspection import InspectionKind
from inspector.gui.visits.walks.patrol.patrol_page import PatrolPage
from inspector.gui.visits.walks.patrol.patrol_walk import PatrolWalk
from tests.durability.desk import (
    ALT,
    BACKSPACE,
    CTRL,
    DOWN,
    ENTER,
    ESC,
    UP,
    Desk,
    Work,
    changes,
    photo_facts,
)
from tests.durability.on_disk import Facts

_HANDLED, _NUMBER = 3, 5
"""Columns of the result."""


class Patroller(Work):
    """Somebody who goes round a hall, and begins anew when the round is handed in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Facts = {}

    @property
    def _page(self) -> PatrolPage:
        return self.desk.inspect.patrol

    @property
    def _walk(self) -> PatrolWalk:
        return self._page.walk

    @property
    def _is_open(self) -> bool:
        return self._page.isVisible() and self._page.is_open

    def begin(self) -> None:
        if not self.desk.resume(lambda each: each.kind is InspectionKind.PATROL):
            self._start()
            return
        self._seen = self._facts()
        self.desk.journal.write(
            opened=self._seen, visit=self._walk.id, at=[self._page.place.id, None],
            cards=[card.id for card in self._walk.stops], settled=True,
            reading=self.desk.reading(self._walk.sheet),
        )  # fmt: skip

    def _start(self) -> None:
        self._begins(["visit|"])
        self.desk.press("n", CTRL)
        self.desk.press("3", ALT)
        self.desk.press(ENTER, CTRL)
        self._seen = self._facts()
        self.desk.journal.shows(
            {**self._seen, f"visit|{self._walk.id}": "open"}, self.desk.reading()
        )

    def end(self) -> None:
        self._begins(["photo|"] if self.desk.reading() else [])
        while not self.desk.inspect.start.isVisible():
            if self._is_open and self.desk.focus is self._page.stops:
                self._page.photos.finish()
                self._shows()
            self.desk.press(ESC)
        self.desk.journal.shows({}, self.desk.reading())

    def act(self) -> None:
        if not self._is_open:
            self.begin()
            return
        self._shows()
        acts: dict[Callable[[], None], int] = {
            self._clean: 12, self._write: 14, self._handle: 6, self._meeting: 4, self._drop: 4,
            self._move: 8, self._photo: 8, self._undo: 6, self._redo: 2, self._rest: 1,
            self._hand_in: 2,
        }  # fmt: skip
        self.chosen(acts)
        if self._is_open:
            self._shows()
            while self._page.isVisible() and self.desk.focus is not self._page.stops:
                self.desk.press(ESC)  # a field that was not needed

    def _clean(self) -> None:
        self._begins(["entry|"])
        self.desk.press("1")

    def _write(self) -> None:
        self._begins(["entry|"])
        self.desk.press("2")
        self.desk.write(self.desk.new_words())
        self.desk.press(ENTER)
        self.desk.press("4")

    def _handle(self) -> None:
        self._begins(["entry|"])
        self.desk.press("c")
        self.desk.press(self.desk.chance.choice("123"))

    def _meeting(self) -> None:
        self._begins(["entry|"])
        self.desk.press("m")

    def _drop(self) -> None:
        self._begins(["entry|"])
        self.desk.press(BACKSPACE)

    def _move(self) -> None:
        self._begins([])
        self.desk.press(self.desk.chance.choice([UP, DOWN]))

    def _photo(self) -> None:
        self._begins([])
        if self._page.entry is not None:
            self.desk.copy_photo()
            self.desk.press("v", CTRL)

    def _undo(self) -> None:
        self._begins(["entry|", "photo|"])
        self.desk.press("z", CTRL)

    def _redo(self) -> None:
        self._begins(["entry|", "photo|"])
        self.desk.press("y", CTRL)

    def _rest(self) -> None:
        self._begins(["entry|"])
        self.desk.press("a")
        self.desk.press("a")

    def _hand_in(self) -> None:
        visit = self._walk.id
        photos = ["photo|"] if self.desk.reading() else []
        self._begins([f"visit|{visit}", "event|", *photos])
        for _ in range(2):
            self.desk.press(ENTER, CTRL)
            if self._is_open:
                self._page.photos.finish()
                self._shows(still=[f"visit|{visit}", "event|"])
        if self._page.isVisible():
            self.desk.press(ESC)
            return
        self.desk.journal.shows(
            {f"visit|{visit}": "completed", **self._raised()}, self.desk.reading()
        )
        self._seen = {}
        self.desk.press(ESC)

    def _raised(self) -> Facts:
        """Return the findings that the result of the round shows."""
        model = self.desk.inspect.patrol_result.model
        found: Facts = {}
        for row in range(model.rowCount()):
            handled, number = (model.index(row, column).data() for column in (_HANDLED, _NUMBER))
            if number != "—":
                found[f"event|{number}|raised|"] = 1
            if number != "—" and handled != "—":
                found[f"event|{number}|corrected|{handled}"] = 1
        return found

    # Writing down

    def _begins(self, keys: list[str]) -> None:
        self.desk.journal.begins(keys, self.desk.reading())

    def _shows(self, still: list[str] | None = None) -> None:
        before, self._seen = self._seen, self._facts()
        sheet = self._walk.sheet
        self.desk.journal.shows(
            changes(before, self._seen), self.desk.reading(sheet), visit=self._walk.id,
            at=[self._page.place.id, None], settled=True,
        )  # fmt: skip
        if still:
            self._begins(still)

    def _facts(self) -> Facts:
        return {
            **{
                f"entry|{each.id}": [
                    each.scorecard_id, each.place, each.category.value if each.category else None,
                    each.item_id, each.text, each.handled, each.to_meeting,
                ]
                for each in self._walk.entries
            },
            **photo_facts(self._walk.sheet.evidence),
        }  # fmt: skip
