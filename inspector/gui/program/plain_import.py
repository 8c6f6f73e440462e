"""Qt without what it does to `import`. To be called before anything else imports Qt."""

import builtins


def load_qt() -> None:
    """Import Qt and leave `import` as it was; raises ImportError when Qt cannot be loaded.

    PySide puts its own in that place, which reads the source of every module that is imported
    from then on, to see who switches on the other spellings it offers (`__feature__`). Nobody does
    here, and it took a tenth of the start, time before each export, and the memory of all sources.
    """
    plain = builtins.__import__
    from PySide6 import QtCore  # noqa: F401

    builtins.__import__ = plain
