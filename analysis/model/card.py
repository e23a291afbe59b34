"""The model card: what the model is, from what it was made, how well it does; and the file that it describes."""

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from analysis.errors import ModelError

CARD = Path(__file__).with_name("card.toml")


@cache
def card() -> dict[str, Any]:
    """What `card.toml` holds. Raises `ModelError` where it cannot be read."""
    try:
        return tomllib.loads(CARD.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ModelError(
            f"{CARD}: the model's card cannot be read ({error}); restore it from the repository"
        ) from error


@cache
def verified_model() -> Path:
    """The model file that the card names, after a look at its bytes. Raises `ModelError` where it is not that model."""
    return _verified(card())


@cache
def verified_stance() -> Path:
    """The file of the head of directed stance, in the same way."""
    return _verified(card()["stance"])


def _verified(described: Mapping[str, Any]) -> Path:
    path = CARD.with_name(described["file"])
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: the model file cannot be read; restore it from the repository") from error
    if found != described["sha256"]:
        raise ModelError(f"{path}: not the model that {CARD.name} describes; restore both from the repository")
    return path
