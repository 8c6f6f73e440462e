"""Scenes of a toll station: a lane with its booth and barrier. As found and as put right."""

from inspector.workspace.sample.scenes.canvas import WIDE, Canvas
from inspector.workspace.sample.scenes.hall import (
    DARK,
    METAL,
    SKIN,
    crumpled,
    cup,
    person,
    sheet,
)


def littered_lane(right: bool) -> Canvas:
    """Return the ground of a lane beside its island, littered or swept."""
    canvas = _lane()
    _barrier(canvas, down=False)
    if right:
        return canvas
    crumpled(canvas, 470, 620, 34)
    crumpled(canvas, 640, 560, 22, "#e3dccb")
    sheet(canvas, 520, 660, 120, 44, 30)
    cup(canvas, 760, 650, 0.7, "#c9573f")
    canvas.shadow(580, 690, 60, 12)
    canvas.box(830, 600, 96, 34, "#7fb2d8", 14)
    for step in range(40):
        canvas.round(400 + (step * 97) % 540, 530 + (step * 53) % 190, 6, 3, "#6d5f49")
    return canvas


def broken_barrier(right: bool) -> Canvas:
    """Return a barrier that hangs broken behind a cone, or works."""
    canvas = _lane()
    _barrier(canvas, down=True, broken=not right)
    if not right:
        canvas.shadow(690, 690, 80, 18)
        canvas.shape(((640, 690), (680, 540), (700, 540), (740, 690)), "#e2582b")
        canvas.shape(((659, 620), (669, 582), (711, 582), (721, 620)), "#f5f2ea")
        canvas.box(620, 684, 140, 16, "#b8431e", 4)
    return canvas


def phone_in_booth(right: bool) -> Canvas:
    """Return who sits in a booth and looks at a telephone, or out to the cars."""
    canvas = Canvas(WIDE, "#c9d8e4", "#9fb0bd")
    canvas.blur(2)
    canvas.box(120, 0, 760, 750, "#e8ebe6")
    canvas.run(180, 90, 640, 430, "#5f7483", "#8aa0ad")
    canvas.run(196, 106, 608, 398, "#93a9b6", "#c3d0d6")
    person(canvas, 500, 340, 1.35, "#2f4a6b", badge=True, smile=right, bowed=0 if right else 26)
    canvas.box(446, 190 if right else 214, 108, 34, "#22364f", 12)  # the cap
    if not right:
        canvas.round(462, 428, 24, 20, SKIN)
        canvas.round(538, 428, 24, 20, SKIN)
        canvas.box(464, 356, 72, 92, "#15181c", 10)
        canvas.box(470, 364, 60, 74, "#3c73b8", 4)
    canvas.box(150, 500, 700, 34, METAL, 6)
    canvas.run(180, 534, 640, 216, "#d9a520", "#b88a17")
    for step in range(5):
        left = 200 + step * 130
        canvas.shape(
            ((left, 750), (left + 60, 750), (left + 120, 534), (left + 60, 534)), "#2d333b"
        )
    return canvas


def _lane() -> Canvas:
    """Return a lane with its booth under the roof of the station."""
    canvas = Canvas(WIDE, "#cfe0ee", "#e9eff2")
    canvas.run(0, 0, 1000, 90, "#8d979f", "#aab3ba")
    canvas.box(430, 96, 260, 60, "#178a52", 6)
    canvas.line(((540, 112), (560, 142), (580, 112)), "#f2fff7", 9)  # this lane is open
    canvas.run(0, 400, 1000, 350, "#7e8184", "#a0a2a3")
    canvas.shape(((600, 400), (640, 400), (560, 750), (420, 750)), "#8d9092")
    canvas.shape(((0, 440), (330, 400), (360, 430), (360, 750), (0, 750)), "#c8c5bc")
    canvas.shape(((330, 400), (360, 430), (360, 750), (330, 750)), "#d9a520")
    canvas.blur(1.5)
    canvas.shadow(190, 600, 180, 26)
    canvas.run(60, 150, 240, 450, "#eef0ec", "#c6cbc7")
    canvas.box(48, 130, 264, 34, "#1d5fbf", 4)
    canvas.run(84, 200, 192, 170, "#56707f", "#a9bec8")
    canvas.box(60, 470, 240, 24, "#d9a520")
    return canvas


def _barrier(canvas: Canvas, *, down: bool, broken: bool = False) -> None:
    canvas.shadow(420, 600, 60, 14)
    canvas.box(392, 450, 56, 150, "#d9a520", 6)
    if not down:
        canvas.line(((420, 460), (520, 60)), "#f5f2ea", 16)
        for step in range(1, 5):
            x, y = 420 + step * 20, 460 - step * 80
            canvas.line(((x, y), (x + 9, y - 36)), "#b3261e", 16)
        return
    canvas.line(((420, 470), (680 if broken else 980, 470)), "#f5f2ea", 18)
    for x in range(470, 660 if broken else 960, 90):
        canvas.line(((x, 470), (x + 44, 470)), "#b3261e", 18)
    if broken:
        canvas.line(((680, 470), (860, 650)), "#f5f2ea", 18)
        canvas.line(((730, 520), (770, 560)), "#b3261e", 18)
        canvas.line(((672, 452), (690, 490)), DARK, 6)
