"""What the rules for names look at: the run, and how the article writes its words."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from analysis import lexicon
from analysis.model.name_gazetteer import Known, find_known, known_at

ARABIC = {"al", "el", "ul"}
LEAST_CAPITALS = 4  # of longer words, in a heading
HYPHENS = {"-", "‐", "–"}
JOINTS = {"of", "for", "on"}
OPENING_MARKS = {".", "?", "!", "…", "“", '"', "«", "„", "``", "''", "‘", "'", ":", "•", "*", "—", "–", "-", "(", "["}


@dataclass(frozen=True)
class Scene:
    """What a rule may look at beside the run itself."""

    doc: Doc
    text: str  # with straight apostrophes
    lower: frozenset[str]  # words that the article also writes in lower case
    firm: frozenset[str]  # words that it capitalises inside a sentence
    headline: frozenset[int]  # tokens of headings in title case

    def known(self, start: int, end: int) -> Known | None:
        """The known name that is exactly the tokens `[start, end)`."""
        first, last = self.doc[start], self.doc[end - 1]
        return find_known(self.text[first.idx : last.idx + len(last)])

    def known_from(self, start: int) -> Known | None:
        """The longest known name that begins with the token `start`."""
        return known_at(self.text, self.doc[start].idx)


def look_at(doc: Doc) -> Scene:
    headline = frozenset(_headline_tokens(doc))
    words = [token for token in doc if token.is_alpha and token.i not in headline]
    lower = frozenset(token.text for token in words if token.is_lower)
    firm = frozenset(token.text for token in words if capital(token) and not opens(token))
    return Scene(doc, doc.text.replace("’", "'"), lower, firm, headline)


def _headline_tokens(doc: Doc) -> Iterator[int]:
    """Tokens of lines in title case, as in an English headline: only small words are in lower case."""
    line: list[Token] = []
    for token in doc:
        line.append(token)
        if "\n" in token.text or token.i == len(doc) - 1:
            words = [word for word in line if word.is_alpha]
            small = [word for word in words if word.is_lower and not _small(word.lower_)]
            capitals = sum(capital(word) and len(word) > 3 for word in words)
            if capitals >= LEAST_CAPITALS and len(small) <= len(words) / 10:
                yield from (word.i for word in line)
            line = []


def _small(word: str) -> bool:
    """Whether a headline in title case leaves the word in lower case."""
    classes = ("preposition", "determiner", "coordinator", "subordinator", "auxiliary", "possessive")
    return any(word in lexicon.words(name) for name in classes)


def capital(token: Token) -> bool:
    return token.text[:1].isupper() and "$" not in token.text


def opens(token: Token) -> bool:
    """Whether English capitalises any word here: at the start of a sentence, or after a mark that opens one."""
    return token.i == 0 or bool(token.is_sent_start) or token.nbor(-1).text in OPENING_MARKS or token.nbor(-1).is_space
