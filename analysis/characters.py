"""Which characters of a foreign text are kept: those that a reader sees, in one form."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
NO_CHARACTERS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
# Nobody sees them, and each does harm: control characters break XML and drive terminals, marks of direction make a
# page show its words in another order than they were read, surrogates and non-characters no file may hold.
UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f"
    "\u200b-\u200f\u2060-\u206f\ufeff"  # of no width
    "\u061c\u202a-\u202e"  # of direction
    f"\ud800-\udfff\ufdd0-\ufdef{NO_CHARACTERS}]"
)


def normalise(text: str) -> str:
    """Text as all offsets count it: one kind of line end, nothing that nobody sees, no trailing blanks, in NFC."""
    text = unicodedata.normalize("NFC", UNSEEN.sub("", LINE_ENDS.sub("\n", text)))
    return "\n".join(map(str.rstrip, text.split("\n"))).strip()


def one_line(text: str) -> str:
    """Text normalised, its lines joined by blanks."""
    return " ".join(filter(None, map(str.strip, normalise(text).split("\n"))))


def has_unseen(text: str) -> bool:
    """Whether `normalise` would take a character out, or a line end is in it."""
    return bool(UNSEEN.search(text) or LINE_ENDS.search(text) or "\n" in text)


def printable(text: str) -> str:
    """Text for a terminal: whatever is no visible character or blank is written as its escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)
