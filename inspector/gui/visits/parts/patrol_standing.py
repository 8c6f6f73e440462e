"""What is said of patrols: how a day's stand, how far one is, what one came to."""

from inspector.domain.visit.inspection import Slot
from inspector.domain.visit.patrol import PatrolEntry, SlotStanding, Standing
from inspector.gui.words import slot_word
from inspector.translation import tr
from inspector.workspace.visits.patrols import SitePatrols


def standing_words(patrols: SitePatrols) -> str:
    """Return 上午 2/2 已完成 · 下午 0/2 待巡."""
    return " · ".join(slot_standing(slot) for slot in patrols.slots)


def longest_standing() -> list[str]:
    """Return the texts that a column of standings has to hold."""
    return [
        slot_standing(SlotStanding(slot, 2, 2, standing)) for slot in Slot for standing in Standing
    ]


def slot_standing(slot: SlotStanding) -> str:
    """Return 上午 1/2 待巡."""
    word = {
        Standing.DONE: tr("done"),
        Standing.DUE: tr("due"),
        Standing.MISSED: tr("missed"),
        Standing.LATER: tr("later"),
        Standing.BEFORE: tr("not yet asked for"),
    }[slot.standing]
    return f"{slot_word(slot.slot)} {slot.made}/{slot.wanted} {word}"


def entry_text(entry: PatrolEntry) -> str:
    """Return what was wrong, behind its place in the public area."""
    if entry.clean:
        return tr("Nothing wrong")
    return f"{entry.place}：{entry.text}" if entry.place else entry.text


def entry_facts(entry: PatrolEntry) -> str:
    """Return category, what was done, and whether the meeting hears of it."""
    from inspector.workspace.packs.pack_scoring_words import category_word

    said = [category_word(entry.category)] if entry.category else []
    if entry.handled is not None:
        said.append(tr("handled: {how}", how=entry.handled) if entry.handled else tr("handled"))
    said.append(tr("to the meeting") if entry.to_meeting else tr("not to the meeting"))
    return " · ".join(said)
