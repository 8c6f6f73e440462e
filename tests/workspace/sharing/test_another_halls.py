"""A bundle for one site that comes onto the laptop of another one is told before it is taken in."""

from pathlib import Path

from inspector.domain.sharing.manifest import Aim, Scope
from inspector.domain.sharing.receipt import Preview
from inspector.workspace.sharing.receipt_words import warnings
from tests.workspace.sharing.conftest import Bought
from tests.workspace.sharing.hall_exchange import looked_at, taken, written
from tests.workspace.visiting import add_site, visit


def first_warning(preview: Preview) -> str:
    """What is said first of a bundle of a laptop that is known."""
    return next(each for each in warnings(preview) if "fingerprint" not in each)


def test_whose_the_laptop_was_is_told_with_whom_the_bundle_is_for(
    laptop: Bought, tmp_path: Path
) -> None:
    group, theirs = laptop("A"), laptop("H")
    paths = {}
    for name in ("城东厅", "城西厅"):
        site = add_site(group.workspace, name)
        visit(group.workspace, site, {0: ["rise-to-greet"]})
        scope = Scope((site.id,), aim=Aim.HALL)
        paths[name] = written(group, tmp_path / f"{name}.inspx", scope)
    own = looked_at(theirs, paths["城东厅"])
    assert (own.for_halls, own.halls_here) == (("城东厅",), ())  # nobody's so far
    assert first_warning(own).startswith("It is for “城东厅”: this laptop becomes")
    taken(theirs, group, paths["城东厅"])
    assert looked_at(theirs, paths["城东厅"]).halls_here == ()

    others = looked_at(theirs, paths["城西厅"])
    assert (others.for_halls, others.halls_here) == (("城西厅",), ("城东厅",))
    said = first_warning(others)
    assert "for “城西厅”, and this laptop has been that of “城东厅” until now" in said
    taken(theirs, group, paths["城西厅"])  # a unit may have two
    assert looked_at(theirs, paths["城西厅"]).halls_here == ()


def test_everything_for_others_who_inspect_is_for_no_site(laptop: Bought, tmp_path: Path) -> None:
    group, theirs = laptop("A"), laptop("B")
    visit(group.workspace, add_site(group.workspace, "城东厅"), {0: ["rise-to-greet"]})
    path = written(group, tmp_path / "all.inspx", Scope())
    told = looked_at(theirs, path)
    assert (told.for_halls, told.halls_here) == ((), ())
