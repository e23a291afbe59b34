"""Whether a text is English."""

import pytest

from analysis.language import language_of
from analysis.paths import ARTICLES

FRENCH = "Le président a déclaré que la guerre ne finira pas avant que les deux pays ne reprennent les pourparlers de paix, et que la France restera aux côtés de l’Ukraine aussi longtemps qu’il le faudra."
GERMAN = "Der Kanzler sagte am Montag, dass die Verhandlungen nicht ohne die Ukraine beginnen können, und dass Deutschland seine Hilfe fortsetzen werde, solange sie gebraucht wird, auch wenn der Krieg noch Jahre dauert."
ROWS = {
    "bundled": ((ARTICLES / "cnn-us-ukraine-talks.txt").read_text(encoding="utf-8"), "en"),
    "short": ("Talks go on.", "en"),
    "one word": ("Kyiv", "en"),
    "marks": ("… — !!", "en"),
    "french": (FRENCH, "und"),
    "german": (GERMAN, "und"),
    "japanese": ("日本の首相は月曜日に声明を発表した。", "und"),
    "russian": ("Президент заявил, что переговоры продолжатся.", "und"),
}


@pytest.mark.parametrize(("text", "language"), ROWS.values(), ids=ROWS)
def test_language_of(text, language):
    assert language_of(text) == language
