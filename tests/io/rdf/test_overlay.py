"""Reading official wording from Turtle."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdggraph.base.errors import InputError
from sdggraph.catalogue import catalogue
from sdggraph.io.rdf.overlay import read_overlay

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "sdg-kos-goals-targets-indicators.ttl"

MADE_UP = """\
@prefix sdg: <http://metadata.un.org/sdg/> .
@prefix sdgs: <https://metadata.un.org/sdg/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix own: <https://example.org/mål#> .

sdg:3 skos:prefLabel "Made-up goal"@en ; skos:altLabel "Not this"@en .
sdg:3.8 skos:prefLabel "Made-up target"@en, "Oppdiktet delmål"@NB ; rdfs:label "Not this"@en, "Cible inventée"@fr .
sdgs:3.a skos:prefLabel "Over https"@en .
sdg:C030802 skos:prefLabel "Indicator by permanent code"@en .
sdg:C200303 skos:prefLabel "Listed three times"@en .
sdg:C170602 skos:prefLabel "Renumbered"@en .
sdg:C010a01 skos:prefLabel "Names another indicator now"@en .
sdg:C010a03 skos:prefLabel "Withdrawn"@en .
own:x skos:notation "4.7" ; skos:prefLabel "By notation"@en .
own:y skos:notation "not a code" ; skos:prefLabel "Nobody's"@en .
sdg:5.1 skos:prefLabel "No language" .
sdg:5.2 skos:prefLabel "  "@en .
"""


@pytest.fixture
def turtle(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "wording.ttl"
        path.write_text(text, encoding=encoding)
        return path

    return write


def test_wording_by_code_and_language(turtle):
    found = read_overlay(turtle(MADE_UP))
    assert found == {
        "3": {"en": "Made-up goal"},
        "3.8": {"en": "Made-up target", "nb": "Oppdiktet delmål", "fr": "Cible inventée"},
        "3.a": {"en": "Over https"},
        "3.8.2": {"en": "Indicator by permanent code"},
        "1.5.1": {"en": "Listed three times"},
        "11.5.1": {"en": "Listed three times"},
        "13.1.1": {"en": "Listed three times"},
        "17.6.1": {"en": "Renumbered"},
        "4.7": {"en": "By notation"},
        "5.1": {"und": "No language"},
    }


def test_it_can_be_laid_over_the_catalogue(turtle):
    overlaid = catalogue().overlaid(read_overlay(turtle(MADE_UP)))
    assert overlaid.targets["3.8"].official["nb"] == "Oppdiktet delmål"
    assert overlaid.targets["3.8"].label["nb"] == "Helsetjenester for alle"


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('@prefix sdg: <http://metadata.un.org/sdg/> .\n# æøå\nsdg:3.8 skos:prefLabel "x" .\n', 3, None),
        ("\n\n<http://a.example/æ> <http://b.example/> .\n", 3, 41),
        ("this is no Turtle at all", 1, 1),
        ("<html>\n<body>", 2, None),
        ("[" * 3000, 1, None),
        ("\x00\x01", 1, None),
    ],
)
def test_what_is_no_turtle_is_an_error_with_file_and_line(turtle, text, line, column):
    path = turtle(text)
    with pytest.raises(InputError) as caught:
        read_overlay(path)
    assert caught.value.place.file == str(path)
    assert caught.value.place.line == line
    assert column is None or caught.value.place.column == column
    assert "Turtle" in caught.value.message("nb")


@pytest.mark.parametrize("text", ["", "# nothing\n", "<http://example.org/a> <http://example.org/b> 1 ."])
def test_a_file_without_wording_says_what_it_should_hold(turtle, text):
    with pytest.raises(InputError, match="prefLabel"):
        read_overlay(turtle(text))


def test_a_file_that_is_not_there_or_no_text(tmp_path, turtle):
    with pytest.raises(InputError, match="no such file"):
        read_overlay(tmp_path / "nosuch.ttl")
    with pytest.raises(InputError, match="folder"):
        read_overlay(tmp_path)
    with pytest.raises(InputError, match="UTF-8"):
        read_overlay(turtle("# bærekraft", encoding="latin-1"))


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the UN's Turtle isn't beside the checkout")
def test_the_uns_own_file():
    found = read_overlay(REFERENCE)
    texts = catalogue()
    assert set(texts.goals) <= set(found)
    assert set(texts.targets) <= set(found)
    assert len(set(found) & set(texts.indicators)) > 220
    assert {"en", "es", "fr"} <= set(found["3.8"])
    assert "1.a.1" not in found
