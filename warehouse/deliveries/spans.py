"""The first and the last day that a file speaks of."""

from warehouse.deliveries.placing import Span
from warehouse.intake.conversions import Conversions
from warehouse.intake.delivery import ReadDelivery


def span_of(read: ReadDelivery) -> Span | None:
    """The span of the months it names, else of its required dates; None if neither."""
    days = list(read.facts.periods)
    if not days:
        texts = {
            text
            for column in read.format.required
            if column.kind == "date"
            for text in read.table.column(column.name).drop_null().unique().to_pylist()
        }
        with Conversions() as conversions:
            days = list(conversions.read_dates(texts).values())
    return (min(days), max(days)) if days else None
