"""Who is in the article, who says what, and when."""

from collections import Counter
from collections.abc import Callable
from typing import get_args

import pandas as pd

from analysis.briefing import prose
from analysis.briefing.index import Index
from analysis.briefing.tables.cells import frame, judgement, labelled, quote, words
from analysis.errors import ParameterError, nearest
from analysis.records import Annotations, Sourcing, Span, Statement

# How surely something is said, by the names under which a reader may ask for it.
CERTAINTIES: dict[str, Callable[[Statement], bool]] = {
    "flat": lambda statement: not statement.certainty.term and statement.distance is None,
    "hedged": lambda statement: bool(statement.certainty.term),
    "distanced": lambda statement: statement.distance is not None,
    "forecast": lambda statement: statement.forecast,
}


def actors(annotations: Annotations) -> pd.DataFrame:
    """Everyone who speaks, wants or acts, the most salient first."""
    index = Index(annotations)
    counts = Counter(mention.actor for mention in annotations.mentions)
    return frame(
        {
            "actor": actor.name,
            "kind": actor.kind,
            "role": f"{actor.role} ({actor.role_basis})" if actor.role_basis else actor.role,
            "also called": "; ".join(actor.other_roles),
            "speaks for": index.name(actor.affiliation) if actor.affiliation else "",
            "side": index.side(actor),
            "salience": actor.salience,
            "mentions": counts[actor.id],
            "number": "" if actor.number is None else actor.number,
            "why unnamed": actor.why_unnamed.quote if actor.why_unnamed else "",
            **judgement(actor),
        }
        for actor in sorted(annotations.actors, key=lambda actor: -actor.salience)
    )


def mentions(annotations: Annotations, actor: str = "") -> pd.DataFrame:
    """Every place of the text that refers to an actor, in its sentence; with `actor`, of those whose name has it."""
    index = Index(annotations)
    return frame(
        {
            "actor": name,
            "form": mention.form,
            "words": mention.span.quote,
            "in context": _marked(mention.span, index.sentence(mention.span)),
            **judgement(mention),
        }
        for mention in annotations.mentions
        if actor.lower() in (name := index.name(mention.actor)).lower()
    )


def statements(annotations: Annotations, actor: str = "", sourcing: str = "", certainty: str = "") -> pd.DataFrame:
    """Who says what, in which voice, on whose word: all of it, or what those say whose name has `actor`, what is
    sourced so (a value of `Sourcing`), what is said so surely (a key of `CERTAINTIES`).

    Raises `ParameterError` for a sourcing or a certainty that there is not.
    """
    index = Index(annotations)
    for value, allowed in ((sourcing, get_args(Sourcing)), (certainty, CERTAINTIES)):
        if value and value not in allowed:
            raise ParameterError(f"'{value}': no such choice; {nearest(value, allowed)}")
    return frame(
        {
            "source": index.name(statement.source),
            "sourcing": statement.sourcing,
            "kind": statement.kind,
            "cue": statement.cue_span.quote if statement.cue_span else "",
            "cue class": statement.cue_class,
            "words": words(statement.content_spans),
            "certainty": _certainty(statement, index),
            "circumstances": _circumstances(statement, index),
            **judgement(statement),
        }
        for statement in annotations.statements
        if actor.lower() in index.name(statement.source).lower()
        and sourcing in ("", statement.sourcing)
        and (not certainty or CERTAINTIES[certainty](statement))
    )


def omissions(annotations: Annotations) -> pd.DataFrame:
    """What no statement covers: words that nobody is found to say, and actors who are spoken of and never heard."""
    index = Index(annotations)
    return frame(
        {
            "kind": omission.kind,
            "actor": index.name(omission.actor) if omission.actor else "",
            "words": omission.span.quote,
            **judgement(omission),
        }
        for omission in annotations.omissions
    )


def timeline(annotations: Annotations) -> pd.DataFrame:
    """Every time expression, and the days it stands for."""
    index = Index(annotations)
    return frame(
        {
            "words": time.span.quote,
            "type": time.type,
            "value": time.value,
            "days": prose.days(time.begin, time.end) if time.begin and time.end else "not resolved",
            "counted from": time.anchor,
            "sentence": index.sentence(time.span).quote,
            **judgement(time),
        }
        for time in annotations.timeline
    )


def _certainty(statement: Statement, index: Index) -> str:
    """What weakens or postpones the statement, by its holder: "hedge: may; distance: claimed"."""
    hedge = prose.likelihood(statement.certainty) or quote(statement.certainty.span)
    return labelled(
        ("hedge", hedge),
        ("distance", quote(statement.distance)),
        ("forecast", "yes" if statement.forecast else ""),
        ("condition", quote(statement.condition)),
        ("due", index.time(statement.due)),
    )


def _circumstances(statement: Statement, index: Index) -> str:
    """To whom and by which way it was said, and whom the reporter has it from."""
    listener = index.name(statement.addressee) if statement.addressee else quote(statement.addressee_span)
    speakers = statement.n_sources or 1
    return labelled(
        ("speakers", str(speakers) if speakers > 1 else ""),
        ("to", listener),
        ("channel", statement.channel),
        ("credit", index.name(statement.credit) if statement.credit else ""),
        ("told by", index.teller(statement.within)),
    )


def _marked(place: Span, sentence: Span) -> str:
    """The sentence with the words of `place` between angle marks."""
    start, end = place.start - sentence.start, place.end - sentence.start
    return f"{sentence.quote[:start]}⟨{sentence.quote[start:end]}⟩{sentence.quote[end:]}"
