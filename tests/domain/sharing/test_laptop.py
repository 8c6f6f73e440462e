"""Who a laptop is: signatures, fingerprints, clocks."""

import re
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.sharing.laptop import (
    fingerprint,
    is_ahead,
    new_identity,
    same_fingerprint,
    verified,
)

HERE = new_identity("a", "K7M", "一组")
OTHER = new_identity("b", "M3X", "二组")
NOW = datetime.fromisoformat("2026-11-29T09:30:00+08:00")


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_only_the_signer_and_only_these_bytes_verify(data: bytes, other: bytes) -> None:
    signature = HERE.sign(data)
    assert HERE.sign(data) == signature
    assert verified(HERE.laptop.key, data, signature)
    assert verified(HERE.laptop.key, other, signature) == (other == data)
    assert not verified(OTHER.laptop.key, data, signature)


@pytest.mark.parametrize("key", ["", "zz", "00" * 31, "ü" * 64, "00" * 32])
@pytest.mark.parametrize("signature", [b"", b"x", b"\0" * 64])
def test_what_is_no_key_or_no_signature_verifies_nothing(key: str, signature: bytes) -> None:
    assert not verified(key, b"data", signature)
    assert not verified(HERE.laptop.key, b"data", signature)


def test_a_secret_is_not_shown() -> None:
    assert HERE.secret not in repr(HERE)
    assert HERE.laptop.key in repr(HERE)
    assert HERE.laptop.key != OTHER.laptop.key


def test_a_fingerprint_is_read_out_in_groups() -> None:
    assert re.fullmatch(r"(\d{4} ){7}\d{4}", HERE.laptop.fingerprint)
    assert HERE.laptop.fingerprint != OTHER.laptop.fingerprint
    assert fingerprint("00" * 32) == "3749 7437 3206 1539 8107 5623 9756 7742"
    assert fingerprint("") == ""


def test_it_is_typed_with_any_spaces_and_dashes() -> None:
    told = HERE.laptop.fingerprint
    assert same_fingerprint(told, HERE.laptop.key)
    assert same_fingerprint(told.replace(" ", ""), HERE.laptop.key)
    assert same_fingerprint(told.replace(" ", "-") + " ", HERE.laptop.key)
    assert not same_fingerprint(told[:-1], HERE.laptop.key)
    assert not same_fingerprint("", HERE.laptop.key)
    assert not same_fingerprint("", "")


def test_another_name_keeps_the_key() -> None:
    named = HERE.named("三组")
    assert named.laptop.name == "三组"
    assert (named.laptop.key, named.secret) == (HERE.laptop.key, HERE.secret)


@pytest.mark.parametrize(
    ("minutes", "ahead"), [(-60, False), (0, False), (5, False), (6, True), (24 * 60, True)]
)
def test_a_clock_is_ahead_by_more_than_some_minutes(minutes: int, ahead: bool) -> None:
    assert is_ahead(NOW + timedelta(minutes=minutes), NOW) == ahead
