"""What goes wrong in the JSON API, as `application/problem+json` (RFC 9457): named by rule, without a patient's word.

Knows HTTP statuses and rule names; must not know who asked or what was stored.
"""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

TITLES: Final = {
    401: "Sign in",
    403: "Not allowed for this role",
    404: "Not found",
    405: "Method not allowed",
    409: "Not possible now",
    412: "Changed in the meantime",
    413: "Too large",
    422: "Not understood",
    429: "Too many requests",
    500: "Internal error",
    503: "Try again later",
}


class Problem(Exception):
    """Ends a request with `status`. `rule` is a stable name for machines, `detail` a sentence; `more` are further members."""

    def __init__(self, status: int, rule: str, detail: str = "", **more: object) -> None:
        super().__init__(rule)
        self.status, self.rule, self.detail, self.more = status, rule, detail, more

    def response(self, more_headers: Mapping[str, str] | None = None) -> JSONResponse:
        """The problem as a response."""
        body = {"type": f"urn:candor:{self.rule}", "title": TITLES.get(self.status, "Problem"), "status": self.status, "rule": self.rule}
        headers = {**({"WWW-Authenticate": "Bearer"} if self.status == 401 else {}), **(more_headers or {})}
        detail = {"detail": self.detail} if self.detail else {}
        return JSONResponse({**body, **detail, **self.more}, self.status, headers, "application/problem+json")


async def problem_response(_request: Request, problem: Exception) -> Response:
    """Starlette's exception hook for `Problem`."""
    if not isinstance(problem, Problem):
        raise problem
    return problem.response()
