"""What is said about photos: roles, facts, what happened to one. Words and sentences only."""

from datetime import timedelta

from inspector.domain.checklist.checklist import Item
from inspector.domain.errors import InspectorError
from inspector.domain.personal.personal_errors import PhotoErasedError
from inspector.domain.visit.evidence import Evidence, EvidenceRole
from inspector.domain.visit.inspection import Scorecard
from inspector.gui.words import moment_text, scorecard_title, short_day_text
from inspector.translation import tr
from inspector.workspace.sentences import sentence

MARK = "▣"
"""How many photos there are stands behind it."""


def role_word(role: EvidenceRole) -> str:
    """Return when in the life of a finding a photo was taken, in a word: as found, reported …"""
    return {
        EvidenceRole.FOUND: tr("As found"),
        EvidenceRole.CORRECTED: tr("Corrected"),
        EvidenceRole.REPORTED: tr("Reported done"),
        EvidenceRole.RECHECKED: tr("Rechecked"),
    }[role]


def caption(evidence: Evidence, number: int = 1, of: int = 1) -> str:
    """Say what a photo shows, of which day, and which of several it is: 检查时 11-27  1/2."""
    return numbered(f"{role_word(evidence.role)} {day_text(evidence)}", number, of)


def day_text(evidence: Evidence) -> str:
    """Return the day a photo was taken, or came in where it does not say so itself."""
    moment = evidence.taken_at or evidence.added_at.astimezone()
    return short_day_text(moment.date())


def numbered(words: str, number: int, of: int) -> str:
    """Say which of several something is, if there are several."""
    return f"{words}  {number}/{of}" if of > 1 else words


def missing_words(why: InspectorError | None) -> str:
    """Say why a photo is not seen: it is being read, was lawfully erased, or cannot be read."""
    if why is None:
        return tr("Reading the photo…")
    if isinstance(why, PhotoErasedError):
        return sentence(why)
    return tr("This photo cannot be read.")


def place_words(card: Scorecard, item: Item) -> str:
    """Return 1号窗口·着装统一."""
    return tr("{window} · {item}", window=scorecard_title(card), item=item.text)


def reading(count: int) -> str:
    """Tell that files are being read."""
    return tr("Reading a file…") if count == 1 else tr("Reading {count} files…", count=count)


def added(evidence: list[Evidence], place: str) -> str:
    """Tell what was taken in, and where it went."""
    if len(evidence) > 1:
        return tr("{count} photos or files added to {place}", count=len(evidence), place=place)
    (one,) = evidence
    if not one.is_photo:
        return tr("“{name}” added to {place}", name=one.name, place=place)
    if one.role is EvidenceRole.CORRECTED:
        return tr("Photo after correction added to {place}", place=place)
    return tr("Photo added to {place}", place=place)


def clock_words(difference: timedelta) -> str:
    """Tell that a photo was taken at a time that cannot be."""
    far = _span(abs(difference))
    if difference > timedelta(0):
        return tr("The photo says it was taken {span} after now: check the clocks.", span=far)
    return tr(
        "The photo says it was taken {span} before this visit began: an old photo, or a wrong"
        " clock.",
        span=far,
    )


def _span(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    days, hours = minutes // (24 * 60), minutes // 60
    if days:
        return tr("1 day") if days == 1 else tr("{count} days", count=days)
    if hours:
        return tr("1 hour") if hours == 1 else tr("{count} hours", count=hours)
    return tr("{count} minutes", count=minutes)


def facts(evidence: Evidence) -> str:
    """Return when it was taken, how large it is and what it is called."""
    said = []
    if evidence.taken_at is not None:
        said.append(tr("Taken {moment}", moment=moment_text(evidence.taken_at)))
    elif evidence.is_photo:
        said.append(tr("Added {moment}", moment=moment_text(evidence.added_at.astimezone())))
    if evidence.width:
        said.append(f"{evidence.width} × {evidence.height}")
    said += [size_text(evidence.size), evidence.name]
    return " · ".join(said)


def size_text(size: int) -> str:
    """Write a number of bytes: 3.2 MB, 640 KB."""
    if size >= 1_000_000:
        return f"{size / 1_000_000:.1f} MB"
    return f"{max(1, round(size / 1000))} KB"
