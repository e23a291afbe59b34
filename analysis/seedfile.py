"""Read a YAML file that an analyst wrote, against a schema; say file, line, key and remedy when it is wrong.

YAML 1.2 by ruamel.yaml, so that `no` stays a word and `12:30` a string, and every key knows its line.
"""

from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedBase
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from analysis.errors import SeedError, nearest


class SeedModel(BaseModel):
    """A schema for hand-written YAML: unknown keys are errors, values are never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Schema = TypeVar("Schema", bound=SeedModel)


def read_seed(path: Path, schema: type[Schema]) -> Schema:
    """The file's content as a `schema`. Raises `SeedError` with file, line, key and the nearest valid key."""
    try:
        tree = YAML(typ="rt", pure=True).load(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SeedError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise SeedError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = " ".join(str(error.problem).split())
        raise SeedError(f"{path}:{line}: broken YAML: {problem}; mend the line or quote the value") from error
    except YAMLError as error:
        raise SeedError(f"{path}: broken YAML: {' '.join(str(error).split())}; mend the file") from error
    try:
        return schema.model_validate(tree if tree is not None else {})
    except ValidationError as error:
        # A misspelt key that is required is both missing and unknown; the second tells what to do.
        errors = error.errors(include_url=False)
        first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
        raise SeedError(f"{path}:{_line(tree, first['loc'])}: {_problem(schema, first)}") from error


def _line(tree: object, location: tuple[int | str, ...]) -> int:
    """The 1-based line of the deepest part of `location` that the YAML tree holds."""
    line = 1
    for key in location:
        if not isinstance(tree, CommentedBase):
            break
        try:
            line = (tree.lc.key(key) if isinstance(tree, dict) else tree.lc.item(key))[0] + 1
            tree = tree[key]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
    return line


def _problem(schema: type[SeedModel], error: ErrorDetails) -> str:
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"unknown key '{key}'; {nearest(str(error['loc'][-1]), _keys_at(schema, error['loc'][:-1]))}"
    if error["type"] == "missing":
        return f"the key '{key}' is missing; add it"
    return f"'{key}': {error['msg'][0].lower()}{error['msg'][1:]} (found {_short(error['input'])}); correct the value"


def _keys_at(schema: type[SeedModel], location: tuple[int | str, ...]) -> set[str]:
    """The keys that the schema allows at `location`: fields are followed by name, list and dict items inward."""
    for part in location:
        field = schema.model_fields.get(str(part))
        inner = _inner_model(field.annotation) if field else None
        schema = inner or schema
    return {field.alias or name for name, field in schema.model_fields.items()}


def _inner_model(annotation: Any) -> type[SeedModel] | None:
    """The schema inside an annotation such as `tuple[Concept, ...]` or `dict[str, Concept]`."""
    if isinstance(annotation, type) and issubclass(annotation, SeedModel):
        return annotation
    return next(filter(None, map(_inner_model, getattr(annotation, "__args__", ()))), None)


def _short(value: object) -> str:
    words = repr(value)
    return words if len(words) <= 60 else f"{words[:57]}..."
