"""What a user wrote for an item is offered again, most used first."""

from inspector.workspace.visits.phrases import LONGEST, OFFERED
from inspector.workspace.workspace import Workspace
from tests.workspace.visiting import PACK, Clock


def test_most_used_first_then_latest(workspace: Workspace, clock: Clock) -> None:
    for minute, text in enumerate(("甲", "乙", " 乙 ", "丙")):
        clock.set("2026-11-27", f"09:{minute:02}:00")
        workspace.phrases.use(PACK, "a", text)
    workspace.phrases.use(PACK, "b", "别的项目")
    assert workspace.phrases.of(PACK) == {"a": ("乙", "丙", "甲"), "b": ("别的项目",)}
    assert workspace.phrases.of("hospital") == {}


def test_what_tells_of_one_case_only_is_not_offered(workspace: Workspace) -> None:
    for text in ("", "  ", "长" * (LONGEST + 1), "两\n行"):
        assert not workspace.phrases.use(PACK, "a", text).phrases
    assert workspace.phrases.of(PACK) == {}


def test_no_more_than_there_are_digits(workspace: Workspace) -> None:
    for number in range(OFFERED + 3):
        workspace.phrases.use(PACK, "a", f"第{number}种")
    assert len(workspace.phrases.of(PACK)["a"]) == OFFERED


def test_forgotten(workspace: Workspace) -> None:
    workspace.phrases.use(PACK, "a", "错字")
    workspace.phrases.forget(PACK, "a", "错字")
    assert workspace.phrases.of(PACK) == {}
