"""Time expressions of the article, normalised and resolved against the date of publication.

`find_times` reads the text with a small grammar: tables of `Rule(name, pattern, read)` over the words of
`lexicon.toml`, one table a kind of expression (dates, years, days, relative, following, durations). What the words
leave open is decided by the tense of the verb above them in the tree and by the time named before them (anchoring).
"""

from analysis.timeline.find import find_times

__all__ = ["find_times"]
