import pytest

from analysis.errors import ParameterError
from analysis.settings import Settings, check_settings, read_settings, run_name


def test_defaults():
    settings, origins = read_settings()
    assert settings.changed() == {} and settings.digest() == "" and set(origins.values()) == {"default"}
    assert run_name("story", settings) == "story"


def test_words_win_over_file_and_file_over_default(tmp_path):
    file = tmp_path / "p.yml"
    file.write_text("min_confidence: 0.5\npaper: letter\n")
    settings, origins = read_settings("min_confidence=0.7", file)
    assert (settings.min_confidence, settings.paper, settings.focus) == (0.7, "letter", "none")
    assert (origins["min_confidence"], origins["paper"], origins["focus"]) == ("set", "file", "default")


def test_run_name_depends_on_the_values_that_differ_from_their_defaults():
    name = run_name("story", read_settings("focus=gop-funding min_confidence=0.7")[0])
    assert name == run_name("story", read_settings("min_confidence=0.70 focus=gop-funding paper=a4")[0])
    assert name != run_name("story", read_settings("min_confidence=0.7")[0])
    assert name.startswith("story--") and len(name) == len("story--") + 8


BAD = {
    "min_confidense=0.7": "unknown parameter 'min_confidense'; did you mean 'min_confidence'?",
    "qqq=1": "unknown parameter 'qqq'; allowed: codebook, countries, focus, intensity, language_model, min_actor",
    "min_confidence=high": "takes a number from 0.0 to 1.0",
    "min_confidence=1.5": "takes a number from 0.0 to 1.0",
    "min_confidence=nan": "takes a number from 0.0 to 1.0",
    "min_confidence=": "takes a number from 0.0 to 1.0",
    "tensions_shown=2.5": "takes a whole number from 1 to 50",
    "tensions_shown=0": "takes a whole number from 1 to 50",
    "unnamed_sources=no": "takes keep or fold or exclude",
    "paper=a3": "takes a4 or letter",
    "since=../x": "takes none, or the name of a run's folder under reports",
    "focus=../x": "takes lower-case letters, digits and hyphens",
    "focus=x;import-os": "takes lower-case letters",
    "intensity=wordin=30": "no part 'wordin'; did you mean 'wording'?",
    "intensity=wording": "'wording' gives no points; write, for example, wording=30",
    "intensity=wording=-5": "'wording=-5' is not allowed; a part takes from 0 to 100 points",
    "intensity=wording=nan": "a part takes from 0 to 100 points",
    "intensity=wording=60+sources=50": "the points come to 110; all parts share 100",
    "intensity=": "no part ''",
    "focus": "'focus' is not name=value",
    "focus='x": "close the quotation mark",
}


@pytest.mark.parametrize("words", BAD)
def test_bad_words_are_refused_with_a_remedy(words):
    with pytest.raises(ParameterError) as stop:
        read_settings(words)
    assert BAD[words] in str(stop.value) and "\n" not in str(stop.value)
    assert stop.value.status == 2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("min_confidense: 1", "did you mean"),
        ("- a", "holds no parameters"),
        ("a: [", "broken YAML"),
        ("paper: 12:30", "paper"),
    ],
)
def test_bad_file_is_refused(tmp_path, text, problem):
    file = tmp_path / "p.yml"
    file.write_text(text)
    with pytest.raises(ParameterError, match=problem):
        read_settings("", file)


def test_missing_file_is_refused(tmp_path):
    with pytest.raises(ParameterError, match="cannot be read"):
        read_settings("", tmp_path / "none.yml")


def test_notebook_values_pass_the_same_check():
    assert check_settings({"min_confidence": 0.4}) == Settings(min_confidence=0.4)
    with pytest.raises(ParameterError, match="did you mean 'focus'"):
        check_settings({"focuss": "x"})


def test_every_parameter_says_what_it_does_and_moves():
    for name, field in Settings.model_fields.items():
        assert field.description and field.json_schema_extra["moves"], name
