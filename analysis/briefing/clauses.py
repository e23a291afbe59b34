"""What an issue is about as part of a sentence: `whether Ukraine should talk`, `to talk`."""

import re
from dataclasses import dataclass

from analysis.briefing import prose
from analysis.codebook import Issue

VERB = re.compile(r"(?<=.) (should|must|ought to|can|could|will|would|may|is|are|has|have) (?=.)")
OBLIGING = ("should", "must", "ought to")
PAST = {"can": "could", "will": "would", "may": "might", "is": "was", "are": "were", "has": "had", "have": "had"}


@dataclass(frozen=True, slots=True)
class Clause:
    """A proposition taken apart, its subject as it stands in the middle of a sentence."""

    subject: str
    verb: str
    rest: str

    @property
    def obliges(self) -> bool:
        """Whether it says what someone should do, not what is so."""
        return self.verb in OBLIGING

    def told(self, *, past: bool = False, subject: str = "") -> str:
        """The whole clause: `Ukraine should talk`; in the past `Ukraine could win`."""
        return f"{subject or self.subject} {PAST.get(self.verb, self.verb) if past else self.verb} {self.rest}"

    def concerns(self, *names: str) -> bool:
        """Whether the subject is one of `names` and nobody else."""
        return self.subject.removeprefix("the ") in {name.removeprefix("the ") for name in names}


def clause(issue: Issue | None) -> Clause | None:
    """The issue's proposition as a clause; None without an issue, or where its proposition is put otherwise."""
    proposition = prose.typeset(issue.proposition.strip()) if issue else ""
    verb = VERB.search(proposition)
    if not issue or not verb or "?" in proposition[verb.end() :]:
        return None
    rest = proposition[verb.end() :].removesuffix(".")
    return Clause(_inside(proposition[: verb.start()], prose.typeset(issue.question)), verb[1], rest)


def _inside(subject: str, question: str) -> str:
    """`subject` in the middle of a sentence: its first letter as in the question, where the verb goes before it."""
    first = subject.split()[0]
    met = re.search(rf"(?<=\s){re.escape(first)}(?!\w)", question, re.IGNORECASE)
    return met[0] + subject[len(first) :] if met else prose.lowered(subject)
