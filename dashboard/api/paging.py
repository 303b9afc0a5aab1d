"""Pages of a list, with the addresses of their neighbours."""

from collections.abc import Sequence
from typing import TypeVar
from urllib.parse import urlencode

from flask import request

from dashboard.api.models import Links, PageQuery

One = TypeVar("One")


def page_of(items: Sequence[One], wish: PageQuery) -> tuple[Sequence[One], Links]:
    """Return the items of one page, and the links to it and its neighbours."""
    start = (wish.page - 1) * wish.page_size
    end = start + wish.page_size
    links = Links(
        self=_address(wish.page),
        next=_address(wish.page + 1) if end < len(items) else None,
        prev=_address(wish.page - 1) if wish.page > 1 else None,
    )
    return items[start:end], links


def _address(page: int) -> str:
    asked = request.args.to_dict() | {"page": str(page)}
    return f"{request.path}?{urlencode(asked)}"
