"""The catalogue as records, one entry for showing, IRIs and the overlay."""

from __future__ import annotations

import subprocess
import sys

import pytest

import sdggraph.catalogue as room
from sdggraph.base.errors import NotFoundError
from sdggraph.catalogue import catalogue, code_of_iri, describe, exists, iri_of
from sdggraph.catalogue.labels import label
from sdggraph.catalogue.tables import codes, rows
from sdggraph.model.un import GlobalIndicator, Goal, NationalGoal, Target


def test_the_records_hold_all_and_are_valid():
    found = catalogue()
    assert (len(found.goals), len(found.targets), len(found.indicators), len(found.national_goals)) == (
        17,
        169,
        251,
        4,
    )
    for records, kind in (
        (found.goals, Goal),
        (found.targets, Target),
        (found.indicators, GlobalIndicator),
        (found.national_goals, NationalGoal),
    ):
        for record in records.values():
            assert kind.model_validate(record.model_dump()) == record


def test_it_is_made_once():
    assert catalogue() is catalogue()


def test_looking_up():
    found = catalogue()
    assert "3.8" in found
    assert "3.99" not in found
    assert None not in found
    assert found["3"].title["nb"] == "God helse og livskvalitet"
    assert found["3.8"].goal == "3"
    assert found["3.8.1"].target == "3.8"
    assert found.below("3.8") == ("3.8.1", "3.8.2")
    assert found.below("3.8.1") == ()
    assert exists("17.19.2")
    assert not exists("17.20")


def test_labels_fall_back_to_the_nearest_language():
    found = catalogue()
    assert found.label("3", "nn") == "God helse og livskvalitet"
    assert found.label("13", "nn") == "Stoppe klimaendringane"
    assert found.label("3.8", "nn") == found.label("3.8", "nb") == "Helsetjenester for alle"
    assert found.label("3.8", "fr") == found.label("3.8", "en")


def test_the_same_indicator_under_other_codes():
    found = catalogue()
    assert found.same_as("11.5.1") == ("1.5.1", "13.1.1")
    assert found.same_as("3.8.1") == found.same_as("3.8") == ()
    assert len({frozenset((code, *found.same_as(code))) for code in found.indicators if found.same_as(code)}) == 13


def test_the_national_goals_of_the_reform():
    goals = catalogue().national_goals
    assert goals["good-services"].label["nb"] == "Gode og likeverdige tjenester til innbyggerne"
    assert {goal.country for goal in goals.values()} == {"NO"}


def test_what_is_not_there_says_what_may_have_been_meant():
    with pytest.raises(NotFoundError) as caught:
        catalogue()["3.99"]
    assert "3.9" in caught.value.message("en")
    assert "mente du 3.9" in caught.value.message("nb")
    with pytest.raises(NotFoundError) as caught:
        describe("x" * 10_000)
    assert len(caught.value.message()) < 200


def test_describing_a_target():
    entry = describe("SDG 3.8", "nb")
    assert (entry.code, entry.kind, entry.label) == ("3.8", "target", "Helsetjenester for alle")
    assert entry.goal == ("3", "God helse og livskvalitet")
    assert [code for code, _ in entry.below] == ["3.8.1", "3.8.2"]
    assert entry.means_of_implementation is False
    assert entry.iri == "http://metadata.un.org/sdg/3.8"
    assert entry.color == "#4C9F38"
    assert entry.reading.status == "repaired"
    assert entry.official is entry.tier is entry.target is None


def test_describing_an_indicator():
    entry = describe("11.5.1", "en")
    assert entry.target == ("11.5", catalogue().label("11.5", "en"))
    assert entry.same_as == ("1.5.1", "13.1.1")
    assert (entry.tier, entry.custodian, entry.permanent_code) == ("I", "UNDRR", "C200303")
    assert entry.iri == "http://metadata.un.org/sdg/C200303"
    assert entry.means_of_implementation is None


def test_describing_a_goal():
    entry = describe("17", "nn")
    assert entry.label == "Samarbeid for å nå måla"
    assert len(entry.below) == 19


def test_every_code_can_be_described_in_both_languages():
    for code in codes().kinds:
        for lang in ("en", "nb"):
            entry = describe(code, lang)
            assert entry.code == code
            assert entry.label
            assert all(label for _, label in entry.below)


@pytest.mark.parametrize("code", list(codes().kinds))
def test_iris_lead_back(code):
    assert code_of_iri(iri_of(code)) == codes().canonical.get(code, code)
    assert code_of_iri(iri_of(code).replace("http:", "https:")) is not None


def test_permanent_codes_make_the_uns_iris_and_others_are_not_claimed():
    reworded = {code for code, _, _, change in rows("withdrawn-indicators") if change == "reworded"}
    for row in rows("indicators"):
        if row[0] == row[2]:
            known = bool(row[3]) or row[0] in reworded
            assert iri_of(row[0]).startswith("http://metadata.un.org/sdg/C") == known, row[0]
    assert iri_of("3.8.1") == "http://metadata.un.org/sdg/C030801"
    assert not iri_of("2.2.3").startswith("http://metadata.un.org")


@pytest.mark.parametrize(
    "iri",
    [
        "http://metadata.un.org/sdg/",
        "http://metadata.un.org/sdg/18",
        "http://example.org/3.8",
        "3.8",
        "http://metadata.un.org/sdg/C999999",
    ],
)
def test_other_iris_name_no_code(iri):
    assert code_of_iri(iri) is None


def test_an_overlay_stands_beside_our_labels():
    before = catalogue()
    after = before.overlaid(
        {
            "3.8": {"en": "Official.", "nb": "Offisielt."},
            "3.8.1": {"en": "Indicator."},
            "3": {"en": "Goal."},
            "9.99": {"en": "Nothing."},
        }
    )
    assert after.targets["3.8"].official == {"en": "Official.", "nb": "Offisielt."}
    assert after.targets["3.8"].label == before.targets["3.8"].label
    assert after.indicators["3.8.1"].official == {"en": "Indicator."}
    assert set(after.official) == {"3", "3.8", "3.8.1"}
    assert before.targets["3.8"].official == {}
    assert describe("3.8", "nb", source=after).official == "Offisielt."
    assert describe("3", "nb", source=after).official == "Goal."
    assert describe("3.7", "nb", source=after).official is None
    again = after.overlaid({"3.8": {"fr": "Officiel."}})
    assert set(again.official["3.8"]) == {"en", "nb", "fr"}
    assert set(after.official["3.8"]) == {"en", "nb"}


def test_every_public_name_is_there():
    assert all(getattr(room, name) is not None for name in room.__all__)
    with pytest.raises(AttributeError):
        room.nothing  # noqa: B018


def test_codes_are_looked_up_and_repaired_without_pydantic():
    program = (
        "import sys; from sdggraph.catalogue import exists, read_code, is_code_like, split_codes, search, iri_of;"
        "assert exists('3.8') and read_code('3.9a').code == '3.a' and not is_code_like('s1') and split_codes('3.8')"
        " and search('helse') and iri_of('3.8'); sys.exit('pydantic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize(
    ("code", "lang", "expected"),
    [
        ("13", "nn", "Stoppe klimaendringane"),
        ("3.8", "nb", "Helsetjenester for alle"),
        ("3.8", "nn", "Helsetjenester for alle"),
        ("3.8", "de", "Health care for all"),
        ("local-democracy", "nb", "Styrket lokaldemokrati"),
        ("99", "nb", ""),
    ],
)
def test_labels_without_records(code, lang, expected):
    assert label(code, lang) == expected


def test_labels_with_and_without_records_agree():
    for code in codes().kinds:
        for lang in ("en", "nb", "nn"):
            assert label(code, lang) == catalogue().label(code, lang)
