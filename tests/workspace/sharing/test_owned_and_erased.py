"""What only its owner may say, what is known another way, and what was lawfully erased here."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from inspector.domain.checklist.pack_reading import rebuild_pack
from inspector.domain.plan.plan import PlannedSite
from inspector.domain.sharing.conflict import ConflictKind
from inspector.domain.sharing.fates import Fate
from inspector.domain.sharing.travelling import Kind
from inspector.storage.stores.pack_store import PackStore
from inspector.workspace.keeping.doctor_remark import Trouble
from inspector.workspace.plans.plans import PlanDraft
from inspector.workspace.sharing.conflict_list import ConflictList
from inspector.workspace.sharing.conflicts import Conflicts
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.group_life import HALL, hall, inspects
from tests.workspace.sharing.laptops import LaptopFolder, digests
from tests.workspace.visiting import add_site, answer_all, start


@pytest.fixture
def pair(laptop: Bought) -> tuple[LaptopFolder, LaptopFolder]:
    """Two laptops with the same hall on rosters of their own."""
    first, second = laptop("A"), laptop("B")
    for each in (first, second):
        add_site(each.workspace, HALL)
    return first, second


def plans(laptop: LaptopFolder, visits: int, family: str = "") -> str:
    """Make a version of a plan; return its family."""
    site = hall(laptop)
    draft = PlanDraft(
        "四季度", date(2026, 10, 1), date(2026, 12, 31),
        sites=(PlannedSite(site.id, site.name, visits),), family=family,
    )  # fmt: skip
    return laptop.workspace.plans.make(draft)[0].family


def test_a_plan_comes_from_its_owner_and_from_nobody_else(
    pair: tuple[LaptopFolder, LaptopFolder],
) -> None:
    owner, other = pair
    family = plans(owner, 3)
    other.take(owner.objects())
    (plan,) = other.workspace.plans.all()
    assert [site.site_id for site in plan.sites] == [hall(other).id]
    plans(owner, 4, family)
    other.take(owner.objects())
    assert [each.visits for each in other.workspace.plans.all()] == [4]
    plans(other, 9, family)
    taking = owner.take(other.objects())
    assert taking.counts[Kind.PLAN, Fate.REFUSED] == 1
    assert [each.visits for each in owner.workspace.plans.all()] == [4]
    assert owner.troubles() == other.troubles() == []
    (conflict,) = owner.workspace.of(ConflictList).waiting()
    assert (conflict.kind, "四季度" in conflict.title) == (ConflictKind.SEALED, True)
    looked_at = owner.workspace.of(Conflicts).look_at(conflict)
    assert looked_at is not None
    assert "refused" in looked_at.sides[1].said[0].text
    assert owner.take(other.objects()).counts[Kind.PLAN, Fate.REFUSED] == 1
    assert owner.workspace.of(ConflictList).count() == 1
    owner.workspace.of(Conflicts).settle(conflict, 0)
    assert owner.workspace.of(ConflictList).count() == 0


def test_a_checklist_of_one_version_with_other_content_is_named(
    pair: tuple[LaptopFolder, LaptopFolder],
) -> None:
    first, second = pair
    inspects(first)
    came = first.objects()
    (pack,) = [each for each in came if each.kind is Kind.PACK]
    content = json.loads(str(pack.rows["pack"][0]["content"]), parse_float=Decimal)
    mine = rebuild_pack(content)
    with second.workspace.database.transaction():
        PackStore(second.workspace.database).freeze(replace(mine, title=f"{mine.title}改"))
    assert second.take(came).counts[Kind.PACK, Fate.NEW] == 1
    (conflict,) = second.workspace.of(ConflictList).waiting()
    assert mine.title in conflict.title
    looked_at = second.workspace.of(Conflicts).look_at(conflict)
    assert looked_at is not None
    assert "a version of its own" in looked_at.sides[1].said[0].text
    assert second.troubles() == []


def test_a_later_version_waits_for_the_first_one(pair: tuple[LaptopFolder, LaptopFolder]) -> None:
    owner, other = pair
    family = plans(owner, 3)
    first, reached = owner.objects(), owner.reached
    plans(owner, 4, family)
    taking = other.take(owner.objects(since=reached))
    assert taking.counts[Kind.PLAN, Fate.WAITS] == 1
    other.take(first)
    assert [each.visits for each in other.workspace.plans.all()] == [4]
    assert other.troubles() == []


def test_what_was_erased_here_stays_erased_and_still_travels(
    pair: tuple[LaptopFolder, LaptopFolder], laptop: Bought
) -> None:
    first, second = pair
    begun = start(first.workspace, hall(first))
    card = first.workspace.inspections.sheet(begun).scorecards[0]
    first.workspace.inspections.name_on_duty(begun, card.id, "2001", "赵晓燕")
    answer_all(first.workspace, begun)
    first.workspace.inspections.complete(begun)
    made = digests(first.objects())
    second.take(first.objects())
    second.workspace.erasures.erase_person("赵晓燕", "离职满五年", "王主任")
    assert second.troubles() == []
    assert second.take(first.objects()).counts[Kind.VISIT, Fate.ERASED] == 1
    names = "SELECT staff_name FROM scorecard WHERE staff_name = '赵晓燕'"
    assert second.workspace.database.rows(names) == []
    relayed = second.objects()
    assert all(each.is_as_told for each in relayed)
    assert digests(relayed) == made
    third = laptop("C")
    third.take(relayed)
    assert third.troubles() == [(Trouble.RECORDS_IN_PART, "1")]  # told, and no fault
