"""Finds one size of words for all screens of a meeting, before the first one is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSize

from inspector.gui.meeting.slide.card_deck import least_height
from inspector.gui.meeting.slide.slide_content import SlideContent
from inspector.gui.meeting.slide.slide_layout import slide_places
from inspector.gui.meeting.slide.stage_sizes import LEAST, StageSizes, sizes_of
from inspector.gui.meeting.slide.text_layout import laid_out

_STEPS = ((15, 24), (16, 24), (17, 24), (18, 24), (20, 24), (20, 26), (20, LEAST))
"""The problem and the other facts, largest first; below the last, words give way."""

_WITHOUT_PHOTOS = ((10, 20), (12, 22), *_STEPS)
"""A meeting without any photo has more room for its words."""


def fitted(contents: Sequence[SlideContent], room: QSize, height: int) -> StageSizes:
    """Return the largest sizes at which every screen fits that must be seen at once."""
    photos = any(each.photos.evidence for each in contents)
    for step in _STEPS if photos else _WITHOUT_PHOTOS:
        sizes = sizes_of(height, *step)
        if all(each.may_scroll or _fits(each, room, sizes) for each in contents):
            break
    return sizes


def _fits(content: SlideContent, room: QSize, sizes: StageSizes) -> bool:
    has_photos = bool(content.photos.evidence)
    words = slide_places(room, sizes.height, has_photos=has_photos).words
    needed = laid_out(content.blocks, sizes, words.width()).height
    if content.cards:
        needed += 2 * sizes.gap + least_height(len(content.cards), sizes)
    return needed <= words.height()
