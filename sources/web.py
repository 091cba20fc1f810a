"""Web page: fetched once, within limits of time and size.

httpx fetches it: typed, maintained, strict about addresses and encodings.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from sources.blob import Blob, too_large
from sources.errors import SourceError
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


def fetch(address: str, settings: Settings) -> Blob:
    """Fetch a page or file by http or https, following redirects.

    Raises:
        SourceError: The address is none, the server cannot be reached, answers with an error
            or too slowly, or sends nothing or too much.
    """
    if address.partition("://")[0].lower() not in ("http", "https"):
        raise SourceError(f"{address} is not a web address; only http:// and https:// can be read.")
    with _translated(address, settings), _open(address, settings) as response:
        _check_status(address, response)
        data = _read(address, response, settings)
        if not data.strip():
            raise SourceError(f"{address} sent an empty page; open it in a browser to check.")
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        final = str(response.url)
        return Blob(data, final, _name(final), kind or None, response.charset_encoding)


@contextmanager
def _open(address: str, settings: Settings) -> Iterator["httpx.Response"]:
    import httpx

    with (
        httpx.Client(
            follow_redirects=True,
            max_redirects=_MOST_REDIRECTS,
            timeout=settings.fetch_timeout_s,
            headers=_HEADERS,
        ) as client,
        client.stream("GET", address) as response,
    ):
        yield response


@contextmanager
def _translated(address: str, settings: Settings) -> Iterator[None]:
    """Turn the errors of httpx into sentences."""
    import httpx

    try:
        yield
    except httpx.TimeoutException as error:
        raise _too_slow(address, settings) from error
    except httpx.TooManyRedirects as error:
        raise SourceError(
            f"{address} redirects in a circle; open it in a browser and copy the final address."
        ) from error
    except httpx.UnsupportedProtocol as error:
        raise SourceError(
            f"{address} leads to something else than a web page; only http:// and https:// can "
            "be read."
        ) from error
    except (httpx.InvalidURL, UnicodeError) as error:
        raise SourceError(f"{address} is not a valid web address; check its spelling.") from error
    except httpx.HTTPError as error:
        raise SourceError(
            f"{address} cannot be reached; check the address and the network connection."
        ) from error


def _too_slow(address: str, settings: Settings) -> SourceError:
    return SourceError(
        f"{address} did not answer within {settings.fetch_timeout_s:g} seconds; try again, or "
        "raise THAMTOP_FETCH_TIMEOUT_S."
    )


def _check_status(address: str, response: "httpx.Response") -> None:
    code = response.status_code
    if response.is_success:
        return
    if code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise SourceError(f"{address} does not exist (status {code}); check the address.")
    if code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        raise SourceError(
            f"{address} refuses to be read (status {code}); save the page from a browser and load "
            "the file."
        )
    if code == HTTPStatus.TOO_MANY_REQUESTS or response.is_server_error:
        raise SourceError(f"{address} is out of order (status {code}); try again later.")
    raise SourceError(f"{address} answered with status {code}; open it in a browser to check.")


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
