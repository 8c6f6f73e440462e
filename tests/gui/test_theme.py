"""Light and dark from the same roles: every text can be read, and the theme changes at run time."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.theme import (
    DARK,
    DARK_STRONG,
    LIGHT,
    LIGHT_STRONG,
    Colours,
    apply_theme,
    colours_for,
    wants_contrast,
)
from inspector.gui.widgets.labels import button, label
from tests.gui.visits.visit import ALT, Person, in_a_visit
from tests.gui.waiting import wait_for

# What is written on what: the theme's sheet and the delegates.
TEXT_ON = {
    "text": ("window", "surface", "selection", "chip"),
    "secondary": ("window", "surface", "selection", "chip"),
    "accent": ("window", "surface", "selection"),
    "on_accent": ("accent",),
    "passed": ("window", "surface", "selection"),
    "deducted": ("window", "surface", "selection"),
    "not_applicable": ("window", "surface", "selection", "chip"),
    "unseen": ("window", "surface", "selection", "chip"),
    "vetoed": ("window", "surface", "selection"),
    "overdue": ("window", "surface", "selection"),
    "due_today": ("window", "surface", "selection"),
    "unsaved": ("window", "surface", "selection"),
    "wrong": ("window", "surface", "selection"),
    "caution": ("window", "surface", "selection"),
    "disabled": ("window", "surface", "selection", "chip"),
}

# What is found by its edge, on what lies around it and in it.
FOUND_ON = {
    "edge": ("window", "surface", "selection"),  # fields, boxes, handles of scroll bars
    "accent": ("window", "surface", "selection", "chip"),  # the ring of the keyboard
    "on_accent": ("accent",),
}


# The rim of a button, whose words are read anyway: more than a hairline, less than an edge.
SEEN_ON: dict[str, tuple[str, ...]] = {"rim": ("window", "surface")}


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_measure() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


SETS = {"light": (LIGHT, 4.5), "dark": (DARK, 4.5), "strong": (LIGHT_STRONG, 7),
        "dark-strong": (DARK_STRONG, 7)}  # fmt: skip


def poor(colours: Colours, pairs: dict[str, tuple[str, ...]], least: float) -> dict[str, float]:
    """What stands out too little from what is around it."""
    ratios = {
        f"{role} on {ground}": contrast(colours.colour(role), colours.colour(ground))
        for role, grounds in pairs.items()
        for ground in grounds
    }
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


@pytest.mark.parametrize(("colours", "least"), SETS.values(), ids=SETS)
def test_every_text_can_be_read_and_every_edge_be_found(colours: Colours, least: float) -> None:
    assert poor(colours, TEXT_ON, least) == {}
    assert poor(colours, FOUND_ON, 3) == {}
    assert poor(colours, SEEN_ON, 1.5) == {}


def test_every_role_is_text_or_edge_or_ground() -> None:
    grounds = {"window", "surface", "selection", "chip", "hairline"}
    assert set(Colours._fields) == {*TEXT_ON, *FOUND_ON, *SEEN_ON} | grounds


def test_high_contrast_of_the_system_is_respected(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The platform of the tests has no such setting: what reads it says here what it would."""
    monkeypatch.setattr(theme, "wants_contrast", lambda: True)
    for wanted, colours in (("light", LIGHT_STRONG), ("dark", DARK_STRONG)):
        apply_theme(qapp, wanted)
        assert colours_for(qapp.palette()) is colours
    monkeypatch.undo()
    assert not wants_contrast()
    apply_theme(qapp, "light")
    assert colours_for(qapp.palette()) is LIGHT


@pytest.mark.parametrize("wanted", ["light", "dark"])
def test_a_theme_dresses_the_application(qapp: QApplication, wanted: str) -> None:
    apply_theme(qapp, wanted)
    colours = {"light": LIGHT, "dark": DARK}[wanted]
    assert colours_for(qapp.palette()) is colours
    assert "@" not in qapp.styleSheet()  # every role found its colour
    placeholder = qapp.palette().color(QPalette.ColorRole.PlaceholderText)
    assert contrast(placeholder, colours.colour("surface")) >= 4.5


def drawn(widget: QWidget) -> set[str]:
    """The colours a widget is drawn in."""
    wait_for(widget.updatesEnabled)  # a page that was turned to is painted in the next step
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def test_a_label_follows_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    shown = label("████", "deducted")
    qtbot.addWidget(shown)
    shown.show()
    for wanted, colours in (("light", LIGHT), ("dark", DARK), ("light", LIGHT)):
        apply_theme(qapp, wanted)
        assert {colours.window, colours.deducted} <= drawn(shown), wanted


class Dressed(QObject):
    """Counts how often a widget was given a style."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_the_same_theme_again_costs_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    apply_theme(qapp, "light")
    shown = label("text")
    qtbot.addWidget(shown)
    shown.show()
    dressed = Dressed(shown)
    apply_theme(qapp, "light")  # whatever else is set in the preferences
    assert dressed.times == 0
    apply_theme(qapp, "dark")
    wait_for(lambda: dressed.times > 0)


@pytest.mark.ci
@in_a_visit
def test_the_window_changes_its_theme_while_it_is_open(person: Person) -> None:
    person.press("2", "1")
    person.turn_to("data")
    person.press_with(ALT, "3")
    box = person.find(QComboBox, "preference-theme")
    for wanted, colours in (("dark", DARK), ("light", LIGHT), ("dark", DARK)):
        box.setCurrentIndex(box.findData(wanted))
        box.activated.emit(box.currentIndex())
        person.press("1", ctrl=True)
        ground = drawn(person.scoring.items.viewport())
        assert {colours.surface, colours.selection} <= ground, wanted
        assert colours.surface in drawn(person.scoring.panel.viewport()), wanted
        other = LIGHT if colours is DARK else DARK
        assert other.surface not in ground, wanted
        assert person.find(QLabel, "itemTitle").palette().color(
            QPalette.ColorRole.WindowText
        ) == colours.colour("text")
        person.turn_to("data")


def edge_of(widget: QWidget) -> float:
    """The contrast of a widget's edge, drawn, to what is around it: the greatest from its left."""
    around = widget.parentWidget()
    assert around is not None
    image = around.grab().toImage()
    middle = widget.mapTo(around, widget.rect().center())
    left = widget.mapTo(around, QPoint(0, 0)).x()
    ground = image.pixelColor(left - 2, middle.y())
    return max(contrast(image.pixelColor(left + x, middle.y()), ground) for x in range(2))


@pytest.mark.parametrize("strong", [False, True], ids=["usual", "strong"])
@pytest.mark.parametrize("wanted", ["light", "dark"])
@pytest.mark.ci
def test_edges_are_found_as_they_are_drawn(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wanted: str, strong: bool
) -> None:
    monkeypatch.setattr(theme, "wants_contrast", lambda: strong)
    apply_theme(qapp, wanted)
    for name in ("surface", ""):  # a panel, and the window itself
        page = QWidget()
        qtbot.addWidget(page)
        page.setObjectName(name)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fields = [QLineEdit(), QPlainTextEdit(), QComboBox(), QDateEdit(), QSpinBox()]
        scrolls = QListWidget()
        scrolls.addItems([f"{n}" for n in range(99)])
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        nobody = QWidget()
        nobody.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box = QCheckBox("")
        for each in (*fields, box, scrolls, nobody):
            column.addWidget(each)
        page.show()
        nobody.setFocus()
        qapp.processEvents()
        weak = {type(each).__name__: edge_of(each) for each in (*fields, box) if edge_of(each) < 3}
        assert weak == {}
        bar = scrolls.verticalScrollBar()
        drawn, at = page.grab().toImage(), bar.mapTo(page, QPoint(bar.width() // 2, 0))
        handle, ground = (drawn.pixelColor(at.x(), at.y() + y) for y in (8, bar.height() - 8))
        assert contrast(handle, ground) >= 3
    monkeypatch.undo()
    apply_theme(qapp, "light")


@pytest.mark.parametrize("role", ["", "primary", "line", "quiet", "mini", "chip", "choice", "tab"])
def test_the_ring_of_the_keyboard_takes_no_room_from_the_words(qtbot: QtBot, role: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "light")
    made = button("备份", "ringed", role)
    qtbot.addWidget(made)
    made.ensurePolished()
    rooms = []
    for state in (QStyle.StateFlag.State_None, QStyle.StateFlag.State_HasFocus):
        option = QStyleOptionButton()
        option.initFrom(made)
        option.state = QStyle.StateFlag.State_Enabled | state
        kind, words = QStyle.ContentsType.CT_PushButton, QSize(80, 10)
        rooms.append(made.style().sizeFromContents(kind, option, words, made))
    assert rooms[0] == rooms[1]
