"""The command line: the window's operations, for scripts. Imports no Qt.

Exit 0 done, 1 refused input (explained on standard error), 2 wrong usage.
"""

import argparse
import sys
from collections.abc import Callable

from inspector.cli.speaking import (
    REFUSED,
    WRONG_USAGE,
    UsageError,
    explain,
    explain_damage,
    explain_fault,
)
from inspector.domain.errors import InspectorError


def run(options: argparse.Namespace) -> int:
    """Run the command of parsed `options`; return the exit code."""
    from inspector.storage.database.sqlite_version import require_sqlite

    try:
        require_sqlite()
        _obey(options)
        _command(options.command)(options)
    except InspectorError as error:
        explain(error)
        explain_damage(error, options.command)
        return REFUSED
    except UsageError as error:
        print(error, file=sys.stderr)
        return WRONG_USAGE
    except BrokenPipeError:
        raise
    except Exception as error:
        explain_fault(error)
        return REFUSED
    return 0


def _obey(options: argparse.Namespace) -> None:
    """Refuse to write where an administrator wants nothing written; say when a rule is faulty."""
    target = getattr(options, "output", None) or getattr(options, "sample", None)
    if target is None:
        return
    from inspector.workspace.policy.policy import policy_here
    from inspector.workspace.policy.ruling_words import faulty_sentence

    ruled = policy_here()
    if ruled.fault is not None:
        print(faulty_sentence(ruled), file=sys.stderr)
    if options.command != "share":  # which is ruled apart
        ruled.require_target(target)


def _command(name: str) -> Callable[[argparse.Namespace], None]:
    from inspector.cli import (
        archive_command,
        checking,
        exporting,
        form_command,
        keeping,
        laptop_command,
        listing,
        passphrases,
        personal,
        publish_command,
        sampling,
        share_command,
        shell_completion,
        taking_in,
    )

    return {
        "demo": sampling.demo,
        "check": checking.check,
        "import": taking_in.take_in,
        "export": exporting.export,
        "list": listing.list_all,
        "form": form_command.form,
        "archive": archive_command.archive,
        "person": personal.person,
        "erase": personal.erase,
        "publish": publish_command.publish,
        "backup": keeping.backup,
        "restore": keeping.bring_back,
        "doctor": keeping.doctor,
        "verify": keeping.verify,
        "passphrase": passphrases.passphrase,
        "laptop": laptop_command.laptop,
        "share": share_command.share,
        "unlock": passphrases.unlock,
        "completion": shell_completion.completion,
    }[name]
