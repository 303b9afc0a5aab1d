"""Whatever is asked, by whichever role, the server answers as it describes itself."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

EXAMPLES = 8
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.mark.parametrize("role", ["coordinator", "viewer", "deliverer", "researcher"])
def test_no_request_breaks_the_server(app, headers, role):
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app.server)
    own = headers(role)
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case):
            nonlocal asked
            asked += 1
            case.call_and_validate(headers=own, checks=CHECKS)

        ask()
    assert asked > len(schema)
