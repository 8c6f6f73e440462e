"""What papers say of records that no longer are what was sealed."""

from collections.abc import Collection, Sequence

from inspector.domain.record.record import ChangedRecord, Record
from inspector.excel.sheet.report_heading import chinese_date

MISMATCH = "与封存时不符"
"""How a row is marked."""

_LEADING = "警示："
_GONE = "（已不在）"
_MOST_NAMED = 6

SHORT_ALARM = f"{_LEADING}{MISMATCH}，部分检查记录在封存后被改动，不得作为依据"
"""What there is room for anywhere."""


def record_alarm(record: Record) -> str:
    """Return what stands on every page of a record that was changed; nothing on others."""
    if record.unchanged:
        return ""
    at = record.sheet.inspection.completed_at
    sealed = f"{chinese_date(at.date())}封存" if at else "封存"
    return f"{_LEADING}{MISMATCH}，本记录在{sealed}后被改动，不得作为依据"


def records_alarm(changed: Sequence[ChangedRecord]) -> str:
    """Return what stands on every page of a paper that tells of changed records among others."""
    if not changed:
        return ""
    return (
        f"{_LEADING}{MISMATCH}，{_named(changed)}的检查记录在封存后被改动，"
        "所涉得分和问题不得作为依据"
    )


def meetings_alarm(changed: Sequence[ChangedRecord]) -> str:
    """Return what stands on minutes of which some are not as they were when the meeting ended."""
    if not changed:
        return ""
    return f"{_LEADING}{MISMATCH}，{_named(changed)}的晨会记录在结束后被改动，不得作为依据"


def _named(changed: Sequence[ChangedRecord]) -> str:
    named = [
        f"{each.site_name}{chinese_date(each.started_at.date())}{each.started_at:%H:%M}"
        f"{_GONE if each.gone else ''}"
        for each in changed[:_MOST_NAMED]
    ]
    more = f"等{len(changed)}次" if len(changed) > _MOST_NAMED else ""
    return f"{'、'.join(named)}{more}"


def without_leading(alarm: str) -> str:
    """Return an alarm as a part of a sentence."""
    return alarm.removeprefix(_LEADING)


def changed_sites(changed: Collection[ChangedRecord]) -> dict[str, int]:
    """Return how many changed records sites have, by their names."""
    names = [each.site_name for each in changed]
    return {name: names.count(name) for name in dict.fromkeys(names)}
