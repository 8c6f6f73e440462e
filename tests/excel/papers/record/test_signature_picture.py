"""A signature as a picture: black on white, where it was drawn."""

from io import BytesIO

from PIL import Image

from inspector.domain.record.signature import PAD_HEIGHT, Signature, Stroke
from inspector.excel.papers.record.signature_picture import signature_png
from tests.excel.records import DONE, SIGNATURE


def drawn(*strokes: Stroke) -> Image.Image:
    return Image.open(BytesIO(signature_png(Signature("王", strokes, "", DONE, ""))))


def test_it_has_the_size_of_the_pad_and_black_where_the_pen_was() -> None:
    picture = drawn(((100, 200), (900, 200)))
    assert (picture.format, picture.size) == ("PNG", (1000, PAD_HEIGHT))
    assert picture.getpixel((500, 200)) == 0
    assert picture.getpixel((500, 100)) == 255
    assert picture.getpixel((50, 200)) == 255
    box = Image.eval(picture, lambda value: 255 - value).getbbox()
    assert box is not None
    assert 90 <= box[0] <= 100 <= 900 <= box[2] <= 910


def test_a_dot_is_a_dot() -> None:
    assert drawn(((500, 200),)).getpixel((500, 200)) == 0


def test_a_line_at_the_edge_stays_on_the_picture() -> None:
    assert drawn(((0, 0), (1000, PAD_HEIGHT))).getpixel((500, 200)) == 0


def test_the_same_strokes_give_the_same_bytes() -> None:
    assert signature_png(SIGNATURE) == signature_png(SIGNATURE)
