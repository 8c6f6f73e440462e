"""Scenes at a window: its counter, who sits there, who waits. Each as found and as put right."""

from inspector.workspace.sample.scenes.canvas import HIGH, WIDE, Canvas
from inspector.workspace.sample.scenes.hall import (
    DARK,
    METAL,
    SKIN,
    counter,
    crumpled,
    cup,
    lamp_sign,
    paused_sign,
    person,
    room,
    screen,
    sheet,
    table,
)  # fmt: skip

COATS = ("#6a7f5b", "#8c5a4a", "#55617a", "#a08a5e", "#7a5a7d")


def cluttered_desk(right: bool) -> Canvas:
    """Return a counter from above: cups, wrappers and things of one's own, or in order."""
    canvas = table()
    _keyboard(canvas, 360, 250)
    if right:
        sheet(canvas, 90, 230, 170, 230)
        _pen_stand(canvas, 860, 300)
        _tray(canvas, 640, 480)
        return canvas
    sheet(canvas, 60, 240, 190, 250, 40)
    sheet(canvas, 130, 330, 190, 250, -50, "#e8e2d2")
    cup(canvas, 810, 360, 1.3, "#b7c6d6")
    cup(canvas, 920, 430, 1.1)
    crumpled(canvas, 560, 600, 44)
    crumpled(canvas, 660, 560, 30, "#d8cfba")
    canvas.shadow(390, 610, 110, 50)
    canvas.box(300, 560, 170, 84, "#c7392f", 16)  # a bag of snacks
    canvas.shape(((300, 575), (280, 555), (282, 640), (300, 630)), "#a52e26")
    canvas.box(335, 588, 96, 26, "#f4d66a", 6)
    canvas.shadow(800, 620, 120, 50)
    canvas.round(800, 600, 96, 62, "#e6e9ec")  # a lunch box
    canvas.round(800, 594, 80, 50, "#c58f4d")
    canvas.line(((720, 530), (905, 590)), "#7a4b2c", 8)
    return canvas


def dusty_counter(right: bool) -> Canvas:
    """Return the edge of a counter at arm's length, upright: dust and rings of cups, or wiped."""
    canvas = room(HIGH, 0.3)
    canvas.blur(7)
    counter(canvas, 420)
    screen(canvas, 560, 470, 1.2)
    if right:
        _pen_stand(canvas, 180, 500)
        canvas.run(0, 452, 750, 20, "#b9a084", "#a58a6e")
        return canvas
    for x, y, rx in ((190, 500, 74), (330, 530, 60), (620, 528, 52)):
        canvas.round(x, y, rx, rx * 0.3, "#6d5742")
        canvas.round(x, y, rx - 8, rx * 0.3 - 5, "#94795f")
    for step in range(130):
        x, y = (step * 173) % 740, 430 + (step * 61) % 112
        canvas.round(x, y, 5 + step % 6, 2 + step % 3, "#c4b9a6")
    crumpled(canvas, 470, 535, 26)
    return canvas


def private_papers(right: bool) -> Canvas:
    """Return forms and an identity card of somebody lying open on the counter, or put away."""
    canvas = table()
    _keyboard(canvas, 330, 200)
    if right:
        _tray(canvas, 110, 420)
        _pen_stand(canvas, 860, 300)
        return canvas
    for number, (x, y, lean) in enumerate(((80, 230, 30), (520, 380, -46), (250, 400, 20))):
        sheet(canvas, x, y, 220, 280, lean, ("#f5f2ea", "#f3eedd", "#eef2f5")[number])
    canvas.shadow(800, 410, 120, 60)
    canvas.box(690, 330, 220, 136, "#dfeaf2", 12)
    canvas.box(838, 352, 56, 74, "#b9c7d4", 4)
    canvas.round(866, 380, 16, 20, SKIN)
    canvas.box(846, 398, 40, 28, "#51616f")
    for y in (358, 382, 406, 436):
        canvas.line(((706, y), (806 if y < 430 else 880, y)), "#66788a", 5)
    return canvas


def empty_window(right: bool) -> Canvas:
    """Return a window that nobody sits at while people wait, or staffed."""
    canvas = _window_of_a_hall()
    if right:
        person(canvas, 500, 330, 1.15, badge=True)
    else:
        _chair(canvas, 500, 260)
    counter(canvas, 450)
    screen(canvas, 745, 500, 0.95)
    if not right:
        person(canvas, 225, 500, 1.45, COATS[1], turned=True)
        person(canvas, 480, 560, 1.5, COATS[2], turned=True)
    else:
        person(canvas, 330, 520, 1.5, COATS[1], turned=True)
    return canvas


def without_sign(right: bool) -> Canvas:
    """Return an empty window without a word, or with its sign 暂停."""
    canvas = _window_of_a_hall(lit=False)
    _chair(canvas, 500, 250)
    counter(canvas, 450)
    screen(canvas, 790, 500, 0.95)
    if right:
        paused_sign(canvas, 450, 530, 1.15)
    else:
        person(canvas, 300, 520, 1.5, COATS[3], "#7d7d7d", turned=True)
    return canvas


def on_the_phone(right: bool) -> Canvas:
    """Return somebody at a window who looks at a telephone, or at who comes."""
    canvas = _window_of_a_hall()
    person(canvas, 500, 320, 1.35, badge=True, smile=right, bowed=0 if right else 26)
    if not right:
        canvas.line(((400, 420), (455, 400)), "#32475f", 40)
        canvas.line(((600, 420), (545, 400)), "#32475f", 40)
        canvas.round(462, 398, 24, 20, SKIN)
        canvas.round(538, 398, 24, 20, SKIN)
        canvas.box(464, 330, 72, 92, "#15181c", 10)
        canvas.box(470, 338, 60, 74, "#3c73b8", 4)
    counter(canvas, 460)
    screen(canvas, 800, 510, 0.95)
    person(canvas, 170, 545, 1.5, COATS[4], turned=True)
    return canvas


def turned_away(right: bool) -> Canvas:
    """Return somebody at a window whose back is to who has come, or who faces them."""
    canvas = _window_of_a_hall()
    if right:
        person(canvas, 470, 320, 1.3, badge=True)
    else:
        person(canvas, 600, 330, 1.3, turned=True)
        canvas.box(652, 300, 90, 60, "#f5f2ea", 3)  # papers in hand
    counter(canvas, 460)
    screen(canvas, 830, 510, 0.9)
    person(canvas, 300, 540, 1.5, COATS[2], turned=True)
    return canvas


def idle_talk(right: bool) -> Canvas:
    """Return two who talk to each other past those who wait, or who serve."""
    canvas = _window_of_a_hall()
    person(canvas, 400 if not right else 330, 330, 1.15, badge=True)
    person(canvas, 590 if not right else 700, 330, 1.15, hair="#4a3527", badge=True)
    if not right:
        canvas.round(490, 235, 62, 36, "#ffffff")
        canvas.shape(((470, 262), (500, 262), (455, 292)), "#ffffff")
        for x in (465, 490, 515):
            canvas.round(x, 235, 6, 6, DARK)
    counter(canvas, 460)
    person(canvas, 330, 545, 1.5, COATS[0], turned=True)
    if right:
        person(canvas, 700, 545, 1.5, COATS[3], "#7d7d7d", turned=True)
    return canvas


def badge_missing(right: bool) -> Canvas:
    """Return somebody upright and close: without a badge, or with it."""
    canvas = room(HIGH, 0.62)
    lamp_sign(canvas, 280, 60)
    canvas.blur(6)
    person(canvas, 375, 480, 2.3, badge=right)
    if not right:
        canvas.line(((452, 634), (528, 634)), "#2a3c52", 3)  # where it belongs
    counter(canvas, 800)
    return canvas


def long_queue(right: bool) -> Canvas:
    """Return people in a long line before one window, or few before two."""
    canvas = room()
    for left in (110, 640):
        lamp_sign(canvas, left, 60, lit=right or left < 200)
    canvas.run(0, 330, 1000, 90, "#cfd6dc", "#9aa4ad")
    person(canvas, 205, 255, 0.7, badge=True)
    if right:
        person(canvas, 735, 255, 0.7, badge=True)
    canvas.box(0, 325, 1000, 26, "#8a7057")
    canvas.blur(2)
    line = ((215, 420), (330, 470), (455, 520), (590, 570), (750, 620))
    for number, (x, y) in enumerate(line[:1] if right else line):
        size = 0.85 + number * 0.17
        canvas.shadow(x, y + 190 * size, 100 * size, 24)
        person(canvas, x, y, size, COATS[number % 5], "#6f6f70" if number == 2 else "#2b2623",
               turned=True)  # fmt: skip
    if right:
        person(canvas, 735, 420, 0.85, COATS[2], turned=True)
    return canvas


def helped(right: bool) -> Canvas:
    """Return an old man who is led to a seat, or who stands there alone."""
    canvas = room()
    lamp_sign(canvas, 90, 110)
    for left in (560, 690, 820):
        canvas.box(left, 360, 110, 90, "#3f6f9d", 12)
        canvas.box(left, 440, 110, 26, "#35608a", 8)
        canvas.box(left + 10, 466, 10, 90, METAL)
        canvas.box(left + 90, 466, 10, 90, METAL)
    canvas.blur(2)
    canvas.shadow(430, 740, 150, 26)
    person(canvas, 430, 480, 1.4, "#77706a", "#c9c9c9", smile=right)
    canvas.line(((300, 560), (285, 745)), "#6b4a2d", 12)
    canvas.line(((276, 556), (318, 560)), "#6b4a2d", 14)
    if right:
        canvas.shadow(640, 740, 140, 26)
        person(canvas, 645, 460, 1.4, badge=True)
        canvas.line(((560, 570), (510, 600)), "#32475f", 46)
        canvas.round(496, 604, 28, 24, SKIN)
    return canvas


def _window_of_a_hall(*, lit: bool = True) -> Canvas:
    """Return the wall behind a window with its lamp, a cupboard and the frame of the glass."""
    canvas = Canvas(WIDE, "#e4e9ec", "#cfd6da")
    canvas.box(640, 150, 270, 320, "#b9c2c9")
    for y in (160, 262, 364):
        canvas.box(652, y, 246, 92, "#dfe4e8")
        for x in range(660, 880, 34):
            canvas.box(x, y + 18, 24, 74, ("#4d6f95", "#8a9bab", "#a3583f")[x % 3])
    canvas.blur(4)
    lamp_sign(canvas, 405, 34, lit=lit)
    canvas.box(60, 0, 16, 470, METAL)
    canvas.box(924, 0, 16, 470, METAL)
    return canvas


def _chair(canvas: Canvas, x: float, y: float) -> None:
    canvas.box(x - 90, y, 180, 190, "#3a4654", 26)
    canvas.box(x - 74, y + 14, 148, 150, "#465566", 20)
    canvas.box(x - 12, y + 186, 24, 60, "#23292f")


def _keyboard(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x + 150, y + 88, 170, 22)
    canvas.box(x, y - 30, 300, 110, "#3a424b", 10)
    for row in range(4):
        for key in range(11):
            canvas.box(x + 12 + key * 25.4, y - 20 + row * 24, 20, 18, "#566069", 3)


def _pen_stand(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x + 10, y, 50, 16)
    for step, colour in enumerate(("#1f3f6d", "#b3261e", "#2d333b")):
        canvas.line(((x - 16 + step * 16, y - 60), (x - 26 + step * 26, y - 140)), colour, 8)
    canvas.box(x - 36, y - 84, 72, 86, "#5d6874", 8)


def _tray(canvas: Canvas, x: float, y: float) -> None:
    canvas.shadow(x + 130, y + 170, 150, 26)
    canvas.box(x, y, 260, 180, "#4d5862", 10)
    canvas.box(x + 14, y + 12, 232, 154, "#f5f2ea", 4)
    for step in range(5):
        canvas.line(((x + 36, y + 40 + step * 24), (x + 210 - step % 2 * 60, y + 40 + step * 24)),
                    "#9a9a98", 4)  # fmt: skip
