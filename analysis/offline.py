"""A guard that refuses the network to this process: a briefing is made from what lies in the checkout alone.

It is an audit hook: it sees every socket that Python code opens, of whichever library. It does not see sockets that C
code opens by itself (ZeroMQ's are such; here they are files), nor what other programs do that this one starts.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from analysis.errors import NetworkError

# How `run.json` tells that a run was made under this guard.
REFUSED = "refused"
WITHOUT = "a briefing is made without the network"
RESOLVING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
SENDING = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}


class _Guard:
    """How many ask for the refusal, and the hook, which stays for the life of the process once it is set."""

    asking = 0
    is_set = False


def refuse() -> None:
    """Refuse the network from now on: whatever tries it ends with a `NetworkError` that says what was tried."""
    if not _Guard.is_set:
        sys.addaudithook(_hook)
        _Guard.is_set = True
    _Guard.asking += 1


@contextmanager
def refused() -> Iterator[None]:
    """Refuse the network meanwhile."""
    refuse()
    try:
        yield
    finally:
        _Guard.asking -= 1


def _hook(event: str, values: tuple[Any, ...]) -> None:
    if not _Guard.asking or not event.startswith("socket."):
        return
    if event in RESOLVING:
        _stop(event, values[0])
    elif event in SENDING and not _stays_here(*values):
        _stop(event, values[1])


def _stays_here(end: Any, address: Any) -> bool:
    # Without an address a message goes where `connect` was let go.
    return address is None or end.family == socket.AF_UNIX


def _stop(event: str, address: Any) -> None:
    told = ":".join(map(str, address[:2])) if isinstance(address, tuple) else str(address)
    raise NetworkError(f"{event}({told}): refused; {WITHOUT}")
