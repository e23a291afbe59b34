"""papermill writes parameters into a code cell: by a real kernel, that every string arrives as it is and runs nothing."""

import ast
import json

import nbformat
import pytest

from analysis.briefing.execute import execute
from analysis.briefing.kernel import started_kernel
from analysis.errors import ParameterError
from analysis.settings import Settings, check_settings, read_settings
from tests.hostile.corpus import cases

# `CANARY` becomes a file that each would write.
PAYLOADS = (
    '"; open("CANARY", "w"); "',
    "'; open('CANARY', 'w'); '",
    '\\"; open("CANARY", "w") #',
    '\\\\"; open("CANARY", "w") #',
    '"""\nopen("CANARY", "w")\n"""',
    "'''\nopen('CANARY', 'w')\n'''",
    "x\nopen('CANARY', 'w')",
    "x\r\nopen('CANARY', 'w')",
    "x\u2028open('CANARY', 'w')",
    "x\x85open('CANARY', 'w')\x0copen('CANARY', 'w')",
    "\n%system touch CANARY\n",
    "\n!touch CANARY\n",
    "\n%%bash\ntouch CANARY",
    "!touch CANARY",
    "%system touch CANARY",
    "touch CANARY?",
    "$(touch CANARY)`touch CANARY`",
    "{open('CANARY', 'w')}",
    "{{open('CANARY', 'w')}}",
    "${__import__('os').system('touch CANARY')}",
    "# -*- coding: utf-7 -*-\n+AG8-pen('CANARY', 'w')",
    "\\N{LEFT PARENTHESIS}\\x22\\u0022\\",
    "\\",
    "\\\\\\",
    "\u202e\u2066\ufeff\u200b😀\U000e0041",
    "\0\x1b[31m\x07",
    "<script>window.__pwned=1</script>",
    "</code></pre><script>window.__pwned=1</script>",
)
STRINGS = [
    name
    for name, field in Settings.model_fields.items()
    if field.annotation is not float and field.annotation is not int
]


@pytest.mark.parametrize("name", STRINGS)
def test_no_parameter_takes_a_text_that_could_end_its_string(name):
    """The schema refuses each: what passes holds no quotation mark, backslash or line end, whatever papermill does."""
    for payload in PAYLOADS:
        try:
            passed = check_settings({name: payload})
        except ParameterError as refusal:
            assert str(refusal).isprintable()
        else:
            value = getattr(passed, name)
            assert name == "language_model" and value == payload and not set(value) & set("\"'`$\\\n\r\u2028\x85")


def test_every_string_arrives_as_it_is_and_writes_nothing(tmp_path):
    """Those that no parameter takes too: names of files are not held by the schema, and reach the cell."""
    canary = tmp_path / "canary"
    names = [payload.replace("CANARY", str(canary)) for payload in PAYLOADS]
    names += [case.content.decode() for case in cases("names").values() if "hex" not in case.row]
    values = {"article": names[0]} | {f"value_{number}": text for number, text in enumerate(names)}
    source = nbformat.v4.new_notebook(
        metadata={"kernelspec": {"name": "python3", "display_name": "", "language": "python"}}
    )
    tagged = nbformat.v4.new_code_cell("article = ''", metadata={"tags": ["parameters"]})
    read = "import json\nprint(json.dumps({name: globals()[name] for name in list(globals()) if name.startswith(('value_', 'article'))}))"
    source.cells = [tagged, nbformat.v4.new_code_cell(read)]
    notebook = tmp_path / "source.ipynb"
    nbformat.write(source, notebook)
    with started_kernel(tmp_path, tmp_path) as kernel:
        done = execute(notebook, tmp_path / "done.ipynb", values, kernel, 60)
    assert json.loads(done.cells[-1].outputs[0]["text"]) == values
    assert not canary.exists()
    injected = next(cell for cell in done.cells if "injected-parameters" in cell.metadata.get("tags", []))
    assert all(
        isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant)
        for line in ast.parse(injected.source).body
    )


def test_the_canary_would_be_seen(tmp_path):
    """Were a value put between quotation marks unchanged, its payload would run."""
    canary = tmp_path / "canary"
    exec(f'article = "{PAYLOADS[0].replace("CANARY", str(canary))}"', {})
    assert canary.exists()


@pytest.mark.parametrize(
    "words",
    [
        'focus="a\nb"',
        "focus='a;b'",
        'language_model="x\'y"',
        "min_confidence=1e999",
        "min_confidence=-nan",
        "tensions_shown=１２_0",
        "codebook=a+../b",
        "paper=a4\x1b[31m",
        "focus=\ud800",
        "fo\x1bcus=a",
        "focus",
        "'",
        "=",
        "intensity=wording=1e999",
        "intensity=wording=inf",
    ],
)
def test_words_of_set_are_refused_in_one_line(words):
    with pytest.raises(ParameterError) as refusal:
        read_settings(words)
    assert str(refusal.value).isprintable()
