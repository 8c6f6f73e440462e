"""What an administrator's file rules, and what a faulty one does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from inspector.domain.errors import RuledError
from inspector.workspace.policy.policy import ALLOWED, LOCKED, OFF, Policy, read_policy
from inspector.workspace.policy.ruling_words import faulty_sentence, policy_sentences
from inspector.workspace.sentences import sentence


def ruled(tmp_path: Path, text: str) -> Policy:
    path = tmp_path / "inspector.policy.toml"
    path.write_text(text, "utf-8")
    return read_policy((tmp_path / "nowhere", path))


def test_what_is_not_ruled_is_the_users(tmp_path: Path) -> None:
    assert read_policy((tmp_path / "nowhere",)) == Policy()
    assert policy_sentences(Policy()) == []
    empty = ruled(tmp_path, "# nothing yet\n")
    assert (empty.fault, empty.names_on_papers, empty.usb_copy) == (None, None, ALLOWED)
    assert len(policy_sentences(empty)) == 1


def test_each_rule_is_taken_and_told(tmp_path: Path) -> None:
    text = f'export_folder = "{tmp_path.as_posix()}/out"\nnames_on_papers = false\n'
    policy = ruled(tmp_path, text + 'usb_copy = "locked"\n')
    assert policy.export_folder == tmp_path / "out"
    assert policy.names_on_papers is False
    assert (policy.allows_usb_copy(False), policy.allows_usb_copy(True)) == (False, True)
    assert len(policy_sentences(policy)) == 4
    policy.require_target(tmp_path / "out" / "报表" / "a.xlsx")
    for outside in (tmp_path / "a.xlsx", tmp_path / "out" / ".." / "a.xlsx", tmp_path / "outer"):
        with pytest.raises(RuledError):
            policy.require_target(outside)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("names_on_papers = \n", 1, "this is no TOML"),
        ('usb_copy = "off"\n\nnames_on_papers = "no"\n', 3, "wants true or false"),
        ('# rules\nusb_copy = "never"\n', 2, "“allowed”, “locked” or “off”"),
        ('export_folder = "here"\n', 1, "a whole path in quotes"),
        ("names_on_papers = true\nprinter = 1\n", 2, "“printer” is nothing that can be ruled"),
        ("\n[papers]\nnames = false\n", 2, "“papers” is nothing that can be ruled"),
    ],
)
def test_a_faulty_file_is_told_by_its_line_and_counts_as_the_strictest(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    policy = ruled(tmp_path, text)
    assert f"(line {line}: " in faulty_sentence(policy)
    assert said in faulty_sentence(policy)
    assert (policy.names_on_papers, policy.usb_copy, policy.sharing) == (False, OFF, OFF)
    assert policy.export_folder is None
    assert policy_sentences(policy) == [faulty_sentence(policy)]


@given(some.binary(max_size=200))
def test_no_file_whatever_stops_the_program(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_bytes(content)
    policy = read_policy((path,))
    assert policy.usb_copy in (ALLOWED, LOCKED, OFF)
    assert all(policy_sentences(policy))


@pytest.mark.parametrize(
    ("text", "open_there", "locked_there", "locked_elsewhere"),
    [
        ('sharing = "allowed"', "", "", ""),
        ('sharing = "locked"', "only with a passphrase", "", ""),
        ('sharing = "off"', "No bundles", "No bundles", "No bundles"),
        ('sharing_folder = "{folder}"', "", "", "files go into"),
        ('export_folder = "{folder}"', "", "", "files go into"),
        ('export_folder = "/other"\nsharing_folder = "{folder}"', "", "", "files go into"),
    ],
)
def test_bundles_are_written_as_is_ruled(
    tmp_path: Path, text: str, open_there: str, locked_there: str, locked_elsewhere: str
) -> None:
    folder = tmp_path / "bundles"
    policy = ruled(tmp_path, text.format(folder=folder.as_posix()))
    assert policy.fault is None
    for place, locked, said in (
        (folder, False, open_there),
        (folder, True, locked_there),
        (tmp_path, True, locked_elsewhere),
    ):
        if not said:
            policy.require_sharing(place / "一组.inspx", is_locked=locked)
            continue
        with pytest.raises(RuledError) as refused:
            policy.require_sharing(place / "一组.inspx", is_locked=locked)
        assert said in sentence(refused.value)
