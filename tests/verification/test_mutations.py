"""A real run passes every check, and each planted mutation fails its own."""

import pytest

from analysis.__main__ import main
from analysis.paths import ARTICLES
from analysis.verification import remade
from analysis.verification.table import CHECKS
from tests.verification.spoiling import acting, after, code, notebook, other_word, outcome, pdf, spoil, swap, write

HTML, PDF, RECORDS, CLAIMS = "briefing.html", "briefing.pdf", "data/annotations.jsonl", "data/claims.csv"
ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "no such actor", "traceback": []}


def out_of_order(cells):
    first, second = code(cells)[1:3]
    first["execution_count"], second["execution_count"] = second["execution_count"], first["execution_count"]


# What is planted -> the check that it fails, the file, how it is changed, what the check says.
MUTATIONS = {
    "another text": ("V1", "data/article.json", swap("Senior US officials", "Senior UK officials"), "its text hashes to"),
    "another hash": ("V1", "run.json", swap('"seeds/articles/cnn-us-ukraine-talks.txt": "e', '"seeds/articles/cnn-us-ukraine-talks.txt": "f'), "hash of"),
    "a quote of a record": ("V2", RECORDS, swap('"quote": "Ukraine"', '"quote": "Ukrayne"'), "“Ukrayne”"),
    "an offset of a record": ("V2", RECORDS, swap('"start": ', '"start": 1'), "characters"),
    "a quote of a table": ("V2", "data/timeline.csv", swap("recent weeks", "recent days"), "data/timeline.csv, time-"),
    "a record that a table lacks": ("V2", "data/actors.csv", lambda table: table[: table.rindex(b"\nactor-") + 1], "not the"),
    "a quote of a claim": ("V2", CLAIMS, swap("began pressing Ukrainians", "began asking Ukrainians"), "claims.csv"),
    "a paragraph of a claim": ("V2", CLAIMS, swap("; Volodymyr Zelensky,3; 4", "; Volodymyr Zelensky,3; 5"), "paragraph"),
    "a quote of a web annotation": ("V2", "data/annotations.jsonld", swap('"exact": "Ukraine"', '"exact": "Ukrayne"'), "“Ukrayne”"),
    "what stands around it": ("V2", "data/annotations.jsonld", swap('"prefix": "', '"prefix": "Not '), "prefix or suffix"),
    "a web annotation less": ("V2", "data/annotations.jsonld", swap("record: actor-", "record: aktor-"), "has no annotation of actor-"),
    "a word of the article shown": ("V2", HTML, after('<div class="article">', "negotiating table", "negotiating chair"), "not paragraph"),
    "an endnote": ("V2", HTML, swap("<q>Officials, including", "<q>Senators, including"), "#n-1: quotes"),
    "the characters of an endnote": ("V2", HTML, swap("characters 555–681", "characters 555–682"), "says other characters"),
    "what a key shows": ("V2", HTML, swap('data-quote="Officials, ', 'data-quote="Senators, '), "key 1"),
    "a file that was changed": ("V3", "data/figures/voices.csv", swap("Zelensky", "Zelenski"), "data/figures/voices.csv: has been changed"),
    "a wrong intensity": ("V4", HTML, swap("(intensity 91 of 100)", "(intensity 93 of 100)"), "93"),
    "a wrong count on a card": ("V4", HTML, swap("7 speaking sources", "17 speaking sources"), "17"),
    "a wrong share": ("V4", HTML, swap("statements (38%)", "statements (39%)"), "39%"),
    "a name of nobody": ("V4", HTML, swap("The article quotes Volodymyr Zelensky", "The article quotes Angela Merkel"), "Angela Merkel"),
    "another party to a tension": ("V4", HTML, swap("Republicans and the United States disagree", "Republicans and the Kremlin disagree"), "Kremlin"),
    "a wrong year": ("V4", HTML, swap("(by 29 November 2022", "(by 29 November 2023"), "2023"),
    "a wrong likelihood": ("V4", HTML, swap("calls it likely (55–80%)", "calls it likely (65–80%)"), "65"),
    "a parameter on record": ("V5", "run.json", swap('"value": 0.45', '"value": 0.5'), "min_actor"),
    "a parameter of no kind": ("V5", "run.json", swap('"value": "a4"', '"value": "a5"'), "paper=a5"),
    "a parameter of a notebook": ("V5", "notebooks/2-positions.ipynb", swap("min_confidence = 0.3\\n", "min_confidence = 0.4\\n"), "notebooks/2-positions.ipynb: was run with min_confidence=0.4"),
    "code among the parameters": ("V5", "notebooks/briefing.ipynb", swap("min_confidence = 0.3\\n", "min_confidence = open('/tmp/no', 'w')\\n"), "no cell that sets the parameters"),
    "a parameter on the page": ("V5", HTML, swap("<td>embedded</td>", "<td>another</td>"), "prints “another from default” for language_model"),
    "the command": ("V5", "run.json", swap('"command": "make report"', '"command": "make report SET=min_actor=0.5"'), "makes another run"),
    "a hash of what it was made from": ("V5", "run.json", swap('"requirements.lock": "', '"requirements.lock": "0'), "inputs_sha256"),
    "no word of the network": ("V6", "run.json", swap('"network": "refused"', '"network": "open"'), "refused"),
    "a picture from elsewhere": ("V6", HTML, swap("<h1>", "<img src='https://example.org/x.png'><h1>"), "<img> loads “https://example.org/x.png”"),
    "a picture by a style": ("V6", HTML, swap("<h1>", "<h1 style='background:\\75rl(//example.org/x.png)'>"), "a style loads “url(//example.org/x.png”"),
    "a style from elsewhere": ("V6", HTML, swap("<style>", "<style>@import '//example.org/x.css';"), "@import"),
    "a script": ("V6", HTML, swap("</main>", "<script>fetch('/')</script></main>"), "a script that its policy does not allow: “fetch"),
    "a script in an attribute": ("V6", HTML, swap("<h1>", "<h1 onclick='alert(1)'>"), "runs “alert(1)”"),
    "a frame": ("V6", HTML, swap("<h1>", "<iframe src='data:text/html,x'></iframe><h1>"), "<iframe>"),
    "a page that moves on": ("V6", HTML, swap('<meta charset="utf-8"/>', "<meta http-equiv='refresh' content='0;url=//example.org'>"), "content security policy"),
    "a link that runs": ("V6", HTML, swap("<h1>", "<a href=' java\tscript:alert(1)'>x</a><h1>"), "a link to"),
    "a policy with a hole": ("V6", HTML, swap("default-src 'none'", "default-src *"), "is not that of a briefing"),
    "a crate with a false hash": ("V7", "ro-crate-metadata.json", after('"name": "briefing.html"', '"sha256": "', '"sha256": "0'), "its hash is not the one"),
    "a crate of nothing": ("V7", "ro-crate-metadata.json", lambda content: b"{}", "cannot be read as a crate"),
    "a cell with an error": ("V8", "notebooks/1-actors.ipynb", notebook(lambda cells: code(cells)[-1]["outputs"].append(ERROR)), "ended with ValueError: “no such actor”"),
    "cells out of order": ("V8", "notebooks/3-tensions.ipynb", notebook(out_of_order), "ran as number 3, where number 2 was due"),
    "a cell that did not run": ("V8", "notebooks/briefing.ipynb", notebook(lambda cells: code(cells)[-1].update(execution_count=None)), "did not run"),
    "another cell": ("V8", "notebooks/2-positions.ipynb", swap("tables.omissions(held)", "tables.positions(held)"), "its source is “tables.positions(held)”"),
    "a cell more": ("V8", "notebooks/briefing.ipynb", notebook(lambda cells: cells.append(cells[-1] | {"execution_count": 22})), "has 33 cells"),
    "a claim of the page": ("V9", HTML, swap("presses Ukraine", "begs Ukraine"), "says “The United States begs Ukraine"),
    "a claim of the table": ("V9", CLAIMS, swap("presses Ukraine", "begs Ukraine"), "has “The United States begs Ukraine"),
    "a claim that the table lacks": ("V9", CLAIMS, lambda table: table[: table.rindex(b"\nclaim-") + 1], "data/claims.csv: has no claim-"),
    "a claim of its own": ("V9", HTML, swap("</h1>", "</h1><p class='claim' id='claim-00000000'>Peace.</p>"), "has no claim-00000000"),
    "another note": ("V9", CLAIMS, swap(",1; 2; 3; 4,", ",1; 2; 3; 5,"), "cites notes 1; 2; 3; 4"),
    "another label": ("V9", CLAIMS, swap(",bottom line,inferred,", ",bottom line,reported,"), "is marked “inferred”"),
    "a claim on no record": ("V9", CLAIMS, swap(",555; 958; 1166; 3098,681;", ",552; 958; 1166; 3098,681;"), "no record rests on characters 552–681"),
    "a card without a claim": ("V9", HTML, swap('<h4 class="claim"', '<h4 class="words"'), "has no claim-"),
    "a row without a claim": ("V9", HTML, after('class="sortable held"', '<tr class="claim"', '<tr class="words"'), "is the claim of no record"),
    "a record that is none": ("V9", HTML, swap("actor-", "actor-00000000 actor-"), "shows actor-00000000"),
}  # fmt: skip


@pytest.mark.parametrize("case", MUTATIONS)
def test_a_planted_mutation_fails_its_own_check(case, folder, monkeypatch):
    name, file, change, told = MUTATIONS[case]
    if name == "V4":  # sentence by sentence, without the code that wrote the page
        monkeypatch.setattr(remade, "why_not", lambda run: "the code is another")
    spoil(folder, file, change)
    found = outcome(name, folder)
    assert found.status == "failed"
    assert any(told in finding for finding in found.findings), found.findings
    assert file == "run.json" or outcome("V3", folder).status == "failed"


def test_what_no_sentence_gives_away_is_found_where_the_page_can_be_made_again(folder):
    """A number in a drawing, and a wrong count that the records would allow."""
    spoil(folder, HTML, swap(">91</text>", ">19</text>"))
    spoil(folder, HTML, swap("six are quoted", "seven are quoted"))
    told = "\n".join(outcome("V4", folder).findings)
    assert "section tensions: has “19" in told and "seven are quoted" in told


def test_a_pdf_that_says_and_does_something_else(folder):
    """One letter of a claim is another; on opening it starts a program, and runs a script."""
    spoil(folder, PDF, pdf(lambda writer: (other_word(writer), acting(writer))))
    assert outcome("V3", folder).findings[0].startswith(f"{PDF}: has been changed")
    told = "\n".join(outcome("V6", folder).findings)
    assert "an action Launch" in told and "an action JavaScript" in told and "an action on opening" in told
    assert "does not print “The United States presses Ukraine" in outcome("V9", folder).findings[0]


def test_a_real_run_passes_every_check(bundled_run, capsys):
    status = main(["verify", str(bundled_run)])
    out, err = capsys.readouterr()
    assert status == 0, out
    *lines, last = out.splitlines()
    assert [line.split()[:3] for line in lines] == [[*check.name.split(), "ok"] for check in CHECKS]
    assert last == f"{bundled_run}: verified"
    assert not err


def test_one_character_of_the_source(folder, tmp_path):
    story = ARTICLES / "cnn-us-ukraine-talks.txt"
    copy = tmp_path / "story.txt"
    copy.with_suffix(".yml").write_bytes(story.with_suffix(".yml").read_bytes())
    copy.write_bytes(story.read_bytes())
    assert outcome("V1", folder, article=copy).status == "ok"
    copy.write_bytes(story.read_bytes().replace(b"Ukraine", b"Ukrayne", 1))
    found = outcome("V1", folder, article=copy).findings
    assert "story.txt: hashes to" in found[0] and "its text is not what" in found[-1]


def test_metadata_belong_to_the_source(folder, tmp_path):
    story = ARTICLES / "cnn-us-ukraine-talks.txt"
    copy = tmp_path / "story.txt"
    copy.write_bytes(story.read_bytes())
    assert "lay it beside the article" in outcome("V1", folder, article=copy).findings[0]
    copy.with_suffix(".yml").write_text("title: Another\n")
    assert "story.yml: hashes to" in outcome("V1", folder, article=copy).findings[0]


def test_an_article_that_is_not_at_hand_is_asked_for(folder, tmp_path):
    assert "--article FILE" in outcome("V1", folder, article=tmp_path / "none.txt").findings[0]


def test_a_missing_an_extra_and_a_linked_file_are_named(folder):
    (folder / "data" / "mentions.csv").unlink()
    write(folder, "data/extra.csv", b"x")
    (folder / "data" / "actors.csv").unlink()
    (folder / "data" / "actors.csv").symlink_to("/etc/passwd")
    (folder / "elsewhere").symlink_to("/etc")
    told = "\n".join(outcome("V3", folder).findings)
    for line in (
        "mentions.csv: missing",
        "extra.csv: the run recorded no such",
        "actors.csv: not a plain",
        "elsewhere:",
    ):
        assert line in told


def test_a_folder_of_another_name_is_not_the_run_of_its_parameters(folder):
    other = folder.rename(folder.with_name("another"))
    assert "the folder is called another" in outcome("V5", other).findings[0]


def test_a_run_without_a_crate(folder):
    (folder / "ro-crate-metadata.json").unlink()
    assert outcome("V7", folder).findings == ("the run has no crate",)
