"""The client of the statistical office's API, against a server on this machine that speaks the documented format."""

from __future__ import annotations

import pytest

from sdggraph.base.errors import InputError
from sdggraph.io.statistics.cache import AnswerCache, user_cache
from sdggraph.io.statistics.pxweb import MOST_CELLS, PxWeb, _portions
from tests.io.statistics.loopback_office import CARE, REGION, office


@pytest.fixture
def here():
    with office(t13502=CARE) as (found, address):
        yield found, address


def client(address, **more):
    waited = []
    return PxWeb(address, sleep=waited.append, **more), waited


def test_describe_and_values(here):
    found, address = here
    api, waited = client(address)
    described = api.describe("13502")
    assert described.dimension("geo").id == REGION
    assert "3203" in described.dimension("geo").codes
    assert not described.values
    (dataset,) = api.values(
        "13502", {REGION: ["3203", "3025"], "ContentsCode": ["KOSandel150000"], "Tid": ["2023", "2024"]}
    )
    at = {REGION: "3203", "ContentsCode": "KOSandel150000", "Tid": "2024"}
    assert str(dataset.cell(at).value) == "74.4"
    assert dataset.cell({**at, "Tid": "2023"}).value is None
    path, asked = found.asked[-1]
    assert path == "/api/pxwebapi/v2/tables/13502/data"
    assert asked["outputFormat"] == "json-stat2"
    assert asked["valueCodes[KOKkommuneregion0000]"] == "3203,3025"
    assert not waited


def test_it_asks_again_after_a_pause(here):
    found, address = here
    api, waited = client(address)
    found.refusals = [(503, {}), (429, {"Retry-After": "7"}), (500, {})]
    assert api.describe("13502").dimensions
    assert waited == [1, 7, 4]
    assert len(found.asked) == 4


def test_it_gives_up(here):
    found, address = here
    api, waited = client(address)
    found.refusals = [(503, {})] * 9
    with pytest.raises(InputError, match="503"):
        api.describe("13502")
    assert len(found.asked) == 5
    assert waited == [1, 2, 4, 8]
    found.refusals = []
    with pytest.raises(InputError, match=r"404.*no such table"):  # asking again would be in vain
        api.describe("99999")
    assert len(found.asked) == 6


def test_nobody_answers():
    with office() as (_, address):
        pass
    api, waited = client(address)
    with pytest.raises(InputError) as caught:
        api.describe("1")
    assert "svarer ikke" in caught.value.message("nb")
    assert not waited, "asking again is in vain"


def test_no_json(here):
    found, address = here
    found.spoilt = True
    with pytest.raises(InputError, match="JSON"):
        client(address)[0].describe("13502")


def test_answers_are_kept(here, tmp_path):
    found, address = here
    api, _ = client(address, cache=AnswerCache(tmp_path))
    first = api.describe("13502")
    assert client(address, cache=AnswerCache(tmp_path))[0].describe("13502") == first
    assert len(found.asked) == 1
    for file in tmp_path.iterdir():
        file.write_text("spoilt", encoding="utf-8")
    assert api.describe("13502") == first
    assert len(found.asked) == 2
    client(address, cache=AnswerCache(tmp_path, keep=-1))[0].describe("13502")
    assert len(found.asked) == 3


def test_a_cache_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    cache = AnswerCache(tmp_path / "file" / "folder")
    cache.put("a", b"b")
    assert cache.get("a") is None


def test_thirty_questions_a_minute(here):
    _, address = here
    time = [0.0]
    waited = []

    def sleep(seconds):
        waited.append(seconds)
        time[0] += seconds

    api = PxWeb(address, sleep=sleep, clock=lambda: time[0], a_minute=3)
    for _ in range(3):
        api.describe("13502")
        time[0] += 1
    assert not waited
    api.describe("13502")  # the first was asked 3 seconds ago
    assert waited == [57]
    api.describe("13502")
    assert waited == [57, 1]


def test_no_question_asks_for_too_many_cells():
    codes = {"a": [str(one) for one in range(3000)], "b": [str(one) for one in range(700)], "c": ["x"]}
    parts = _portions(codes)
    sizes = [len(part["a"]) * len(part["b"]) for part in parts]
    assert sum(sizes) == 3000 * 700
    assert max(sizes) <= MOST_CELLS
    assert [one for part in parts for one in part["a"]] == codes["a"]


@pytest.mark.parametrize("address", ["", "tables", "file:///etc/passwd", "ftp://example/", "http://"])
def test_no_address(address):
    with pytest.raises(InputError, match="address"):
        PxWeb(address)


def test_where_answers_are_kept():
    assert user_cache({"XDG_CACHE_HOME": "/c"}, "linux").as_posix() == "/c/sdggraph"
    assert user_cache({"LOCALAPPDATA": "C:/d"}, "win32").as_posix() == "C:/d/sdggraph/Cache"
    assert user_cache({}, "darwin").as_posix().endswith("Library/Caches/sdggraph")
