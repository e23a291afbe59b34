import pytest
from pydantic import Field

from analysis.errors import SeedError
from analysis.seedfile import SeedModel, read_seed


class Inner(SeedModel):
    name: str
    size: int = 0


class Outer(SeedModel):
    title: str
    flag: str = ""
    items: tuple[Inner, ...] = ()
    for_: str = Field("", alias="for")


@pytest.fixture
def read(tmp_path):
    def read(text):
        path = tmp_path / "x.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_seed(path, Outer)

    return read


def test_words_stay_words(read):
    outer = read("title: T\nflag: no\nfor: x\nitems:\n  - name: a\n    size: 3\n")
    assert (outer.flag, outer.items[0].size, outer.for_) == ("no", 3, "x")


BAD = {
    "title: T\ntitel: U\n": ":2: unknown key 'titel'; did you mean 'title'?",
    "title: T\nitems:\n  - name: a\n  - name: b\n    sise: 3\n": ":5: unknown key 'items.1.sise'; did you mean 'size'?",
    "title: T\nfro: x\n": ":2: unknown key 'fro'; did you mean 'for'?",
    "title: T\nzzz: x\n": ":2: unknown key 'zzz'; allowed: flag, for, items, title",
    "flag: x\ntitel: T\n": ":2: unknown key 'titel'; did you mean 'title'?",
    "flag: x\n": ":1: the key 'title' is missing; add it",
    "": ":1: the key 'title' is missing; add it",
    "title: T\nitems:\n  - name: a\n    size: big\n": ":4: 'items.0.size': input should be a valid integer",
    "title: 'T\nflag: x\n": "broken YAML",
    "title: T\n\tflag: x\n": ":2: broken YAML",
    "title: T\ntitle: U\n": ":2: broken YAML",
    "- a\n- b\n": ":1: ",
    "title: T\nitems: &all\n  - *all\n": ":2: broken YAML: its aliases",
    "title: T\nitems:\n"
    + "".join(
        f"  - &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" if n else "  - &a1 [x]\n" for n in range(9)
    ): "broken YAML: its aliases",
    "title: T\n? [a, b]\n: c\n": ":2: broken YAML: a key that is no word",
    b"title: \xff\xfe\n": "not UTF-8 at byte 7",
}


@pytest.mark.parametrize("text", BAD)
def test_bad_yaml_says_file_line_key_and_remedy(read, text):
    with pytest.raises(SeedError) as stop:
        read(text)
    assert f"x.yml{BAD[text]}" in str(stop.value) or BAD[text] in str(stop.value)
    assert "\n" not in str(stop.value) and stop.value.status == 2


def test_an_alias_stands_for_its_value(read):
    outer = read("title: T\nitems:\n  - &one {name: a}\n  - *one\n")
    assert outer.items == (Inner(name="a"), Inner(name="a"))


def test_missing_file(tmp_path):
    with pytest.raises(SeedError, match="cannot be read"):
        read_seed(tmp_path / "none.yml", Outer)
