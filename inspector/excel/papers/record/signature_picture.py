"""A drawn signature as a picture for print: black on white, its lines smooth."""

from io import BytesIO

from inspector.domain.record.signature import PAD_HEIGHT, Signature, curve
from inspector.excel.sheet.sheet_pictures import Picture

_WIDTH = 1000  # pixels: a thousandth of the pad each
_FINER = 2  # drawn larger, then made smaller, so that edges are smooth
_PEN = 9  # thousandths


def signature_picture(signature: Signature) -> Picture:
    """Return the picture of a signature that was drawn."""
    return Picture(lambda: signature_png(signature), "png", _WIDTH, PAD_HEIGHT)


def signature_png(signature: Signature) -> bytes:
    """Return a signature as a PNG of 1000 × 400 pixels."""
    from PIL import Image, ImageDraw

    image = Image.new("L", (_WIDTH * _FINER, PAD_HEIGHT * _FINER), "white")
    draw = ImageDraw.Draw(image)
    radius = _PEN * _FINER / 2
    for stroke in signature.strokes:
        points = [(x * _FINER, y * _FINER) for x, y in curve(stroke)]
        if len(points) > 1:
            draw.line(points, fill="black", width=_PEN * _FINER, joint="curve")
        for x, y in (points[0], points[-1]) if points else ():  # ends are round, a dot is one
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill="black")
    buffer = BytesIO()
    image.resize((_WIDTH, PAD_HEIGHT), Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
