"""`inspector --version`: the version on a line of its own, then the data folder and what is inside.

Reads no data.
"""

from pathlib import Path

from inspector.cli.speaking import say
from inspector.paths import licences_folder
from inspector.translation import tr
from inspector.workspace.about import inside, versions


def tell_about(data_folder: Path) -> None:
    """Tell what this program is, with its data in `data_folder`."""
    told = versions()
    say(told.program)
    say(tr("Data folder: {folder}", folder=data_folder.absolute()))
    say(
        tr(
            "Python {python}, Qt {qt}, SQLite {sqlite}",
            python=told.python,
            qt=told.qt or "–",
            sqlite=told.sqlite,
        )
    )
    say(tr("Licences: this program MIT, and what is inside:"))
    for each in inside():
        say(f"  {each.name}: {each.licence}")
    if folder := licences_folder():
        say(tr("The texts of the licences are in {folder}.", folder=folder))
