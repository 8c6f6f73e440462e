"""What the README says holds: its pictures, links and commands are there, its figures are so."""

import re
import tomllib
from pathlib import Path

import pytest
from PIL import Image

from inspector.arguments import arguments
from inspector.paths import checklists_folder

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PICTURES = re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", README)
LINKS = re.findall(r"(?<!!)\[[^\]]+\]\(([^)#]+)\)", README)
FENCED = re.findall(r"^\./run (\S+)([^#\n]*)", README, re.MULTILINE)
MOST_BYTES = 1_500_000
"""Of all pictures of the repository."""


def test_it_leads_with_four_pictures_of_a_size_to_be_read() -> None:
    lead = README.split("\n## ")[0]
    assert len(PICTURES) == 4
    for title, name in PICTURES:
        assert title
        assert name in lead
        with Image.open(ROOT / name) as picture:
            assert 900 <= picture.width <= 1366, name
            assert 600 <= picture.height <= 900, name
        assert (ROOT / name).stat().st_size < 130_000, name


def test_the_pictures_of_the_repository_weigh_little() -> None:
    own = [ROOT / name for name in ("resources", "tests/pictures")]
    files = [file for folder in own for file in folder.rglob("*.png")]
    assert sum(file.stat().st_size for file in files) < MOST_BYTES


@pytest.mark.parametrize("link", LINKS)
def test_what_it_links_to_is_there(link: str) -> None:
    assert (ROOT / link).exists()


def test_the_commands_it_names_are_commands() -> None:
    assert {name for name, _ in FENCED} == {"inspector", "pytest"}
    for name, words in FENCED:
        if name == "inspector":
            arguments().parse_args(words.split())
    modules = re.findall(r"`?\./run python -m (tests\.[\w.]+)", README)
    assert modules
    for module in modules:
        assert (ROOT / f"{module.replace('.', '/')}.py").is_file()
    folders = re.findall(r"`((?:inspector|checklists|resources)/[\w/]*)`", README)
    assert folders
    assert all((ROOT / folder).is_dir() for folder in folders)


def test_its_figures_are_so() -> None:
    packs = list(checklists_folder().glob("*/pack.toml"))
    assert len(packs) == 14
    assert "十四套检查表" in README
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == ">=3.11,<3.14"
    assert "Python 3.11、3.12 或 3.13" in README
    assert "Python 3.11 to 3.13" in README
