"""A record that came without names says so in words, and is not called changed."""

import pytest

from inspector.domain.sharing.travelling import NAMES
from inspector.workspace.keeping.doctor import examine
from inspector.workspace.keeping.doctor_remark import Remark, Trouble
from inspector.workspace.sharing.came_words import came_words
from inspector.workspace.visits.record_check import RecordCheck
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, inspects
from tests.workspace.visiting import add_site


@pytest.mark.ci
def test_names_that_stayed_at_home_leave_the_seal_open(laptop: Bought) -> None:
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL)
    visit = inspects(first)[0].inspection_id
    assert came_words(first.workspace, visit) == ""
    second.take(first.objects())
    assert came_words(second.workspace, visit) == "This record came from “A”."
    database = second.workspace.database
    with database.transaction():
        database.write("UPDATE scorecard SET staff_name = '' WHERE inspection_id = ?", (visit,))
        database.write(
            "UPDATE received_object SET left_out = ? WHERE kind = 'visit'", (f'["{NAMES}"]',)
        )
    assert "cannot be verified" in came_words(second.workspace, visit)
    assert second.workspace.of(RecordCheck).is_as_sealed(visit)
    remarks = examine(second.workspace.folder, second.workspace.now()).remarks
    assert Remark(Trouble.RECORDS_IN_PART, "1") in remarks
    assert Trouble.SEAL_BROKEN not in {each.trouble for each in remarks}
