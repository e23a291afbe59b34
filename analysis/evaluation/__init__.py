"""Precision and recall of every extractor on the development sets: `make evaluate GOLD=../shared`.

One module a corpus; each yields `Figure` rows. The sets are read from the path given and never copied.
"""

from analysis.evaluation.table import evaluate

__all__ = ["evaluate"]
