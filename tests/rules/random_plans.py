"""Random plan systems: small, dense, with everything that the rules look at, right and wrong."""

from __future__ import annotations

from hypothesis import strategies as st

from sdggraph.model.plan import Plan
from sdggraph.model.reading import Reading

GOALS = ["3", "8", "11", "13", "15", "17"]
TARGETS = ["3.4", "8.3", "11.2", "13.2", "15.3", "17.17"]
DATES = ["2018", "2019-06", "2024", "2024-03-01", "2026-Q2", "2028", "2030", "2036-12-31", "2040"]
TITLES = ["Build paths", "build  Paths", "Fewer cars", {"nb": "Færre biler"}, {"nb": "A", "en": "B"}, "", {"nb": " "}]
NUMBERS = ["0", "4", "4.0", "9", "24", "24.00", "-30"]
BANDS = [[None, 4], [4, 9], [9, 24], [9, None], [4, 24], [24, None], [None, None]]
LONG = "a title that goes on " * 7


class _Maker:
    """Makes the sections of one plan; ``random`` is drawn from by hypothesis."""

    def __init__(self, random, plan, earlier):
        self.random, self.plan = random, plan
        self.sizes = {name: random.randint(0, 3) for name in "aostibkuex"}
        self.sizes["i"] += random.randint(0, 2)
        self.earlier = earlier

    def maybe(self, choices, share=0.5):
        return self.random.choice(choices) if choices and self.random.random() < share else None

    def some(self, choices, most=2, share=0.6):
        count = self.random.randint(1, most) if choices and self.random.random() < share else 0
        return [choices[place] for place in {self.random.randrange(len(choices)) for _ in range(count)}]

    def ids(self, letter):
        own = [f"{letter}{number}" for number in range(1, self.sizes[letter] + 1)]
        return [*own, f"{self.earlier}:{letter}1"] if self.earlier else own

    def each(self, letter, make):
        return [
            drop_nothing({"id": f"{letter}{number}", "title": self.title(), **make()})
            for number in range(1, self.sizes[letter] + 1)
        ]

    def title(self):
        return LONG if self.random.random() < 0.05 else self.random.choice(TITLES)

    def claims(self, codes):
        return [
            drop_nothing(
                {"code": code, "role": self.maybe(["secondary", "negative"], 0.3), "why": self.maybe(["Y", " "])}
            )
            for code in self.some(codes, 5, 0.5)
        ]

    def goals_or_none(self):
        if self.random.random() < 0.15:
            return {"goals": "none", "notes": self.maybe(["The municipality itself", " "])}
        return {"goals": self.claims(GOALS)}

    def served(self):
        return {
            **self.goals_or_none(),
            "targets": self.claims(TARGETS),
            "owner": self.maybe(self.ids("u")),
            "indicators": self.some(self.ids("i")),
        }

    def sections(self):
        r, some, maybe, ids = self.random, self.some, self.maybe, self.ids
        tracks = ["services", "community", "inside"]
        dimensions = ["environment", "economy", "social"]
        return {
            "tracks": [{"id": "inside", "title": "I"}] if r.random() < 0.2 else [],
            "goals": [self.about(code, goal=True) for code in some(GOALS, 4, 0.8)],
            "targets": [self.about(code, goal=False) for code in some(TARGETS, 3)],
            "areas": self.each(
                "a",
                lambda: {
                    **self.served(),
                    "part_of": maybe(ids("a"), 0.4),
                    "national_goals": some(["good-services", "local-democracy"], 2, 0.3),
                    "dimensions": some(dimensions, 2, 0.3),
                },
            ),
            "objectives": self.each(
                "o",
                lambda: {
                    **self.served(),
                    "part_of": maybe(ids("o"), 0.4),
                    "areas": some(ids("a")),
                    "tracks": some(tracks),
                    "stakeholders": some(ids("k"), 1, 0.3),
                },
            ),
            "strategies": self.each(
                "s",
                lambda: {
                    **self.served(),
                    "objectives": some(ids("o")),
                    "areas": some(ids("a"), 1, 0.3),
                    "tracks": some(tracks),
                    "dimensions": some(dimensions, 2, 0.3),
                    "stakeholders": some(ids("k"), 1, 0.2),
                    "mitigates": some(ids("x"), 1, 0.2),
                },
            ),
            "actions": self.each(
                "t",
                lambda: {
                    "strategies": some(ids("s")),
                    "objectives": some(ids("o"), 1, 0.3),
                    "owner": maybe(ids("u")),
                    "period": self.period(),
                    "status": maybe(["planned", "done", "stopped"]),
                    "budget": maybe(["within_frame"]),
                    "partners": some(["Red Cross"], 1, 0.1),
                    "replaces": some(ids("t"), 1, 0.2),
                    "indicators": some(ids("i"), 1, 0.2),
                    "mitigates": some(ids("x"), 1, 0.2),
                },
            ),
            "indicators": self.each("i", self.indicator),
            "benefits": self.each(
                "b",
                lambda: {
                    "kind": maybe(["priced", "non_priced"]),
                    "owner": maybe(ids("u")),
                    "strategies": some(ids("s"), 1, 0.4),
                    "actions": some(ids("t"), 1, 0.4),
                    "benefits": some(ids("b"), 1, 0.4),
                    "indicators": some(ids("i")),
                    "due": maybe(DATES),
                    "values": [drop_nothing({"year": "2026", "planned": maybe(["0"])})] if r.random() < 0.5 else [],
                },
            ),
            "stakeholders": self.each("k", dict),
            "units": self.each("u", lambda: {"part_of": maybe(ids("u"))}),
            "engagements": self.each(
                "e",
                lambda: {
                    "informs": some([*ids("o"), *ids("s"), *ids("a"), "3"], 2),
                    "outcome": maybe(["Done", " "]),
                    "groups": some(["innbyggere", "Ungdomsrådet"], 1, 0.4),
                },
            ),
            "interactions": [
                drop_nothing(
                    {
                        "id": f"x{number}",
                        "source": r.choice([*TARGETS, *GOALS, *ids("s")]),
                        "target": r.choice([*TARGETS, *GOALS]),
                        "score": r.choice([-3, -2, -1, 2]),
                        "note": maybe(["N", " "]),
                        "evidence": maybe(["E"]),
                    }
                )
                for number in range(1, self.sizes["x"] + 1)
            ],
        }

    def about(self, code, *, goal):
        said = {
            "code": code,
            "opportunities": self.some([{"text": "A"}, {"text": " "}], 1, 0.2),
            "challenges": self.some([{"text": {"nb": "C"}}], 1, 0.2),
        }
        if not goal:
            return {**said, "indicators": self.some(self.ids("i"), 1, 0.2)}
        material = {"stakeholders": self.random.choice(["2", "3", "4.5"]), "impact": self.maybe(["2.9", "4"], 0.8)}
        dimensions = self.some(["environment", "economy", "social"], 1, 0.3)
        more = {
            "significance": self.maybe(["S", " ", {"nb": "T"}]),
            "dimensions": dimensions,
            "materiality": drop_nothing(material),
        }
        return drop_nothing({**said, **more})

    def period(self):
        return (
            drop_nothing({"start": self.maybe(DATES[:3]), "end": self.maybe(DATES)})
            if self.random.random() < 0.7
            else None
        )

    def measurement(self):
        return drop_nothing(
            {
                "date": self.random.choice(DATES),
                "value": self.maybe([*NUMBERS, "yes"], 0.9),
                "region": self.maybe(["0220", "3025"], 0.3),
                "sex": self.maybe(["women"], 0.15),
            }
        )

    def target_value(self):
        relative = drop_nothing({"date": "2009", "value": self.maybe(NUMBERS)}) if self.random.random() < 0.2 else None
        interval = self.maybe(BANDS, 0.2) if relative is None else None
        value = None if interval else self.maybe(NUMBERS, 0.9)
        return drop_nothing(
            {
                "date": self.maybe(["2018", "2030", "2030", "2040"], 0.9),
                "value": value,
                "range": interval,
                "relative_to": relative,
            }
        )

    def indicator(self):
        source = drop_nothing({"system": self.maybe(["SSB", "ssb", " "]), "code": self.maybe(["K1", "K2"], 0.7)})
        return {
            "role": self.maybe(["monitoring", "steering"]),
            "value_type": self.maybe(["yes_no"], 0.2),
            "unit": self.maybe(["%", " "]),
            "direction": self.maybe(["increase", "decrease", "maintain", "range"], 0.8),
            "perspective": self.maybe(["input", "activity", "output"]),
            "source": self.maybe([source], 0.7),
            "owner": self.maybe(self.ids("u"), 0.3),
            "baseline": self.measurement() if self.random.random() < 0.6 else None,
            "target_values": [self.target_value() for _ in range(self.random.choice([0, 1, 2, 3]))],
            "desired": self.some_bands(),
            "acceptable": self.some_bands(),
            "measurements": [self.measurement()] if self.random.random() < 0.2 else [],
        }

    def some_bands(self):
        return self.some([tuple(band) for band in BANDS], 2, 0.5)

    def header(self):
        kinds = ["community", "strategy", "land_use", "action", "economic", "thematic", "other"]
        return drop_nothing(
            {
                "id": self.plan,
                "title": self.maybe(TITLES, 0.4),
                "kind": self.random.choice(kinds),
                "status": self.random.choice(["draft", "adopted", "replaced"]),
                "language": "nb",
                "languages": self.maybe([["nb"], ["nb", "en"]], 0.4),
                "period": self.period(),
                "organisation": {"name": "N", "predecessors": self.some(["0220", "0627"])},
            }
        )


def drop_nothing(said):
    """Leave out what a plan file would not have."""
    return {name: value for name, value in said.items() if value is not None}


@st.composite
def plan_systems(draw):
    """Draw a plan, alone or with one that it follows up and may replace."""
    random = draw(st.randoms(use_true_random=False))
    others = []
    if random.random() < 0.5:
        earlier = _Maker(random, "q", None)
        others = [Plan.model_validate({**earlier.header(), **earlier.sections()})]
    maker = _Maker(random, "p", "q" if others else None)
    links = {"follows_up": [{"plan": "q"}], "replaces": maker.some(["q"], 1, 0.2)} if others else {}
    plan = Plan.model_validate({**maker.header(), **links, **maker.sections()})
    return plan.read_as(Reading("p.yaml", followed=tuple(others))), others
