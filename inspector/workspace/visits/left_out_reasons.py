"""Why windows are left out of visits: what is usually said, and what was said before."""

import json

from inspector.storage.own.setting_store import SettingStore
from inspector.workspace.opened_folder import OpenedFolder

_SAID = "left_out:reasons"
MOST = 4
"""As many as have a digit each."""

USUAL = ("当日未开放", "人员外出", "设备故障", "正在办理业务，不便检查")
"""In Chinese whatever the language: they are printed on the record."""


class LeftOutReasons:
    """What is offered: reasons that were written, the latest first, then the usual ones."""

    def __init__(self, opened: OpenedFolder) -> None:
        self._store = SettingStore(opened.database)

    def offered(self) -> tuple[str, ...]:
        """Return the reasons to choose from."""
        return tuple(dict.fromkeys((*self._said, *USUAL)))[:MOST]

    def remember(self, reason: str) -> None:
        """Offer a reason first from now on; a usual one is offered anyway."""
        if reason and reason not in USUAL:
            said = list(dict.fromkeys((reason, *self._said)))[: MOST - 1]
            self._store.put(_SAID, json.dumps(said, ensure_ascii=False))

    @property
    def _said(self) -> tuple[str, ...]:
        return self._store.kept(_SAID, tuple[str, ...], ())
