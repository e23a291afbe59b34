"""The records in the JSON form of the coding guidelines, so that anyone can score them against readers."""

import json
from pathlib import Path
from typing import Any

from analysis.errors import ParameterError
from analysis.locks import write_whole
from analysis.records import Annotations, Span, check_evidence


def write(path: Path, annotations: Annotations) -> None:
    """Write the form to `path`, whole or not at all.

    Raises `EvidenceError` where a span is not the text, `ParameterError` where no file can be written there.
    """
    check_evidence(annotations.article.text, annotations.records())
    form = json.dumps(to_guidelines(annotations), ensure_ascii=False, indent=1)
    try:
        write_whole(path, f"{form}\n".encode())
    except OSError as error:
        raise ParameterError(f"{path}: cannot be written ({error.strerror}); name another file") from error


def to_guidelines(annotations: Annotations) -> dict[str, Any]:
    """The annotations in the JSON form of the coding guidelines."""
    return {
        "article": annotations.article.slug,
        "actors": [
            {
                "id": actor.id,
                "name": actor.name,
                "kind": actor.kind,
                "affiliation": actor.affiliation,
                "aliases": list(actor.aliases),
            }
            for actor in annotations.actors
        ],
        "positions": [
            {
                "actor": position.actor,
                "proposition": position.proposition,
                "stance": position.stance,
                "hedged": position.hedged,
                "sourcing": position.sourcing,
                "evidence": _quotes(position.evidence),
            }
            for position in annotations.positions
        ],
        "tensions": [
            {
                "a": tension.a,
                "b": tension.b,
                "about": tension.about,
                "type": tension.type,
                "evidence": _quotes(tension.evidence),
                "status": tension.status,
            }
            for tension in annotations.tensions
        ],
    }


def _quotes(spans: tuple[Span, ...]) -> list[str]:
    return [span.quote for span in spans]
