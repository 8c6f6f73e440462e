"""Every broken pack of the gallery, checked on the command line: exactly these lines, exit 1."""

from pathlib import Path

import pytest

from inspector.__main__ import main
from inspector.domain.errors import FaultyFileError
from inspector.domain.faults import Fault
from inspector.storage.packs.pack_files import read_pack_folder
from tests.domain.faults import OF_FORMS, OF_HOLIDAYS, OF_RETURNED, OF_SCORE_SHEETS
from tests.packs.gallery import file_cases, head_cases, item_cases, rule_cases, together_cases
from tests.packs.gallery.case import BASE, Case, write_case

CASES = [
    *file_cases.CASES,
    *head_cases.CASES,
    *item_cases.CASES,
    *rule_cases.CASES,
    *together_cases.CASES,
]
NUMBERED = [(f"{number:03}-{case.name}", case) for number, case in enumerate(CASES, 1)]

OF_WORKBOOKS = {
    Fault.FORMULA, Fault.NO_ROSTER, Fault.NO_ROWS, Fault.NOT_A_PHONE, Fault.OWN_PAPER,
    Fault.CONFLICT, Fault.EXCEL_DAY, Fault.ENDED, Fault.SAID_OTHERWISE,
    Fault.COMPLAINT_ENDED, Fault.NOT_THEN, Fault.OTHER_COMPLAINT, Fault.UNKNOWN_COMPLAINT,
    *OF_RETURNED, *OF_FORMS,
    *OF_HOLIDAYS, *OF_SCORE_SHEETS,
    Fault.NO_SHEET, Fault.ONE_LINE, Fault.MERGED, Fault.SAME_NUMBER,
    Fault.UNKNOWN_KIND,
}  # fmt: skip


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[object, list[str], list[str]]:
    """Run `inspector check`; return its exit code, its output and what it says is wrong."""
    try:
        code: object = main(["check", *words])
    except SystemExit as left:  # so does `sys.exit(main())`
        code = left.code
    said = capsys.readouterr()
    return code, said.out.splitlines(), said.err.splitlines()


def test_the_base_is_without_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    code, output, wrong = checked(capsys, str(BASE))
    assert (code, output[0], wrong) == (0, f"{BASE}：营业厅 2026.1，5 项，没有问题", [])


@pytest.mark.parametrize(("name", "case"), NUMBERED, ids=[name for name, _ in NUMBERED])
def test_check_says_exactly_what_is_wrong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, case: Case
) -> None:
    write_case(case, tmp_path / name)
    code, output, wrong = checked(capsys, str(tmp_path / name))
    heading = f"{name} 有 {len(case.lines)} 处问题。"
    assert wrong == [heading, *(f"  {line}" for line in case.lines)]
    assert (code, output) == (1, [])


def test_a_name_stands_for_one_case() -> None:
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))


@pytest.mark.ci
def test_every_fault_a_pack_can_have_is_in_the_gallery(tmp_path: Path) -> None:
    faults = set()
    for name, case in NUMBERED:
        write_case(case, tmp_path / name)
        with pytest.raises(FaultyFileError) as refused:
            read_pack_folder(tmp_path / name)
        faults |= {problem.fault for problem in refused.value.problems}
    assert faults == set(Fault) - OF_WORKBOOKS - OF_FORMS


def test_a_folder_of_packs_is_checked_whole(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write_case(Case("", (), ()), tmp_path / "good")
    for case in rule_cases.CASES[:2]:
        write_case(case, tmp_path / case.name)
    code, output, wrong = checked(capsys, str(tmp_path))
    assert code == 1
    assert output[0] == f"{tmp_path / 'good'}：营业厅 2026.1，5 项，没有问题"
    assert wrong == [
        line
        for case in sorted(rule_cases.CASES[:2], key=lambda case: case.name)
        for line in (
            f"{case.name} 有 {len(case.lines)} 处问题。",
            *(f"  {told}" for told in case.lines),
        )
    ]


@pytest.mark.ci
def test_what_is_wrong_is_said_in_english_too(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for case in CASES:
        write_case(case, tmp_path / case.name)
    try:
        with pytest.raises(SystemExit):
            main(["--lang", "en", "check", str(tmp_path)])
        wrong = capsys.readouterr().err
    finally:
        main(["check", str(BASE)])  # Chinese again
    assert "is missing." in wrong
    # Chinese is only what stands in the packs, between quotes.
    assert [line for line in wrong.splitlines() if "，" in line.split("“")[0]] == []
