"""Who says what, on whose word: labelled sources, cues and contents joined to statements of actors.

Each statement knows how it is said (quoted or not, with which force, how surely), who stands behind it, and by which
channel, to whom and when it was said, where the text tells. Omissions are what no statement covers.
"""

from analysis.statements.find import find_statements
from analysis.statements.omissions import find_omissions

__all__ = ["find_omissions", "find_statements"]
