"""What JSON holds to values of our types, each field by its type; loads when first needed."""

from typing import TypeVar

Kind = TypeVar("Kind")


def typed(plain: object, kind: type[Kind]) -> Kind:
    """Return texts, numbers, lists and dictionaries as a value of a type.

    What it has no field for is passed over, what is missing is at its default. Raises ValueError
    for what is no such value.
    """
    from msgspec import convert  # 20 ms, which the first page does not wait for

    return convert(plain, kind, strict=False)
