"""A city's year straight into a ledger of PostgreSQL, beside bare COPY: `python -m
tests.scale.city_scale --laptops 1000`.

Each laptop publishes 250 visits in one transaction, as the program does it. After every tenth part
some more are copied bare into the same tables, keys and indexes, and rolled back: what that takes
is the reference. Times are of the wall clock, CPU is that of this process and of its backend.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from inspector.storage.city.city_ledger import CityLedger
from inspector.storage.city.dialect import quoted
from inspector.storage.city.ledger_tables import CARRIED, KNOWN_OBJECT
from inspector.storage.city.postgres_ledger import PostgresLedger
from tests.scale.made_laptops import VISITS, Made, hall, made_laptop, told_again
from tests.storage.city.postgres_server import Server, programs, running

BESIDE = 4
"""Laptops of each way at a comparison."""

_TICKS = os.sysconf("SC_CLK_TCK")

QUERIES = {
    "city_month, one month": "SELECT * FROM city_month WHERE month = '2026-06'",
    "city_month, the year": "SELECT * FROM city_month",
    "finding_status, one hall": "SELECT * FROM finding_status WHERE site = '{hall}'",
    "finding_status, one hall, overdue": "SELECT number, deadline FROM finding_status"
    " WHERE site = '{hall}' AND overdue = 1",
    "scorecard_score, one hall": "SELECT * FROM scorecard_score WHERE site = '{hall}'",
    "finding_status, one month": "SELECT count(*) FROM finding_status WHERE month = '2026-06'",
    "laptop_head": "SELECT * FROM laptop_head",
    "rewritten": "SELECT * FROM rewritten",
}


@dataclass
class Cost:
    """Seconds, and how many rows they were for."""

    wall: float = 0.0
    own: float = 0.0  # CPU of this process
    server: float = 0.0  # CPU of its backend
    rows: int = 0

    def told(self) -> str:
        """In one line."""
        cpu = self.own + self.server
        return (
            f"{self.rows:>9,} rows  {self.wall:8.2f} s wall ({self.rows / self.wall:7,.0f}/s)"
            f"  {cpu:7.2f} s CPU ({1e6 * cpu / self.rows:5.1f} µs a row: {self.own:.2f} here,"
            f" {self.server:.2f} server)"
        )


class Meter:
    """The ledger, and what is spent on it."""

    def __init__(self, address: str) -> None:
        self.dialect = PostgresLedger(address)
        self.ledger = CityLedger(self.dialect, address)
        self._backend = self.dialect.rows("SELECT pg_backend_pid()")[0][0]

    @contextmanager
    def counted(self, cost: Cost, rows: int) -> Iterator[None]:
        """Add what is done inside to a cost."""
        wall, own, server = time.perf_counter(), time.process_time(), self._server()
        yield
        cost.wall += time.perf_counter() - wall
        cost.own += time.process_time() - own
        cost.server += self._server() - server
        cost.rows += rows

    def _server(self) -> float:
        fields = Path(f"/proc/{self._backend}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS

    def publish(self, made: Made) -> None:
        """Take a laptop in as the program does."""
        self.ledger.take_in(made.publication, made.batch, 0)

    def copy_bare(self, made: Made) -> None:
        """Copy its rows into the same tables and take them back."""
        connection = self.dialect._connection
        with connection.transaction(force_rollback=True), connection.cursor() as cursor:
            for table in (KNOWN_OBJECT, *CARRIED):
                if own := made.batch.get(table.name):
                    with cursor.copy(
                        f"COPY {table.name} ({quoted(table.names)}) FROM STDIN"
                    ) as out:
                        for row in own:
                            out.write_row(row)


def size(made: Made) -> int:
    """How many rows a laptop has."""
    return sum(map(len, made.batch.values()))


def main(words: list[str]) -> int:
    """Fill a ledger and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.scale.city_scale", description=__doc__)
    parser.add_argument("--laptops", type=int, default=100)
    parser.add_argument(
        "--address", help="an empty database that is there; default: one of its own"
    )
    options = parser.parse_args(words)
    if options.address:
        measure(options.address, options.laptops)
        return 0
    places = programs()
    if places is None:
        sys.exit("PostgreSQL is not installed")
    with running(places, "-c fsync=on -c shared_buffers=1GB -c max_wal_size=4GB") as server:
        server.run_sql("postgres", "CREATE DATABASE city")
        measure(server.address("city"), options.laptops)
        _say_size(server)
    return 0


def measure(address: str, laptops: int) -> None:
    """Publish, compare and ask."""
    meter = Meter(address)
    with closing(meter.dialect):
        meter.ledger.prepare("made", "2026-12-31T18:00:00+08:00")
        part = max(1, laptops // 10)
        for begin in range(0, laptops, part):
            cost = Cost()
            for number in range(begin, min(begin + part, laptops)):
                made = made_laptop(number)
                with meter.counted(cost, size(made)):
                    meter.publish(made)
            _say(f"{min(begin + part, laptops) * VISITS:>8,} visits  {cost.told()}")
            _compare(meter, begin, laptops)
        _say("ANALYZE")
        meter.dialect.run("ANALYZE")
        for name, sql in QUERIES.items():
            _ask(meter, name, sql.format(hall=hall(7)))


def _compare(meter: Meter, begin: int, laptops: int) -> None:
    bare, ours, again = Cost(), Cost(), Cost()
    for extra in range(BESIDE):
        made = made_laptop(1_000_000 + begin * BESIDE + extra)
        steps: list[tuple[Cost, Callable[[Made], None]]] = [
            (bare, meter.copy_bare), (ours, meter.publish),
        ]  # fmt: skip
        for cost, step in steps:
            with meter.counted(cost, size(made)):
                step(made)
        known = told_again(made, 2_000_000 + begin * BESIDE + extra)
        with meter.counted(again, size(known)):
            meter.publish(known)
    cpu = (ours.own + ours.server) / (bare.own + bare.server)
    _say(f"    beside bare COPY: {ours.wall / bare.wall:.2f} × wall, {cpu:.2f} × CPU")
    _say(f"      bare {bare.told()}")
    _say(f"      ours {ours.told()}")
    _say(f"      known already {again.told()}")


def _ask(meter: Meter, name: str, sql: str) -> None:
    best = Cost(wall=float("inf"))
    for _ in range(5):
        cost = Cost()
        with meter.counted(cost, 0):
            found = meter.dialect.rows(sql)
        cost.rows = len(found)
        best = min(best, cost, key=lambda each: each.wall)
    _say(
        f"{name:36} {best.rows:>7,} rows  {1000 * best.wall:8.1f} ms wall"
        f"  {1000 * best.server:7.0f} ms CPU of the server"
    )


def _say_size(server: Server) -> None:
    total = server.run_sql("city", "SELECT pg_size_pretty(pg_database_size('city'))")
    _say(f"the database: {total}")
    _say(server.run_sql("city", _SIZES))


_SIZES = (
    "SELECT coalesce(p.relname, c.relname), sum(c.reltuples)::bigint, pg_size_pretty(sum("
    "pg_table_size(c.oid))), pg_size_pretty(sum(pg_indexes_size(c.oid))) FROM pg_class AS c"
    " LEFT JOIN pg_inherits AS i ON i.inhrelid = c.oid LEFT JOIN pg_class AS p"
    " ON p.oid = i.inhparent JOIN pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE c.relkind = 'r' AND n.nspname = 'public' GROUP BY 1 ORDER BY sum(pg_table_size(c.oid))"
    " DESC LIMIT 6"
)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
