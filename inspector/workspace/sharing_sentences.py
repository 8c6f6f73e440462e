"""Every refusal between laptops as one clear sentence; `sentences` adds them to all others."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.domain.sharing import sharing_errors
from inspector.translation import tr

SHARING_SENTENCES: Mapping[type[Exception], Callable[[Any], str]] = {
    sharing_errors.NotABundleError: lambda error: tr(
        "{path} is no bundle of this program. Nothing was taken in.", path=error.path
    ),
    sharing_errors.CutBundleError: lambda error: tr(
        "{path} was not copied whole. Copy it once more. Nothing was taken in.", path=error.path
    ),
    sharing_errors.NewerBundleError: lambda error: tr(
        "{path} was written by a newer version of this program. Update the program. Nothing was"
        " taken in.",
        path=error.path,
    ),
    sharing_errors.BundleSignatureError: lambda error: tr(
        "{path} was changed after its laptop signed it. Ask for it once more. Nothing was taken"
        " in.",
        path=error.path,
    ),
    sharing_errors.LockedBundleError: lambda error: tr(
        "{path} is locked: the passphrase that it was written with is needed.", path=error.path
    ),
    sharing_errors.BundlePassphraseError: lambda error: tr(
        "That is not the passphrase of {path}. Nothing was taken in.", path=error.path
    ),
    sharing_errors.MissingBundleVolumeError: lambda error: tr(
        "{path} is missing: this bundle is in several files. Put them all into one folder and"
        " choose the first one again. Nothing was taken in.",
        path=error.path,
    ),
    sharing_errors.ChangedMemberError: lambda error: tr(
        "{path} is damaged or was changed ({name}). Copy it once more, or ask for it again. Nothing"
        " was taken in.",
        path=error.path,
        name=error.name,
    ),
    sharing_errors.MissingMemberError: lambda error: tr(
        "Something is missing in {path} ({name}). Ask for it again. Nothing was taken in.",
        path=error.path,
        name=error.name,
    ),
    sharing_errors.StrangeMemberError: lambda error: tr(
        "Something is in {path} that its laptop did not put there ({name}). Ask for it again."
        " Nothing was taken in.",
        path=error.path,
        name=error.name,
    ),
    sharing_errors.SwollenBundleError: lambda error: tr(
        "{path} would become far larger than a bundle can be ({name}). Nothing was taken in.",
        path=error.path,
        name=error.name,
    ),
    sharing_errors.NothingToShareError: lambda error: tr(
        "There is nothing new to hand on in this part of the folder."
    ),
}
