"""The records as tables for the notebooks: names instead of ids, words instead of offsets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, get_args

import pandas as pd

from analysis.briefing import prose
from analysis.briefing.index import Index
from analysis.codebook import Issue
from analysis.errors import ParameterError, nearest
from analysis.records import Annotations, Judged, Sourcing, Span, Statement

MARKS = {"support": "+", "oppose": "−", "mixed": "±"}
# How surely something is said, by the names under which a reader may ask for it.
CERTAINTIES: dict[str, Callable[[Statement], bool]] = {
    "flat": lambda statement: not statement.certainty.term and statement.distance is None,
    "hedged": lambda statement: bool(statement.certainty.term),
    "distanced": lambda statement: statement.distance is not None,
    "forecast": lambda statement: statement.forecast,
}
# Wide enough for a sentence; pandas cuts at 50 characters.
CELL_WIDTH = 200


def actors(annotations: Annotations) -> pd.DataFrame:
    """Everyone who speaks, wants or acts, the most salient first."""
    index = Index(annotations)
    return _frame(
        {
            "actor": actor.name,
            "kind": actor.kind,
            "role": f"{actor.role} ({actor.role_basis})" if actor.role_basis else actor.role,
            "also called": "; ".join(actor.other_roles),
            "speaks for": index.name(actor.affiliation) if actor.affiliation else "",
            "side": index.side(actor),
            "salience": actor.salience,
            "mentions": sum(mention.actor == actor.id for mention in annotations.mentions),
            "number": "" if actor.number is None else actor.number,
            "why unnamed": actor.why_unnamed.quote if actor.why_unnamed else "",
            **_judgement(actor),
        }
        for actor in sorted(annotations.actors, key=lambda actor: -actor.salience)
    )


def mentions(annotations: Annotations, actor: str = "") -> pd.DataFrame:
    """Every place of the text that refers to an actor, in its sentence; with `actor`, of those whose name has it."""
    index = Index(annotations)
    return _frame(
        {
            "actor": name,
            "form": mention.form,
            "words": mention.span.quote,
            "in context": _marked(mention.span, index.sentence(mention.span)),
            **_judgement(mention),
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
    return _frame(
        {
            "source": index.name(statement.source),
            "sourcing": statement.sourcing,
            "kind": statement.kind,
            "cue": statement.cue_span.quote if statement.cue_span else "",
            "cue class": statement.cue_class,
            "words": _words(statement.content_spans),
            "certainty": _certainty(statement, index),
            "circumstances": _circumstances(statement, index),
            **_judgement(statement),
        }
        for statement in annotations.statements
        if actor.lower() in index.name(statement.source).lower()
        and sourcing in ("", statement.sourcing)
        and (not certainty or CERTAINTIES[certainty](statement))
    )


def omissions(annotations: Annotations) -> pd.DataFrame:
    """What no statement covers: words that nobody is found to say, and actors who are spoken of and never heard."""
    index = Index(annotations)
    return _frame(
        {
            "kind": omission.kind,
            "actor": index.name(omission.actor) if omission.actor else "",
            "words": omission.span.quote,
            **_judgement(omission),
        }
        for omission in annotations.omissions
    )


def positions(annotations: Annotations, issues: Sequence[Issue] = ()) -> pd.DataFrame:
    """Who is for or against what, how firmly, and by which words."""
    index = Index(annotations, issues)
    return _frame(
        {
            "actor": index.name(position.actor),
            "issue": _issue(position.issue, index),
            "stance": position.stance,
            "proposition": position.proposition,
            "strength": round(position.strength, 2),
            "hedged": position.hedged,
            "sourcing": position.sourcing,
            "words": _words(position.evidence),
            **_judgement(position),
        }
        for position in annotations.positions
    )


def matrix(annotations: Annotations, issues: Sequence[Issue] = ()) -> pd.DataFrame:
    """Actors by issue: + for, − against, ± of two minds, blank where the article gives no position."""
    index = Index(annotations, issues)
    held: dict[tuple[str, str], set[str]] = {}
    for position in annotations.positions:
        if index.issue(position.issue):
            held.setdefault((position.actor, position.issue), set()).add(position.stance)
    holders = [actor for actor in annotations.actors if any(key[0] == actor.id for key in held)]
    shown = [issue for issue in issues if issue.named or any(key[1] == issue.id for key in held)]
    rows = [
        {"actor": actor.name} | {issue.name: _mark(held.get((actor.id, issue.id), set())) for issue in shown}
        for actor in holders
    ]
    return _frame(rows)


def tensions(annotations: Annotations, issues: Sequence[Issue] = ()) -> pd.DataFrame:
    """Who pulls against whom, over what, the most intense first."""
    index = Index(annotations, issues)
    return _frame(
        {
            "from": index.name(tension.a),
            "against": index.name(tension.b),
            "issue": _issue(tension.issue, index),
            "about": tension.about,
            "type": tension.type,
            "status": tension.status,
            "intensity": tension.intensity,
            "words of the first": _words(tension.a_evidence),
            "words of the second": _words(tension.b_evidence),
            **_judgement(tension),
        }
        for tension in sorted(annotations.tensions, key=lambda item: -item.intensity)
    )


def intensity(annotations: Annotations) -> pd.DataFrame:
    """What the intensity of each tension is the sum of."""
    index = Index(annotations)
    return _frame(
        {
            "tension": f"{index.name(tension.a)} – {index.name(tension.b)}",
            "about": tension.about or tension.issue,
            "part": part.name,
            "points": round(part.points, 1),
            "reason": part.reason,
        }
        for tension in sorted(annotations.tensions, key=lambda item: -item.intensity)
        for part in tension.parts
    )


def timeline(annotations: Annotations) -> pd.DataFrame:
    """Every time expression, and the days it stands for."""
    index = Index(annotations)
    return _frame(
        {
            "words": time.span.quote,
            "type": time.type,
            "value": time.value,
            "days": prose.days(time.begin, time.end) if time.begin and time.end else "not resolved",
            "counted from": time.anchor,
            "sentence": index.sentence(time.span).quote,
            **_judgement(time),
        }
        for time in annotations.timeline
    )


def _frame(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """The rows as a frame, with cells that notebooks show whole."""
    pd.set_option("display.max_colwidth", CELL_WIDTH)
    return pd.DataFrame(list(rows))


def _judgement(record: Judged) -> dict[str, Any]:
    return {"confidence": round(record.confidence, 2), "reason": record.reason}


def _certainty(statement: Statement, index: Index) -> str:
    """What weakens or postpones the statement, by its holder: "hedge: may; distance: claimed"."""
    hedge = prose.likelihood(statement.certainty) or _quote(statement.certainty.span)
    return _labelled(
        ("hedge", hedge),
        ("distance", _quote(statement.distance)),
        ("forecast", "yes" if statement.forecast else ""),
        ("condition", _quote(statement.condition)),
        ("due", index.time(statement.due)),
    )


def _circumstances(statement: Statement, index: Index) -> str:
    """To whom and by which way it was said, and whom the reporter has it from."""
    listener = index.name(statement.addressee) if statement.addressee else _quote(statement.addressee_span)
    speakers = statement.n_sources or 1
    return _labelled(
        ("speakers", str(speakers) if speakers > 1 else ""),
        ("to", listener),
        ("channel", statement.channel),
        ("credit", index.name(statement.credit) if statement.credit else ""),
        ("told by", index.teller(statement.within)),
    )


def _labelled(*parts: tuple[str, str]) -> str:
    return "; ".join(f"{label}: {words}" for label, words in parts if words)


def _words(places: Iterable[Span]) -> str:
    return " … ".join(place.quote for place in places)


def _marked(place: Span, sentence: Span) -> str:
    """The sentence with the words of `place` between angle marks."""
    start, end = place.start - sentence.start, place.end - sentence.start
    return f"{sentence.quote[:start]}⟨{sentence.quote[start:end]}⟩{sentence.quote[end:]}"


def _quote(place: Span | None) -> str:
    return place.quote if place else ""


def _issue(key: str, index: Index) -> str:
    issue = index.issue(key)
    return issue.name if issue else key


def _mark(stances: set[str]) -> str:
    if not stances:
        return ""
    return MARKS[next(iter(stances))] if len(stances) == 1 else MARKS["mixed"]
