"""Scenes in what is everybody's: floors, boards, machines, doors. As found and as put right."""

from inspector.workspace.sample.scenes.canvas import HIGH, WIDE, Canvas
from inspector.workspace.sample.scenes.hall import (
    DARK,
    METAL,
    crumpled,
    cup,
    lamp_sign,
    room,
    sheet,
)  # fmt: skip


def littered_floor(right: bool) -> Canvas:
    """Return the floor of a waiting area with litter, or swept."""
    canvas = room(WIDE, 0.34)
    for left in (60, 210, 360, 510):
        canvas.box(left, 190, 130, 110, "#3f6f9d", 14)
        canvas.box(left, 290, 130, 34, "#35608a", 10)
        canvas.box(left + 12, 324, 12, 100, METAL)
        canvas.box(left + 106, 324, 12, 100, METAL)
    _bin(canvas, 800, 420, full=not right)
    if right:
        return canvas
    crumpled(canvas, 240, 520, 36)
    crumpled(canvas, 610, 640, 48, "#e3dccb")
    sheet(canvas, 350, 560, 150, 70, 46)
    canvas.shadow(160, 668, 70, 16)
    canvas.box(100, 620, 120, 44, "#7fb2d8", 18)  # a bottle
    canvas.box(216, 632, 26, 20, "#e7eef4", 4)
    cup(canvas, 740, 590, 0.8, "#c9573f")
    for step in range(26):
        canvas.round(280 + (step * 97) % 460, 470 + (step * 53) % 230, 6, 3, "#8a6f4e")
    return canvas


def full_bin(right: bool) -> Canvas:
    """Return a bin by a wall, upright, overflowing or emptied."""
    canvas = room(HIGH, 0.55)
    canvas.blur(3)
    _bin(canvas, 360, 830, full=not right, scale=2.3)
    if not right:
        crumpled(canvas, 130, 860, 52)
        cup(canvas, 610, 930, 1.1, "#c9573f")
    return canvas


def broken_machine(right: bool) -> Canvas:
    """Return a machine for serving oneself, upright: dark with a note stuck on it, or working."""
    canvas = room(HIGH, 0.6)
    canvas.blur(4)
    canvas.shadow(380, 950, 260, 40)
    canvas.run(170, 150, 420, 800, "#e9eef3", "#bac6d1")
    canvas.box(170, 150, 420, 56, "#1d5fbf", 8)
    canvas.box(215, 250, 330, 270, "#20262d", 10)
    canvas.box(215, 600, 150, 90, "#98a4b0", 8)
    canvas.box(235, 640, 110, 12, DARK)
    canvas.box(400, 590, 145, 110, "#2d333b", 8)
    for row in range(3):
        for key in range(3):
            canvas.box(414 + key * 42, 602 + row * 32, 32, 22, "#8d99a6", 3)
    canvas.box(215, 760, 330, 30, "#8f9ba7", 8)
    if right:
        canvas.run(228, 264, 304, 242, "#2f7ad1", "#bfe0fb")
        for row in range(2):
            for key in range(3):
                canvas.box(250 + key * 92, 300 + row * 92, 74, 70, "#ffffff", 8)
                canvas.round(287 + key * 92, 328 + row * 92, 14, 14, "#1d5fbf")
        return canvas
    canvas.shape(((228, 264), (330, 264), (228, 420)), "#39424b")
    sheet(canvas, 270, 330, 190, 150, 14, "#fff4c9")
    canvas.line(((330, 372), (420, 440)), "#b3261e", 12)
    canvas.line(((420, 372), (330, 440)), "#b3261e", 12)
    canvas.box(330, 318, 70, 22, "#d9cfa0")
    return canvas


def faded_board(right: bool) -> Canvas:
    """Return a board of notices: faded, with gaps and corners that hang, or complete."""
    canvas = room(WIDE, 0.86)
    canvas.shadow(500, 620, 420, 40)
    canvas.box(110, 110, 780, 500, "#8e959c", 6)
    canvas.box(126, 126, 748, 468, "#2d5a97" if right else "#a9b6c2")
    canvas.box(300, 146, 400, 44, "#ffffff" if right else "#c6cfd7", 4)
    for number in range(8):
        x, y = 160 + number % 4 * 176, 215 + number // 4 * 186
        if right:
            canvas.box(x, y, 150, 160, "#fbfaf5")
            canvas.box(x, y, 150, 26, "#b3261e")
            for step in range(5):
                down, end = y + 48 + step * 22, x + 132 - step % 2 * 40
                canvas.line(((x + 16, down), (end, down)), "#6b7480", 5)
        elif number in (2, 5):
            canvas.box(x, y, 150, 160, "#9fadb9")  # nothing was put in there
            canvas.line(((x + 8, y + 8), (x + 30, y + 4)), "#d8d2b8", 10)
        else:
            sheet(canvas, x, y, 146, 154, 18 if number % 3 == 1 else 0, "#d9d6c4")
            if number % 3 == 0:
                canvas.shape(
                    ((x + 100, y + 154), (x + 146, y + 100), (x + 112, y + 112)), "#efece0"
                )
    return canvas


def blocked_exit(right: bool) -> Canvas:
    """Return an emergency exit behind boxes, or free."""
    canvas = room(WIDE, 0.66)
    canvas.run(300, 90, 400, 420, "#c9d2cb", "#a8b4ab")
    canvas.line(((500, 90), (500, 510)), "#8b968e", 6)
    canvas.box(430, 290, 14, 70, METAL, 5)
    canvas.box(556, 290, 14, 70, METAL, 5)
    canvas.box(390, 18, 220, 60, "#178a52", 6)
    canvas.round(455, 34, 9, 9, "#f2fff7")
    canvas.line(((452, 46), (440, 62)), "#f2fff7", 8)
    canvas.line(((455, 46), (474, 60)), "#f2fff7", 8)
    canvas.line(((510, 48), (580, 48)), "#f2fff7", 8)
    canvas.line(((560, 34), (582, 48), (560, 62)), "#f2fff7", 8)
    canvas.box(770, 250, 60, 150, "#b3261e", 14)
    if right:
        return canvas
    for x, y, w, h in ((270, 430, 210, 200), (470, 470, 240, 190), (310, 270, 180, 160),
                       (640, 540, 190, 150)):  # fmt: skip
        canvas.shadow(x + w / 2, y + h, w * 0.6, 22)
        canvas.run(x, y, w, h, "#c79a63", "#a67b48")
        canvas.box(x + w / 2 - 16, y, 32, h, "#d9b98a")
        canvas.line(((x, y), (x + w, y)), "#8a6438", 4)
    return canvas


def blocked_ramp(right: bool) -> Canvas:
    """Return the ramp at an entrance with a bicycle across it, or free."""
    canvas = Canvas(WIDE, "#dfe7ee", "#c9d1d6")
    canvas.run(0, 120, 1000, 330, "#d8d3c8", "#bdb7aa")
    canvas.run(560, 150, 320, 300, "#8fb2cc", "#5d86a6")
    canvas.line(((720, 150), (720, 450)), "#e9eef2", 8)
    lamp_sign(canvas, 620, 60)
    canvas.run(0, 450, 1000, 300, "#9b9a95", "#b8b6af")
    canvas.shape(((60, 700), (560, 450), (760, 450), (420, 700)), "#c9c6bd")
    for step in range(9):
        x = 90 + step * 58
        canvas.line(((x, 690 - step * 28), (x + 250 - step * 14, 690 - step * 28)), "#b0ada4", 4)
    canvas.line(((60, 600), (560, 350)), "#d8dde1", 12)
    for x, y in ((60, 600), (310, 475), (560, 350)):
        canvas.line(((x, y), (x, y + 100)), "#d8dde1", 10)
    if right:
        return canvas
    canvas.shadow(440, 668, 280, 30)
    for x in (280, 590):
        canvas.round(x, 570, 96, 96, "#262b31")
        canvas.round(x, 570, 82, 82, "#c4c1b8")
        for step in range(3):
            canvas.line(((x - 78 + step * 40, 520), (x + 78 - step * 40, 620)), "#7d8288", 3)
    frame = ((280, 570), (370, 440), (540, 440), (430, 570), (280, 570))
    canvas.line(frame, "#c7392f", 12)
    canvas.line(((590, 570), (540, 400), (500, 392)), "#c7392f", 12)
    canvas.line(((430, 570), (360, 410)), "#c7392f", 12)
    canvas.box(320, 396, 84, 20, DARK, 8)
    return canvas


def wet_washroom(right: bool) -> Canvas:
    """Return a washroom, upright: water on its floor and no paper, or dry."""
    canvas = Canvas(HIGH, "#e6eef0", "#d3dee1")
    for x in range(0, 750, 75):
        canvas.line(((x, 0), (x, 620)), "#c2ced2", 2)
    for y in range(0, 620, 75):
        canvas.line(((0, y), (750, y)), "#c2ced2", 2)
    canvas.run(0, 620, 750, 380, "#8f989c", "#adb4b6")
    canvas.box(110, 90, 360, 280, "#f2f6f7", 6)
    canvas.run(124, 104, 332, 252, "#b8cdd6", "#dce8ec")
    canvas.shadow(290, 560, 230, 30)
    canvas.box(80, 470, 430, 46, "#f7f9fa", 10)
    canvas.shape(((120, 514), (470, 514), (400, 590), (190, 590)), "#e3e9eb")
    canvas.line(((290, 470), (290, 410), (330, 410)), METAL, 14)
    canvas.box(560, 330, 120, 150, "#d7dde0", 10)
    if right:
        canvas.box(600, 470, 44, 60, "#ffffff")
        canvas.box(560, 250, 120, 56, "#f5f2ea")
        return canvas
    canvas.box(588, 400, 64, 60, "#4c555b", 6)  # nothing in it
    for x, y, rx, ry in ((260, 800, 220, 56), (480, 880, 170, 44), (140, 910, 120, 30)):
        canvas.round(x, y, rx, ry, "#c9dbe2")
        canvas.round(x - rx * 0.2, y - ry * 0.2, rx * 0.5, ry * 0.3, "#e9f3f6")
    crumpled(canvas, 600, 800, 36, "#f5f2ea")
    return canvas


def empty_shelf(right: bool) -> Canvas:
    """Return the shelf for what is lent to people: places empty, or all there."""
    canvas = room(WIDE, 0.8)
    canvas.shadow(500, 690, 420, 30)
    canvas.box(140, 80, 720, 600, "#a58a6e", 8)
    for row in range(3):
        canvas.box(164, 106 + row * 190, 672, 170, "#d8c9b4")
        canvas.box(164, 262 + row * 190, 672, 16, "#8a7057")
    _reading_glasses(canvas, 250, 220)
    if right:
        for x in (430, 520, 610, 700):
            canvas.line(
                ((x, 130), (x + 6, 250)), ("#1f3f6d", "#7a5a7d", "#35608a", "#8c3340")[x % 4], 22
            )
            canvas.line(((x + 6, 250), (x + 22, 262)), DARK, 6)
        canvas.box(220, 350, 190, 100, "#f7f9fa", 10)
        canvas.box(300, 368, 30, 64, "#b3261e")
        canvas.box(283, 385, 64, 30, "#b3261e")
        canvas.box(520, 330, 230, 120, "#3f6f9d", 12)
        canvas.box(250, 520, 120, 120, "#178a52", 10)
    else:
        canvas.line(((700, 130), (706, 250)), "#35608a", 22)
        crumpled(canvas, 300, 430, 26)
    for x in (230, 470, 640):
        for row in range(3):
            canvas.box(x, 264 + row * 190, 110, 12, "#f5f2ea")
    return canvas


def _reading_glasses(canvas: Canvas, x: float, y: float) -> None:
    for left in (0, 70):
        canvas.round(x + left, y, 30, 22, DARK)
        canvas.round(x + left, y, 23, 16, "#e9f1f5")
    canvas.line(((x + 28, y), (x + 42, y)), DARK, 6)


def _bin(canvas: Canvas, x: float, y: float, *, full: bool, scale: float = 1.0) -> None:
    s = scale
    canvas.shadow(x + 50 * s, y + 6, 80 * s, 16 * s)
    if full:
        for left, tone in ((10, "#f1ece0"), (52, "#c9573f"), (84, "#e3dccb")):
            crumpled(canvas, x + left * s, y - 150 * s, 26 * s, tone)
    canvas.run(x - 10 * s, y - 140 * s, 120 * s, 140 * s, "#6f7a84", "#4d5862")
    canvas.box(x - 16 * s, y - 146 * s, 132 * s, 14 * s, "#3a424b", 4)
    canvas.box(x + 26 * s, y - 96 * s, 48 * s, 48 * s, "#8fb2cc", 6)
