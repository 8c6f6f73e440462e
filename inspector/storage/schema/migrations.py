"""The whole history of the schema: ordered steps, never edited once released.

sqlite-utils records each step and applies it in one transaction.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from inspector.storage.schema.m001_initial import m001_initial
from inspector.storage.schema.m002_floor import m002_floor
from inspector.storage.schema.m003_close_out import m003_close_out
from inspector.storage.schema.m004_meeting import m004_meeting
from inspector.storage.schema.m005_figures import m005_figures
from inspector.storage.schema.m006_repeats import m006_repeats
from inspector.storage.schema.m007_journal import m007_journal
from inspector.storage.schema.m009_drafts import m009_drafts
from inspector.storage.schema.m010_reviewed import m010_reviewed
from inspector.storage.schema.m012_roster import m012_roster
from inspector.storage.schema.m013_honest import m013_honest
from inspector.storage.schema.m014_choice import m014_choice
from inspector.storage.schema.m015_circular import m015_circular
from inspector.storage.schema.m016_inspectors import m016_inspectors
from inspector.storage.schema.m017_plans import m017_plans
from inspector.storage.schema.m018_surveys import m018_surveys
from inspector.storage.schema.m019_complaints import m019_complaints
from inspector.storage.schema.m020_evaluation import m020_evaluation
from inspector.storage.schema.m021_training import m021_training
from inspector.storage.schema.m022_erasure import m022_erasure
from inspector.storage.schema.m023_inspectors_told import m023_inspectors_told
from inspector.storage.schema.m024_ledger_export import m024_ledger_export
from inspector.storage.schema.searching.m025_queries import m025_queries
from inspector.storage.schema.searching.m027_survey_answers import m027_survey_answers
from inspector.storage.schema.searching.m032_lines import m032_lines
from inspector.storage.schema.sharing.m026_sharing import m026_sharing
from inspector.storage.schema.sharing.m028_shared_visits import m028_shared_visits
from inspector.storage.schema.sharing.m029_halls import m029_halls
from inspector.storage.schema.sharing.m030_surveys_beside import m030_surveys_beside
from inspector.storage.schema.sharing.m031_asked import m031_asked
from inspector.storage.schema.step_names import MIGRATION_SET

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

STEPS: tuple[Callable[["Database"], None], ...] = (
    m001_initial,
    m002_floor,
    m003_close_out,
    m004_meeting,
    m005_figures,
    m006_repeats,
    m007_journal,
    m009_drafts,
    m010_reviewed,
    m012_roster,
    m013_honest,
    m014_choice,
    m015_circular,
    m016_inspectors,
    m017_plans,
    m018_surveys,
    m019_complaints,
    m020_evaluation,
    m021_training,
    m022_erasure,
    m023_inspectors_told,
    m024_ledger_export,
    m025_queries,
    m026_sharing,
    m027_survey_answers,
    m028_shared_visits,
    m029_halls,
    m030_surveys_beside,
    m031_asked,
    m032_lines,
)


def migrations(begin: Callable[[str], None] = lambda name: None) -> "Migrations":
    """Return the steps as sqlite-utils applies them; `begin` hears the name of each before."""
    from sqlite_utils import Migrations

    steps = Migrations(MIGRATION_SET)
    for step in STEPS:
        steps(name=step.__name__)(_told(step, begin))
    return steps


def _told(
    step: Callable[["Database"], None], begin: Callable[[str], None]
) -> Callable[["Database"], None]:
    @wraps(step)
    def told(database: "Database") -> None:
        begin(step.__name__)
        step(database)

    return told
