"""How often strings occur in a text: one pass over the text for all of them."""

from collections import defaultdict
from collections.abc import Iterable

# Of a string, the beginning by which its places are found; most texts have it once.
HEAD = 24


def repeated(text: str, strings: Iterable[str]) -> set[str]:
    """Those of the strings that the text has more than once, overlapping or not."""
    wanted = set(strings)
    short = {string for string in wanted if len(string) < HEAD}
    heads: dict[str, list[int]] = {string[:HEAD]: [] for string in wanted - short}
    for place in range(len(text) - HEAD + 1 if heads else 0):
        if (places := heads.get(text[place : place + HEAD])) is not None:
            places.append(place)
    by_head = defaultdict(list)
    for string in wanted - short:
        by_head[string[:HEAD]].append(string)
    found = {string for head, places in heads.items() for string in by_head[head] if _twice(text, string, places)}
    return found | {string for string in short if text.find(string, text.find(string) + 1) >= 0}


def _twice(text: str, string: str, places: list[int]) -> bool:
    met = (place for place in places if text.startswith(string, place))
    return next(met, None) is not None and next(met, None) is not None
