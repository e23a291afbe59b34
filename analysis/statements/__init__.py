"""Who says what, on whose word: labelled sources, cues and contents joined to statements of actors.

Each statement knows how it is said (quoted or not, with which force, how surely), who stands behind it, and to whom
and when it was said, where the text tells.
"""

from analysis.statements.find import find_statements

__all__ = ["find_statements"]
