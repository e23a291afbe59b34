"""Read a YAML file that an analyst wrote, against a schema; say file, line, key and remedy when it is wrong.

Every scalar arrives as a string and the schema makes of it what the field is: `no` stays a word and `12:30` a string,
whichever YAML version their writer has in mind. It is one line, without characters that nobody sees. Parsing is
libyaml's, through PyYAML; tags make nothing.
"""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from analysis.characters import one_line
from analysis.errors import SeedError, nearest
from analysis.paths import read_file

LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
MOST_BYTES = 1_000_000
MOST_VALUES = 50_000
LONGEST_VALUE = 2_000
DEEPEST = 20
Location = tuple[int | str, ...]


class SeedModel(BaseModel):
    """A schema for hand-written YAML: unknown keys are errors, values are never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, str_max_length=LONGEST_VALUE)


Schema = TypeVar("Schema", bound=SeedModel)


def read_seed(path: Path, schema: type[Schema]) -> Schema:
    """The file's content as a `schema`. Raises `SeedError` with file, line, key and the nearest valid key."""
    values, lines = read_yaml(path)
    try:
        return schema.model_validate({} if values is None else values)
    except ValidationError as error:
        # A misspelt key that is required is both missing and unknown; the second tells what to do.
        errors = error.errors(include_url=False)
        first = next((one for one in errors if one["type"] == "extra_forbidden"), errors[0])
        raise SeedError(f"{path}:{_line(lines, first['loc'])}: {_problem(schema, first)}") from error


def read_yaml(path: Path) -> tuple[Any, dict[Location, int]]:
    """The file's values, scalars as strings, and the line of each key and item by its location.

    Raises `SeedError` for a file that cannot be read or is no plain YAML.
    """
    try:
        text = read_file(path, MOST_BYTES).decode("utf-8-sig")
        _check_depth(path, text)
        node = yaml.compose(text, Loader=LOADER)
    except OSError as error:
        raise SeedError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    except UnicodeDecodeError as error:
        raise SeedError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise SeedError(f"{path}:{line}: broken YAML: {error.problem}; mend the line or quote the value") from error
    except yaml.YAMLError as error:
        raise SeedError(f"{path}: broken YAML: {' '.join(str(error).split())}; mend the file") from error
    lines: dict[Location, int] = {}
    return (None if node is None else _Reader(path, lines).value(node, ())), lines


def _check_depth(path: Path, text: str) -> None:
    """Raises `SeedError` where values stand in values deeper than people write: libyaml's composer would overflow the
    stack, and end the process.
    """
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise SeedError(f"{path}:{event.start_mark.line + 1}: broken YAML: too many values in one another; write fewer")


class _Reader:
    """Nodes to values, no more and no deeper than people write: a few aliases can stand for gigabytes."""

    def __init__(self, path: Path, lines: dict[Location, int]) -> None:
        self.path = path
        self.lines = lines
        self.count = 0

    def value(self, node: yaml.Node, location: Location) -> Any:
        self.lines.setdefault(location, node.start_mark.line + 1)
        self.count += 1
        if self.count > MOST_VALUES or len(location) > DEEPEST:
            raise self._refused(node, "its aliases (*name) stand for too much; write the values out")
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == "tag:yaml.org,2002:null" else one_line(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*location, number)) for number, item in enumerate(node.value)]
        return self._mapping(node, location)

    def _mapping(self, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._refused(key, "a key that is no word; write 'name: value'")
            name = one_line(key.value)
            if name in values:
                raise self._refused(key, f"the key '{name}' a second time; keep one of the two")
            self.lines[(*location, name)] = key.start_mark.line + 1
            values[name] = self.value(item, (*location, name))
        return values

    def _refused(self, node: yaml.Node, what: str) -> SeedError:
        return SeedError(f"{self.path}:{node.start_mark.line + 1}: broken YAML: {what}")


def _line(lines: dict[Location, int], location: Location) -> int:
    """The 1-based line of the deepest part of `location` that the file holds."""
    known = (location[:length] for length in range(len(location), -1, -1))
    return next((lines[place] for place in known if place in lines), 1)


def _problem(schema: type[SeedModel], error: ErrorDetails) -> str:
    key = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        return f"unknown key '{key}'; {nearest(str(error['loc'][-1]), _keys_at(schema, error['loc'][:-1]))}"
    if error["type"] == "missing":
        return f"the key '{key}' is missing; add it"
    return f"'{key}': {error['msg'][0].lower()}{error['msg'][1:]} (found {_short(error['input'])}); correct the value"


def _keys_at(schema: type[SeedModel], location: Location) -> set[str]:
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
