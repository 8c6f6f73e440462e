"""What the page of a patrol asks before it does something, and what it tells: sentences only."""

from collections.abc import Sequence

from inspector.domain.visit.inspection import Scorecard
from inspector.gui.commands.shared_keys import (
    COMPLETE,
    DEDUCT,
    LEAVE,
    PASS,
    REST,
    TAKE_AWAY,
    press,
)
from inspector.gui.visits.walks.patrol.patrol_walk import PatrolWalk
from inspector.gui.words import scorecard_title
from inspector.translation import tr, tr_count

_NAMED = 6
"""Places that are named in a sentence; more are counted."""


def confirm_rest(places: Sequence[Scorecard]) -> str:
    """Ask whether nothing is wrong at the rest."""
    rest = press(REST, tr("Rest fine"))
    return tr_count(
        len(places),
        "Nothing wrong at the 1 remaining place? {rest} again confirms.",
        "Nothing wrong at the {count} remaining places? {rest} again confirms.",
        rest=rest,
    )


def confirm_hand_in(walk: PatrolWalk) -> str:
    """Ask whether a patrol is to be handed in, with what it comes to and what was not seen."""
    wrong = [entry for entry in walk.entries if not entry.clean]
    meeting = sum(entry.to_meeting for entry in wrong)
    found = (
        tr_count(
            len(wrong),
            "1 finding, {meeting} to the meeting.",
            "{count} findings, {meeting} to the meeting.",
            meeting=meeting,
        )
        if wrong
        else tr("Nothing wrong anywhere.")
    )
    if walk.left:
        not_seen = tr("Not seen: {places}.", places=_named(walk.left))
        found = tr("{found} {not_seen}", found=found, not_seen=not_seen)
    return tr(
        "{found} {complete} again hands it in.",
        found=found,
        complete=press(COMPLETE, tr("Hand in")),
    )


def kept_findings(card: Scorecard) -> str:
    """Tell that a place with findings did not become a clean one."""
    return tr(
        "{place} keeps what was wrong; {drop} there takes it away.",
        place=scorecard_title(card),
        drop=press(TAKE_AWAY, tr("Take away")),
    )


def all_seen() -> str:
    """Tell that nothing is left, and the next key."""
    return tr(
        "Every place was seen. {complete} hands the patrol in.",
        complete=press(COMPLETE, tr("Hand in")),
    )


def nothing_seen() -> str:
    """Tell why an empty patrol cannot be handed in."""
    return tr(
        "No place was seen yet: choose {clean} or {wrong} at each.",
        clean=press(PASS, tr("Nothing wrong")),
        wrong=press(DEDUCT, tr("Something wrong")),
    )


def no_entry() -> str:
    """Tell that there is nothing here that a key could act on."""
    return tr(
        "Nothing is written here yet: {wrong} writes down what is wrong.",
        wrong=press(DEDUCT, tr("Something wrong")),
    )


def nothing_written() -> str:
    """Tell what is missing before a line is kept."""
    return tr(
        "Say what is wrong first: a few words, or a suggestion. {leave} leaves it.",
        leave=press(LEAVE, tr("Back")),
    )


def _named(cards: Sequence[Scorecard]) -> str:
    names = "、".join(scorecard_title(card) for card in cards[:_NAMED])
    if len(cards) <= _NAMED:
        return names
    return tr("{names} and others, {count} in all", names=names, count=len(cards))
