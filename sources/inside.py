"""Inside: machines of one's own network, which strangers' pages must not lead to."""

import socket
from ipaddress import IPv6Address, ip_address


def is_inside(host: str) -> bool:
    """Tell whether a host is this machine or one that the public network does not reach.

    What its name cannot be resolved to is taken for outside: fetching it fails by itself.
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return False
    return any(_is_private(str(place[4][0])) for place in found)


def _is_private(address: str) -> bool:
    given = ip_address(address.partition("%")[0])
    mapped = given.ipv4_mapped if isinstance(given, IPv6Address) else None
    return not (mapped or given).is_global
