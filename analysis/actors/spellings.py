"""Whether two names are spellings of one: short and full, initials, nearly alike."""

from difflib import SequenceMatcher

SIMILAR = 0.8


def variant(a: str, b: str) -> bool:
    """Whether two full names are spellings of one: same initial, surnames nearly alike, or a middle name more."""
    first, second = a.split(), b.split()
    if len(second) < 2 or first[0] != second[0]:
        return False
    if first[-1] == second[-1]:
        return True
    matcher = SequenceMatcher(None, first[-1], second[-1])
    # The first two are quicker, and never less than the third.
    ratios = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)
    return first[-1][0] == second[-1][0] and all(ratio() >= SIMILAR for ratio in ratios)


def acronym(short: str, full: str) -> bool:
    """Whether one name is the initials of the other."""
    if len(short) > len(full):
        short, full = full, short
    letters = initials(full)
    return len(letters) > 1 and short.replace(".", "") == letters


def initials(name: str) -> str:
    """The first letters of the words that have a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def shortened(short: str, full: str) -> bool:
    """Whether a body's name lacks only opening words of the other: "Oversight Committee"."""
    return len(short.split()) > 1 and full.endswith(f" {short}")


def ends_with(name: str, surname: str) -> bool:
    """Whether a surname of several words ends the name, whatever its capitals: "De Blasio"."""
    return name.casefold().endswith(f" {surname.casefold()}")
