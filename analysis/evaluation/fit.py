"""The tables of weights, fitted on the training sets: `make weights`."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import ModuleType

from analysis.actors import antecedents, salience, worth
from analysis.actors.antecedents import Choice, fitting
from analysis.actors.assemble import aliases
from analysis.actors.drafts import Draft
from analysis.actors.find import candidates, read_chains
from analysis.actors.memory import Met
from analysis.actors.pairs import Anaphor, features, features_of_none
from analysis.actors.salience import Place
from analysis.actors.turns import Turns
from analysis.articles import read_article
from analysis.document import read_document
from analysis.errors import InputError
from analysis.evaluation.codings import given_articles
from analysis.evaluation.coreference import SCORED, comparable
from analysis.evaluation.gold import scorer
from analysis.evaluation.gum import Document, read_documents
from analysis.evaluation.holding import position_weights
from analysis.evaluation.pulling import tension_weights
from analysis.evaluation.regression import Example, fitted, logistic
from analysis.positions import decide
from analysis.registry import read_registry
from analysis.tensions import against, kinds

# Some columns have few expressions, and features that say nearly the same.
ANTECEDENT_PRIOR = 5.0
WORTH_PRIOR = 3.0
CODED = "gold/train and codings.jsonl"
HEADER = "# What each feature of analysis/{} counts for. Fitted on {} by `make weights`.\n"


class Oracle:
    """Chooses as GUM does, and keeps what there was to choose from."""

    def __init__(self, document: Document) -> None:
        self._place = document.place
        self._entity = {place: number for number, one in enumerate(document.entities) for place in one.mentions}
        self.examples: dict[str, list[Example]] = defaultdict(list)

    def __call__(self, anaphor: Anaphor, met: Iterable[Met], turns: Turns) -> Choice:
        pairs = fitting(anaphor, met, turns)
        own = self._entity.get(self._place(anaphor.token.idx))
        right = [place for place, pair in enumerate(pairs) if own is not None and self._meant(pair.met.draft) == own]
        choices = (*map(features, pairs), features_of_none(anaphor))
        self.examples[antecedents.column(anaphor)].append(Example(choices, tuple(right or [len(pairs)])))
        return Choice(pairs[right[0]].met.draft if right else None, 1.0, "")

    def _meant(self, draft: Draft) -> int | None:
        places = [self._place(found.head.idx) for found in draft.found] or [-1]
        meant = Counter(self._entity[place] for place in places if place in self._entity)
        return meant.most_common(1)[0][0] if meant else None


def fit(folder: Path) -> int:
    """Fit every table of weights on the sets under `folder`; returns the exit status. Each stands on the one before.

    Raises `InputError` where the sets are not there.
    """
    gum = folder / "data" / "language" / "gum_train.jsonl"
    if not gum.is_file():
        raise InputError(f"{folder}: no data/language/gum_train.jsonl here; give GOLD the folder that holds data/")
    fit_antecedents(gum)
    fit_salience(gum)
    gold, texts = folder / "gold", folder / "data" / "attribution" / "polnear" / "train" / "text"
    fit_worth(gold, texts)
    _write(decide, "positions/decide.py", CODED, f"\n{_lines(position_weights(gold, texts))}")
    fit_tensions(gold, texts)
    return 0


def fit_antecedents(file: Path) -> None:
    """Write the weights fitted on the documents of `file`."""
    examples: dict[str, list[Example]] = defaultdict(list)
    for document in read_documents(file):
        oracle = Oracle(document)
        read_chains(read_document(document.article), read_registry(), document.article, oracle)
        for kind, found in oracle.examples.items():
            examples[kind] += found
    tables = [(kind, fitted(examples[kind], ANTECEDENT_PRIOR)) for kind in sorted(examples)]
    body = "".join(f"\n[{kind}]\n{_lines(weights)}" for kind, weights in tables)
    _write(antecedents, "actors/pairs.py, by the kind of expression,", "GUM train", body)


def fit_salience(file: Path) -> None:
    """Write the weights of salience fitted on the documents of `file`."""
    rows, labels = [], []
    for document in read_documents(file):
        doc = read_document(document.article)
        chains = read_chains(doc, read_registry(), document.article)
        salient = [entity.mentions for entity in document.entities if entity.salient and entity.kind in SCORED]
        for chain in comparable(chains):
            places = {document.place(found.head.idx) for found in chain.found}
            rows.append(salience.features(Place(chain, len(doc))))
            labels.append(any(2 * len(places & mentions) >= len(places) for mentions in salient))
    _write(salience, "actors/salience.py", "GUM train", f"\n{_lines(logistic(rows, labels))}")


def fit_worth(gold: Path, texts: Path) -> None:
    """Write the weights of worth fitted on gold/train. (Our own codings list others as actors: with them the dev set
    came out worse.)
    """
    rows, labels = [], []
    for coded in given_articles(gold, texts):
        article = read_article(coded.file)
        doc = read_document(article)
        drafts = candidates(read_chains(doc, read_registry(), article))
        found = [
            {"id": str(number), "name": draft.name, "kind": draft.kind, "aliases": aliases(draft, draft.found)}
            for number, draft in enumerate(drafts)
        ]
        met = scorer(gold / "score.py").align(coded.coding["actors"], found)
        rows += [worth.features(draft, len(doc)) for draft in drafts]
        labels += [one["id"] in met for one in found]
    _write(worth, "actors/worth.py", "gold/train", f"\n{_lines(logistic(rows, labels, WORTH_PRIOR))}")


def fit_tensions(gold: Path, texts: Path) -> None:
    """Write the weights of who is set against whom, and of the types of tension."""
    pairs, columns = tension_weights(gold, texts)
    _write(against, "tensions/pairs.py and tones.py", CODED, f"\n{_lines(pairs)}")
    body = "".join(f"\n[{kind}]\n{_lines(weights)}" for kind, weights in columns.items())
    _write(kinds, "tensions/pairs.py and tones.py, by type,", CODED, body)


def _write(module: ModuleType, features_of: str, data: str, body: str) -> None:
    file = Path(str(module.__file__)).with_suffix(".toml")
    file.write_text(HEADER.format(features_of, data) + body, encoding="utf-8")


def _lines(weights: Mapping[str, float]) -> str:
    keys = {name: name if name.isidentifier() else f'"{name}"' for name in weights}
    return "".join(f"{keys[name]} = {weight}\n" for name, weight in weights.items())
