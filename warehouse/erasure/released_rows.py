"""The keys of the rows in a release whose deliveries have no landing file any more."""

from collections.abc import Collection, Iterator
from pathlib import Path

import duckdb

from warehouse.erasure.landed_rows import Row, signal_number
from warehouse.erasure.marks import Keys
from warehouse.privacy.pseudonyms import Pseudonyms
from warehouse.releases.reading import read_rows

# What a person's record says of who it is about, per delivered row. An attempt and a
# tick say only which signal they belong to, so they are known as that is.
_RECORDS = """
    with signals as (
        select
            signal_key, delivery_id, sheet, row_number, format, district,
            contract_key, client_key, name_key, birth_date_key, postcode_key,
            house_number_key, postcode4, source_number, null as signal_number,
        from intermediate.int_signals__standardised
    ),
    belonging as (
        select signal_key, delivery_id, sheet, row_number,
        from intermediate.int_contact_attempts__standardised
        union all by name
        select signal_key, delivery_id, sheet, row_number,
        from intermediate.int_bailiff_steps__standardised
        where signal_key is not null
    ),
    records as (
        from signals
        union all by name
        select signals.* exclude (delivery_id, sheet, row_number), belonging.*
            exclude (signal_key),
        from belonging inner join signals using (signal_key)
        union all by name
        select
            delivery_id, sheet, row_number, 'signalenbestand' as format, district,
            contract_key, birth_date_key, postcode_key, postcode4, source_number,
        from intermediate.int_signal_events__standardised
        union all by name
        select
            delivery_id, sheet, row_number, format, district, contract_key,
            client_key, birth_date_key, signal_number,
        from intermediate.int_services__standardised
        union all by name
        select delivery_id, sheet, row_number, format, district, contract_key,
        from intermediate.int_follow_ups__standardised
        union all by name
        select delivery_id, sheet, row_number, format, district, contract_key,
        from intermediate.int_bailiff_steps__standardised
        union all by name
        select delivery_id, sheet, row_number, format, district, signal_number,
        from intermediate.int_claims__standardised
    )
    select distinct * exclude (signal_key),
    from records
    where not list_contains($landed, delivery_id)
"""


def released_keys(
    file: Path, landed: Collection[str], pseudonyms: Pseudonyms
) -> Iterator[tuple[str, Row, Keys]]:
    """Delivery, row and keys of each record that is in no landing file.

    `landed` are the deliveries that have one.
    """
    with duckdb.connect(str(file), read_only=True, config={"threads": 1}) as release:
        rows = read_rows(release, _RECORDS, {"landed": list(landed)})
    for row in rows:
        place = (row["sheet"], row["row_number"])
        yield row["delivery_id"], place, _keys(row, pseudonyms)


def _keys(row: dict[str, str | None], pseudonyms: Pseudonyms) -> Keys:
    own = signal_number(row["source_number"])
    is_national = row["format"] == "ddas"
    return Keys(
        delivery_id=row["delivery_id"] or "",
        district=row["district"],
        format=row["format"] if own else None,
        contract=row["contract_key"],
        client=None if is_national else row["client_key"],
        bsn=row["client_key"] if is_national else None,
        name=row["name_key"],
        birth_date=row["birth_date_key"],
        postcode=_whole_postcode(row, pseudonyms),
        house_number=row["house_number_key"],
        number=own or signal_number(row["signal_number"]),
    )


def _whole_postcode(row: dict[str, str | None], pseudonyms: Pseudonyms) -> str | None:
    digits = row["postcode4"]
    is_short = (
        digits and pseudonyms.pseudonym("postcode", digits) == row["postcode_key"]
    )
    return None if is_short else row["postcode_key"]
