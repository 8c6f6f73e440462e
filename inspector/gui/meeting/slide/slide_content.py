"""What a screen of a meeting says and shows, before anybody knows how large the screen is."""

from dataclasses import dataclass
from enum import StrEnum

from inspector.gui.meeting.slide.shown_photos import ShownPhotos


class Size(StrEnum):
    """How large words are, by what they are."""

    PLACE = "place"
    PROBLEM = "problem"
    FACT = "fact"
    LEAST = "least"


@dataclass(frozen=True, slots=True)
class Block:
    """Words under the ones before; `ink` is a role of the colours.

    A `framed` one stands beside a framed one before it. Where there is no room for all, one that
    `gives_way` says what fits and ….
    """

    text: str
    size: Size = Size.FACT
    ink: str = "text"
    bold: bool = False
    framed: bool = False
    gives_way: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """One of several who are praised: where and for what, below it who and on which grounds."""

    words: str
    basis: str = ""


_NONE = ShownPhotos()


@dataclass(frozen=True, slots=True)
class SlideContent:
    """One screen: its words, cards below them if there are any, photos if there are any."""

    title: str  # what a screen reader calls it
    blocks: tuple[Block, ...]
    cards: tuple[Card, ...] = ()
    photos: ShownPhotos = _NONE
    may_scroll: bool = False  # a list of any length: not all of it is seen at once

    @property
    def said(self) -> str:
        """All its words, for a screen reader."""
        cards = (f"{each.words} {each.basis}".rstrip() for each in self.cards)
        return "; ".join((*(each.text for each in self.blocks), *cards))
