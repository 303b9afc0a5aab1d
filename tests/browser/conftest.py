"""A served demonstration and a browser that notices whatever should not happen."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import serving

STEP_MILLISECONDS = 20_000
REFUSAL = "Failed to load resource: the server responded with a status of 40"
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
]


@pytest.fixture(scope="session")
def address(demo_home) -> Iterator[str]:
    with serving(demo_home) as served:
        yield served


@pytest.fixture(scope="session")
def browser_type_launch_args():
    return {"executable_path": shutil.which("chromium"), "args": FLAGS}


@pytest.fixture(scope="session")
def visited(browser: Browser) -> Iterator[BrowserContext]:
    """What all tests browse in, so that scripts are fetched and read only once."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(visited: BrowserContext) -> Iterator[Page]:
    """A page of somebody who has not signed in, in a browser that knows the scripts."""
    visited.clear_cookies()
    visited.clear_permissions()
    page = visited.new_page()
    yield page
    page.close()


@pytest.fixture(autouse=True)
def nothing_unexpected(page: Page, request) -> Iterator[None]:
    """Fail on an error in the browser and on any request to another server.

    In a test marked `refusals` the browser may report what the server refused.
    """
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("console", lambda message: problems.extend(_complaint(message)))
    page.on("request", lambda request: problems.extend(_outside(request.url)))
    page.set_default_timeout(STEP_MILLISECONDS)
    expect.set_options(timeout=STEP_MILLISECONDS)
    yield
    if request.node.get_closest_marker("refusals"):
        problems = [one for one in problems if not one.startswith(REFUSAL)]
    assert problems == []


def _complaint(message) -> list[str]:
    return [message.text] if message.type in ("error", "warning") else []


def _outside(url: str) -> list[str]:
    own = ("http://127.0.0.1:", "data:", "blob:")
    return [] if url.startswith(own) else [f"request to {url}"]
