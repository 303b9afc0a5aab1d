"""Asks routes and callbacks as a browser does, and tells what the table expects."""

import json

from expected_answers import ANYBODY, SIGNED_IN, TOKEN

from tests.accounts import ROLES, identity_of

NOBODY = None
ASKERS = [NOBODY, *ROLES]
_PATTERNS = (["MATCH"], ["ALL"], ["ALLSMALLER"])


def may(who, asker) -> bool:
    """Whether the table lets an account (None is nobody) ask."""
    if who is ANYBODY:
        return True
    if asker is NOBODY or who is TOKEN:
        return False
    return who is SIGNED_IN or identity_of(asker).may(who)


def refusal(who, asker) -> int:
    """The status of who may not ask."""
    return 401 if asker is NOBODY or who is TOKEN else 403


def server_callbacks(app) -> dict[str, tuple[str, dict]]:
    """The callbacks that run on the server, by name: (output, facts)."""
    found: dict[str, tuple[str, dict]] = {}
    for output, callback in app.callback_map.items():
        if "callback" in callback:
            name = name_of(callback)
            assert name not in found, f"{name} is registered twice"
            found[name] = (output, callback)
    return found


def name_of(callback: dict) -> str:
    """Where a callback stands, such as `frame.show`.

    One that a function makes is known by its first input too.
    """
    function = callback["callback"]
    name = f"{function.__module__}.{function.__qualname__}".removeprefix("dashboard.")
    if "<locals>" not in name:
        return name
    first = callback["inputs"][0]
    return f"{name.split('.<locals>')[0]} on {first['id']}.{first['property']}"


def payload(output: str, callback: dict, values: dict) -> dict:
    """The body that Dash's scripts would send to call a callback."""
    inputs = [_argument(one, values) for one in callback["inputs"]]
    outputs = callback["output"]
    is_many = isinstance(outputs, (list, tuple))
    named = [
        {"id": _concrete(one.component_id), "property": one.component_property}
        for one in (outputs if is_many else [outputs])
    ]
    first = callback["inputs"][0]
    return {
        "output": output,
        "outputs": named if is_many else named[0],
        "inputs": inputs,
        "state": [_argument(one, values) for one in callback["state"]],
        "changedPropIds": [f"{first['id']}.{first['property']}"],
    }


def _argument(part: dict, values: dict):
    name = f"{part['id']}.{part['property']}"
    if '["ALL"]' in part["id"] or '["ALLSMALLER"]' in part["id"]:
        return [
            {"id": {"name": "x"}, "property": part["property"], "value": one}
            for one in values.get(name, [])
        ]
    return {
        "id": _concrete(part["id"]),
        "property": part["property"],
        "value": values.get(name),
    }


def _concrete(component_id):
    """An id with something in the place of each pattern."""
    if isinstance(component_id, str):
        if not component_id.startswith("{"):
            return component_id
        component_id = json.loads(component_id)
    return {
        key: "x" if value in _PATTERNS or not isinstance(value, (str, int)) else value
        for key, value in component_id.items()
    }
