"""The label of a name, by a table of rules of which the first that knows decides."""

from collections.abc import Callable

from analysis.model.name_gazetteer import NAME, ORG, PERSON, PLACE, places, word_list
from analysis.model.name_scene import JOINTS, Scene, capital


def label_of(scene: Scene, start: int, end: int) -> str:
    """The label that the first rule of the table gives, empty for what is no name."""
    return next(label for rule in RULES if (label := rule(scene, start, end)) is not None)


def _by_gazetteer(scene: Scene, start: int, end: int) -> str | None:
    known = scene.known(start, end)
    return known.label if known else None


def _by_other_list(scene: Scene, start: int, end: int) -> str | None:
    words = scene.doc[start:end].text
    thing = end - start > 1 and scene.doc[end - 1].text in word_list("thing_heads")
    return NAME if thing or words in word_list("other_names") or words in word_list("adjectives") else None


def _by_place(scene: Scene, start: int, end: int) -> str | None:
    first, last = scene.doc[start].text, scene.doc[end - 1].text
    several = end - start > 1
    found = scene.doc[start:end].text in places() or (
        several and (last in word_list("place_heads") or first in word_list("place_openers"))
    )
    return PLACE if found and not is_body(scene, start, end) else None


def _by_head(scene: Scene, start: int, end: int) -> str | None:
    return ORG if is_body(scene, start, end) else None


def is_body(scene: Scene, start: int, end: int) -> bool:
    """Whether the words end in the head of an organisation, or hold one before an "of"."""
    heads, tokens = word_list("organization_heads"), scene.doc[start:end]
    if len(tokens) < 2:
        return False
    return (
        tokens[-1].text in heads
        or any(token.text == "for" for token in tokens)
        or any(tokens[i].text in heads and tokens[i + 1].lower_ in JOINTS for i in range(len(tokens) - 1))
    )


def _by_acronym(scene: Scene, start: int, end: int) -> str | None:
    words = scene.doc[start:end].text
    if words in word_list("no_acronyms") or (len(words) > 6 and words.isupper() and end - start == 1):
        return ""
    letters = words.replace(".", "").replace("&", "")
    return ORG if end - start == 1 and letters.isupper() and 2 <= len(letters) <= 6 else None


def _by_given_name(scene: Scene, start: int, end: int) -> str | None:
    return PERSON if scene.doc[start].text in word_list("given_names") else None


def _by_shape(scene: Scene, start: int, end: int) -> str | None:
    """Two or three plain capitalised words are a person more often than not."""
    words = scene.doc[start:end].text
    if end - start > 1 and " " not in words:
        return NAME
    if any(is_adjective(token.text) for token in scene.doc[start:end]):
        return NAME
    plain = all(
        token.text[1:].islower() or len(token.text.rstrip(".")) == 1 for token in scene.doc[start:end] if capital(token)
    )
    count = len(words.split())
    return PERSON if plain and 2 <= count <= 3 and scene.doc[start].text not in scene.lower else None


def is_adjective(word: str) -> bool:
    """Whether a word names a people or a creed rather than a person: "Democratic", "Catholics"."""
    return word in word_list("openers") or bool({word, word.removesuffix("s")} & word_list("adjectives"))


def _by_preposition(scene: Scene, start: int, end: int) -> str | None:
    return PLACE if end - start == 1 and start and scene.doc[start - 1].lower_ in ("in", "near") else None


def _unknown(scene: Scene, start: int, end: int) -> str | None:
    return NAME if len(scene.doc[start:end].text) > 1 else ""


Rule = Callable[[Scene, int, int], str | None]
RULES: tuple[Rule, ...] = (
    _by_gazetteer,
    _by_head,
    _by_other_list,
    _by_place,
    _by_acronym,
    _by_given_name,
    _by_shape,
    _by_preposition,
    _unknown,
)
