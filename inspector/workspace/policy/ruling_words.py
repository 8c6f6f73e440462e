"""What an administrator rules, and what is wrong with the file, in sentences."""

from inspector.translation import mark, tr
from inspector.workspace.policy.policy import (
    ALLOWED,
    EXPORT_FOLDER,
    KEYS,
    LOCKED,
    OFF,
    SHARING,
    SHARING_FOLDER,
    USB_COPY,
    Policy,
    PolicyFault,
)


def policy_sentences(ruled: Policy) -> list[str]:
    """Return what is ruled, a sentence each, the file first; none where nothing is."""
    if ruled.path is None:
        return []
    if ruled.fault:
        return [faulty_sentence(ruled)]
    said = [tr("An administrator rules here: {path}", path=ruled.path)]
    if ruled.export_folder is not None:
        said.append(tr("Exports go into {folder} only.", folder=ruled.export_folder))
    if ruled.names_on_papers is not None:
        said.append(tr(_NAMES[ruled.names_on_papers]))
    if ruled.usb_copy != ALLOWED:
        said.append(tr(_USB[ruled.usb_copy]))
    if ruled.sharing != ALLOWED:
        said.append(tr(_SHARING[ruled.sharing]))
    if ruled.sharing_folder is not None:
        said.append(tr("Bundles go into {folder} only.", folder=ruled.sharing_folder))
    return said


def faulty_sentence(ruled: Policy) -> str:
    """Return what is wrong with the file, and what holds until it is put right."""
    fault = ruled.fault or PolicyFault("")
    return tr(
        "The administrator's file {path} is not understood (line {line}: {said}): until it is put"
        " right, names stay off papers, nothing is copied to a USB drive, and nothing is shared.",
        path=ruled.path,
        line=fault.line,
        said=tr(fault.says, key=fault.key, keys=", ".join(KEYS)),
    )


def faulty_short(ruled: Policy) -> str:
    """Return that nothing is ruled but that the file is faulty, where one line has to do."""
    return tr(
        "the administrator's file has a fault (line {line})",
        line=ruled.fault.line if ruled.fault else 1,
    )


_NAMES = {
    True: mark("Papers and meetings show the names of staff."),
    False: mark("Papers and meetings show staff numbers only."),
}
_USB = {
    LOCKED: mark("A USB copy is made only with a passphrase."),
    OFF: mark("No USB copy is made."),
}
_SHARING = {
    LOCKED: mark("Bundles for other laptops are written only with a passphrase."),
    OFF: mark("No bundles for other laptops are written, and nothing is published to a ledger."),
}


def ruled_sentence(key: str, value: str) -> str:
    """Return why something is refused that an administrator has ruled on."""
    if key in (EXPORT_FOLDER, SHARING_FOLDER):
        return tr(
            "An administrator has ruled that files go into {folder} only. Nothing was written.",
            folder=value,
        )
    if key == USB_COPY:
        return tr("By an administrator's rule: {said}", said=tr(_USB.get(value, _USB[OFF])))
    if key == SHARING:
        return tr("By an administrator's rule: {said}", said=tr(_SHARING.get(value, _SHARING[OFF])))
    return tr("An administrator has ruled on this; it cannot be changed here.")
