"""Sample payloads for the explorer's tests: an imagined municipality, and generated plans of any size."""

from __future__ import annotations

import random

from sdggraph.view.payload import Edge, Note, Payload, PayloadNode

GOALS = {
    1: ("Utrydde fattigdom", "No poverty"),
    2: ("Utrydde sult", "Zero hunger"),
    3: ("God helse og livskvalitet", "Good health and well-being"),
    4: ("God utdanning", "Quality education"),
    5: ("Likestilling mellom kjønn", "Gender equality"),
    6: ("Rent vann og gode sanitærforhold", "Clean water and sanitation"),
    7: ("Ren energi til alle", "Affordable and clean energy"),
    8: ("Anstendig arbeid og økonomisk vekst", "Decent work and economic growth"),
    9: ("Industri, innovasjon og infrastruktur", "Industry, innovation and infrastructure"),
    10: ("Mindre ulikhet", "Reduced inequalities"),
    11: ("Bærekraftige byer og lokalsamfunn", "Sustainable cities and communities"),
    12: ("Ansvarlig forbruk og produksjon", "Responsible consumption and production"),
    13: ("Stoppe klimaendringene", "Climate action"),
    14: ("Livet i havet", "Life below water"),
    15: ("Livet på land", "Life on land"),
    16: ("Fred, rettferdighet og institusjoner", "Peace, justice and institutions"),
    17: ("Samarbeid for å nå målene", "Partnerships for the goals"),
}

TARGETS = {
    "3.4": ("Psykisk helse", "Mental health"),
    "3.5": ("Mindre rusmisbruk", "Less substance abuse"),
    "3.6": ("Færre trafikkulykker", "Fewer road accidents"),
    "3.8": ("Helsetjenester for alle", "Health services for all"),
    "3.d": ("Helseberedskap", "Health preparedness"),
    "4.1": ("Alle fullfører skolen", "All complete school"),
    "4.2": ("God start i livet", "A good start in life"),
    "4.4": ("Yrkeskompetanse", "Skills for work"),
    "4.6": ("Lese, skrive og regne", "Reading, writing, numbers"),
    "4.7": ("Læring for bærekraft", "Learning for sustainability"),
    "7.2": ("Mer fornybar energi", "More renewable energy"),
    "7.3": ("Effektiv energibruk", "Energy efficiency"),
    "8.3": ("Nye arbeidsplasser", "New jobs"),
    "8.5": ("Arbeid til alle", "Work for all"),
    "8.6": ("Unge i jobb eller skole", "Youth in work or school"),
    "10.2": ("Inkludering av alle", "Inclusion of all"),
    "10.3": ("Like muligheter", "Equal opportunities"),
    "11.1": ("Trygge boliger til alle", "Safe homes for all"),
    "11.2": ("Bærekraftig transport", "Sustainable transport"),
    "11.3": ("Medvirkning i planer", "Participation in planning"),
    "11.4": ("Kultur- og naturarv", "Cultural and natural heritage"),
    "11.5": ("Tåle katastrofer", "Withstanding disasters"),
    "11.6": ("Ren luft i tettstedene", "Clean air in towns"),
    "11.7": ("Grønne møteplasser", "Green meeting places"),
    "11.a": ("By og omland i takt", "Town and country in step"),
    "12.3": ("Halvere matsvinnet", "Halve food waste"),
    "12.5": ("Mindre avfall", "Less waste"),
    "12.7": ("Grønne innkjøp", "Green procurement"),
    "13.1": ("Tåle mer ekstremvær", "Withstand extreme weather"),
    "13.2": ("Klima i alle planer", "Climate in every plan"),
    "13.3": ("Kunnskap om klima", "Knowledge of climate"),
    "15.1": ("Verne økosystemer", "Protect ecosystems"),
    "15.5": ("Stanse naturtapet", "Halt the loss of nature"),
    "15.8": ("Mot fremmede arter", "Against invasive species"),
    "17.14": ("Samstemte planer", "Coherent plans"),
    "17.17": ("Lokale partnerskap", "Local partnerships"),
}

AREAS = [
    (
        "Helse og mestring",
        "Health and mastery",
        [3],
        [
            ("Flere lever lenge med god helse", "3.8 11.7"),
            ("Eldre bor trygt hjemme lenger", "3.8 11.1"),
            ("Alle får rett hjelp til rett tid", "3.4"),
            ("Færre unge sliter psykisk", "3.4 4.7"),
            ("Færre skader seg på rus", "3.5"),
        ],
    ),
    (
        "Oppvekst og læring",
        "Childhood and learning",
        [4],
        [
            ("Alle barn har et trygt skolemiljø", "4.1 10.2"),
            ("Barnehagene gir alle en god start", "4.2"),
            ("Flere fullfører videregående", "4.4 8.6"),
            ("Elevene leser og regner godt", "4.6"),
            ("Barn lærer å ta vare på kloden", "4.7 13.3"),
            ("Familier får hjelp tidlig", "3.4 4.2"),
        ],
    ),
    (
        "Arbeid og næring",
        "Work and business",
        [8],
        [
            ("Flere er i arbeid", "8.5 10.2"),
            ("Ungdom kommer raskt i jobb", "8.6 4.4"),
            ("Nye bedrifter velger Fjordvik", "8.3"),
            ("Næringslivet bruker mindre energi", "7.3 12.5"),
            ("Voksne får påfyll av kompetanse", "4.4"),
        ],
    ),
    (
        "Inkludering",
        "Inclusion",
        [10],
        [
            ("Alle barn kan delta i fritiden", "10.2"),
            ("Nyankomne finner seg til rette", "10.3"),
            ("Tjenestene er like gode for alle", "3.8 10.3"),
            ("Færre barn vokser opp i fattigdom", "10.2 4.1"),
        ],
    ),
    (
        "Tettsteder og bolig",
        "Towns and homes",
        [11],
        [
            ("Alle finner en bolig de har råd til", "11.1"),
            ("Tettstedene er gode å møtes i", "11.7"),
            ("Innbyggerne former stedet sitt", "11.3"),
            ("Kulturminner er i bruk", "11.4"),
            ("Grøntområder i gangavstand for alle", "11.7 15.1"),
            ("Hele kommunen vokser i takt", "11.a"),
        ],
    ),
    (
        "Grønn mobilitet",
        "Green mobility",
        [11, 13],
        [
            ("Flere går, sykler og tar bussen", "11.2 13.2"),
            ("Ingen blir hardt skadd i trafikken", "3.6"),
            ("Skoleveiene er trygge", "3.6 11.2"),
            ("Varer kommer fram uten utslipp", "11.6"),
        ],
    ),
    (
        "Klima, energi og natur",
        "Climate, energy and nature",
        [13, 15],
        [
            ("Utslippene er halvert innen 2030", "13.2 7.2"),
            ("Kommunen tåler mer ekstremvær", "13.1"),
            ("Byggene bruker lite og ren energi", "7.3"),
            ("Naturen er rikere enn i 2020", "15.5"),
            ("Mindre mat og avfall kastes", "12.3 12.5"),
            ("Fremmede arter er på retur", "15.8"),
        ],
    ),
    (
        "Samarbeid og organisasjon",
        "Partnership and organisation",
        [17],
        [
            ("Vi løser oppgaver med frivillige", "17.17"),
            ("Planene drar i samme retning", "17.14"),
            ("Kommunen kjøper inn grønt", "12.7"),
        ],
    ),
]
COUNTS = [
    5,
    7,
    6,
    4,
    3,
    6,
    4,
    5,
    4,
    3,
    4,
    4,
    4,
    5,
    3,
    3,
    4,
    4,
    3,
    4,
    5,
    4,
    4,
    3,
    3,
    3,
    6,
    3,
    4,
    2,
    5,
    4,
    3,
    4,
    3,
    0,
    3,
    3,
    2,
]
INDICATORS = [
    [
        "Ventetid, psykisk helse",
        "Fallskader, over 80 år",
        "Rusrelaterte utrykninger",
        "Ensomhet",
        "Røyk",
        "Aktive eldre",
        "Ventetid, legetime",
        "Ungdom, god helse",
        "Selvhjulpne",
        "Vaksinerte",
    ],
    [
        "Mobbing, 7. trinn",
        "Fullført på fem år",
        "Leseferdighet, 5. trinn",
        "Barnehagelærertetthet",
        "Regning",
        "Trivsel",
        "Fravær",
        "Tidlig hjelp",
        "Barnehagedekning",
        "Grunnskolepoeng",
        "Miljøsertifiserte skoler",
    ],
    [
        "Unge utenfor",
        "Sysselsatte, 20–66 år",
        "Nye foretak per 1 000",
        "Lærlinger",
        "Energi i næring",
        "Etterutdanning",
        "Ledige",
    ],
    ["Barn i lavinntekt", "Med i fritidsaktivitet", "Norskprøve", "Bosatte i arbeid", "Tolk brukt"],
    [
        "Ventetid, kommunal bolig",
        "Bor nær grøntområde",
        "Innspill til planene",
        "Ledige næringslokaler",
        "Boligpris",
        "Møteplasser",
        "Besøk i sentrum",
        "Tettstedsvekst",
    ],
    [
        "Kollektivandel",
        "Sykkelandel av reiser",
        "Aktiv skolevei",
        "Skadde i trafikken",
        "Utslippsfrie varebiler",
        "Elbilandel",
    ],
    [
        "Klimagassutslipp",
        "Energibruk per m²",
        "Restavfall per innbygger",
        "Bygg tilpasset flom",
        "Solceller",
        "Matsvinn",
        "Vernet natur",
        "Fremmede arter fjernet",
        "Vannkvalitet",
    ],
    ["Lag med avtale", "Miljøkrav i anskaffelser", "Felles planer", "Frivillige timer"],
]
OWNERS = ["Helse og omsorg", "Oppvekst", "Plan og teknisk", "Kultur og idrett", "Klima og miljø", "Næring", "Stab"]
VERBS = ["Vi bygger ut", "Vi prøver ut", "Vi samler", "Vi styrker", "Vi åpner", "Vi følger opp", "Vi lærer opp til"]
THINGS = [
    "tilbudet der folk bor",
    "samarbeidet med frivillige",
    "tidlig hjelp",
    "lokale møteplasser",
    "felles rutiner",
    "trygge veier",
    "nye løsninger",
]
SIBLINGS = [
    "Bussen går oftere",
    "Sammenhengende sykkelveier mellom tettsteder og skoler",
    "Trygge gangveier",
    "Færre p-plasser",
    "Bedre knutepunkter",
    "Bildeling for ansatte",
]


class Maker:
    """Collects nodes and edges under their ids."""

    def __init__(self, title: str, line: str) -> None:
        self.payload = Payload({"nb": title, "en": title}, {"nb": line, "en": line})
        self.at: dict[str, int] = {}

    def node(self, own: str, kind: str, nb: str, en: str = "", number: str = "", **more: object) -> str:
        self.at[own] = len(self.payload.nodes)
        text = more.pop("text", None)
        title = {"nb": nb, "en": en} if en else {"nb": nb}
        self.payload.nodes.append(PayloadNode(own, kind, title, number, {}, {"nb": text} if text else {}, dict(more)))
        return own

    def edge(self, source: str, relation: str, target: str, role: str = "", why: str = "") -> None:
        self.payload.edges.append(Edge(self.at[source], self.at[target], relation, role, why))

    def note(self, at: str, code: str, severity: str, nb: str, help_nb: str = "", name: str = "") -> None:
        self.payload.notes.append(
            Note(self.at[at], code, severity, name or code, {"nb": nb, "en": nb}, {"nb": help_nb} if help_nb else {})
        )


def indicator_values(rng: random.Random, result: str) -> dict[str, object]:
    base = rng.randint(20, 60)
    end = {"desired": 92, "acceptable": 84, "unaccepted": 70}.get(result)
    points = (
        []
        if end is None
        else [
            {"date": str(2020 + step), "value": round(base + (end - base) * (step + 1) / 5 + rng.uniform(-1, 1), 1)}
            for step in range(4)
        ]
        + [{"date": "2024", "value": end}]
    )
    return {
        "unit": "%",
        "direction": "increase",
        "baseline": {"date": "2019", "value": base},
        "target_values": [{"date": "2030", "value": 90}],
        "desired": [[88, None]],
        "acceptable": [[80, 88]],
        "measurements": points,
    }


def add_catalogue(maker: Maker, prioritised: dict[int, str]) -> None:
    for number, (nb, en) in GOALS.items():
        maker.node(
            f"sdg:{number}",
            "Goal",
            nb,
            en,
            str(number),
            prioritised=number in prioritised,
            text=prioritised.get(number) or None,
        )


def add_targets(maker: Maker, codes: list[str]) -> None:
    for code in codes:
        maker.node(
            f"sdg:{code}", "Target", *TARGETS.get(code, (f"Delmål {code}", f"Target {code}")), code, selected=True
        )
        maker.edge(f"sdg:{code}", "part_of", f"sdg:{code.split('.')[0]}")


def fjordvik() -> Payload:
    """The imagined municipality of the pictures: 8 areas, 39 objectives, 150 strategies, 60 indicators."""
    rng = random.Random(4)
    maker = Maker("Kommuneplanens samfunnsdel 2024–2036", "Fjordvik kommune · Vedtatt 19. juni 2024")
    add_catalogue(maker, dict.fromkeys([3, 4, 7, 8, 10, 11, 12, 13, 15, 17], ""))
    add_targets(maker, list(TARGETS))
    for row, owner in enumerate(OWNERS):
        maker.node(f"u{row}", "Unit", owner)
    for name in ("Elever", "Pendlere", "FAU"):
        maker.node(name, "Stakeholder", name)
    objective = 0
    for area, (nb, en, goals, objectives) in enumerate(AREAS, 1):
        add_area(maker, rng, area, (nb, en, goals))
        for row, (title, claims) in enumerate(objectives, 1):
            add_objective(maker, rng, area, row, title, claims.split(), COUNTS[objective])
            objective += 1
    maker.node("free", "Strategy", "Vi feirer innbyggerne", number="9.1")
    add_cycling(maker)
    add_notes(maker)
    return maker.payload


def add_area(maker: Maker, rng: random.Random, area: int, words: tuple[str, str, list[int]]) -> None:
    nb, en, goals = words
    maker.node(f"a{area}", "TargetArea", nb, en, str(area))
    for goal in goals:
        maker.edge(f"a{area}", "contributes_to", f"sdg:{goal}")
    names = INDICATORS[area - 1]
    for row, title in enumerate(names):
        result = (
            "unaccepted"
            if row == 0
            else "acceptable"
            if row < 4
            else "unmeasured"
            if row == len(names) - 1
            else "desired"
        )
        maker.node(f"i{area}-{row}", "Indicator", title, **indicator_values(rng, result))


def add_objective(
    maker: Maker, rng: random.Random, area: int, row: int, title: str, claims: list[str], count: int
) -> None:
    own = f"o{area}.{row}"
    maker.node(own, "Objective", title, number=f"{area}.{row}", tracks=["community" if area > 4 else "services"])
    maker.edge(own, "part_of", f"a{area}")
    maker.edge(own, "owned_by", f"u{(area + row) % len(OWNERS)}")
    for claim in claims:
        maker.edge(own, "contributes_to", f"sdg:{claim}", "primary" if claim == claims[0] else "secondary")
    unmeasured = own in {"o5.4", "o8.2"}
    names = INDICATORS[area - 1]
    if not unmeasured:
        maker.edge(own, "measured_by", f"i{area}-{(row - 1) % len(names)}")
    for step in range(1, count + 1):
        text = SIBLINGS[step - 1] if own == "o6.1" else f"{rng.choice(VERBS)} {rng.choice(THINGS)}"
        strategy = maker.node(
            f"s{area}.{row}.{step}",
            "Strategy",
            text,
            number=f"{area}.{row}.{step}",
            tracks=["community" if area > 4 else "services"],
        )
        maker.edge(strategy, "contributes_to", own)
        maker.edge(strategy, "owned_by", f"u{rng.randrange(len(OWNERS))}")
        if rng.random() < 0.5:
            maker.edge(strategy, "contributes_to", f"sdg:{rng.choice(claims)}", "primary")
        elif rng.random() < 0.2:
            maker.edge(strategy, "contributes_to", f"sdg:{rng.choice(list(TARGETS))}", "secondary")
        if not unmeasured and rng.random() < 0.5:
            maker.edge(strategy, "measured_by", f"i{area}-{rng.randrange(len(names))}")


def add_cycling(maker: Maker) -> None:
    own = "s6.1.2"
    node = maker.payload.nodes[maker.at[own]]
    node.text = {
        "nb": "Vi fullfører hovedrutene Fjordvik–Lia og sentrum–Åsen før 2030, og begynner der elever i dag må krysse fylkesveien."
    }
    node.more["dimensions"] = ["environment", "social"]
    kept = [
        edge
        for edge in maker.payload.edges
        if not (edge.source == maker.at[own] and edge.relation in {"contributes_to", "measured_by", "owned_by"})
    ]
    maker.payload.edges[:] = kept
    maker.edge(own, "contributes_to", "o6.1")
    maker.edge(own, "contributes_to", "sdg:11.2", "primary")
    maker.edge(own, "contributes_to", "sdg:3.6", "secondary")
    maker.edge(own, "contributes_to", "sdg:15.5", "negative")
    maker.edge(own, "owned_by", "u2")
    for name in ("Elever", "Pendlere", "FAU"):
        maker.edge(own, "involves", name)
    for row in (1, 2, 3):
        maker.edge(own, "measured_by", f"i6-{row}")
    share = maker.payload.nodes[maker.at["i6-1"]]
    share.more.update(
        {
            "unit": "%",
            "direction": "increase",
            "baseline": {"date": "2019", "value": 6.0},
            "target_values": [{"date": "2030", "value": 12}],
            "desired": [[12, None]],
            "acceptable": [[8, 12]],
            "measurements": [
                {"date": str(year), "value": value}
                for year, value in zip(range(2020, 2025), (6.4, 6.3, 7.4, 8.6, 9.1), strict=True)
            ],
        }
    )
    for row, (title, period, amount) in enumerate(
        [
            ("Sykkelvei Storgata–Lia skole", "2025–2026", 18_400_000),
            ("Trygge krysninger ved fem skoler", "2025–2027", 6_000_000),
            ("Sykkelparkering ved stasjonen", "2026", 0),
        ]
    ):
        start, _, end = period.partition("–")
        maker.node(
            f"t{row}",
            "Action",
            title,
            period={"start": start, "end": end or start},
            budget=amount,
            within_frame=not amount,
        )
        maker.edge(f"t{row}", "implements", own)
        maker.edge(f"t{row}", "owned_by", "u2")
    maker.node("b1", "Benefit", "Færre bilturer til skolen", due="2030", effect="positive")
    maker.edge("b1", "results_from", own)


def add_notes(maker: Maker) -> None:
    maker.note(
        "s6.1.2",
        "SDG704",
        "warning",
        "Skaden på natur er ikke veid opp. Strategien sier at den svekker 15.5, men ikke hvorfor, og ingen tiltak demper skaden.",
        "skriv en begrunnelse, eller pek på et tiltak som veier opp.",
        "negative-claim-weighed",
    )
    for own in ("o5.4", "o8.2"):
        maker.note(
            own, "SDG214", "error", "Målet måles ingen steder.", "knytt en indikator til målet.", "objective-measured"
        )
    maker.note(
        "free",
        "SDG201",
        "error",
        "Strategien når ikke fram til noe bærekraftsmål.",
        "knytt den til et mål eller delmål.",
        "strategy-reaches-goal",
    )
    maker.note(
        "o7.6",
        "SDG207",
        "warning",
        "Målet har verken strategi, undermål eller tiltak.",
        "skriv en strategi.",
        "objective-has-strategy",
    )
    maker.note(
        "sdg:3.d",
        "SDG206",
        "warning",
        "Delmålet følges ikke opp av noe mål.",
        "velg det bort, eller skriv et mål.",
        "target-followed-up",
    )
    maker.note(
        "sdg:11.5",
        "SDG206",
        "warning",
        "Delmålet følges ikke opp av noe mål.",
        "velg det bort, eller skriv et mål.",
        "target-followed-up",
    )
    maker.note(
        "o6.1", "SDG303", "warning", "Indikatoren mangler målverdi.", "skriv en målverdi.", "steering-has-target"
    )
    maker.note(
        "i1-0", "SDG312", "info", "Indikatoren har ingen kilde.", "skriv hvor tallet kommer fra.", "indicator-source"
    )
    maker.note(
        "i2-0", "SDG312", "info", "Indikatoren har ingen kilde.", "skriv hvor tallet kommer fra.", "indicator-source"
    )


ASKER = {
    3: "3.3 3.5 3.6 3.7 3.8 3.9 3.a 3.d",
    4: "4.1 4.2 4.3 4.4 4.5 4.7",
    9: "9.1 9.4 9.c",
    11: "11.1 11.2 11.3 11.4 11.6 11.7 11.a",
    13: "13.1 13.2 13.3",
}
ASKER_AREAS = [
    "Tjenesteproduksjon",
    "Samfunnsutvikling",
    "Økonomisk robusthet",
    "Demokratisk arena",
    "Klima, miljø og bærekraft",
    "Innovasjon, SmartBy og digitalisering",
    "Arbeidsgiverutvikling",
]


def level_three_empty() -> Payload:
    """A method table whose third level nobody has written yet."""
    maker = Maker("Overordnet metodeverktøy", "Nye Asker · september 2018")
    text = (
        "Kommunen sørger for at alle som bor her, får det de trenger for å leve gode liv, uavhengig av alder og bosted"
    )
    add_catalogue(maker, dict.fromkeys(ASKER, text))
    for codes in ASKER.values():
        add_targets(maker, codes.split())
    for row, title in enumerate(
        [
            "Gode og likeverdige tjenester til innbyggerne",
            "Helhetlig og samordnet samfunnsutvikling",
            "Bærekraftige og økonomisk robuste kommuner",
            "Styrket lokaldemokrati",
        ]
    ):
        maker.node(f"national:{row}", "NationalGoal", title)
    for row, title in enumerate(ASKER_AREAS):
        maker.node(f"a{row}", "TargetArea", title)
        if row < 4:
            maker.edge(f"a{row}", "contributes_to", f"national:{row}")
    for code, written in {"3.a": "3.9a", "3.d": "3.9d", "9.c": "9.5c", "11.a": "11.7a"}.items():
        maker.payload.nodes[maker.at[f"sdg:{code}"]].more["written"] = written
        maker.note(
            f"sdg:{code}", "SDG002", "info", f"{written} er lest som {code}.", f"skriv {code}.", "code-canonical"
        )
    for row in range(7):
        maker.note(
            f"a{row}",
            "SDG204",
            "warning",
            "Målområdet når ikke fram til noe bærekraftsmål.",
            "merk det med mål.",
            "area-reaches-goal",
        )
    for goal in ASKER:
        maker.note(
            f"sdg:{goal}",
            "SDG205",
            "warning",
            "Målet er prioritert, men ingen strategi når det.",
            "skriv en strategi.",
            "goal-served",
        )
    return maker.payload


def generated(nodes: int, seed: int = 1) -> Payload:
    """A plan of about this many nodes, in the proportions of a real one."""
    rng = random.Random(seed)
    maker = Maker(f"Plan med {nodes} noder", "Generert")
    codes = list(TARGETS) + [f"{goal}.{row}" for goal in (1, 2, 5, 6, 9, 14, 16) for row in range(1, 6)]
    add_catalogue(maker, dict.fromkeys(range(1, 18), ""))
    add_targets(maker, codes)
    left = max(0, nodes - len(maker.payload.nodes))
    areas, objectives, strategies = max(1, left // 60), max(1, left // 7), max(1, left // 2)
    indicators = max(1, left - areas - objectives - strategies)
    for row in range(areas):
        maker.node(f"a{row}", "TargetArea", f"Målområde {rng.choice(THINGS)} {row + 1}", number=str(row + 1))
        maker.edge(f"a{row}", "contributes_to", f"sdg:{rng.randint(1, 17)}")
    for row in range(indicators):
        maker.node(
            f"i{row}",
            "Indicator",
            f"{rng.choice([name for names in INDICATORS for name in names])} {row}",
            **indicator_values(rng, rng.choice(["desired", "acceptable", "unaccepted", "unmeasured"])),
        )
    for row in range(objectives):
        area = row * areas // objectives
        maker.node(f"o{row}", "Objective", f"Mål om {rng.choice(THINGS)}", number=f"{area + 1}.{row}")
        maker.edge(f"o{row}", "part_of", f"a{area}")
        maker.edge(f"o{row}", "contributes_to", f"sdg:{rng.choice(codes)}", "primary")
        maker.edge(f"o{row}", "measured_by", f"i{row % indicators}")
    for row in range(strategies):
        own = row * objectives // strategies
        maker.node(f"s{row}", "Strategy", f"{rng.choice(VERBS)} {rng.choice(THINGS)}", number=f"{own}.{row}")
        maker.edge(f"s{row}", "contributes_to", f"o{own}")
        if rng.random() < 0.6:
            maker.edge(f"s{row}", "contributes_to", f"sdg:{rng.choice(codes)}", rng.choice(["primary", "secondary"]))
        if rng.random() < 0.7:
            maker.edge(f"s{row}", "measured_by", f"i{rng.randrange(indicators)}")
    return maker.payload
