"""What digits say of an item: its phrases first, then the user's own."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.visit.answer_changes import deducted, passed, praised
from inspector.domain.visit.inspection import Answer, Verdict
from inspector.domain.visit.phrase_offers import CORRECTIONS, MOST, Offer, offers, own_words
from tests.domain.packs import bonus, deduct

ITEM = replace(deduct("a"), phrases=("未微笑", "未问候"))
TEXTS = st.lists(st.text(min_size=1, max_size=4), max_size=12, unique=True)


def test_own_texts_stand_behind_those_of_the_item() -> None:
    assert offers(ITEM, ("低头", "未微笑", "背对")) == (
        Offer("未微笑"), Offer("未问候"), Offer("低头", True), Offer("背对", True),
    )  # fmt: skip


def test_what_is_said_can_be_unsaid_even_when_it_is_offered_no_longer() -> None:
    own = tuple(f"第{n}种" for n in range(9))
    offered = offers(ITEM, own, said=("忘了的", "第0种", "未微笑"))
    assert len(offered) == MOST
    assert offered[-1] == Offer("忘了的", True)
    assert [offer.text for offer in offered][2:8] == list(own[:6])


@given(TEXTS, TEXTS, st.data())
def test_nine_at_most_and_each_once(
    phrases: list[str], own: list[str], data: st.DataObject
) -> None:
    item = replace(ITEM, phrases=tuple(phrases))
    said = data.draw(st.lists(st.sampled_from([*phrases, *own, "别的"]), max_size=4, unique=True))
    offered = [offer.text for offer in offers(item, own, said)]
    assert len(offered) <= MOST
    assert len(set(offered)) == len(offered)
    assert offered[: len(phrases)] == phrases[:MOST]
    if len(phrases) + len(set(said) - set(phrases)) <= MOST:
        assert {text for text in said if text not in phrases} <= set(offered)


def test_own_words_are_of_findings_and_awards() -> None:
    wrong = replace(deducted(ITEM), phrases=("未微笑", "低头"), note=" 背对 ")
    assert own_words(ITEM, wrong) == ("低头", "背对")
    assert own_words(ITEM, replace(wrong, note="低头")) == ("低头",)
    assert own_words(ITEM, None) == ()
    for answer in (passed(ITEM), praised(ITEM), Answer("a", Verdict.NOT_APPLICABLE)):
        assert own_words(ITEM, replace(answer, note="很好")) == ()
    award = deducted(bonus("b"))
    assert own_words(bonus("b"), replace(award, note="锦旗两面")) == ("锦旗两面",)


def test_every_correction_has_a_digit() -> None:
    assert 0 < len(CORRECTIONS) <= MOST
    assert len(set(CORRECTIONS)) == len(CORRECTIONS)
