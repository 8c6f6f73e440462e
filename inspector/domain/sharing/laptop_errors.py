"""Why a laptop is refused, or who it says it is; each bears the facts its sentence needs."""

from inspector.domain.errors import InspectorError


class FirstContactError(InspectorError):
    """Nothing is taken in from a laptop until a person has confirmed its fingerprint."""

    def __init__(self, name: str, code: str, fingerprint: str) -> None:
        super().__init__(name, code, fingerprint)
        self.name = name
        self.code = code
        self.fingerprint = fingerprint


class ChangedKeyError(InspectorError):
    """A laptop that is known comes with another key than before: `known` and `shown`, read out."""

    def __init__(self, name: str, code: str, known: str, shown: str) -> None:
        super().__init__(name, code, known, shown)
        self.name = name
        self.code = code
        self.known = known
        self.shown = shown


class OtherFingerprintError(InspectorError):
    """What was typed is not the fingerprint of the laptop's key, which is `shown`."""

    def __init__(self, name: str, shown: str) -> None:
        super().__init__(name, shown)
        self.name = name
        self.shown = shown


class UnknownLaptopError(InspectorError):
    """No laptop that is known goes by this code or name; or several do (`many`)."""

    def __init__(self, told: str, *, many: bool = False) -> None:
        super().__init__(told, many)
        self.told = told
        self.many = many


class LaptopNameError(InspectorError):
    """A laptop's name is empty or longer than `most` characters."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most
