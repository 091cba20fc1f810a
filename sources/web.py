"""Web page: fetched once, within limits of time and size.

httpx fetches it: typed, maintained, strict about addresses and encodings.
"""

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sources import problems
from sources.blob import Blob, too_large
from sources.errors import SourceError
from sources.inside import is_inside
from sources.settings import Settings

if TYPE_CHECKING:
    import httpx

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; thamtop)",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, "
    "application/pdf, text/plain;q=0.9, */*;q=0.5",
    "Accept-Language": "th, en;q=0.8",
}
_MOST_REDIRECTS = 10


def fetch(address: str, settings: Settings, *, led_from: str | None = None) -> Blob:
    """Fetch a page or file by http or https, following redirects.

    A person may name a machine of their own network; a page or feed elsewhere may not lead there,
    since what it says there is not meant for whoever wrote the page.

    Args:
        address: What is fetched.
        settings: Limits of time and size.
        led_from: Where the address was found, if no person named it.

    Raises:
        SourceError: The address is none, the server cannot be reached, answers with an error
            or too slowly, sends nothing or too much, or leads inside the network.
    """
    if address.partition("://")[0].lower() not in ("http", "https"):
        raise SourceError(problems.NO_ADDRESS, address=address)
    if address.partition("://")[2][:1] in ("", "/", "?", "#"):
        raise SourceError(problems.INVALID_ADDRESS, address=address)
    named = address if led_from is None else led_from
    with _translated(address, settings), _open(address, settings, named) as response:
        _check_status(address, response)
        data = _read(address, response, settings)
        if not data.strip():
            raise SourceError(problems.EMPTY_PAGE, address=address)
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        final = str(response.url)
        return Blob(data, final, _name(final), kind or None, response.charset_encoding)


@contextmanager
def _open(address: str, settings: Settings, named: str) -> Iterator["httpx.Response"]:
    import httpx

    known = httpx.URL(named).host if named.startswith(("http://", "https://")) else ""

    def stay_outside(request: httpx.Request) -> None:
        host = request.url.host
        if host != known and is_inside(host):
            raise SourceError(problems.LEADS_INSIDE, address=address, host=host)

    with (
        httpx.Client(
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
            timeout=settings.fetch_timeout_s,
            headers=_HEADERS,
            verify=_trusted(),
            event_hooks={"request": [stay_outside]},  # called for each redirect too
        ) as client,
        client.stream("GET", address) as response,
    ):
        yield response


@cache
def _trusted() -> ssl.SSLContext:
    """Read the certificates of authorities once: it takes longer than many a page."""
    import httpx

    return httpx.create_ssl_context()


@contextmanager
def _translated(address: str, settings: Settings) -> Iterator[None]:
    """Turn the errors of httpx into sentences."""
    import httpx

    try:
        yield
    except httpx.TimeoutException as error:
        raise _too_slow(address, settings) from error
    except httpx.TooManyRedirects as error:
        raise SourceError(problems.CIRCLE, address=address) from error
    except httpx.UnsupportedProtocol as error:
        raise SourceError(problems.LEADS_ELSEWHERE, address=address) from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(problems.INVALID_ADDRESS, address=address) from error
    except httpx.HTTPError as error:
        raise SourceError(problems.UNREACHABLE, address=address) from error


def _too_slow(address: str, settings: Settings) -> SourceError:
    return SourceError(problems.SLOW, address=address, seconds=settings.fetch_timeout_s)


def _check_status(address: str, response: "httpx.Response") -> None:
    code = response.status_code
    if response.is_success:
        return
    problem = problems.OTHER_STATUS
    if code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        problem = problems.NOT_THERE
    elif code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        problem = problems.REFUSED
    elif code == HTTPStatus.TOO_MANY_REQUESTS or response.is_server_error:
        problem = problems.OUT_OF_ORDER
    raise SourceError(problem, address=address, status=code)


def _read(address: str, response: "httpx.Response", settings: Settings) -> bytes:
    """Read the body; the limits hold for all of it, unpacked, however slowly it trickles."""
    limit = settings.max_source_mb * 1e6
    deadline = time.monotonic() + settings.fetch_timeout_s
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise too_large(address, settings)
    data = bytearray()
    for part in response.iter_bytes(65_536):
        data += part
        if len(data) > limit:
            raise too_large(address, settings)
        if time.monotonic() > deadline:
            raise _too_slow(address, settings)
    return bytes(data)


def _name(address: str) -> str:
    parts = urlsplit(address)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.netloc
