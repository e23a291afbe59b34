"""Kernels that die or hang, and cells that try the network: one line that says which cell, and what to do."""

import pytest

DIED = "its kernel died"
# case -> (cell, environment, what the line says)
CASES = {
    "ends its process": ("import os; os._exit(3)", {}, ["0.ipynb, cell 3 (import os; os._exit(3))", DIED]),
    "killed as for lack of memory": ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", {}, ["0.ipynb, cell 3", "where memory ran out"]),
    "crashes": ("import ctypes; ctypes.string_at(0)", {"PYTHONFAULTHANDLER": "1"}, ["0.ipynb, cell 3", f"{DIED} (Fatal Python error: Segmentation fault)"]),
    "hangs": ("while True: pass", {"FAULTLINE_CELL_SECONDS": "1"}, ["0.ipynb, cell 3 (while True: pass): took longer than", "FAULTLINE_CELL_SECONDS=7200 make report"]),
    "cannot start": ("1", {"PYTHONHOME": "/nowhere"}, ["0.ipynb, before its first cell: its kernel died", "No module named 'encodings'"]),
    "connects": ("import socket; socket.socket().connect(('127.0.0.1', 9))", {}, ["0.ipynb, cell 3: socket.connect(127.0.0.1:9): refused", "without the network"]),
    "resolves a name": ("import socket; socket.getaddrinfo('example.org', 80)", {}, ["0.ipynb, cell 3: socket.getaddrinfo(example.org): refused"]),
    "by a library": ("import urllib.request as r; r.urlopen('http://example.org')", {}, ["0.ipynb, cell 3", "refused"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_cell_that_comes_to_harm_is_named_in_one_line_with_status_1(case, site):
    cell, environment, words = CASES[case]
    code, lines = site.make(cell, **environment).ends()
    assert code == 1 and len(lines) == 1, lines
    assert lines[0].startswith("faultline: ") and all(word in lines[0] for word in words), lines
    assert site.has_earlier() and not site.left_over()


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "1.5"])
def test_a_time_limit_that_is_none_is_refused(seconds, site):
    code, lines = site.make(FAULTLINE_CELL_SECONDS=seconds).ends()
    assert code == 2 and len(lines) == 1 and f"FAULTLINE_CELL_SECONDS={seconds}: " in lines[0]
