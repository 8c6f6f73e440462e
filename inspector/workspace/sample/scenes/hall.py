"""What stands in every service hall: walls, tiles, a counter with its glass, people, a sign."""

from inspector.workspace.sample.scenes.canvas import WIDE, Canvas

SKIN, HAIR, SHIRT, SUIT, TIE = "#e2b999", "#2b2623", "#e9eef4", "#32475f", "#8c3340"
PAPER, METAL, DARK = "#f5f2ea", "#a9b1ba", "#2d333b"

# 暂停, stroke by stroke on a field of 16 by 16: no machine has to have a font for it.
_PAUSED = (
    (
        ((1, 2), (7.5, 2)), ((3.6, 0), (1.6, 4.7), (7.5, 4.7)), ((0.6, 7), (8, 6.6)),
        ((4.6, 3), (4.6, 9)), ((14, 0.3), (9.8, 1.6), (9.8, 5), (8.6, 8.6)),
        ((9.8, 4), (15.4, 4)), ((12.7, 4), (12.7, 8.8)),
        ((4, 10), (12, 10), (12, 16), (4, 16), (4, 10)), ((4, 13), (12, 13)),
    ),
    (
        ((4, 0), (0.5, 6)), ((2.7, 4), (2.7, 16)), ((10.2, 0), (10.6, 1.6)),
        ((5, 2.5), (15.6, 2.5)), ((7.5, 4.2), (13.6, 4.2), (13.6, 6.6), (7.5, 6.6), (7.5, 4.2)),
        ((5, 10.4), (5.4, 8.2), (15.6, 8.2), (15, 10.2)), ((7, 11.6), (14.2, 11.6)),
        ((10.6, 11.6), (10.6, 16), (8.9, 15.2)),
    ),
)  # fmt: skip


def room(size: tuple[int, int] = WIDE, horizon: float = 0.5) -> Canvas:
    """Return a hall: a bright wall above `horizon` (a share of the height), tiles below it."""
    canvas = Canvas(size, "#eef0ee", "#dcdfdd")
    edge = canvas.height * horizon
    for number in range(3):  # lamps in the ceiling
        left = canvas.width * (0.08 + 0.32 * number)
        canvas.box(left, edge * 0.05, canvas.width * 0.2, edge * 0.04, "#fffdf4", 4)
    canvas.run(0, edge, canvas.width, canvas.height - edge, "#b9b7b0", "#d6d3ca")
    middle = canvas.width / 2
    for step in range(-9, 10):
        far, near = middle + step * canvas.width * 0.09, middle + step * canvas.width * 0.24
        canvas.line(((far, edge), (near, canvas.height)), "#aeaba3", 1.5)
    depth, y = 0.035, edge
    while y < canvas.height:
        canvas.line(((0, y), (canvas.width, y)), "#aeaba3", 1.5)
        y += canvas.height * depth
        depth *= 1.45
    canvas.box(0, edge - 10, canvas.width, 14, "#8f938f")
    return canvas


def counter(canvas: Canvas, top: float, front: str = "#cfd6dc") -> None:
    """Draw a counter across the scene, its table top at `top`."""
    depth = canvas.height * 0.14
    canvas.run(0, top, canvas.width, depth, "#7f6a55", "#a58a6e")
    canvas.box(0, top + depth, canvas.width, 16, "#6b5745")
    below = top + depth + 16
    canvas.run(0, below, canvas.width, canvas.height - below, front, "#9aa4ad")
    for step in range(1, 4):
        x = canvas.width * step / 4
        canvas.line(((x, below), (x, canvas.height)), "#8d979f", 2)


def table(size: tuple[int, int] = WIDE) -> Canvas:
    """Return a counter seen from above, as who stands at it looks down."""
    canvas = Canvas(size, "#8a7057", "#b2977a")
    for step in range(14):
        y = canvas.height * step / 14 + (step * 37) % 23
        canvas.line(((0, y), (canvas.width, y + 14)), "#94795f", 2)
    canvas.run(0, 0, canvas.width, canvas.height * 0.17, "#47515c", "#5d6874")
    canvas.box(0, canvas.height * 0.17, canvas.width, 8, "#3a424b")
    return canvas


def lamp_sign(canvas: Canvas, x: float, y: float, lit: bool = True) -> None:
    """Hang the sign of a window, its number lit or dark."""
    canvas.box(x, y, 190, 70, "#1f3f6d" if lit else "#4a4f57", 8)
    glow = "#ff5a43" if lit else "#5c626b"
    canvas.box(x + 22, y + 16, 10, 38, glow)
    for step in range(3):
        canvas.box(x + 52 + step * 42, y + 18 + step % 2 * 4, 30, 34 - step * 5, glow, 4)


def screen(canvas: Canvas, x: float, y: float, scale: float = 1.0) -> None:
    """Put the back of a monitor on a counter, its foot at (x, y)."""
    canvas.box(x - 14 * scale, y - 44 * scale, 28 * scale, 44 * scale, "#3c434b")
    canvas.box(x - 95 * scale, y - 170 * scale, 190 * scale, 130 * scale, "#2b3138", 8)
    canvas.round(x, y - 105 * scale, 12 * scale, 12 * scale, "#454d56")


def person(
    canvas: Canvas,
    x: float,
    y: float,
    scale: float = 1.0,
    coat: str = SUIT,
    hair: str = HAIR,
    *,
    turned: bool = False,
    badge: bool = False,
    smile: bool = True,
    bowed: float = 0.0,
) -> None:
    """Draw somebody from the waist up, the shoulders at (x, y); `turned` shows the back.

    `bowed` is how far the head hangs, in units.
    """
    s = scale
    canvas.shape(
        ((x - 92 * s, y + 190 * s), (x - 84 * s, y + 30 * s), (x - 44 * s, y), (x + 44 * s, y),
         (x + 84 * s, y + 30 * s), (x + 92 * s, y + 190 * s)), coat,
    )  # fmt: skip
    canvas.round(x - 62 * s, y + 32 * s, 26 * s, 30 * s, coat)
    canvas.round(x + 62 * s, y + 32 * s, 26 * s, 30 * s, coat)
    canvas.box(x - 17 * s, y - 26 * s, 34 * s, 38 * s, "#d0a583", 8 * s)
    head = y - 66 * s + bowed
    if turned:
        canvas.round(x, head, 46 * s, 54 * s, hair)
        return
    canvas.shape(((x - 22 * s, y), (x, y + 62 * s), (x + 22 * s, y)), SHIRT)
    canvas.shape(((x - 7 * s, y + 8 * s), (x, y + 60 * s), (x + 7 * s, y + 8 * s)), TIE)
    canvas.round(x, head, 43 * s, 52 * s, SKIN)
    canvas.round(x, head - 30 * s, 46 * s, 30 * s, hair)
    canvas.round(x, head + 6 * s + bowed / 3, 36 * s, 36 * s, SKIN)
    for side in (-1, 1):
        canvas.round(x + side * 15 * s, head + 2 * s + bowed / 3, 4 * s, 4 * s, DARK)
    mouth = head + 24 * s + bowed / 3
    dip = 6 * s if smile else -3 * s
    canvas.line(((x - 11 * s, mouth), (x, mouth + dip), (x + 11 * s, mouth)), "#a3604f", 4 * s)
    if badge:
        canvas.box(x + 34 * s, y + 62 * s, 36 * s, 22 * s, "#f3f6fa", 3)
        canvas.box(x + 38 * s, y + 67 * s, 12 * s, 12 * s, "#5b7fb0")
        canvas.box(x + 53 * s, y + 69 * s, 13 * s, 3 * s, "#5a6370")
        canvas.box(x + 53 * s, y + 75 * s, 13 * s, 3 * s, "#5a6370")


def paused_sign(canvas: Canvas, x: float, y: float, scale: float = 1.0) -> None:
    """Stand a sign 暂停 on a counter, its foot at (x, y)."""
    wide, high = 250 * scale, 130 * scale
    canvas.shadow(x, y + 4, wide * 0.55, 16 * scale)
    canvas.shape(
        ((x - wide / 2, y), (x - wide / 2 + 12, y - high), (x + wide / 2 - 12, y - high),
         (x + wide / 2, y)), "#b3261e",
    )  # fmt: skip
    canvas.box(x - wide / 2, y - 4, wide, 12 * scale, "#7d1a15", 3)
    cell = 5.4 * scale
    for number, strokes in enumerate(_PAUSED):
        left, top = x + (number - 1) * 104 * scale + 8 * scale, y - high + 22 * scale
        for stroke in strokes:
            points = [(left + across * cell, top + down * cell) for across, down in stroke]
            canvas.line(points, "#fff6ea", 7 * scale)


def cup(canvas: Canvas, x: float, y: float, scale: float = 1.0, colour: str = "#d9dfe6") -> None:
    """Put a paper cup down at (x, y)."""
    s = scale
    canvas.shadow(x + 8 * s, y, 46 * s, 14 * s)
    canvas.shape(
        ((x - 36 * s, y - 96 * s), (x + 36 * s, y - 96 * s), (x + 26 * s, y), (x - 26 * s, y)),
        colour,
    )
    canvas.round(x, y - 96 * s, 36 * s, 10 * s, "#f4f6f8")
    canvas.round(x, y - 95 * s, 29 * s, 7 * s, "#8a5a35")


def sheet(
    canvas: Canvas, x: float, y: float, w: float, h: float, lean: float = 0.0, tone: str = PAPER
) -> None:
    """Lay a sheet of paper with lines of writing, its left upper corner at (x, y)."""
    canvas.shadow(x + w / 2 + lean / 2 + 4, y + h * 0.9, w * 0.5, h * 0.18, 0.25)
    canvas.shape(((x, y), (x + w, y + lean * 0.2), (x + w + lean, y + h), (x + lean, y + h)), tone)
    for number in range(int(h / 22) - 1):
        down = 18 + number * 22
        left, right = x + w * 0.1 + lean * down / h, w * (0.8 if number % 3 else 0.5)
        canvas.line(((left, y + down), (left + right, y + down + 1)), "#9a9a98", 4)


def crumpled(canvas: Canvas, x: float, y: float, size: float, tone: str = "#ece7db") -> None:
    """Let a crumpled ball of paper lie at (x, y)."""
    canvas.shadow(x + 4, y + size * 0.5, size * 0.9, size * 0.3)
    canvas.shape(
        ((x - size, y), (x - size * 0.5, y - size * 0.8), (x + size * 0.2, y - size * 0.6),
         (x + size * 0.9, y - size * 0.2), (x + size * 0.6, y + size * 0.6),
         (x - size * 0.5, y + size * 0.6)), tone,
    )  # fmt: skip
    canvas.line(
        ((x - size * 0.5, y - size * 0.5), (x, y), (x - size * 0.2, y + size * 0.4)), "#bdb6a6", 3
    )
    canvas.line(((x, y), (x + size * 0.6, y - size * 0.1)), "#bdb6a6", 3)
