"""What is refused of plans."""

from inspector.domain.errors import InspectorError


class NoPlanError(InspectorError):
    """No plan is for any day of the period."""
