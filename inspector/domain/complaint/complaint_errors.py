"""Why something about a complaint is refused; each bears the facts that its sentence needs."""

from datetime import datetime

from inspector.domain.errors import InspectorError


class UnknownComplaintError(InspectorError):
    """There is no complaint with this number or id."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class IllegalComplaintStepError(InspectorError):
    """A complaint does not allow a step where it stands; both by the value of their kind."""

    def __init__(self, number: str, tried: str, state: str, *, anonymous: bool = False) -> None:
        super().__init__(number, tried, state, anonymous)
        self.number = number
        self.tried = tried
        self.state = state
        self.anonymous = anonymous


class NobodyToCallError(InspectorError):
    """Who wants to be nobody cannot be called back; the complaint can be archived."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


class NoComplaintError(InspectorError):
    """No complaint came in the period, or none waits for an answer."""


class AnonymousNamedError(InspectorError):
    """An anonymous complaint came with a name or a telephone number, which are kept nowhere."""


class ReceivedLaterError(InspectorError):
    """A complaint cannot have arrived at a `moment` that has not come."""

    def __init__(self, moment: datetime) -> None:
        super().__init__(moment)
        self.moment = moment
