"""Praise on the projector: a highlight with its photos, or windows as cards, for what was done."""

from inspector.domain.meeting.meeting import PraiseKind
from inspector.domain.meeting.praise_cards import PraiseCard
from inspector.gui.meeting.screens.meeting_words import (
    place_word,
    praise_place,
    praise_title,
    staff_word,
)
from inspector.gui.meeting.slide.shown_photos import ShownPhotos
from inspector.gui.meeting.slide.slide_content import Block, Card, Size, SlideContent
from inspector.translation import tr, tr_count
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
    first = card.praise[0]
    window = place_word(first.window_number, "")
    people = "、".join(dict.fromkeys(filter(None, map(staff_word, card.praise))))
    if first.kind is PraiseKind.FIXED:
        fixed = tr_count(len(card.praise), "1 put right", "{count} put right")
        return Card(f"{window} · {fixed} ✓", people)
    basis = " · ".join(filter(None, (people, first.text)))
    return Card(f"{window} · {tr('nothing found wrong')} ✓", basis)
