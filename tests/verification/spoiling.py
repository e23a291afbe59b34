"""Ways to spoil a copy of a run, one file at a time."""

import json
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from analysis.verification import printed_copy
from analysis.verification.runfolder import RunFolder
from analysis.verification.table import CHECKS, outcome_of


def outcome(name, folder, **asked):
    """What the check of that number comes to on a folder."""
    check = next(check for check in CHECKS if check.name.startswith(name))
    return outcome_of(check, RunFolder(folder, **asked))


def write(folder, name, content):
    """A file anew: what is there is a link to the run that others use."""
    path = folder / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)


def spoil(folder, name, change):
    write(folder, name, change((folder / name).read_bytes()))


def swap(old, new):
    """Changes the first of some words."""

    def change(content):
        assert old.encode() in content, f"nothing to change: {old}"
        return content.replace(old.encode(), new.encode(), 1)

    return change


def after(place, old, new):
    """Changes the first of some words after others."""

    def change(content):
        before, found, rest = content.partition(place.encode())
        return before + found + swap(old, new)(rest)

    return change


def notebook(edit):
    """Changes the list of cells of a notebook."""

    def change(content):
        node = json.loads(content)
        edit(node["cells"])
        return json.dumps(node).encode()

    return change


def code(cells):
    return [cell for cell in cells if cell["cell_type"] == "code"]


def pdf(edit):
    """Changes a PDF by a real writer of such files."""

    def change(content):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
        edit(writer)
        target = BytesIO()
        writer.write(target)
        return target.getvalue()

    return change


def other_word(writer):
    """In the first line of the bottom line one letter is set as another."""
    page = writer.pages[0]
    data = page.get_contents().get_data()
    fonts = {}
    for match in printed_copy.SET.finditer(data):
        if match[1]:
            reference = page["/Resources"]["/Font"].raw_get(f"/{match[1].decode()}")
            letters = printed_copy._letters_of(reference.get_object(), fonts.setdefault(reference.idnum, {}))
        elif "presses" in "".join(letters.get(code, "") for code in printed_copy.GLYPHS.findall(match[2])):
            codes = {letter: code for code, letter in letters.items()}
            line = match[0].replace(b"<%s>" % codes["p"], b"<%s>" % codes["d"], 1)
            break
    stream = DecodedStreamObject()
    stream.set_data(data[: match.start()] + line + data[match.end() :])
    page[NameObject("/Contents")] = writer._add_object(stream)


def acting(writer):
    """On opening it starts a program, then runs a script."""
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    action = {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("/bin/sh")}
    action[NameObject("/Next")] = DictionaryObject(script)
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
