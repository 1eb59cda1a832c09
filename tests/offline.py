"""No network while tests run: what looks for another machine is stopped, and its test fails.

This is told on every system, and of which test; `without_network` keeps it from all processes.
"""

from __future__ import annotations

import sys

TRIED: list[str] = []
"""What was looked for, until a test has been told."""

_LEADS = {
    "socket.connect": 1,
    "socket.getaddrinfo": 0,
    "socket.gethostbyname": 0,
    "socket.sendmsg": 1,
    "socket.sendto": 1,
}
"""By the name of an event, which of its arguments says where it leads."""

_HERE = {None, "", "localhost", "127.0.0.1", "::1"}


class OutwardError(RuntimeError):
    """Something leads to another machine."""


def forbid_network() -> None:
    """Stop from now on what leads to another machine; nothing in this process can undo it."""
    sys.addaudithook(_stop)


def _stop(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _LEADS:
        return
    address = arguments[_LEADS[event]]
    if event.startswith("socket.get"):
        host = address
    elif isinstance(address, tuple):
        host = address[0]
    else:
        return  # a socket that is a file
    if host not in _HERE:
        TRIED.append(f"{event} {address!r}")
        raise OutwardError(TRIED[-1])
