"""Asking for a file: the only file dialogs. Each purpose begins in the folder it was last used for.

The dialogs are the system's where it has any, else Qt's own (see `qt_words`).
"""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.domain.errors import InspectorError, RuledError
from inspector.gui.session import Session
from inspector.translation import tr
from inspector.workspace.file_kinds import TABLES
from inspector.workspace.last_folders import Purpose

_SEEN = " ".join(f"*{suffix}" for suffix in TABLES)
"""What a dialog shows: a file that is not seen is looked for in vain; chosen, it tells the way."""


def workbook_to_read(
    session: Session, parent: QWidget, purpose: Purpose, title: str
) -> Path | None:
    """Return the workbook the user chose; None when there is none."""
    return _to_read(session, parent, purpose, title, f"{tr('Workbooks')} ({_SEEN})")


def pack_to_read(session: Session, parent: QWidget, title: str) -> Path | None:
    """Return the workbook or pack.toml the user chose; None when there is none."""
    kinds = f"{tr('Checklists')} ({_SEEN} pack.toml)"
    return _to_read(session, parent, Purpose.CHECKLISTS, title, kinds)


def holidays_to_read(session: Session, parent: QWidget, title: str) -> Path | None:
    """Return the workbook or TOML file with the holidays of a year; None when there is none."""
    kinds = f"{tr('Holidays')} (*.toml {_SEEN})"
    return _to_read(session, parent, Purpose.HOLIDAYS, title, kinds)


def workbook_to_write(
    session: Session, parent: QWidget, purpose: Purpose, title: str, proposed: str | Path
) -> Path | None:
    """Return where the user wants a workbook; None for nowhere.

    `proposed` is a name, or a whole path where the folder is known; in .docx it is of a letter.
    Nothing is handed out while something is unsaved.
    """
    if not session.settle():
        return None
    is_letter = Path(proposed).suffix == ".docx"
    kind = (f"{tr('Letters')} (*.docx)", ".docx") if is_letter else (_workbooks(), ".xlsx")
    return _to_write(session, parent, purpose, title, proposed, kind)


def pdf_to_write(
    session: Session, parent: QWidget, purpose: Purpose, title: str, name: str
) -> Path | None:
    """Return where the user wants a PDF file, `name` being proposed; None for nowhere."""
    return _to_write(session, parent, purpose, title, name, ("PDF (*.pdf)", ".pdf"))


def picture_to_write(session: Session, parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a PNG picture, `name` being proposed; None for nowhere."""
    return _to_write(session, parent, Purpose.REPORTS, title, name, ("PNG (*.png)", ".png"))


def evidence_to_read(session: Session, parent: QWidget, title: str) -> list[Path]:
    """Return the photos and files the user chose; empty when there are none."""
    folder = _folder(session, Purpose.EVIDENCE, QStandardPaths.StandardLocation.PicturesLocation)
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder))
    paths = [Path(name) for name in names]
    if paths:
        _remembered(session, Purpose.EVIDENCE, paths[0])
    return paths


def evidence_to_write(session: Session, parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a copy of a photo or file; None for nowhere."""
    suffix = Path(name).suffix
    kind = (f"{suffix.lstrip('.').upper()} (*{suffix})" if suffix else "", suffix.lower())
    return _to_write(session, parent, Purpose.COPIES, title, name, kind)


def folder_to_watch(session: Session, parent: QWidget, title: str, now: str) -> Path | None:
    """Return the folder the user chose, `now` being the one so far; None for no other."""
    begin = now or str(_folder(session, Purpose.EVIDENCE))
    path = QFileDialog.getExistingDirectory(parent, title, begin)
    return Path(path) if path else None


def backup_to_read(session: Session | None, parent: QWidget, title: str) -> Path | None:
    """Return the backup the user chose, one file or a snapshot; None when there is none.

    Without a session, while no data folder is open, it begins with the documents.
    """
    kinds = f"{tr('Backups')} (*.zip *.zip.001 inspector*.db inspector*.age)"
    if session is not None:
        return _to_read(session, parent, Purpose.BACKUPS, title, kinds)
    path, _ = QFileDialog.getOpenFileName(parent, title, _documents(), kinds)
    return Path(path) if path else None


def backup_to_write(session: Session, parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a backup file, `name` being proposed; None for nowhere."""
    if not session.settle():
        return None
    kind = (f"{tr('Backups')} (*.zip)", ".zip")
    return _to_write(session, parent, Purpose.BACKUPS, title, name, kind)


def archive_to_write(session: Session, parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants an archive, `name` being proposed; None for nowhere."""
    if not session.settle():
        return None
    kind = (f"{tr('Archives')} (*.zip)", ".zip")
    return _to_write(session, parent, Purpose.REPORTS, title, name, kind)


def bundle_to_write(session: Session, parent: QWidget, title: str, name: str) -> Path | None:
    """Return where the user wants a bundle for another laptop; None for nowhere."""
    if not session.settle():
        return None
    ruled = session.workspace.preferences.policy
    kind = (f"{tr('Bundles')} (*.inspx)", ".inspx")
    require = partial(ruled.require_sharing, is_locked=True)  # the passphrase was looked at
    folder = ruled.sharing_folder or ruled.export_folder
    return _to_write(session, parent, Purpose.BUNDLES, title, name, kind, folder, require)


def bundle_to_read(session: Session, parent: QWidget, title: str) -> Path | None:
    """Return the bundle of another laptop that the user chose; None when there is none."""
    kinds = f"{tr('Bundles')} (*.inspx *.inspx.001)"
    return _to_read(session, parent, Purpose.BUNDLES, title, kinds)


def city_ledger_to_write(session: Session, parent: QWidget, title: str) -> Path | None:
    """Return the file of the city's ledger that the user chose, a new one or one to go on with."""
    if not session.settle():
        return None
    proposed = _folder(session, Purpose.BUNDLES) / "ledger.sqlite"
    kinds = f"{tr('Ledgers of the city')} (*.sqlite *.sqlite3)"
    goes_on = QFileDialog.Option.DontConfirmOverwrite  # what is in it stays
    path, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds, options=goes_on)
    if not path:
        return None
    chosen = Path(path)
    if chosen.suffix.lower() not in (".sqlite", ".sqlite3"):
        chosen = chosen.with_name(f"{chosen.name}.sqlite")
    return _remembered(session, Purpose.BUNDLES, chosen)


def folder_to_choose(parent: QWidget, title: str) -> Path | None:
    """Return the folder the user chose; None when there is none."""
    path = QFileDialog.getExistingDirectory(parent, title, _documents())
    return Path(path) if path else None


def folder_to_write(
    session: Session, parent: QWidget, title: str, purpose: Purpose = Purpose.NOTICES
) -> Path | None:
    """Return the folder that several files go into; None for nowhere."""
    if not session.settle():
        return None
    ruled = session.workspace.preferences.policy
    begin = ruled.export_folder or _folder(session, purpose)
    path = QFileDialog.getExistingDirectory(parent, title, str(begin))
    if not path:
        return None
    try:
        ruled.require_target(Path(path))
    except RuledError as error:
        session.refused.emit(error)
        return None
    with suppress(InspectorError):
        session.workspace.last_folders.remember(purpose, Path(path))
    return Path(path)


def _to_read(
    session: Session, parent: QWidget, purpose: Purpose, title: str, kinds: str
) -> Path | None:
    folder = _folder(session, purpose)
    path, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
    return _remembered(session, purpose, Path(path)) if path else None


def _to_write(
    session: Session,
    parent: QWidget,
    purpose: Purpose,
    title: str,
    name: str | Path,
    kind: tuple[str, str],
    ruled_folder: Path | None = None,
    require: Callable[[Path], object] | None = None,
) -> Path | None:
    """Ask for a place; without `require`, which raises RuledError, it is as exports are ruled."""
    kinds, suffix = kind
    ruled = session.workspace.preferences.policy
    require = require or ruled.require_target
    proposed = (ruled_folder or ruled.export_folder or _folder(session, purpose)) / name
    while True:
        path, _ = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)
        if not path:
            return None
        chosen = Path(path)
        if chosen.suffix.lower() != suffix:
            chosen = proposed = chosen.with_name(f"{chosen.name}{suffix}")
            if os.path.exists(chosen):
                continue  # the dialog has to ask whether to replace it
        try:
            require(chosen)
        except RuledError as error:
            session.refused.emit(error)
            return None
        return _remembered(session, purpose, chosen)


_PLACES = QStandardPaths.StandardLocation


def _folder(
    session: Session,
    purpose: Purpose,
    first: QStandardPaths.StandardLocation = _PLACES.DocumentsLocation,
) -> Path:
    return session.workspace.last_folders.of(purpose) or Path(_at(first))


def _documents() -> str:
    return _at(_PLACES.DocumentsLocation)


def _at(place: QStandardPaths.StandardLocation) -> str:
    """Return a folder of the system's, the home where there is none.

    In a folder that is not there the dialog would begin with the last one of any purpose.
    """
    folder = QStandardPaths.writableLocation(place)
    return (
        folder if os.path.isdir(folder) else QStandardPaths.writableLocation(_PLACES.HomeLocation)
    )


def _remembered(session: Session, purpose: Purpose, path: Path) -> Path:
    with suppress(InspectorError):  # what was asked for matters more; it fails by itself
        session.workspace.last_folders.remember(purpose, path.parent)
    return path


def _workbooks() -> str:
    return f"{tr('Workbooks')} (*.xlsx)"
