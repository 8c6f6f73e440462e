"""What the preferences say of every letter: whose it is, and the words before its number."""

from inspector.workspace.preferences import ORGAN_CODE, PreferenceBook


def letter_number(preferences: PreferenceBook, number: str, kind: str) -> str:
    """Return a 文号: 机关代字, or where none is set the `kind` of letter, before 〔2026〕3号."""
    return f"{preferences.get(ORGAN_CODE) or kind}{number}"
