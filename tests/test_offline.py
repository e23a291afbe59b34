"""The guard against the network, on sockets of the standard library; kernels are in tests/faults."""

import socket
import urllib.error
import urllib.request

import pytest

from analysis import offline
from analysis.errors import NetworkError

ADDRESS = ("127.0.0.1", 9)
# How a program may reach out -> what the error names.
TRIED = {
    "connects": (lambda: socket.socket().connect(ADDRESS), "socket.connect(127.0.0.1:9)"),
    "connects, six": (lambda: socket.socket(socket.AF_INET6).connect(("::1", 9, 0, 0)), "socket.connect(::1:9)"),
    "connects, without an error": (lambda: socket.socket().connect_ex(ADDRESS), "socket.connect(127.0.0.1:9)"),
    "listens": (lambda: socket.socket().bind(ADDRESS), "socket.bind(127.0.0.1:9)"),
    "sends": (lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", ADDRESS), "socket.sendto(127.0.0.1:9)"),
    "sends parts": (lambda: socket.socket(type=socket.SOCK_DGRAM).sendmsg([b"x"], [], 0, ADDRESS), "socket.sendmsg(127.0.0.1:9)"),
    "resolves": (lambda: socket.getaddrinfo("example.org", 80), "socket.getaddrinfo(example.org)"),
    "resolves, the old way": (lambda: socket.gethostbyname("example.org"), "socket.gethostbyname(example.org)"),
    "asks whose an address is": (lambda: socket.gethostbyaddr("127.0.0.1"), "socket.gethostbyaddr(127.0.0.1)"),
    "asks for a name": (lambda: socket.getnameinfo(ADDRESS, 0), "socket.getnameinfo(127.0.0.1:9)"),
}  # fmt: skip


@pytest.mark.parametrize("case", TRIED)
def test_what_is_tried_is_refused_and_named(case):
    tries, named = TRIED[case]
    with offline.refused(), pytest.raises(NetworkError) as refusal:
        tries()
    assert str(refusal.value) == f"{named}: refused; a briefing is made without the network"
    assert refusal.value.status == 1


def test_a_library_meets_a_refused_permission():
    with offline.refused(), pytest.raises(urllib.error.URLError, match="refused; a briefing is made without"):
        urllib.request.urlopen("http://example.org")


def test_sockets_that_are_files_or_pairs_work(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with offline.refused(), socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("kernel")
        server.listen()
        client.connect("kernel")
        one, other = socket.socketpair()
        one.sendmsg([b"x"])
        assert other.recv(1) == b"x"


def test_it_ends_with_the_build_and_may_be_asked_for_twice():
    with offline.refused():
        with offline.refused():
            pass
        with pytest.raises(NetworkError):
            socket.gethostbyname("localhost")
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
