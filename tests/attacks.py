"""Texts made to keep a regular expression busy, out of the expression itself, and all expressions of the project."""

import ast
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from re import _compiler, _constants, _parser

import analysis
from analysis.backtracking import ENDLESS, PROBES
from analysis.paths import PACKAGE

ONE = (_constants.NOT_LITERAL, _constants.ANY, _constants.IN, _constants.CATEGORY)
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
# What a failing match may run into.
ENDS = ("", "!", "\0a", ".", "\n.")
# Long enough for the square of it to show, and short enough for an exponent, or a cube, to end.
LONG, SHORT = 6_000, (12, 16, 20, 24, 400)
# CPU seconds that tell what grows with the length from what grows with its square; several times what the first takes.
ENOUGH = 0.02
JS_REGEX = re.compile(
    r"(?<=[(,=:] )/(?![*/])((?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++)/|(?<=\()/((?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++)/"
)
Found = dict[tuple[str, int], str]


def written() -> Found:
    """The expressions that stand in our modules: compiled at import, or given to a function of `re` as they are."""
    found: Found = {}
    for module in pkgutil.walk_packages(analysis.__path__, "analysis."):
        if "training" not in module.name and not module.name.endswith("__main__"):
            values = vars(importlib.import_module(module.name)).values()
            held = [one for value in values for one in _held(value)]
            found |= {(one.pattern, one.flags): module.name for one in held if isinstance(one.pattern, str)}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and ast.unparse(node.func) not in ("re.escape", "re.compile"):
                    found.setdefault((first.value, 0), path.name)
    return found


def scripted() -> Found:
    """The expressions of the page's scripts, whose syntax is the same so far as they use it."""
    files = sorted((PACKAGE / "briefing" / "template" / "script").glob("*.js"))
    return {
        ((match[1] or match[2]).replace("$&", ""), 0): path.name
        for path in files
        for match in JS_REGEX.finditer(path.read_text(encoding="utf-8"))
    }


@contextmanager
def compiled_meanwhile() -> Iterator[Found]:
    """The expressions that our own code compiles while the context lasts."""
    found: Found = {}
    compile_one = re._compile

    def compiles(pattern, flags):
        frame = sys._getframe(1)
        while frame.f_globals.get("__name__") == "re":
            frame = frame.f_back
        name = frame.f_globals.get("__name__", "")
        if name.startswith("analysis.") and isinstance(pattern, str):
            found[pattern, int(flags)] = name
        return compile_one(pattern, flags)

    re._compile = compiles
    try:
        yield found
    finally:
        re._compile = compile_one


def slow_on(pattern: str, flags: int = 0) -> str:
    """The text on which a search takes far longer than its length explains, as an expression of Python."""
    regex = re.compile(pattern, flags)
    for pump in pumps(pattern, regex.flags):
        for end in ENDS:
            if _explodes(regex, pump, end) or _is_slow(regex, pump, end):
                return f"{pump!r} * n + {end!r}"
    return ""


def _explodes(regex: re.Pattern[str], pump: str, end: str) -> bool:
    """Whether a few characters are enough; tried from the fewest, before their number is one too many to wait for."""
    return any(seconds(regex, pump * max(1, length // len(pump)) + end) > ENOUGH for length in SHORT)


def _is_slow(regex: re.Pattern[str], pump: str, end: str) -> bool:
    times = max(1, LONG // len(pump))
    text = pump * times + end
    if seconds(regex, text) < ENOUGH:
        return False
    # Again, with one twice as long, so that a busy machine is not taken for a slow expression.
    once = min(seconds(regex, text) for _ in range(2))
    return once > ENOUGH and min(seconds(regex, pump * 2 * times + end) for _ in range(2)) > 3 * once


def seconds(regex: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    for _ in regex.finditer(text):
        pass
    return time.process_time() - start


def _held(value: object) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _held(one)


def pumps(pattern: str, flags: int) -> list[str]:
    """What to repeat: one round of each endless repeat, alone, and behind what leads to it."""
    tree = _parser.parse(pattern, flags)
    alphabet = PROBES + "".join(letter for letter in pattern if letter not in PROBES)
    found: dict[str, None] = {}
    for leads, bodies in _endless(list(tree), [""], flags, alphabet):
        for body in bodies:
            found |= dict.fromkeys([body, *(lead + body for lead in leads)])
    return [pump for pump in found if pump]


def _endless(nodes, leads, flags, alphabet) -> Iterator[tuple[list[str], list[str]]]:
    for node in nodes:
        kind, value = node
        if kind in REPEATS and (value[1] is _constants.MAXREPEAT or value[1] > ENDLESS):
            yield leads, _samples(value[2], flags, alphabet, most=12)
        for inner in _inner(node):
            yield from _endless(list(inner), leads, flags, alphabet)
        leads = _joined(leads, _samples([node], flags, alphabet, most=3), 6)


def _inner(node) -> Iterable:
    kind, value = node
    if kind in REPEATS:
        return [value[2]]
    if kind is _constants.BRANCH:
        return value[1]
    if kind is _constants.SUBPATTERN:
        return [value[3]]
    if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
        return [value[1]]
    return [value] if kind is _constants.ATOMIC_GROUP else []


def _samples(nodes, flags, alphabet, most: int) -> list[str]:
    """Some texts that the nodes match."""
    found = [""]
    for kind, value in nodes:
        if kind is _constants.LITERAL:
            some = [chr(value)]
        elif kind in ONE:
            some = _letters((kind, value), flags, alphabet)
        elif kind in REPEATS:
            least = max(1, value[0])
            some = [one * least for one in _samples(value[2], flags, alphabet, most)]
        elif kind is _constants.BRANCH:
            some = [one for branch in value[1] for one in _samples(branch, flags, alphabet, 1)]
        else:
            inner = _inner((kind, value))
            some = _samples(inner[0], flags, alphabet, most) if inner and "ASSERT" not in str(kind) else [""]
        found = _joined(found, some, most)
    return found


def _joined(heads: list[str], tails: list[str], most: int) -> list[str]:
    """Heads with tails, those first that differ most."""
    if len(heads) == 1:
        return [heads[0] + tail for tail in tails][:most]
    pairs = [head + tails[place % len(tails)] for place, head in enumerate(heads)]
    return list(dict.fromkeys([*pairs, *(heads[0] + tail for tail in tails)]))[:most]


def _letters(node, flags, alphabet) -> list[str]:
    state = _parser.State()
    state.flags = flags
    one = _compiler.compile(_parser.SubPattern(state, [node]), flags)
    return [letter for letter in alphabet if one.fullmatch(letter)] or ["?"]
