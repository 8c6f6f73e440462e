"""The meeting in front: its page, where in it one is, what its screen says, and some keys."""

from PySide6.QtCore import Qt

from inspector.gui.meeting.meeting_page import MeetingPage
from inspector.gui.meeting.presenter import Presenter
from tests.gui.visits.visit import Person

RIGHT, SPACE = Qt.Key.Key_Right, Qt.Key.Key_Space
END, HOME = Qt.Key.Key_End, Qt.Key.Key_Home


def meeting_page(person: Person) -> MeetingPage:
    """The page 晨会, in front."""
    assert isinstance(person.window.page, MeetingPage)
    return person.window.page


def place(person: Person) -> str:
    """Where in the meeting one is, as the foot of the screen says it, without the part it is in."""
    return meeting_page(person).presenter.stage.foot.position.text().partition(" · ")[0]


def words_of(presenter: Presenter) -> list[str]:
    """What the screen in front says, block by block."""
    return [block.text for block in presenter.stage.view.content.blocks]
