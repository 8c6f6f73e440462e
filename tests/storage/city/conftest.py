"""A PostgreSQL of the test's own; where there is none, or no psycopg, its tests are skipped."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest

from tests.storage.city.postgres_server import Server, programs, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A running server, the same for all tests of a worker."""
    places = programs()
    if places is None:
        pytest.skip("PostgreSQL is not installed")
    if find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed (the extra `city`)")
    with running(places) as server:
        yield server


@pytest.fixture
def database(server: Server, request: pytest.FixtureRequest) -> str:
    """An empty database of the test's own, by its name."""
    name = f"city_{abs(hash(request.node.nodeid)) % 10**9}"
    server.run_sql("postgres", f"CREATE DATABASE {name}")
    return name
