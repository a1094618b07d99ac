"""The data files: counts, labels, agreement with the UN's facts where those are at hand."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

from sdggraph.catalogue.tables import codes, rows
from sdggraph.model.codes import code_kind, goal_of, natural_key, target_of

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
LABELLED = [(row[0], row[-2:]) for name in ("targets", "indicators") for row in rows(name)]

with_reference = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the official texts aren't beside the checkout")


def reference(name):
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bare(text):
    return re.sub(r"\W+", " ", text.casefold()).strip()


def test_counts():
    indicators = rows("indicators")
    assert len(rows("goals")) == 17
    assert len(rows("targets")) == 169
    assert Counter(row[2] for row in rows("targets")) == {"0": 107, "1": 62}
    assert len(indicators) == 251
    assert len({row[2] for row in indicators}) == 234
    listings = Counter(row[2] for row in indicators)
    assert sum(count > 1 for count in listings.values()) == 13
    assert len(rows("national-goals")) == 4


def test_means_of_implementation_are_the_lettered_targets_and_goal_17():
    for code, goal, means, *_ in rows("targets"):
        assert (means == "1") == (code[-1].isalpha() or goal == "17"), code


@pytest.mark.parametrize("name", ["goals", "targets", "indicators"])
def test_codes_are_canonical_unique_and_in_natural_order(name):
    found = [row[0] for row in rows(name)]
    assert found == sorted(set(found), key=natural_key)
    assert {code_kind(code) for code in found} == {name.removesuffix("s")}


def test_what_hangs_below_what():
    for code, goal, *_ in rows("targets"):
        assert goal == goal_of(code)
    for code, target, first, *_ in rows("indicators"):
        assert target == target_of(code)
        assert codes().canonical[first] == first, code
    assert codes().children["3"] == (
        "3.1",
        "3.2",
        "3.3",
        "3.4",
        "3.5",
        "3.6",
        "3.7",
        "3.8",
        "3.9",
        "3.a",
        "3.b",
        "3.c",
        "3.d",
    )
    assert codes().children["3.8"] == ("3.8.1", "3.8.2")


def test_permanent_codes_name_one_indicator_each():
    by_permanent = {}
    for row in rows("indicators"):
        if row[3]:
            by_permanent.setdefault(row[3], set()).add(row[2])
    assert all(len(found) == 1 for found in by_permanent.values())
    assert all(re.fullmatch(r"C\d{3}[\da-d]\d\d", permanent) for permanent in by_permanent)


def test_goals_have_titles_and_colours():
    for _, *titles, color in rows("goals"):
        assert all(titles)
        assert re.fullmatch(r"#[0-9A-F]{6}", color)


@pytest.mark.parametrize(("code", "labels"), LABELLED, ids=[code for code, _ in LABELLED])
def test_every_label_is_short_and_whole(code, labels):
    for label in labels:
        assert 0 < len(label) <= 60
        assert label == label.strip()
        assert label[-1] not in ".,;:…-"
        assert label[0].isupper() or label[0].isdecimal()
        assert "  " not in label
        assert bare(label).split()[-1] not in {
            "and",
            "or",
            "of",
            "the",
            "to",
            "og",
            "eller",
            "av",
            "til",
            "for",
            "med",
        }


@pytest.mark.parametrize("language", [-2, -1], ids=["en", "nb"])
def test_labels_are_unique(language):
    for found in (
        [row[language] for row in rows("targets")],
        [row[language] for row in rows("indicators") if row[0] == row[2]],
    ):
        assert [label for label, count in Counter(map(bare, found)).items() if count > 1] == []


def test_languages_differ():
    alike = [code for code, (en, nb) in LABELLED if en == nb]
    assert alike == []


def test_listings_of_one_indicator_share_their_label():
    labels = {row[0]: row[-2:] for row in rows("indicators")}
    for row in rows("indicators"):
        assert row[-2:] == labels[row[2]], row[0]


def test_custodians_are_written_in_one_way():
    known = {name for row in rows("indicators") for name in row[5].split("; ")}
    assert all(row[5] for row in rows("indicators"))
    assert {"WHO", "UNICEF", "World Bank", "UNODA"} <= known
    assert not any(
        re.search(r"[(),]|UNICEFF|UNTWO|United Nations", name.replace("UN DESA (FSDO)", "")) for name in known
    )


def test_former_indicators_are_no_longer_or_mean_something_else():
    standing = codes().kinds
    for code, permanent, replaced_by, change in rows("withdrawn-indicators"):
        assert change in {"withdrawn", "renumbered", "redefined", "reworded"}
        assert (code in standing) == (change in {"redefined", "reworded"}), code
        assert bool(replaced_by) == (change == "renumbered"), code
        assert not replaced_by or replaced_by in standing
        assert (permanent.lower() in codes().permanent) == (change == "reworded" or permanent == "C020b02"), code


def test_search_words_belong_to_codes_that_stand():
    found = [row[0] for row in rows("search-words")]
    assert len(found) == len(set(found))
    assert set(found) <= set(codes().kinds)


def test_a_file_with_other_columns_is_refused(tmp_path, monkeypatch):
    from sdggraph.catalogue import tables

    (tmp_path / "goals.csv").write_text("code,name\n1,No poverty\n", encoding="utf-8")
    monkeypatch.setattr(tables, "data_path", lambda name: tmp_path / name)
    with pytest.raises(ValueError, match="columns"):
        tables.rows.__wrapped__("goals")


@with_reference
def test_facts_agree_with_the_reference():
    assert [row[:5] for row in rows("goals")] == [list(row.values()) for row in reference("sdg-goals.csv")]
    targets = [[row["code"], row["goal"], row["means_of_implementation"]] for row in reference("sdg-targets.csv")]
    assert [row[:3] for row in rows("targets")] == targets
    indicators = [
        [row["code"], row["target"], row["canonical_code"], row["un_permanent_code"]]
        for row in reference("sdg-indicators.csv")
    ]
    assert [row[:4] for row in rows("indicators")] == indicators
    for ours, theirs in zip(rows("indicators"), reference("sdg-indicators.csv"), strict=True):
        assert re.sub(r"Tier | depending.*|\W", "", theirs["tier"]) == re.sub(r"\W", "", ours[4])


@with_reference
def test_no_label_is_an_official_sentence():
    official = {bare(row[key]) for row in reference("sdg-targets.csv") for key in ("official_en", "official_nb")}
    official |= {bare(row["official_en"]) for row in reference("sdg-indicators.csv")}
    copied = [label for _, labels in LABELLED for label in labels if bare(label) in official]
    assert copied == []
