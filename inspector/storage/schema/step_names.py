"""What the steps of the schema are called where a database records them, in their order.

A database that is up to date opens by their names alone; what they do is in `migrations`.
"""

MIGRATION_SET = "inspector"

STEP_NAMES: tuple[str, ...] = (
    "m001_initial",
    "m002_floor",
    "m003_close_out",
    "m004_meeting",
    "m005_figures",
    "m006_repeats",
    "m007_journal",
    "m009_drafts",
    "m010_reviewed",
    "m012_roster",
    "m013_honest",
    "m014_choice",
    "m015_circular",
    "m016_inspectors",
    "m017_plans",
    "m018_surveys",
    "m019_complaints",
    "m020_evaluation",
    "m021_training",
    "m022_erasure",
    "m023_inspectors_told",
    "m024_ledger_export",
    "m025_queries",
    "m026_sharing",
    "m027_survey_answers",
    "m028_shared_visits",
    "m029_halls",
    "m030_surveys_beside",
    "m031_asked",
    "m032_lines",
)
