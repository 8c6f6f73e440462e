"""The sheets that count: neither replaced nor taken back, however many there are."""

from inspector.storage.database.database import Database


def test_replaced_sheets_do_not_count_and_are_led_to(opened: Database) -> None:
    opened.write("PRAGMA foreign_keys = OFF")  # no sites are needed
    fixed = dict.fromkeys(
        ("site_id", "site_name", "entered_at", "channel", "reason", "window_number",
         "inspection_id", "source", "source_key"), "",
    )  # fmt: skip
    sheets = (("first", "satisfied", ""), ("second", None, "first"), ("third", "satisfied", ""),
              ("fourth", "dissatisfied", "third"))  # fmt: skip
    with opened.transaction():
        for sheet, grade, replaces in sheets:
            row: dict[str, str | None] = {
                "id": sheet,
                "day": "2026-11-29",
                "grade": grade,
                "replaces": replaces,
            }
            opened.insert("survey_sheet", {**fixed, **row})
    assert [tuple(row) for row in opened.rows("SELECT id, bad FROM survey_answer")] == [
        ("fourth", 1)
    ]
    plan = opened.rows("EXPLAIN QUERY PLAN SELECT count(*) FROM survey_answer")
    assert not [each for row in plan if (each := row["detail"]).startswith("SCAN later")]
