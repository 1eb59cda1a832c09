"""Python without a network: `python -m tests.without_network -m pytest`.

On Linux what is run gets a network of its own in which there is nothing but the loopback, and so
does all that it starts. Where the system does not let it, it runs as it would.
"""

from __future__ import annotations

import ctypes
import os
import socket
import struct
import sys
from pathlib import Path

_OWN_USERS, _OWN_NETWORK = 0x10000000, 0x40000000  # of sched.h
_SET_FLAGS, _UP = 0x8914, 1  # of sockios.h, if.h


def leave_network() -> None:
    """Take this process out of the network; raise `OSError` where the system does not let it."""
    user, group = os.getuid(), os.getgid()
    try:
        _unshare(_OWN_NETWORK)
    except PermissionError:  # only root may; others as long as they are root of nothing else
        _unshare(_OWN_USERS | _OWN_NETWORK)
        for name, words in (
            ("setgroups", "deny"),
            ("uid_map", f"{user} {user} 1"),
            ("gid_map", f"{group} {group} 1"),
        ):
            Path("/proc/self", name).write_text(words, encoding="ascii")
    _switch_loopback_on()


def _unshare(what: int) -> None:
    if ctypes.CDLL(None, use_errno=True).unshare(what):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))


def _switch_loopback_on() -> None:
    import fcntl

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sH14x", b"lo", _UP))


def main() -> None:
    """Run Python with the arguments of this call, without a network where that is possible."""
    if sys.platform == "linux":
        try:
            leave_network()
        except OSError as error:
            sys.stderr.write(f"the tests have a network: {error}\n")
    os.execv(sys.executable, [sys.executable, *sys.argv[1:]])


if __name__ == "__main__":
    main()
