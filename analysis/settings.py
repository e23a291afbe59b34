"""The parameters of a run: one schema for notebooks, command line and report.

Values come, weakest first, from the defaults here, a parameter file, and `name=value` words. All of them are
checked here, before any kernel starts, because papermill guesses types and only warns of unknown names.
"""

import hashlib
import json
import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator
from pydantic.fields import FieldInfo

from analysis.errors import ParameterError, SeedError, nearest
from analysis.points import DEFAULT, POINTS, read_points
from analysis.seedfile import read_yaml

Origin = Literal["default", "file", "set"]
# The `language_model` that is part of the package.
EMBEDDED = "embedded"
# The `since` that compares with nothing.
NO_RUN = "none"


def parameter(default: Any, help: str, *, moves: str, unit: str = "", takes: str = "", **limits: Any) -> Any:
    """One row of the schema. `moves` names the sections of the briefing that the parameter changes, `takes` says in
    words what a pattern allows.
    """
    return Field(default, description=help, json_schema_extra={"moves": moves, "unit": unit, "takes": takes}, **limits)


class Settings(BaseModel):
    """Everything an analyst can move. Field order is the order of `make params`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    codebook: str = parameter(
        "auto",
        "codebooks to read with: auto (those whose subject the article has), none, or names joined by +",
        moves="positions, tensions",
        takes="lower-case letters, digits and hyphens, joined by +",
        pattern=r"^[a-z0-9][a-z0-9+-]*$",
    )
    focus: str = parameter(
        "none",
        "issue to put first, by its id in the codebook; none keeps the codebook's order",
        moves="bottom line, positions, tensions",
        takes="lower-case letters, digits and hyphens",
        pattern=r"^[a-z0-9][a-z0-9-]*$",
    )
    min_confidence: float = parameter(
        0.3,
        "records that their maker is less sure of than this are left out",
        moves="all",
        unit="probability",
        ge=0.0,
        le=1.0,
    )
    min_actor: float = parameter(
        0.45,
        "whom a reader would count as an actor with less chance than this is left out; sources pass 0.1 lower",
        moves="all",
        unit="probability",
        ge=0.0,
        le=1.0,
    )
    countries: Literal["apart", "one"] = parameter(
        "apart",
        "a country is an actor only where it acts (apart), or as a place as well (one)",
        moves="actors, positions, tensions",
    )
    unnamed_sources: Literal["keep", "fold", "exclude"] = parameter(
        "keep",
        "keep unnamed sources as actors, fold them into whom they speak for, or exclude what rests on them alone",
        moves="actors, positions, tensions, sourcing",
    )
    tensions_shown: int = parameter(
        12,
        "tensions given a card each; the rest are listed in a table",
        moves="tensions",
        unit="tensions",
        ge=1,
        le=50,
    )
    intensity: str = parameter(
        DEFAULT,
        "the most points that parts of a tension's intensity can give, where not the default "
        f"({', '.join(f'{name} {most:g}' for name, most in POINTS.items())}); the others share what is left of 100",
        moves="tensions",
        unit="points",
        takes="default, or part=points joined by +, as in wording=30+sources=5",
    )
    language_model: str = parameter(
        EMBEDDED,
        "what reads sentences, trees and names; statements are labelled by the embedded model in any case",
        moves="all",
        takes="embedded, or the name or path of a spaCy pipeline",
        pattern=r"^[^\s\"'`$\\]+$",
    )
    paper: Literal["a4", "letter"] = parameter("a4", "paper size of the PDF", moves="pdf")
    since: str = parameter(
        NO_RUN,
        "earlier run to compare with, by the name of its folder under reports; none compares with no run",
        moves="what changed",
        takes="none, or the name of a run's folder under reports",
        pattern=r"^[a-z0-9][a-z0-9-]*$",
    )

    @field_validator("intensity")
    @classmethod
    def _shares_points(cls, value: str) -> str:
        read_points(value)
        return value

    def changed(self) -> dict[str, Any]:
        """The parameters that differ from their defaults, in the schema's order."""
        return {
            name: value for name, value in self.model_dump().items() if value != type(self).model_fields[name].default
        }

    def digest(self) -> str:
        """Eight hex digits of the changed parameters; empty when none is changed."""
        changed = self.changed()
        return hashlib.sha256(json.dumps(changed, sort_keys=True).encode()).hexdigest()[:8] if changed else ""


def read_settings(words: str = "", file: Path | None = None) -> tuple[Settings, dict[str, Origin]]:
    """Settings from a parameter file and from words such as `focus=gop-funding min_confidence=0.7`.

    Returns them with the origin of each. Raises `ParameterError` for anything unknown, ill-typed or out of range.
    """
    from_file = _read_file(file) if file else {}
    from_words = _read_words(words)
    _check_names(from_file, str(file))
    _check_names(from_words, "SET")
    origins: dict[str, Origin] = dict.fromkeys(Settings.model_fields, "default")
    origins |= dict.fromkeys(from_file, "file")
    origins |= dict.fromkeys(from_words, "set")
    return check_settings(from_file | from_words), origins


def check_settings(values: Mapping[str, Any]) -> Settings:
    """Settings with these values. Raises `ParameterError` for an unknown name or a value that is not allowed."""
    _check_names(values, "parameters")
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        field = Settings.model_fields[name]
        raise ParameterError(f"{name}={first['input']}: not allowed; {name} takes {allowed(field)}") from error


def chosen(namespace: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters by name as they stand in a notebook's `globals()`."""
    return {name: namespace[name] for name in Settings.model_fields}


def run_name(slug: str, settings: Settings) -> str:
    """The name of a run's folder: the article's slug, and eight hex digits where a parameter was changed."""
    digest = settings.digest()
    return f"{slug}--{digest}" if digest else slug


def allowed(field: FieldInfo) -> str:
    """The values a parameter takes, in words: `a number from 0.0 to 1.0`, `keep or exclude`."""
    extra = field.json_schema_extra
    if isinstance(extra, dict) and extra["takes"]:
        return str(extra["takes"])
    choices = getattr(field.annotation, "__args__", ())
    if choices:
        return " or ".join(choices)
    limits = {name: getattr(rule, name) for rule in field.metadata for name in ("ge", "le") if hasattr(rule, name)}
    kind = "a whole number" if field.annotation is int else "a number"
    return f"{kind} from {limits['ge']} to {limits['le']}"


def _read_file(path: Path) -> dict[str, Any]:
    try:
        values, _ = read_yaml(path)
    except SeedError as error:
        raise ParameterError(str(error)) from error
    if not isinstance(values, dict):
        raise ParameterError(f"{path}: holds no parameters; write one 'name: value' a line")
    return values


def _read_words(words: str) -> dict[str, Any]:
    values: dict[str, Any] = {}
    try:
        pairs = shlex.split(words)
    except ValueError as error:
        raise ParameterError(f"SET={words!r}: {error}; close the quotation mark") from error
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise ParameterError(f"SET={words!r}: '{pair}' is not name=value; write, for example, focus=gop-funding")
        values[name] = value
    return values


def _check_names(values: Mapping[str, Any], where: str) -> None:
    for name in values:
        if name not in Settings.model_fields:
            raise ParameterError(f"{where}: unknown parameter '{name}'; {nearest(name, Settings.model_fields)}")
