"""How many of a tension's 100 points each part of its intensity can give, and what an analyst makes of that.

The parts themselves, and how each is scored, are in `analysis.tensions.index`.
"""

from collections.abc import Iterable, Mapping

from analysis.errors import ParameterError, nearest

Points = Mapping[str, float]
WHOLE = 100
DEFAULT = "default"
POINTS: Points = {
    "opposition": 25,
    "wording": 20,
    "sources": 15,
    "passages": 10,
    "recency": 15,
    "publicity": 5,
    "named": 10,
}


def read_points(words: str) -> dict[str, float]:
    """The points that the parameter `intensity` asks for: `default`, or as in `wording=30+sources=5`.

    Raises `ParameterError` for a part that there is not, or points that are no number from 0 to 100.
    """
    changed: dict[str, float] = {}
    for pair in [] if words == DEFAULT else words.split("+"):
        name, equals, value = pair.partition("=")
        if name not in POINTS:
            raise ParameterError(f"intensity={words}: no part '{name}'; {nearest(name, [*POINTS, DEFAULT])}")
        if not equals:
            raise ParameterError(f"intensity={words}: '{pair}' gives no points; write, for example, {name}=30")
        changed[name] = _number(words, pair, value)
    return _checked(words, changed)


def _number(words: str, pair: str, value: str) -> float:
    try:
        points = float(value)
    except ValueError:
        points = -1.0
    if not 0 <= points <= WHOLE:
        raise ParameterError(f"intensity={words}: '{pair}' is not allowed; a part takes from 0 to {WHOLE} points")
    return points


def _checked(words: str, changed: Points) -> dict[str, float]:
    total = sum(changed.values())
    if total > WHOLE or (total < WHOLE and changed.keys() == POINTS.keys()):
        raise ParameterError(f"intensity={words}: the points come to {total:g}; all parts share {WHOLE}")
    return balanced(POINTS, changed)


def balanced(points: Points, changed: Points) -> dict[str, float]:
    """`points` with those in `changed`, the others scaled alike so that all come to 100 again."""
    rest = sum(most for name, most in points.items() if name not in changed)
    share = (WHOLE - sum(changed.values())) / rest if rest else 0.0
    return {name: changed[name] if name in changed else round(most * share, 2) for name, most in points.items()}


def summed(points: Iterable[float]) -> int:
    """The intensity that the points of its parts, each to one decimal, come to; a half counts up."""
    return int(round(sum(points), 1) + 0.5)
