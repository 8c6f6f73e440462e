"""The line that offers 触控模式 when a finger came first."""

from PySide6.QtWidgets import QWidget

from inspector.gui.frame.main_window import MainWindow
from inspector.gui.touch.touch_mode import AUTOMATIC, OFF, ON, choose_touch, touch_choice
from inspector.gui.widgets.banner import Banner
from inspector.translation import tr


def offer_touch_mode(window: QWidget) -> None:
    """Offer it once, where nobody has chosen yet; an answer is kept."""
    if touch_choice() != AUTOMATIC or not isinstance(window, MainWindow):
        return
    line = Banner(window)
    line.setObjectName("touchOffer")
    window.add_line(line)
    answer = OFF

    def accept() -> None:
        nonlocal answer
        answer = ON
        line.hide()

    def end(says: bool) -> None:
        if not says:
            choose_touch(answer)
            line.deleteLater()

    line.ask(
        tr("Working with a finger? Touch mode makes rows and buttons larger."),
        tr("Turn touch mode on"),
        tr("No, thanks"),
    )
    line.acted.connect(accept)
    line.says.connect(end)
