"""One size for all screens of a meeting; what is too long for the smallest gives way."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from PySide6.QtCore import QRect, QSize

from inspector.domain.visit.evidence import Evidence, EvidenceKind, EvidenceOrigin, EvidenceRole
from inspector.gui.meeting.slide.shown_photos import ShownPhotos
from inspector.gui.meeting.slide.slide_content import Block, Card, Size, SlideContent
from inspector.gui.meeting.slide.slide_layout import BETWEEN, photo_cells, slide_places
from inspector.gui.meeting.slide.stage_fit import fitted
from inspector.gui.meeting.slide.stage_sizes import StageSizes, sizes_of
from inspector.gui.meeting.slide.text_layout import Lines, laid_out
from inspector.gui.photos.photo_pane import ShownPhoto

PHOTO = Evidence(
    "e", "d" * 64, "jpg", 1, EvidenceKind.PHOTO, EvidenceRole.FOUND, "a.jpg",
    EvidenceOrigin.CHOSEN, datetime(2026, 11, 24, 9).astimezone(),
)  # fmt: skip
ROOM, HEIGHT = QSize(1366, 715), 768
SHORT = "未起身、未问候"
LONG = "顾客走近时没有起身，没有微笑，也没有主动问候，前后看了三次都是如此，" * 2
ENDLESS = LONG * 6

pytestmark = pytest.mark.usefixtures("qapp")


def slide(problem: str, has_photo: bool = True) -> SlideContent:
    """A finding."""
    blocks = (
        Block("3号窗口 · 工号1003", Size.PLACE),
        Block(problem, Size.PROBLEM, bold=True, gives_way=True),
        Block("第3次", framed=True),
        Block("扣2分", framed=True),
        Block("责任 综合部 工号1003"),
        Block("今天下班前"),
    )
    photos = ShownPhotos((ShownPhoto(PHOTO),)) if has_photo else ShownPhotos()
    return SlideContent(problem, blocks, photos=photos)


def drawn(content: SlideContent, sizes: StageSizes) -> tuple[Lines, QRect]:
    """The lines of a slide, and the room they have."""
    has_photos = bool(content.photos.evidence)
    words = slide_places(ROOM, HEIGHT, has_photos=has_photos).words
    return laid_out(content.blocks, sizes, words.width(), words.height()), words


def test_one_long_problem_makes_all_of_a_meeting_smaller() -> None:
    usual = fitted([slide(SHORT)], ROOM, HEIGHT)
    assert usual == sizes_of(HEIGHT)
    smaller = fitted([slide(SHORT), slide(LONG)], ROOM, HEIGHT)
    assert smaller.problem < usual.problem
    assert smaller.least * 28 >= HEIGHT
    for content in (slide(SHORT), slide(LONG)):
        lines, words = drawn(content, smaller)
        assert lines.height <= words.height()
        assert not [line for line in lines.lines if line.text.endswith("…")]


def test_a_meeting_without_photos_has_larger_words() -> None:
    without = fitted([slide(SHORT, has_photo=False)] * 3, ROOM, HEIGHT)
    assert without.problem > sizes_of(HEIGHT).problem
    mixed = fitted([slide(SHORT), slide(SHORT, has_photo=False)], ROOM, HEIGHT)
    assert mixed == sizes_of(HEIGHT)


def test_what_is_endless_gives_way_and_pushes_nothing_off() -> None:
    content = slide(ENDLESS)
    sizes = fitted([content], ROOM, HEIGHT)
    lines, words = drawn(content, sizes)
    assert sizes.problem * 20 >= HEIGHT
    assert lines.height <= words.height()
    said = [line.text for line in lines.lines]
    problem = [line.text for line in lines.lines if line.block.size is Size.PROBLEM]
    assert problem[-1].endswith("…")
    assert said[-2:] == ["责任 综合部 工号1003", "今天下班前"]
    assert said[0] == "3号窗口 · 工号1003"


def test_cards_that_need_the_room_make_the_words_smaller() -> None:
    cards = tuple(Card(f"{number}号窗口 · 2项已整改 ✓", "工号1001") for number in range(6))
    title = (Block("已整改销号", Size.PROBLEM),)
    praise = SlideContent("", title, cards)
    low = QSize(1366, 420)
    assert fitted([praise], ROOM, HEIGHT).problem > fitted([praise], low, HEIGHT).problem


@pytest.mark.parametrize(
    "text",
    [
        "工号1003 已离岗 17 天",
        "𠮷野家𠮷野家𠮷野家𠮷野家𠮷野家",
        "https://example.org/a/b/c/d/e/f/g",
    ],
)
def test_nothing_is_lost_where_a_line_ends(text: str) -> None:
    sizes = sizes_of(HEIGHT)
    lines = laid_out([Block(text)], sizes, 5 * sizes.fact).lines
    assert len(lines) > 1
    assert "".join(line.text for line in lines).replace(" ", "") == text.replace(" ", "")
    if "工号" in text:
        assert any("工号1003" in line.text for line in lines)


LYING, UPRIGHT = QSize(4, 3), QSize(3, 4)


@pytest.mark.parametrize(
    ("room", "shapes", "stacked"),
    [
        (QRect(0, 0, 910, 715), (LYING, LYING), True),
        (QRect(0, 0, 910, 715), (UPRIGHT, UPRIGHT), False),
        (QRect(0, 0, 1280, 560), (LYING, LYING), False),
        (QRect(0, 0, 500, 715), (UPRIGHT, UPRIGHT), True),
    ],
)
def test_two_photos_stand_where_they_are_larger(
    room: QRect, shapes: Sequence[QSize], stacked: bool
) -> None:
    first, second = photo_cells(room, shapes)
    assert first.size() == second.size()
    if stacked:
        assert second.top() >= first.bottom() + BETWEEN
        assert first.width() == room.width()
    else:
        assert second.left() >= first.right() + BETWEEN
        assert first.height() == room.height()
