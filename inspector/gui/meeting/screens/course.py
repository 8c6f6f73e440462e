"""From screen to screen of a meeting: which there are, which is in front, how one turns them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from inspector.domain.meeting.minutes import Minutes
from inspector.gui.commands.shared_keys import CONFIRM, key_name
from inspector.gui.widgets.ask_line import AskLine
from inspector.translation import tr
from inspector.workspace.meeting.slides import FindingSlide, Slide, key_of


class Course(QObject):
    """The screens of one meeting, in their order. A number that is begun stands in `line`."""

    turned = Signal()
    """A screen has come to the front."""

    gone_through = Signal(object)
    """One has gone on from this screen: what it shows was talked about."""

    def __init__(self, line: AskLine, parent: QObject) -> None:
        super().__init__(parent)
        self._line = line
        self._digits = ""
        self.slides: list[Slide] = []
        self._of = ""
        self._seen: set[str] = set()
        self.at = 0
        """Which of them is in front."""

    @property
    def slide(self) -> Slide:
        """The screen in front."""
        return self.slides[self.at]

    def lay_out(self, meeting_id: str, slides: Sequence[Slide]) -> None:
        """Have the screens of a meeting, the first in front until one is gone to.

        What was seen of a meeting that was in front before stays seen.
        """
        if meeting_id != self._of:
            self._of, self._seen = meeting_id, set()
        self.slides, self.at = list(slides), 0

    def done(self, minutes: Minutes) -> frozenset[int]:
        """Return the places of what was talked about or decided; of other screens: was seen."""
        return frozenset(
            at
            for at, slide in enumerate(self.slides)
            if (
                all(line.discussed or line.steps for line in slide.lines(minutes))
                if isinstance(slide, FindingSlide)
                else key_of(slide) in self._seen
            )
        )

    @property
    def neighbours(self) -> Sequence[Slide]:
        """The screens that one most likely sees next, the likeliest first."""
        return (
            *self.slides[self.at + 1 : self.at + 3],
            *self.slides[max(0, self.at - 1) : self.at],
        )

    def go_to(self, at: int) -> None:
        """Bring a screen to the front, by its place from 0."""
        self.at = at
        self._seen.add(key_of(self.slide))
        self.turned.emit()

    def go_on(self) -> None:
        """Go to the next screen."""
        self.gone_through.emit(self.slide)
        self.go_to(min(self.at + 1, len(self.slides) - 1))

    def go_back(self) -> None:
        """Go to the screen before."""
        self.go_to(max(0, self.at - 1))

    def go_to_end(self, end: int) -> None:
        """Go to the first screen (0) or the last (1)."""
        self.go_to(end * (len(self.slides) - 1))

    # By its number

    def forget(self) -> None:
        """Forget the number that was begun, and what was asked."""
        self._digits = ""
        self._line.stop()

    def add_digit(self, digit: int) -> None:
        """Begin the number of a finding, or go on with it."""
        self._digits = f"{self._digits}{digit}"[-3:]
        self._line.tell(
            tr("To finding {number}: {enter}", number=self._digits, enter=key_name(CONFIRM))
        )

    def jump(self) -> None:
        """Go to the finding whose number was begun, or do what was asked."""
        digits, self._digits = self._digits, ""
        if not digits:
            if self._line.waiting:
                self._line.confirm()
            return
        self._line.stop()
        for at, slide in enumerate(self.slides):
            if isinstance(slide, FindingSlide) and slide.number == int(digits):
                self.go_to(at)
                return
        self._line.ask(tr("There is no finding {number}.", number=digits))
