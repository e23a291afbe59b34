"""Annotations of the bundled article by hand: the briefing's tests do not wait for, or break with, the stages."""

from dataclasses import replace
from datetime import date

from analysis.briefing.page import Page
from analysis.codebook import Concept, Issue, Pattern
from analysis.paths import ARTICLES
from analysis.records import (
    Actor,
    Alternative,
    Annotations,
    Certainty,
    Cooperation,
    Factor,
    IntensityPart,
    Statement,
    span,
)
from tests.factory import (
    at,
    make_actor,
    make_article,
    make_mention,
    make_omission,
    make_position,
    make_statement,
    make_tension,
    make_time,
)

TEXT = (ARTICLES / "cnn-us-ukraine-talks.txt").read_text(encoding="utf-8")
TITLE = "US urges Ukraine to show it is open to talks"


def issue(key: str, name: str, question: str, *, named: bool = True) -> Issue:
    concept = Concept(id="any", name="any", patterns=(Pattern(match="any"),))
    return Issue(id=key, name=name, question=question, proposition=question, named=named, concepts=(concept,))


ISSUES = (
    issue("messaging", "US-Ukraine messaging", "Should Ukraine show in public that it is open to talks with Russia?"),
    issue("gop-funding", "GOP funding signals", "Should the United States keep up its aid for as long as it takes?"),
    issue("battlefield", "Battlefield assessment", "Can Ukraine drive Russia out of all its territory?"),
    issue("negotiation", "Negotiations", "Should the sides negotiate now?", named=False),
)
BARRING = (
    Factor("barring", -1, 1.0, "force of the cue", at(TEXT, "barring")),
    Factor("any negotiations", 1, 0.9, "polarity of the content", at(TEXT, "any negotiations")),
)
# Sources and wording, weighed against each other, would turn the first two tensions round.
STRONG = (
    IntensityPart("opposition", 30, "one side is for, the other against", 0.75, 40),
    IntensityPart("wording", 20, "“urging” is a demand", 1.0, 20),
    IntensityPart("sources", 12, "three speaking sources", 0.3, 40),
)
WEAK = (
    IntensityPart("opposition", 16, "one acts on the other", 0.4, 40),
    IntensityPart("wording", 16, "“question” is a doubt", 0.8, 20),
    IntensityPart("sources", 16, "two speaking sources", 0.4, 40),
)


def bundled() -> Annotations:
    """The bundled article with actors, statements, positions, tensions and times that a reader would find."""
    us, ukraine, russia = (
        make_actor(TEXT, name, kind="government", side=name, words=words)
        for name, words in (("United States", "US"), ("Ukraine", "Ukraine"), ("Russia", "Russia"))
    )
    people = _people(us, ukraine, russia)
    statements = _statements(*people.values())
    actors = sorted((us, ukraine, russia, *people.values()), key=lambda actor: actor.evidence)
    return Annotations(
        article=make_article(TEXT, slug="cnn", title=TITLE, outlet="CNN", published_basis="inferred"),
        sentences=_sentences(),
        actors=tuple(actors),
        mentions=tuple(make_mention(TEXT, actor, actor.evidence[0].quote) for actor in actors),
        timeline=_times(),
        statements=tuple(sorted(statements, key=lambda item: item.evidence)),
        omissions=(
            make_omission(TEXT, "Vladimir Putin", russia),
            make_omission(
                TEXT, "The Washington Post first reported that the US is urging Ukraine to be open to talks."
            ),
        ),
        positions=_positions(us, ukraine, people, statements),
        tensions=_tensions(us, ukraine, russia, people),
        cooperations=_cooperations(us, ukraine),
    )


def without_tensions() -> Annotations:
    """A short article in which nobody pulls against anybody, without a date of publication."""
    text = "The museum opens on Monday.\nIt has a new roof."
    article = make_article(text, title="A museum opens", published=None)
    return Annotations(article=article, timeline=(make_time(text, "Monday", "XXXX-WXX-1"),))


def page(annotations: Annotations, **more: object) -> Page:
    return Page(annotations, issues=ISSUES, **more)


def _people(us: Actor, ukraine: Actor, russia: Actor) -> dict[str, Actor]:
    rows = (
        ("Jake Sullivan", "National Security Adviser", us),
        ("Volodymyr Zelensky", "Ukrainian President", ukraine),
        ("Dmitry Peskov", "Kremlin spokesman", russia),
        ("Kevin McCarthy", "House Minority Leader", us),
        ("Ned Price", "State Department spokesman", us),
        ("Joe Biden", "US President", us),
    )
    people = {
        name: make_actor(
            TEXT, name, role=role, role_basis="article", affiliation=state.id, registry_id=name, salience=n / 10
        )
        for n, (name, role, state) in enumerate(rows)
    }
    for name, words in (
        ("sources familiar with the discussions", "sources familiar with the discussions"),
        ("a Western official", "a Western official"),
        ("one defense official", "one defense official"),
    ):
        people[name] = make_actor(
            TEXT, name, kind="unnamed", side="" if "Western" in name else "United States", words=words
        )
    people["Republicans"] = make_actor(TEXT, "Republicans", kind="group", side="Republicans")
    return people


def _statements(*people: Actor) -> list[Statement]:
    by_name = {actor.name: actor for actor in people}
    unnamed = {"sourcing": "unnamed", "n_sources": None, "kind": "indirect"}
    rows = (
        ("sources familiar with the discussions", "Senior US officials have been urging Ukraine in recent weeks to show it is still open to diplomatic talks with Russia", "told CNN", unnamed),
        ("sources familiar with the discussions", "The talks are not aimed at encouraging Ukrainians to negotiate now", "the sources said", unnamed),
        ("sources familiar with the discussions", "Sullivan discussed the issue directly with Zelensky during a trip to Kyiv last week", "said", unnamed),
        ("Volodymyr Zelensky", "“We are ready for dialogue with Russia, but with another president of Russia,”", "said last month", {}),
        ("Jake Sullivan", "categorically blocking any conversation with Putin plays well with the Russian leader", "expressed", {"kind": "indirect"}),
        ("Dmitry Peskov", "“at the moment we don’t see such an opportunity because Kyiv has passed [their decision] not to continue any negotiation”", "said Russia", {"kind": "mixed"}),
        ("a Western official", "“I don’t think they are naive that now is the time for talks. We’re just talking about talks more,”", "told CNN", unnamed | {"kind": "direct"}),
        ("a Western official", "“They recognize that there is no clear signal from the Russians that they are open to serious negotiations.”", "told CNN", unnamed | {"kind": "direct"}),
        ("Kevin McCarthy", "“I think there needs to be accountability going forward,”", "told CNN", {}),
        ("Kevin McCarthy", "“You always need, not a blank check, but make sure the resources are going where they are needed. And make sure that Congress and the Senate have an opportunity to discuss it openly.”", "told CNN", {}),
        ("Jake Sullivan", "“The United States will be with Ukraine for as long as it takes in this fight,”", "said in Kyiv", {}),
        ("Ned Price", "regime change is not the goal of the US or the Ukrainians", "Price said", {"kind": "indirect"}),
        ("Volodymyr Zelensky", "Kiev’s goal is to liberate all of Ukraine, including Crimea", "stated", {"kind": "indirect"}),
        ("one defense official", "the battlefield is likely to become more static and less dynamic", "says", unnamed | {"certainty": Certainty("likely", 55, 80)}),
    )  # fmt: skip
    return [make_statement(TEXT, by_name[name], words, cue=cue, **more) for name, words, cue, more in rows]


def _positions(us: Actor, ukraine: Actor, people: dict[str, Actor], statements: list[Statement]):
    zelensky, mccarthy = people["Volodymyr Zelensky"], people["Kevin McCarthy"]
    static = next(item for item in statements if item.certainty.term)
    rows = (
        make_position(TEXT, us, "messaging", "the US wants Kyiv to convey more clearly that it wants to find a solution", sourcing="unnamed", strength=0.8),
        make_position(TEXT, zelensky, "messaging", "signed a decree in early October barring any negotiations with Russian President Vladimir Putin", "oppose", sourcing="reporter", on_behalf=ukraine.id, factors=BARRING, time=_times()[0].id, alternatives=(Alternative("stance", "mixed", 0.2),)),
        make_position(TEXT, zelensky, "messaging", "“We are ready for dialogue with Russia, but with another president of Russia,”", "mixed", strength=0.5, condition=at(TEXT, "but with another president of Russia")),
        make_position(TEXT, mccarthy, "gop-funding", "not a blank check", "oppose", strength=0.5, hedged=True),
        make_position(TEXT, people["Jake Sullivan"], "gop-funding", "“The United States will be with Ukraine for as long as it takes in this fight,”"),
        make_position(TEXT, zelensky, "battlefield", "Kiev’s goal is to liberate all of Ukraine, including Crimea"),
        make_position(TEXT, people["one defense official"], "battlefield", "the battlefield is likely to become more static and less dynamic", "oppose", sourcing="unnamed", hedged=True, strength=0.4, statements=(static.id,)),
        make_position(TEXT, people["Ned Price"], "", "regime change is not the goal of the US or the Ukrainians", "oppose", strength=0.9, status="past"),
    )  # fmt: skip
    propositions = ("Ukraine should show that it is open to talks", "aid should go on for as long as it takes", "Ukraine can liberate all of its land", "regime change is the goal")  # fmt: skip
    told = dict(zip(("messaging", "gop-funding", "battlefield", ""), propositions, strict=True))
    return tuple(replace(row, proposition=told[row.issue]) for row in rows)


def _tensions(us: Actor, ukraine: Actor, russia: Actor, people: dict[str, Actor]):
    zelensky = people["Volodymyr Zelensky"]
    return (
        make_tension(TEXT, us, zelensky, "Senior US officials have been urging Ukraine in recent weeks to show it is still open to diplomatic talks with Russia", "“We are ready for dialogue with Russia, but with another president of Russia,”", issue="messaging", type="demand", intensity=62, low=55, high=64, parts=STRONG, voices=(people["Jake Sullivan"].id, people["Joe Biden"].id), alternatives=(Alternative("type", "friction", 0.3),)),
        make_tension(TEXT, people["Republicans"], us, "they may be less willing to support Ukraine financially and militarily", "“The United States will be with Ukraine for as long as it takes in this fight,”", issue="gop-funding", intensity=41),
        make_tension(TEXT, us, ukraine, "question the ability of Ukraine’s armed forces to fully remove Russia", "Kiev’s goal is to liberate all of Ukraine, including Crimea", issue="battlefield", type="doubt", intensity=48, low=40, high=48, parts=WEAK),
        make_tension(TEXT, russia, ukraine, "Kyiv has passed [their decision] not to continue any negotiation", "there is no clear signal from the Russians", about="who refuses to negotiate", type="accusation", intensity=35),
        make_tension(TEXT, people["Joe Biden"], zelensky, "Biden was “direct ” with Zelensky", "Zelensky listed the additional equipment and weapons Ukraine still needed", about="thanks for American help", type="friction", status="past", intensity=30),
    )  # fmt: skip


def _cooperations(us: Actor, ukraine: Actor):
    place = at(TEXT, "“The United States will be with Ukraine for as long as it takes in this fight,”")
    fields = {"confidence": 0.8, "reason": "by hand", "evidence": (place,)}
    return (Cooperation(a=us.id, b=ukraine.id, type="endorsement", about="this fight", status="current", **fields),)


def _times():
    rows = (
        ("early October", "2022-10", date(2022, 10, 1), date(2022, 10, 10), ""),
        ("last month", "2022-10", date(2022, 10, 1), date(2022, 10, 31), "publication"),
        ("last week", "2022-W44", date(2022, 10, 31), date(2022, 11, 6), "publication"),
        ("On Monday", "2022-11-07", date(2022, 11, 7), date(2022, 11, 7), "publication"),
        ("June", "2022-06", date(2022, 6, 1), date(2022, 6, 30), "publication"),
        ("the next two to three weeks", "P3W", date(2022, 11, 8), date(2022, 11, 29), "publication"),
        ("last eight months", "P8M", date(2022, 3, 8), date(2022, 11, 8), "publication"),
        ("months", "PXM", None, None, ""),
    )
    times = [
        make_time(TEXT, words, value, begin=begin, end=end, anchor=anchor) for words, value, begin, end, anchor in rows
    ]
    return tuple(sorted(times, key=lambda time: time.span))


def _sentences():
    import re

    return tuple(span(TEXT, *match.span()) for match in re.finditer(r"[^\s][^\n]*?(?:[.?!]”?(?=\s|$)|$)", TEXT, re.M))
