"""True positives, and what was found and wanted, to precision, recall and F1."""

from dataclasses import dataclass

from analysis.accuracy import Figure


@dataclass
class Counts:
    """Running counts of one measure."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        self.right += right
        self.found += found
        self.wanted += wanted

    def figure(self, stage: str, measure: str, dataset: str) -> Figure:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        f1 = 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0
        return Figure(
            stage=stage,
            measure=measure,
            dataset=dataset,
            n=self.wanted,
            precision=round(precision, 3),
            recall=round(recall, 3),
            f1=round(f1, 3),
        )
