"""Time expressions of the article, normalised and resolved against the date of publication.

`find_times` reads the text with a small grammar: tables of `Rule(name, pattern, read)` over the words of
`lexicon.toml`, one table a kind of expression (dates, years, relative, following, clock, durations).
"""

from analysis.timeline.find import find_times

__all__ = ["find_times"]
