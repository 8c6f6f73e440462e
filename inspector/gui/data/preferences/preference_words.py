"""What each preference and each of its choices is called."""

from inspector.domain.record.edition import Edition
from inspector.gui.commands.shared_keys import NEW_PHOTO, press
from inspector.gui.words import edition_word, several_names
from inspector.translation import tr
from inspector.workspace.preferences import Preference


def preference_label(preference: Preference) -> str:
    """Return what a preference is called; a test asserts that each has a name."""
    return {
        "language": tr("Language"),
        "theme": tr("Appearance"),
        "text_size": tr("Text size"),
        "inspectors": tr("Inspectors"),
        "unit_name": tr("Reporting unit"),
        "filled_by": tr("Filled in by"),
        "checked_by": tr("Checked by"),
        "phone": tr("Phone"),
        "host": tr("Meeting host"),
        "show_names": tr("Names of staff"),
        "photo_corner": tr("Corner of photos"),
        "record_edition": tr("Record of a visit"),
        "notice_letter": tr("Notices to units"),
        "organ_code": tr("Number prefix"),
        "letter_head": tr("Red head"),
        "addressee": tr("Addressed to"),
        "meeting_minutes": tr("Length of a meeting"),
        "photo_folder": tr("Photo folder"),
        "repeat_days": tr("Repeats within"),
        "strictness_least": tr("Windows compared"),
        "survey_least": tr("Sheets to be ranked"),
        "survey_low": tr("Low below"),
        "complaint_days": tr("Complaints"),
        "report_days": tr("Tip-offs"),
        "suggestion_days": tr("Suggestions"),
        "other_complaint_days": tr("Other matters"),
        "hotline_days": tr("From 12345"),
        "lock_minutes": tr("Locked after"),
        "attachment_rectification": tr("Rectification list"),
        "attachment_summary": tr("Summary"),
        "attachment_patrol": tr("Patrol record"),
        "attachment_minutes": tr("Minutes of meetings"),
    }[preference.key]


def preference_hint(preference: Preference) -> str:
    """Return what a preference does, where its name does not say it; else nothing."""
    return {
        "inspectors": tr("Proposed when a visit starts. {names}", names=several_names()),
        "photo_folder": tr(
            "A phone or camera card syncs into it; while scoring, {add} adds a new photo",
            add=press(NEW_PHOTO, tr("Add to this item")),
        ),
        "unit_name": tr("Printed in the head of workbooks"),
        "host": tr("Proposed when a morning meeting starts"),
        "show_names": tr("At meetings and on every paper, the record of a visit as well"),
        "photo_corner": tr("On the copies that papers carry; the photos stay as they are"),
        "record_edition": tr("Proposed first; the menu Export has both"),
        "notice_letter": tr("The workbook has the photos and the reply slip"),
        "organ_code": tr("示文明办 makes 示文明办〔2026〕3号"),
        "letter_head": tr("Stands in red above them; empty: the paper has a head"),
        "addressee": tr("Whom circulars are addressed to; a notice goes to its site"),
        "meeting_minutes": tr("Minutes; the clock of the meeting counts against them"),
        "repeat_days": tr("Days; the same item at the same window within them is found again"),
        "strictness_least": tr("Scored windows, of an inspector and of the others there"),
        "survey_least": tr("Sheets; of fewer than 30 each one moves the rate by over 3 percent"),
        "survey_low": tr(
            "Percent satisfied; 80 is where the grade 良好 begins. Told at the meeting"
        ),
        "complaint_days": tr(
            "Workdays until the answer. Local papers say 5, 7, 10 or 15; hospitals 5 or 10"
        ),
        "report_days": tr("Workdays; operators of telecoms have 15"),
        "hotline_days": tr("Workdays, whatever it is about; as the hotline's slip says"),
        "lock_minutes": tr(
            "Minutes in which nothing is done, but not at a meeting on a projector; empty: never"
        ),
        "attachment_rectification": tr(
            "2 prints 附件2 above the title and begins the file name; empty: no attachment"
        ),
    }.get(preference.key, "")


def choice_label(preference: Preference, choice: str) -> str:
    """Return what a choice is called; a language is called as its readers call it."""
    return {
        ("language", "zh_CN"): "简体中文",
        ("language", "en"): "English",
        ("theme", "system"): tr("As the system"),
        ("theme", "light"): tr("Light"),
        ("theme", "dark"): tr("Dark"),
        ("text_size", "usual"): tr("Usual"),
        ("text_size", "large"): tr("Large"),
        ("text_size", "largest"): tr("Largest"),
        ("photo_corner", "no"): tr("Left blank"),
        ("photo_corner", "yes"): tr("Site and time"),
        ("record_edition", Edition.EXCEPTIONS): edition_word(Edition.EXCEPTIONS),
        ("record_edition", Edition.WHOLE): edition_word(Edition.WHOLE),
        ("notice_letter", "no"): tr("Workbooks"),
        ("notice_letter", "yes"): tr("Workbooks and letters"),
        ("show_names", "no"): tr("Staff numbers only"),
        ("show_names", "yes"): tr("Staff numbers and names"),
    }[preference.key, choice]
