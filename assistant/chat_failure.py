"""ChatModelFailure: why a chat model gave no reply, or only a part of one."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_WAIT_S = 5.0  # that a server may ask for (Retry-After) before a second attempt
_STATUS = {401: "key", 403: "key", 404: "missing", 408: "slow", 429: "busy"}
_WAITING = {429, 503}  # statuses that come with a time to wait


class ChatModelFailure(Exception):
    """A reply did not come, or ended before its end.

    Attributes:
        problem: What went wrong, a key of `strings.MODEL_PROBLEMS`.
    """

    def __init__(self, problem: str) -> None:
        """Note the problem."""
        super().__init__(problem)
        self.problem = problem


def failure_of(error: Exception, *, begun: bool) -> ChatModelFailure:
    """Tell what went wrong from a provider's error, which becomes the failure's cause.

    Args:
        error: As raised.
        begun: Whether a reply had begun to come.
    """
    if isinstance(error, ChatModelFailure):
        return error
    failure = ChatModelFailure(_problem(error, begun=begun))
    failure.__cause__ = error
    return failure


def _problem(error: Exception, *, begun: bool) -> str:
    import httpx
    from langchain_core.exceptions import ModelConnectionError, ModelTimeoutError

    status = getattr(error, "status_code", None)
    if isinstance(status, int) and status >= 300:
        return _STATUS.get(status, "failing" if status >= 500 else "rejected")
    if isinstance(error, TimeoutError | ModelTimeoutError | httpx.TimeoutException):
        return "slow"
    if isinstance(error, OSError | ModelConnectionError | httpx.TransportError):
        return "cut" if begun else "unreachable"
    if isinstance(error, ValueError | TypeError | LookupError | AttributeError):
        return "unreadable"  # no JSON, or not the JSON of the protocol
    return "failing"


def wait_s(error: Exception) -> float | None:
    """Return the seconds after which a refused request may be tried again, if they are few."""
    response = getattr(error, "response", None)
    if getattr(error, "status_code", None) not in _WAITING or response is None:
        return None
    wait = _asked_s(response.headers.get("retry-after", ""))
    return wait if wait is not None and 0 <= wait <= LONGEST_WAIT_S else None


def _asked_s(header: str) -> float | None:
    """Return the seconds that a Retry-After header asks for; of a date gone by, none to wait."""
    try:
        return float(header)
    except ValueError:
        pass
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
