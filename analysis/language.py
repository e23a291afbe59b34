"""Whether a text is English, as far as its commonest words tell.

A library of language identification takes longer to load than an article to read, and here one bit is wanted.
"""

import re

ENGLISH, UNDETERMINED = "en", "und"
# The commonest function words make up a third of English prose, and next to nothing of any other language's.
COMMON = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "that",
        "is",
        "was",
        "for",
        "it",
        "with",
        "as",
        "on",
        "be",
        "he",
        "by",
        "at",
        "are",
        "this",
        "not",
        "but",
        "had",
        "his",
        "they",
        "from",
        "she",
        "which",
        "or",
        "we",
        "an",
        "were",
        "been",
        "have",
        "their",
        "has",
        "would",
        "what",
        "will",
        "there",
        "if",
        "can",
        "all",
        "her",
        "said",
        "who",
    ]
)
LEAST_SHARE = 0.15
# A headline alone says too little.
FEWEST_WORDS = 25
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """`en`, or `und` where too few words are English ones; a text too short to tell passes for English."""
    words = WORD.findall(text.lower())
    if len(words) < FEWEST_WORDS:
        letters = [letter for letter in text if letter.isalpha()]
        latin = sum(letter.isascii() for letter in letters)
        return ENGLISH if 2 * latin >= len(letters) else UNDETERMINED
    return ENGLISH if sum(word in COMMON for word in words) >= LEAST_SHARE * len(words) else UNDETERMINED
