"""Praise on the projector: a highlight with its photos, or windows as cards, for what was done."""

from inspector.domain.meeting.meeting import PraiseKind
from inspector.gui.meeting.screens.meeting_words import praise_place, praise_title
from inspector.gui.meeting.slide.shown_photos import ShownPhotos
from inspector.gui.meeting.slide.slide_content import Block, Card, Size, SlideContent
from inspector.translation import tr, tr_count
from inspector.workspace.meeting.praise_cards import PraiseCard
from inspector.workspace.meeting.slides import PraiseSlide


def praise_content(slide: PraiseSlide, photos: ShownPhotos) -> SlideContent:
    """Return the screen of a highlight, or of some windows that are praised for the same."""
    first = slide.cards[0].praise[0]
    title = f"★ {praise_title(first.kind)}"
    if first.kind is PraiseKind.HIGHLIGHT:
        blocks = (
            Block(praise_place(first), Size.PLACE, "secondary"),
            Block(first.text, Size.PROBLEM, bold=True, gives_way=True),
            Block(title, Size.FACT, "passed", framed=True),
        )
        return SlideContent(title, blocks, photos=photos)
    heading = Block(title, Size.PROBLEM, "passed", bold=True)
    return SlideContent(title, (heading,), tuple(map(_card, slide.cards)), photos)


def _card(card: PraiseCard) -> Card:
    place, first = praise_place(card.praise[0]), card.praise[0]
    if first.kind is PraiseKind.FIXED:
        fixed = tr_count(len(card.praise), "1 finding put right", "{count} findings put right")
        return Card(f"{place} · {fixed} ✓")
    return Card(f"{place} · {tr('nothing found wrong')} ✓", first.text)
