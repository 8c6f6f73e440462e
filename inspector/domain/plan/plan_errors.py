"""What is refused of plans."""

from inspector.domain.errors import InspectorError


class NoPlanError(InspectorError):
    """No plan is for any day of the period."""


class UnknownPlanError(InspectorError):
    """No plan in force has this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name
