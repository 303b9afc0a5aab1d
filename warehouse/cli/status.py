"""How things stand: the published release, the deliveries, what waits for a build."""

from collections import Counter
from typing import Any

from warehouse.ledger.connection import open_ledger
from warehouse.ledger.deliveries import list_deliveries
from warehouse.ledger.tables import State
from warehouse.releases.store import current_release, list_releases
from warehouse.settings import Settings


def read_status(settings: Settings) -> dict[str, Any]:
    """The published release, deliveries by state, and those that differ from it.

    `pending` names the deliveries that the next build will add or take out.
    """
    with open_ledger(settings.database_url) as ledger, ledger.reading() as session:
        deliveries = list_deliveries(session)
    release = current_release(settings)
    released = {one.delivery_id for one in release.deliveries} if release else set()
    accepted = {one.delivery_id for one in deliveries if one.state is State.ACCEPTED}
    counted = Counter(delivery.state for delivery in deliveries)
    return {
        "release": release.model_dump() if release else None,
        "releases": len(list_releases(settings)),
        "deliveries": {state.value: counted[state] for state in State},
        "pending": sorted(accepted ^ released),
    }
