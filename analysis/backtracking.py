"""Whether a regular expression could take forever on a text made for it: repeats that can share the same characters.

Read off Python's own parse of the pattern. Two repeats without end that meet, one behind or inside the other, and match
the same character can divide a run of it among them in many ways, all of which are tried before the match fails.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations, takewhile
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)
ONE = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN, _constants.CATEGORY)
# Repeats of so many are as good as endless where they multiply.
ENDLESS = 8
# Characters by which classes are told apart: of all kinds that patterns name.
PROBES = "aAz09 .,:;!?-–—\"'“”‘’()[]{}|/\\_\t\n\u00a0é"


def hazard(pattern: str, flags: int = 0) -> str:
    """What in the pattern could take forever, in its own notation; empty where nothing could."""
    tree = _parser.parse(pattern, flags)
    for run, follow in _followed(list(tree), []):
        for other in filter(_is_endless, _reachable(follow)):
            met = set.intersection(
                *(_characters(one, tree.state.flags, PROBES + pattern) for one in (run, other[1][2]))
            )
            if met:
                return f"two repeats without end that both match {min(met)!r}"
    return "a choice repeated without end whose branches begin alike" if _chooses(list(tree), repeated=False) else ""


def sweep(pattern: str) -> str:
    """What in the pattern runs on through any text, or asks for words it met before: from each place where it may begin
    anew; empty where nothing does.
    """
    for node in _all(list(_parser.parse(pattern))):
        if node[0] is _constants.GROUPREF:
            return "a reference to a group"
        if node[0] in REPEATS and _is_endless(node) and any(map(_is_wide, _all(list(node[1][2])))):
            return "a repeat without end of what takes nearly every character"
    return ""


def _chooses(nodes: Sequence[Node], *, repeated: bool) -> bool:
    """Whether a repeat without end holds a choice that one text can be divided by in several ways."""
    for node in nodes:
        if node[0] is _constants.BRANCH and repeated and _alike(list(map(_literal, node[1][1]))):
            return True
        endless = repeated or (node[0] in REPEATS and _is_endless(node))
        if any(_chooses(inner, repeated=endless) for inner in _inside(node)):
            return True
    return False


def _literal(branch: Sequence[Node]) -> str | None:
    """The characters that a branch surely begins with; None where it begins with a class, or not with a character."""
    letters = takewhile(lambda node: node[0] is _constants.LITERAL, branch)
    return "".join(chr(value) for _, value in letters) or (None if len(branch) else "")


def _alike(beginnings: Sequence[str | None]) -> bool:
    known = [beginning for beginning in beginnings if beginning is not None]
    return any(one.startswith(other) for one, other in permutations(known, 2))


def _all(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        for inner in _inside(node):
            yield from _all(inner)


def _is_wide(node: Node) -> bool:
    kind, value = node
    return kind in (_constants.ANY, _constants.NOT_LITERAL) or (
        kind is _constants.IN and value[0][0] is _constants.NEGATE
    )


def _followed(nodes: Sequence[Node], after: Sequence[Node]) -> Iterator[tuple[Sequence[Node], list[Node]]]:
    """The body of each endless repeat, with the nodes that may match behind one round of it."""
    for place, node in enumerate(nodes):
        rest = [*nodes[place + 1 :], *after]
        if node[0] in REPEATS:
            body = list(node[1][2])
            if _is_endless(node):
                # A plain run is not followed by itself; any other body may be, or not.
                again = [] if _is_one(body) else [(node[0], (0, *node[1][1:]))]
                if _is_one(body):
                    yield body, rest
                yield from _followed(body, [*again, *rest])
            else:
                yield from _followed(body, rest)
        for inner in _parts(node) if node[0] not in REPEATS else ():
            yield from _followed(inner, rest)


def _reachable(nodes: Sequence[Node]) -> Iterator[Node]:
    """The repeats of one character that may begin where `nodes` begin."""
    for node in nodes:
        if node[0] in REPEATS and _is_one(node[1][2]):
            yield node
        else:
            for inner in _inside(node):
                yield from _reachable(inner)
        if not _is_empty(node):
            return


def _inside(node: Node) -> Iterator[list[Node]]:
    if node[0] in REPEATS:
        yield list(node[1][2])
    else:
        yield from _parts(node)


def _parts(node: Node) -> Iterator[list[Node]]:
    """The sequences that a group or a choice consists of; possessive and atomic ones are never tried again."""
    kind, value = node
    if kind is _constants.BRANCH:
        yield from map(list, value[1])
    elif kind is _constants.SUBPATTERN:
        yield list(value[3])


def _is_endless(node: Node) -> bool:
    return bool(node[1][1] is _constants.MAXREPEAT or node[1][1] > ENDLESS)


def _is_one(body: Sequence[Node]) -> bool:
    return len(body) == 1 and body[0][0] in ONE


def _is_empty(node: Node) -> bool:
    """Whether the node may match nothing."""
    kind, value = node
    if kind in REPEATS:
        return bool(value[0] == 0) or all(map(_is_empty, value[2]))
    if kind in (_constants.AT, _constants.ASSERT, _constants.ASSERT_NOT):
        return True
    return any(all(map(_is_empty, part)) for part in _parts(node))


def _characters(body: Sequence[Node], flags: int, alphabet: str) -> set[str]:
    """Which characters of the alphabet one round of a repeat matches."""
    state = _parser.State()
    state.flags = flags
    one = _compiler.compile(_parser.SubPattern(state, list(body)), flags)
    return {letter for letter in alphabet if one.fullmatch(letter)}
