"""How sure a statement is, by how it was found: a base for its form, less what speaks against it."""

from dataclasses import dataclass

from analysis.records import Actor, StatementKind
from analysis.scoring import Evidence, Feature, combine
from analysis.statements.attribute import Attribution
from analysis.statements.quoted import is_balanced

FLOOR = 0.05


@dataclass(frozen=True)
class Finding:
    """What is known of a statement when its confidence is judged."""

    attribution: Attribution
    kind: StatementKind
    frame: str
    actor: Actor | None


def judge(finding: Finding) -> Evidence:
    """The confidence in a statement, with the reason in words."""
    total = combine(FEATURES, finding)
    return Evidence(round(max(FLOOR, total.score), 2), total.reason)


def _cue(finding: Finding) -> str:
    return f"“{finding.attribution.clause.cue.text}”"


def form(finding: Finding) -> Evidence:
    """How the content is bound to its cue"""
    base, words = FORMS[finding.kind if finding.kind == "direct" else finding.frame]
    return Evidence(base, f"{words} {_cue(finding)}")


def no_speaker(finding: Finding) -> Evidence:
    """No words name a source"""
    return Evidence(float(finding.attribution.clause.source is None), "no source beside it")


def shared_source(finding: Finding) -> Evidence:
    """The source stands beside an earlier cue"""
    clause = finding.attribution.clause
    shared = clause.source is not None and not clause.own_source
    return Evidence(float(shared), "its source stands with an earlier cue of the sentence")


def unknown_actor(finding: Finding) -> Evidence:
    """The source is no known actor"""
    return Evidence(
        float(finding.attribution.clause.source is not None and finding.actor is None), "source not among the actors"
    )


def continued(finding: Finding) -> Evidence:
    """A part of the quotation stands alone in a later sentence"""
    inside = finding.attribution.continued - finding.attribution.beyond
    return Evidence(float(inside > 0), "a quotation that stands alone is taken to go on")


def beyond_paragraph(finding: Finding) -> Evidence:
    """A part of the quotation stands alone in a later paragraph"""
    return Evidence(float(finding.attribution.beyond > 0), "a quotation in a later paragraph is taken to go on")


def unbalanced(finding: Finding) -> Evidence:
    """Quotation marks do not balance"""
    contents = tuple(content.text for content in finding.attribution.contents)
    return Evidence(float(not is_balanced(contents)), "its quotation marks do not balance")


FORMS: dict[str, tuple[float, str]] = {
    "direct": (0.95, "quotation beside the cue"),
    "that": (0.92, "“that” after the cue"),
    "before": (0.88, "clause before the cue"),
    "clause": (0.82, "clause after the cue"),
    "infinitive": (0.78, "infinitive after the cue"),
    "person": (0.78, "what is asked of someone, after the cue"),
    "object": (0.65, "noun phrase after the cue"),
}

FEATURES: tuple[Feature[Finding], ...] = (
    Feature(form, 1.0),
    Feature(no_speaker, -0.35),
    Feature(shared_source, -0.1),
    Feature(unknown_actor, -0.1),
    Feature(continued, -0.05),
    Feature(beyond_paragraph, -0.2),
    Feature(unbalanced, -0.2),
)
