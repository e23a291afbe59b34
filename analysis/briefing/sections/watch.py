"""What to watch: what the article itself says is still to come."""

from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim
from analysis.briefing.index import Index

QUOTED_WORDS = 30


@dataclass(frozen=True)
class Watch:
    """The section; `gap` speaks where the article looks at nothing ahead."""

    forecasts: tuple[Claim, ...]
    gap: str


def build(index: Index, citations: Citations) -> Watch:
    """The section's view."""
    forecasts = []
    for statement in index.annotations.statements:
        if statement.forecast:
            words = prose.quoted(" ".join(place.quote for place in statement.content_spans), QUOTED_WORDS)
            text = f"{prose.capital(index.name(statement.source))}: {words}"
            forecasts.append(citations.claim(("watch", statement.id), text, "asserted", statement.evidence))
    return Watch(tuple(forecasts), "" if forecasts else "The article holds no forecast, plan or promise.")
