"""Searching the ledger: light rows, counts, what filters can choose from."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias

from inspector.domain.finding.finding import FindingState
from inspector.domain.finding.ledger import (
    UNFINISHED,
    FoundBy,
    LedgerChoices,
    LedgerColumn,
    LedgerCounts,
    LedgerFilter,
    LedgerOrder,
    LedgerRow,
    LedgerSource,
)
from inspector.storage.database.database import Database, Row
from inspector.storage.database.pinyin_order import FUNCTION, pinyin_key
from inspector.storage.database.typed_rows import typed_row
from inspector.storage.stores.finding_terms import DUE_TODAY, OVERDUE
from inspector.storage.stores.finding_terms import UNFINISHED as UNFINISHED_TERM
from inspector.storage.stores.ledger.finding_lines import FindingLines
from inspector.storage.stores.ledger.finding_pairs import FindingPairs
from inspector.storage.stores.ledger.finding_places import places, rows_at
from inspector.storage.stores.ledger.finding_sets import FindingSets
from inspector.storage.stores.ledger.kept_findings import KeptFindings, Written
from inspector.storage.stores.ledger.ledger_search import (
    Term,
    leads,
    looked_up,
    read_through,
    words_of,
)
from inspector.storage.stores.ranked_terms import APART, ROUNDS, VOICED

_COLUMNS: dict[LedgerColumn, str] = {
    LedgerColumn.NUMBER: "number",
    LedgerColumn.DAY: "day",
    LedgerColumn.SITE: f"{FUNCTION}(site_name)",
    LedgerColumn.WINDOW: f"{FUNCTION}(window_number)",
    LedgerColumn.TEXT: f"{FUNCTION}(text)",
    LedgerColumn.CATEGORY: "CASE category WHEN 'etiquette' THEN 1 WHEN 'civil-language' THEN 2"
    " WHEN 'operating-norms' THEN 3 ELSE 4 END",
    LedgerColumn.DEDUCTION: "deduction",
    LedgerColumn.DEPARTMENT: f"{FUNCTION}(department)",
    LedgerColumn.OWNER: f"{FUNCTION}(owner)",
    LedgerColumn.LEADER: f"{FUNCTION}(leader)",
    LedgerColumn.DEADLINE: "deadline",
    LedgerColumn.STATE: "CASE state WHEN 'open' THEN 1 WHEN 'rectifying' THEN 2"
    " WHEN 'reported' THEN 3 WHEN 'closed' THEN 4 ELSE 5 END",
    LedgerColumn.TIMES: "times_at_window",
    LedgerColumn.CHANGED: "changed_at",
}

_ROW = (
    "id, number, day, site_id, site_name, window_number, staff_number, category, text, item_text,"
    " deduction, reviewed_deduction, veto, department, owner, leader, type, deadline, state, round,"
    " appealed_at, done_on, times_at_window, times_at_site, asked_until, asked_reason"
)
_EVERYTHING = "1"
_APPEALED = "SELECT rowid FROM finding INDEXED BY finding_by_appeal WHERE appealed_at IS NOT NULL"
_ASKED = (
    "SELECT rowid AS place FROM finding INDEXED BY finding_by_asked WHERE asked_until IS NOT NULL"
)
"""Led to by indexes that have nothing else, whatever else could be read without the rows."""

_SHORT_BY_DAY = (
    "(SELECT rowid AS at, day AS on_day FROM finding INDEXED BY finding_by_day)"
    " CROSS JOIN finding_line AS finding ON finding.place = at"
)
"""The short rows, called `finding`, in the order of an index that has no room for more."""

_SCATTERED = 3
"""Times as many rows as are asked for lie between the first and the last of them."""

_CHUNK = 500
"""Identifiers in one query."""

_NEWEST = LedgerOrder()


class LedgerStore:
    """Reads findings for lists; writes nothing."""

    def __init__(
        self,
        database: Database,
        pairs: FindingPairs | None = None,
        kept: KeptFindings | None = None,
        written: Written | None = None,
    ) -> None:
        """Read from a database; with `pairs` the index answers of initials as well.

        With `kept`, too, of what is `written` by now much is known; the connection is then one that
        nothing is written through.
        """
        self._database = database
        self._pairs = pairs
        self._kept = kept
        self._written = written

    def rows(
        self,
        asked: LedgerFilter,
        today: date,
        order: LedgerOrder = _NEWEST,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[LedgerRow]:
        """Return lines of the ledger."""
        where, values = self._where(asked, today)
        found = self._database.rows(
            f"SELECT {_ROW} FROM finding WHERE {where} ORDER BY {_by(asked, order)}"
            " LIMIT :limit OFFSET :offset",
            {**values, "limit": -1 if limit is None else limit, "offset": offset},
        )
        return [_ledger_row(row) for row in found]

    def ids(self, asked: LedgerFilter, today: date, order: LedgerOrder) -> list[str]:
        """Return the identifiers of all lines."""
        if order.column is LedgerColumn.DAY and self._are_short(asked):
            return self._short(asked, today, order)[0]
        where, values = self._where(asked, today)
        rows_in_order = f"finding WHERE {where} ORDER BY {_by(asked, order)}"
        if order.column is LedgerColumn.DAY and _is_history(asked):
            by = "DESC" if order.descending else "ASC"
            rows_in_order = f"{_SHORT_BY_DAY} WHERE {where} ORDER BY on_day {by}, at {by}"
        # One by one: to let go of all rows of ten years at once takes Python's lock for long.
        return [
            row[0] for row in self._database.each(f"SELECT finding.id FROM {rows_in_order}", values)
        ]

    def ids_and_counts(
        self, asked: LedgerFilter, of: LedgerFilter, today: date, order: LedgerOrder
    ) -> tuple[list[str], LedgerCounts]:
        """Return the identifiers of all lines, and how many findings `of` a filter stand where."""
        if order.column is LedgerColumn.DAY:
            kept = self._known(asked, of, today, order)
            if kept is not None:
                return kept
        if asked == of and order.column is LedgerColumn.DAY and self._are_short(asked):
            return self._short(asked, today, order)
        return self.ids(asked, today, order), self.counts(of, today)

    def first_ids(
        self,
        asked: LedgerFilter,
        today: date,
        order: LedgerOrder,
        most: int = 200,
        among: int = 20_000,
    ) -> list[str]:
        """Return the first `most` lines, where they are found sooner than all of them; else none.

        By day, where so many `among` the first findings are asked for: none of those that follow
        is looked at.
        """
        if order.column is not LedgerColumn.DAY or asked.inspection_id:
            return []
        site, index = _EVERYTHING, "finding_by_day"
        if asked.site_id:
            site, index = "site_id = :site_id", "finding_by_site"
        by, on, edge = ("DESC", ">=", "min") if order.descending else ("ASC", "<=", "max")
        # Words are looked for among those rows alone: of a day that is cut the others come behind.
        (end,) = self._database.rows(
            f"SELECT {edge}(day) AS day, {edge}(place) AS place, count(*) AS number FROM"
            f" (SELECT day, rowid AS place FROM finding WHERE {site}"
            f" ORDER BY day {by} LIMIT {among + 1})",
            {"site_id": asked.site_id},
        )
        if end["number"] <= among or self._are_all_sooner(asked, order, end["place"], among):
            return []
        where, values = self._where(asked, today, within=f"rowid {on} :place")
        rows = self._database.rows(
            f"SELECT id FROM finding INDEXED BY {index} WHERE {where} AND day {on} :end"
            f" ORDER BY day {by}, rowid {by} LIMIT {most}",
            {**values, "end": end["day"], "place": end["place"]},
        )
        return [row["id"] for row in rows] if len(rows) == most else []

    def _are_all_sooner(
        self, asked: LedgerFilter, order: LedgerOrder, place: int, among: int
    ) -> bool:
        """Tell whether words among the first findings take longer than those of all, as kept.

        Where bundles of other laptops came the latest findings lie anywhere, from `place` on.
        """
        (last,) = self._database.rows("SELECT max(rowid) FROM finding")[0]
        looked_through = last - place if order.descending else place
        is_led = bool(words_of(asked.text) or any(_names(asked)))
        return (
            looked_through > _SCATTERED * among
            and is_led
            and self._kept is not None
            and self._kept.is_ready
            and _is_short(_standing_as(LedgerFilter(), asked))
        )

    def rows_of(self, ids: Iterable[str]) -> list[LedgerRow]:
        """Return lines by identifier, in the order asked for; unknown ones are left out."""
        wanted = list(dict.fromkeys(ids))
        found: dict[str, LedgerRow] = {}
        for begin in range(0, len(wanted), _CHUNK):
            chunk = wanted[begin : begin + _CHUNK]
            marks = ", ".join("?" for _ in chunk)
            rows = self._database.rows(
                f"SELECT {_ROW} FROM finding WHERE id IN ({marks})", tuple(chunk)
            )
            found.update((row["id"], _ledger_row(row)) for row in rows)
        return [found[each] for each in wanted if each in found]

    def counts(self, asked: LedgerFilter, today: date) -> LedgerCounts:
        """Return how many findings of a filter stand where."""
        kept = self._known(asked, asked, today, _NEWEST)
        if kept is not None:
            return kept[1]
        if self._are_short(asked):
            return self._short(asked, today)[1]
        # In two: where only numbers are added up nothing has to be put in groups, and of what is
        # unfinished, which is little, an index knows the states.
        where, values = self._where(asked, today)
        # An index that knows all that is added up, of all that a site ever had, would be preferred.
        led = "finding INDEXED BY finding_unfinished_by_site" if _is_of_a_site(asked) else "finding"
        unfinished = self._database.rows(
            "SELECT state, count(*) AS number, sum(deadline < :today) AS late,"
            f" sum(deadline = :today) AS due FROM {led} WHERE {where} AND {UNFINISHED_TERM}"
            " GROUP BY +state",
            values,
        )
        every = self._database.rows(
            "SELECT count(*) AS number, count(nullif(state, 'withdrawn')) AS stand,"
            " count(CASE WHEN times_at_window > 1 THEN 1 END) AS repeats,"
            " count(appealed_at) AS appealed"
            f" FROM {led} WHERE {where}",
            values,
        )[0]
        asking = self._database.rows(  # few: each is looked at
            f"SELECT count(*) AS number FROM ({_ASKED}) AS asking"
            f" CROSS JOIN finding ON finding.rowid = asking.place WHERE {where}",
            values,
        )[0]
        by_state = {FindingState(row["state"]): row["number"] for row in unfinished}
        by_state[FindingState.CLOSED] = every["stand"] - sum(by_state.values())
        by_state[FindingState.WITHDRAWN] = every["number"] - every["stand"]
        return LedgerCounts(
            by_state={s: by_state[s] for s in FindingState if by_state.get(s)},
            overdue=sum(row["late"] for row in unfinished),
            due_today=sum(row["due"] for row in unfinished),
            repeats=every["repeats"],
            appealed=every["appealed"],
            asked=asking["number"],
        )

    def are_more(self, asked: LedgerFilter, today: date, most: int) -> bool:
        """Tell whether a filter shows more than `most` findings; the others are not looked at."""
        where, values = self._where(asked, today)
        rows = self._database.rows(
            f"SELECT 1 FROM finding WHERE {where} LIMIT 1 OFFSET :most", {**values, "most": most}
        )
        return bool(rows)

    def choices(self, site_id: str = "") -> LedgerChoices:
        """Return what filters can choose from, at one site or anywhere."""
        names = zip(*(place.names for place in places(self._database, site_id)), strict=True)
        windows, departments, owners = tuple(map(_in_order, names)) or ((), (), ())
        return LedgerChoices(windows, departments, owners)

    def _known(
        self, asked: LedgerFilter, of: LedgerFilter, today: date, order: LedgerOrder
    ) -> tuple[list[str], LedgerCounts] | None:
        """Return what `ids_and_counts` does by what is kept, where that has all of it."""
        pairs, anywhere = self._pairs, _standing_as(LedgerFilter(), of)
        if pairs is None or self._kept is None or not _is_short(of):
            return None
        if of != anywhere or asked != _standing_as(asked, of):
            return None
        with self._database.one_moment():
            standing = self._kept.standing(self._database, self._written)
            if standing is None or not leads(self._database, words_of(of.text), pairs):
                return None
            sets = FindingSets(self._database, pairs, standing)
            with suppress(IndexError):  # a short row is missing, of which the doctor tells
                return sets.ids_and_counts(asked, today, descending=order.descending)
            return None

    def _are_short(self, asked: LedgerFilter) -> bool:
        """Tell whether words and names lead to findings, and short rows have all that is asked."""
        words = words_of(asked.text)
        is_led = bool(words or any(_names(asked))) and not _is_few(asked) and _is_short(asked)
        return is_led and leads(self._database, words, self._pairs)

    def _short(
        self, asked: LedgerFilter, today: date, order: LedgerOrder = _NEWEST
    ) -> tuple[list[str], LedgerCounts]:
        where, values = self._where(asked, today, alone=True)
        return FindingLines(self._database).read(where, values, today, descending=order.descending)

    def _where(
        self, asked: LedgerFilter, today: date, *, alone: bool = False, within: str = ""
    ) -> tuple[str, dict[str, Any]]:
        words = words_of(asked.text)
        if _is_few(asked):
            return _where(asked, today, [*_named(asked), *read_through(words)])
        terms = looked_up(
            self._database, words, asked.site_id, self._pairs, alone=alone, within=within
        )
        if any(_names(asked)):
            known = places(self._database, asked.site_id)
            there, values = rows_at((each for each in known if each.has(*_names(asked))), "places")
            terms = [(f"finding.rowid IN ({there})", values), *terms]
        return _where(asked, today, terms)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, set(names)), key=lambda name: (pinyin_key(name), name)))


def _by(asked: LedgerFilter, order: LedgerOrder) -> str:
    """Return an order with its ties broken: newest first."""
    direction = "DESC" if order.descending else "ASC"
    if order.column is LedgerColumn.DAY:
        # Few were closed lately: they are looked up and then put in order (+), not the other
        # way round.
        day = "+day" if _is_led_to(asked) else "day"
        return f"{day} {direction}, rowid {direction}"
    return f"{_COLUMNS[order.column]} {direction}, day DESC, rowid DESC"


_FOUND_BY = {
    FoundBy.VISITS: f"NOT {APART}",
    FoundBy.PATROLS: ROUNDS,
    FoundBy.PUBLIC: VOICED,
}

_Term: TypeAlias = tuple[bool, str, dict[str, Any]]
"""Whether it is asked, a condition, its values."""


def _of_figure(source: LedgerSource) -> list[_Term]:
    """Return the conditions of what a figure counted."""
    sites = {f"of_site{n}": site_id for n, site_id in enumerate(source.site_ids)}
    visits: list[_Term] = [
        (True, _FOUND_BY[source.found_by], {}),
        (bool(source.phase), "phase = :phase", {"phase": source.phase}),
        (
            bool(source.pack_id),
            "pack_hash IN (SELECT hash FROM pack WHERE pack_id = :pack AND weighing = :weighing)",
            {"pack": source.pack_id, "weighing": source.pack_weighing},
        ),
        (source.form is not None, "form = :form", {"form": source.form}),
    ]
    own = " AND ".join(term for present, term, _ in visits if present)
    values = {key: value for present, _, each in visits if present for key, value in each.items()}
    return [
        (True, "state <> 'withdrawn'", {}),
        (source.veto, "veto", {}),
        (
            bool(source.site_ids),
            f"site_id IN ({', '.join(f':{name}' for name in sites)})",
            sites,
        ),
        (bool(source.item_id), "item_id = :item", {"item": source.item_id}),
        (bool(source.staff_number), "staff_number = :staff", {"staff": source.staff_number}),
        # Of the findings that are left each visit is looked up.
        (
            True,
            f"EXISTS (SELECT 1 FROM inspection WHERE id = finding.inspection_id AND {own})",
            values,
        ),
    ]


def _where(asked: LedgerFilter, today: date, led_by: Iterable[Term]) -> tuple[str, dict[str, Any]]:
    """Return the condition of a filter, with those of its words and names, and its values."""
    site, apart = "site_id = :site_id", ""
    if asked.appealed or asked.asked or asked.inspection_id:
        site = f"+{site}"  # the few are looked at, rather than all that a site ever had
    elif _is_of_a_site(asked):
        # By these very words an index knows those of the site; no other one is to be gone by (+).
        site, apart = f"{site} AND {UNFINISHED_TERM}", "+"
    terms: list[_Term] = [
        (bool(asked.site_id), site, {"site_id": asked.site_id}),
        (asked.category is not None, "category = :category", {"category": asked.category}),
        *((True, *term) for term in led_by),
        (asked.overdue, "+deadline < :today" if apart else OVERDUE, {}),
        (asked.due_today, "+deadline = :today" if apart else DUE_TODAY, {}),
        (asked.repeats, "times_at_window > 1", {}),
        (asked.appealed, f"finding.rowid IN ({_APPEALED})", {}),
        (asked.asked, f"finding.rowid IN ({_ASKED})", {}),
        (asked.first is not None, "day >= :first", {"first": _day(asked.first)}),
        (asked.last is not None, "day <= :last", {"last": _day(asked.last)}),
        (asked.round is not None, "round = :round", {"round": asked.round}),
        (bool(asked.inspection_id), "inspection_id = :visit", {"visit": asked.inspection_id}),
    ]
    if asked.source is not None:
        terms.extend(_of_figure(asked.source))
    if asked.closed_first is not None:
        terms.append(
            (True, "closed_at >= :closed_first", {"closed_first": _day(asked.closed_first)})
        )
    if asked.closed_last is not None:
        end = date.fromordinal(min(asked.closed_last.toordinal() + 1, date.max.toordinal()))
        terms.append((True, "closed_at < :closed_end", {"closed_end": _day(end)}))
    if asked.states:
        named = {f"state{n}": state.value for n, state in enumerate(sorted(asked.states))}
        terms.append((True, f"{apart}state IN ({', '.join(f':{name}' for name in named)})", named))
    values: dict[str, Any] = {"today": today.isoformat()}
    for present, _, own in terms:
        if present:
            values.update(own)
    return " AND ".join(term for present, term, _ in terms if present) or _EVERYTHING, values


def _names(asked: LedgerFilter) -> tuple[str, str, str]:
    """Return the window, department and owner that are asked about; the others are blank."""
    return asked.window_number, asked.department, asked.owner


def _named(asked: LedgerFilter) -> list[Term]:
    """Return the conditions of window, department and owner, where each finding is looked at."""
    columns = zip(("window_number", "department", "owner"), _names(asked), strict=True)
    return [(f"{column} = :{column}", {column: name}) for column, name in columns if name]


def _is_few(asked: LedgerFilter) -> bool:
    """Tell whether an index leads to so few findings that each may be looked at."""
    return bool(_is_unfinished(asked) or asked.inspection_id)


def _is_short(asked: LedgerFilter) -> bool:
    """Tell whether all that is asked besides words and names is in a finding's short row."""
    longer = (
        asked.site_id, asked.category, asked.source, asked.round, asked.inspection_id,
        asked.closed_first, asked.closed_last, asked.appealed, asked.asked,
    )  # fmt: skip
    return all(each in (None, "", False) for each in longer)


def _standing_as(asked: LedgerFilter, of: LedgerFilter) -> LedgerFilter:
    """Return a filter that asks where findings stand as one does, and else as another."""
    return replace(
        of,
        states=asked.states,
        overdue=asked.overdue,
        due_today=asked.due_today,
        repeats=asked.repeats,
        appealed=asked.appealed,
        asked=asked.asked,
    )


def _is_history(asked: LedgerFilter) -> bool:
    """Tell whether nearly all that was ever found is asked for, and nothing but short rows."""
    led = asked.text.strip() or any(_names(asked)) or asked.first or asked.last
    most = not asked.states or FindingState.CLOSED in asked.states
    return bool(most and not led and not _is_few(asked) and _is_short(asked))


def _is_of_a_site(asked: LedgerFilter) -> bool:
    """Tell whether what is unfinished at a site is asked for, and nothing that fewer are."""
    fewer = asked.appealed or asked.asked or asked.inspection_id
    return bool(asked.site_id and _is_unfinished(asked) and not fewer)


def _is_unfinished(asked: LedgerFilter) -> bool:
    states = asked.states and asked.states <= UNFINISHED
    return bool(asked.overdue or asked.due_today or states)


def _is_led_to(asked: LedgerFilter) -> bool:
    """Tell whether something leads to findings that are put in order after they were found."""
    return bool(
        asked.closed_first is not None
        or asked.appealed
        or asked.asked
        or asked.text
        or any(_names(asked))
        or (asked.site_id and _is_unfinished(asked))
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _ledger_row(row: Row) -> LedgerRow:
    is_appealed = row["appealed_at"] is not None
    text = row["text"] or row["item_text"]
    return typed_row(row, LedgerRow, text=text, is_appealed=is_appealed)
