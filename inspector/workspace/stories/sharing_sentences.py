"""Every refusal between laptops as one clear sentence; `sentences` adds them to all others."""

from collections.abc import Callable, Mapping
from typing import Any

from inspector.domain.sharing import laptop_errors, sharing_errors
from inspector.translation import tr, tr_count

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
    sharing_errors.UnplacedError: lambda error: tr_count(
        len(error.titles),
        "“{title}” is nearly something on the roster here. Say first whether it is the same."
        " Nothing was taken in.",
        "{count} things are nearly something on the roster here, “{title}” first. Say first"
        " whether they are the same. Nothing was taken in.",
        title=error.titles[0],
    ),
    sharing_errors.UnfitObjectError: lambda error: tr(
        "Something in {path} fits no record of this program, though its laptop signed it. Nothing"
        " was taken in.",
        path=error.path,
    ),
    laptop_errors.FirstContactError: lambda error: tr(
        "This is the first bundle from “{name}” ({code}). Ask there for the fingerprint, compare"
        " it with {fingerprint}, and confirm the laptop. Nothing was taken in.",
        name=error.name,
        code=error.code,
        fingerprint=error.fingerprint,
    ),
    laptop_errors.ChangedKeyError: lambda error: tr(
        "“{name}” ({code}) signs with another key than before. Known: {known}. Now: {shown}. Ask"
        " there what happened; a laptop whose folder was restored is a new one. Nothing was taken"
        " in.",
        name=error.name,
        code=error.code,
        known=error.known,
        shown=error.shown,
    ),
    laptop_errors.OtherFingerprintError: lambda error: tr(
        "That is not the fingerprint of “{name}”, which is {shown}. It was not confirmed.",
        name=error.name,
        shown=error.shown,
    ),
    laptop_errors.UnknownLaptopError: lambda error: (
        tr("Several laptops go by “{told}”; name the one by its id.", told=error.told)
        if error.many
        else tr("No laptop that is known here goes by “{told}”.", told=error.told)
    ),
    laptop_errors.LaptopNameError: lambda error: tr(
        "The name of a laptop has 1 to {most} characters.", most=error.most
    ),
    sharing_errors.WhoseLaptopError: lambda error: tr(
        "{path} came back from a site: say from which one. Nothing was taken in.", path=error.path
    ),
    sharing_errors.NothingAskedForError: lambda error: tr(
        "{number}: no extension is asked for any longer. Nothing was changed.", number=error.number
    ),
    sharing_errors.HallDeadlineError: lambda error: tr(
        "The deadline of {number} was set by those who inspect, and only they put it off: ask for"
        " more time. Nothing was changed.",
        number=error.number,
    ),
    sharing_errors.HallStepError: lambda error: tr(
        "{number} was handed to this laptop as the site's: that is for those who inspect. Here it"
        " is assigned and reported done, more time is asked for, and it is appealed. Nothing was"
        " changed.",
        number=error.number,
    ),
    sharing_errors.SeveralNumberedError: lambda error: tr(
        "Two laptops gave the number {number}: {places}. Choose the one that is meant in its list.",
        number=error.number,
        places=tr("; ").join(error.places),
    ),
}
