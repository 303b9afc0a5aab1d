"""Security headers: what a page of the dashboard may load and do."""

from collections.abc import Sequence

from dash import Dash
from flask import Response, request

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_HTTPS_ONLY = "max-age=31536000"

# Scripts without a version in their name: kept, but asked after each time.
_SCRIPTS = "/_dash-component-suites/"


def content_security_policy(script_hashes: Sequence[str]) -> str:
    """Return a policy that allows this server only, and its inline scripts."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' {' '.join(script_hashes)}",
            # Mantine, AG Grid and plotly put their styles in the page.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "object-src 'none'",
        ]
    )


def install(app: Dash) -> None:
    """Send the headers with every answer; call after the last callback."""
    policy = content_security_policy(app.csp_hashes())

    @app.server.after_request
    def add_headers(response: Response) -> Response:
        response.headers.update(_HEADERS)
        response.headers["Content-Security-Policy"] = policy
        # Nothing stays in a shared computer, unless a route says that it may.
        is_script = request.path.startswith(_SCRIPTS)
        response.headers.setdefault(
            "Cache-Control", "no-cache" if is_script else "no-store"
        )
        if request.is_secure:
            response.headers["Strict-Transport-Security"] = _HTTPS_ONLY
        return response
