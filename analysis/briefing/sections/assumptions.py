"""What this reading takes for granted, and what it leaves out by its parameters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.briefing.evidence import Citations, Claim, Label
from analysis.briefing.index import Index
from analysis.settings import Settings

# How the ids of countries begin in the registry.
COUNTRY = "country-"
NAMED = 6


@dataclass(frozen=True)
class Assumption:
    """Something assumed. `claim` is set where words of the article show where it enters; `target` is the section of
    the page that it enters.
    """

    text: str
    claim: Claim | None
    target: str
    where: str
    label: Label = "assumed"


def build(index: Index, citations: Citations, settings: Settings) -> tuple[Assumption, ...]:
    """Everything assumed, whatever the article; never empty."""
    return (
        Assumption("What the article reports as said is taken to have been said.", None, "sourcing", "Sourcing"),
        *_date(index),
        *_roles(index, citations),
        *_countries(index, citations, settings),
        *_codebook(index, settings),
        *_weights(index, settings),
    )


def left_out(settings: Settings) -> Iterator[str]:
    """What the parameters keep out of this page."""
    yield (
        f"Records whose maker is less sure of them than {settings.min_confidence:g} (parameter min_confidence) are "
        f"left out, and so is whoever a reader would count as an actor with less chance than {settings.min_actor:g} "
        "(min_actor). Lower values show more and err more often."
    )
    if settings.unnamed_sources == "exclude":
        yield "What rests on unnamed sources alone is left out (unnamed_sources=exclude)."
    if settings.unnamed_sources == "fold":
        yield "Unnamed sources are counted as those they speak for (unnamed_sources=fold)."


def _date(index: Index) -> Iterator[Assumption]:
    article = index.article
    if article.published and article.published_basis == "inferred":
        day = prose.day(article.published)
        text = f"The date of publication, {day}, is inferred; all times counted from it move with it."
        yield Assumption(text, None, "timeline", "Timeline")
    elif not article.published:
        text = "Without a date of publication, nothing is assumed about when “last week” or “Monday” was."
        yield Assumption(text, None, "timeline", "Timeline")


def _roles(index: Index, citations: Citations) -> Iterator[Assumption]:
    """Offices that the article does not state."""
    known = [actor for actor in index.annotations.actors if actor.role and actor.role_basis == "registry"]
    if known:
        told = [f"{prose.named(actor)} ({actor.role})" for actor in known]
        whose = "The office of" if len(known) == 1 else "The offices of"
        verb = "comes" if len(known) == 1 else "come"
        text = f"{whose} {_some(told)} {verb} from the list of known actors, not from the article."
        claim = citations.claim(("assumed", "roles"), text, "assumed", [actor.evidence[0] for actor in known])
        yield Assumption(text, claim, "actors", "Actors")


def _countries(index: Index, citations: Citations, settings: Settings) -> Iterator[Assumption]:
    """Names of countries and capitals that were read as governments."""
    states = [actor for actor in index.annotations.actors if (actor.registry_id or "").startswith(COUNTRY)]
    if states:
        where = "where they act" if settings.countries == "apart" else "wherever they stand, also as places"
        names = _some(prose.named(actor) for actor in states)
        text = f"Names of countries and capitals are read as their governments {where}: {names}."
        claim = citations.claim(("assumed", "countries"), text, "assumed", [actor.evidence[0] for actor in states])
        yield Assumption(text, claim, "actors", "Actors")


def _codebook(index: Index, settings: Settings) -> Iterator[Assumption]:
    """Who chose the issues."""
    if not index.issues:
        text = "No codebook was used: positions and tensions are told in the article’s own words alone."
    elif settings.codebook == "auto":
        named = [prose.lowered(issue.name) for issue in index.issues if issue.named]
        asked = f", among them {prose.listed(named)}" if named else ""
        text = (
            f"The issues looked for, {prose.number(len(index.issues))} in all{asked}, were chosen by the article’s own "
            "words (codebook=auto); a matter that no codebook holds is told in the article’s terms."
        )
    else:
        text = f"Only the issues of {settings.codebook} were looked for, as asked (parameter codebook)."
    yield Assumption(text, None, "positions", "Positions")


def _weights(index: Index, settings: Settings) -> Iterator[Assumption]:
    if index.annotations.tensions:
        own = "our weights" if settings.intensity == "default" else f"the weights asked for ({settings.intensity})"
        text = f"How intense a tension is rests on {own}; another weighing gives other numbers."
        yield Assumption(text, None, "method", "Method")


def _some(names: Iterable[str]) -> str:
    told = list(names)
    more = [prose.count(len(told) - NAMED, "other")] if len(told) > NAMED else []
    return prose.listed([*told[:NAMED], *more])
