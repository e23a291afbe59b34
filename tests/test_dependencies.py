"""Three lists of dependencies, one truth: pyproject.toml, requirements.lock, environment.yml."""

import ast
import re
import sys
import tomllib

import pytest
import yaml
from packaging.requirements import Requirement

from analysis.paths import PACKAGE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
LOCK = (ROOT / "requirements.lock").read_text()
TRAINING_FOLDER = PACKAGE / "model" / "training"
TRAINING_LOCK = (TRAINING_FOLDER / "requirements.lock").read_text()
# conda-forge's name -> PyPI's.
CONDA_NAMES = {"matplotlib-base": "matplotlib", "nbconvert-core": "nbconvert"}
# Import name -> PyPI's.
IMPORT_NAMES = {
    "dateutil": "python-dateutil",
    "fontTools": "fonttools",
    "rocrate_validator": "roc-validator",
    "yaml": "pyyaml",
}
# Come with a package that is listed.
COME_ALONG = {
    "nbclient": "papermill",
    "traitlets": "ipykernel",
    "markupsafe": "nbconvert",
    "numpy": "pandas",
    "pydantic_core": "pydantic",
    "thinc": "spacy",
}


def requirement(line: str) -> tuple[str, str]:
    name, bounds = re.fullmatch(r"([A-Za-z0-9._-]+)\s*(.*)", line).groups()
    name = re.sub(r"[._-]+", "-", name).lower()
    return CONDA_NAMES.get(name, name), bounds.strip()


def listed() -> dict[str, str]:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return dict(requirement(line) for group in groups for line in group)


# PyTorch is no part of a lock: its builds differ by machine.
TRAINING = {"torch": ""} | dict(
    requirement(line) for line in (TRAINING_FOLDER / "requirements.in").read_text().splitlines() if line[0] != "#"
)


def test_environment_has_the_same_packages_with_the_same_bounds():
    environment = yaml.safe_load((ROOT / "environment.yml").read_text())
    lines = [line for line in environment["dependencies"] if isinstance(line, str)]
    lines += [line for group in environment["dependencies"] if isinstance(group, dict) for line in group["pip"]]
    found = dict(requirement(line) for line in lines if not line.startswith("-e"))
    assert found.pop("python") == PROJECT["requires-python"]
    assert {name: bounds for name, bounds in found.items() if name not in ("pip", "make")} == listed()


def test_lock_pins_every_package_within_its_bounds():
    pinned = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", LOCK, re.MULTILINE))
    for name, bounds in listed().items():
        low = re.search(r">=([\d.]+)", bounds).group(1)
        assert version(pinned[name]) >= version(low), name


def pypi_name(module: str) -> str:
    return COME_ALONG.get(module, IMPORT_NAMES.get(module, module.replace("_", "-")))


def version(words: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", words))


@pytest.mark.parametrize(("lock", "least"), [(LOCK, 100), (TRAINING_LOCK, len(TRAINING) - 1)], ids=["run", "training"])
def test_lock_is_hashed_and_names_no_registry(lock, least):
    entries = re.split(r"^(?=[a-z0-9])", lock, flags=re.MULTILINE)[1:]
    assert len(entries) >= least
    assert all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?://|--index|--find-links|file://", lock)


@pytest.mark.parametrize("minor", [11, 12, 13])
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_lock_gives_each_listed_package_once_on_every_platform(platform, minor):
    place = {"sys_platform": platform, "python_version": f"3.{minor}", "python_full_version": f"3.{minor}.9"}
    pins = [Requirement(line) for line in re.findall(r"^([a-z0-9-]+==[^\\\n]+)", LOCK, re.MULTILINE)]
    names = [pin.name for pin in pins if pin.marker is None or pin.marker.evaluate(place)]
    assert set(listed()) <= set(names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_what_is_imported_is_listed(file):
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module.split(".")[0])
    foreign = names - set(sys.stdlib_module_names) - {"analysis"}
    known = listed() | (TRAINING if file.parent.name == "training" else {})
    missing = {name for name in foreign if pypi_name(name) not in known}
    assert not missing
