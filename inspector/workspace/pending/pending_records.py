"""What is added to a sealed record and waits to be written: a signature, a later word."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector.domain.record.amendment import Amendment
from inspector.domain.record.signature import Signature
from inspector.workspace.changes import Changes
from inspector.workspace.write_target import WriteTarget

if TYPE_CHECKING:
    from inspector.domain.record.record import Record
    from inspector.workspace.workspace import Workspace

SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class SignaturePending:
    """A drawn signature, or a refusal to sign."""

    inspection_id: str
    signature: Signature

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The signature under the record."""
        return frozenset({(self.inspection_id, SIGNATURE)})

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `Records.let_sign` raises."""
        return workspace.records.let_sign(self.inspection_id, self.signature)


@dataclass(frozen=True, slots=True)
class AmendmentPending:
    """A later word about a record."""

    amendment: Amendment

    @property
    def targets(self) -> frozenset[WriteTarget]:
        """The amendment."""
        return frozenset({(self.amendment.id, "")})

    def write(self, workspace: "Workspace") -> Changes:
        """Put it on the disk; raises what `Records.let_amend` raises."""
        return workspace.records.let_amend(self.amendment)


def record_upon(record: "Record", waiting: Iterable[object]) -> "Record":
    """Return a record with what waits to be written."""
    visit = record.sheet.inspection.id
    for each in waiting:
        match each:
            case SignaturePending(inspection_id, signature) if inspection_id == visit:
                record = replace(record, signature=signature)
            case AmendmentPending(amendment) if amendment.inspection_id == visit:
                others = (other for other in record.amendments if other.id != amendment.id)
                record = replace(record, amendments=(*others, amendment))
    return record
