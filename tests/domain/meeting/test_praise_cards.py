"""A window is praised once for all that was put right there."""

from inspector.domain.meeting.meeting import Praise, PraiseKind
from inspector.domain.meeting.praise_cards import cards_of


def fixed(window: str, staff: str, text: str) -> Praise:
    return Praise(PraiseKind.FIXED, window, staff, "", text, "card", "item", text)


def test_what_was_put_right_at_a_window_is_one_card() -> None:
    praise = [
        fixed("4号窗口", "1004", "说“自己看”"),
        fixed("1号窗口", "1001", "未起身"),
        fixed("4号窗口", "1005", "未戴工牌"),
        Praise(PraiseKind.FULL_MARKS, "4号窗口", "1004", "", "已观察 32/45 项"),
        Praise(PraiseKind.FULL_MARKS, "4号窗口", "1004", "", "已观察 40/45 项"),
    ]
    cards = cards_of(praise, PraiseKind.FIXED)
    assert [(card.praise[0].window_number, len(card.praise)) for card in cards] == [
        ("4号窗口", 2),
        ("1号窗口", 1),
    ]
    assert len(cards_of(praise, PraiseKind.FULL_MARKS)) == 2
    assert cards_of(praise, PraiseKind.HIGHLIGHT) == []
