"""How long the server takes for a change of filter, with twenty people clicking."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

import duckdb
import httpx

from tests.accounts import PASSWORD, make_accounts
from tests.browser.serving import serving
from warehouse.settings import Settings

PEOPLE, CLICKS, THINKING_SECONDS = 20, 25, 1.5
# A server that has just begun still reads ahead; that it is slower then is known.
SETTLING_SECONDS = 20
ROLES = ("coordinator", "viewer")
PAGES = ("/", "/meldingen", "/bereik", "/resultaten")
GROUPS = {"sex": ("female", "male"), "repeat": ("first", "repeat")}
INPUTS = (("address", "pathname"), ("address", "search"), ("release", "data"))


@dataclass(frozen=True)
class Clicked:
    """Milliseconds of all clicks: 50th and 95th percentile; of a bare query."""

    signals: int
    median: float
    p95: float
    bare: float


def measure_filter_changes(home: Path) -> Clicked:
    """Let twenty people change filters on a served home, each thinking in between.

    A click is what a browser sends when the address changes; the time runs from the
    request to the whole answer, on the loopback address.
    """
    make_accounts(Settings(home=home, _env_file=None))
    with duckdb.connect(str(home / "warehouse.duckdb"), read_only=True) as release:
        places = release.execute(
            "select distinct coalesce(district, ''), coalesce(pilot, '')"
            " from marts.indicator_states"
        ).fetchall()
        signals = release.execute("select count(*) from marts.fct_signals").fetchone()
        bare = _bare(release)
    with serving(home) as address, ThreadPoolExecutor(PEOPLE) as people:
        # Signing in costs time on purpose; all are in before anybody clicks.
        clients = [_signed_in(address, one) for one in range(PEOPLE)]
        callback = _callback(clients[0])
        time.sleep(SETTLING_SECONDS)
        found = people.map(
            lambda one: _click(clients[one], one, places, callback), range(PEOPLE)
        )
        times = [took for one in found for took in one]
    cuts = quantiles(times, n=20)
    return Clicked(signals[0], cuts[9] * 1000, cuts[18] * 1000, bare * 1000)


def _bare(release: duckdb.DuckDBPyConnection) -> float:
    """Seconds of the query for all figures of the region, once it is warm."""
    sql = (
        "select line_id, numerator, denominator from marts.indicator_prepared"
        " where state_id = (select min(state_id) from marts.indicator_states"
        " where dimension = '' and district is null and pilot is null"
        " and period_type = 'total')"
    )
    release.execute(sql).fetchall()
    start = time.perf_counter()
    for _ in range(20):
        release.execute(sql).fetchall()
    return (time.perf_counter() - start) / 20


def _signed_in(address: str, number: int) -> httpx.Client:
    client = httpx.Client(base_url=address, timeout=120)
    token = client.get("/inloggen").text.split('name="csrf_token" value="')[1]
    form = {
        "user_name": ROLES[number % len(ROLES)],
        "password": PASSWORD,
        "csrf_token": token.split('"')[0],
    }
    assert client.post("/inloggen", data=form).status_code == 302
    client.get("/")
    return client


def _callback(client: httpx.Client) -> str:
    """The outputs of the callback that draws a page, as Dash names them."""
    listed = client.get("/_dash-dependencies").json()
    return next(one["output"] for one in listed if "page.children" in one["output"])


def _click(
    client: httpx.Client, number: int, places: list[tuple[str, str]], callback: str
) -> list[float]:
    """Seconds of every click of one person."""
    chance = random.Random(number)
    headers = {"X-CSRFToken": client.cookies["_csrf_token"]}
    times = []
    for _ in range(CLICKS):
        time.sleep(chance.uniform(0, 2 * THINKING_SECONDS))
        body = _body(callback, chance.choice(PAGES), _search(chance, places))
        start = time.perf_counter()
        answer = client.post("/_dash-update-component", json=body, headers=headers)
        times.append(time.perf_counter() - start)
        assert answer.status_code == 200, answer.text
    client.close()
    return times


def _search(chance: random.Random, places: list[tuple[str, str]]) -> str:
    district, pilot = chance.choice(places)
    chosen = {"district": district, "pilot": pilot}
    if chance.random() < 0.3:
        group = chance.choice(list(GROUPS))
        chosen[group] = chance.choice(GROUPS[group])
    return "?" + "&".join(f"{key}={code}" for key, code in chosen.items() if code)


def _body(callback: str, path: str, search: str) -> dict[str, object]:
    names = [one.rsplit(".", 1) for one in callback.strip(".").split("...")]
    values = (path, search, None)
    return {
        "output": callback,
        "outputs": [{"id": key, "property": prop} for key, prop in names],
        "inputs": [
            {"id": key, "property": prop, "value": value}
            for (key, prop), value in zip(INPUTS, values, strict=True)
        ],
        "changedPropIds": ["address.search"],
        "state": [],
    }


def section(found: Clicked) -> str:
    """Return what was measured as a section of the report."""
    return "\n".join(
        [
            "## A change of filter",
            "",
            f"{PEOPLE} people at once on {found.signals:,} signals, each {CLICKS} "
            f"clicks with {THINKING_SECONDS} s of thinking on average, over "
            f"{len(PAGES)} pages, all places and some groups, of a server that began "
            f"{SETTLING_SECONDS} s before; server, people and database share the two "
            "cores. From the request to the whole answer; "
            "*bare* is the query for all figures of one state.",
            "",
            "| | ms | times bare |",
            "|---|---:|---:|",
            f"| median | {found.median:.0f} | {found.median / found.bare:.0f} |",
            f"| 95th percentile | {found.p95:.0f} | {found.p95 / found.bare:.0f} |",
            f"| bare | {found.bare:.1f} | 1 |",
            "",
        ]
    )


if __name__ == "__main__":
    import sys

    print(section(measure_filter_changes(Path(sys.argv[1]))))
