"""What the made plans speak of: a theme a prioritised goal, with the words of Norwegian community plans."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DISTRICTS", "PLACES", "STAKEHOLDERS", "THEMES", "UNITS", "VERBS", "Theme"]


@dataclass(frozen=True, slots=True)
class Theme:
    """A goal that the plan prioritises, and what is said under it.

    Attributes:
        name: The beginning of ids.
        title: The target area's title.
        goal: The goal's code.
        claimed: Targets that objectives and strategies contribute to.
        spare: Targets of the goal that nothing in a made plan contributes to.
        significance: What the goal means for the municipality.
        things: What strategies are about.
        measured: What the indicators count, and the unit.
    """

    name: str
    title: str
    goal: str
    claimed: tuple[str, ...]
    spare: tuple[str, ...]
    significance: str
    things: tuple[str, ...]
    measured: tuple[str, str]


def _words(listed: str) -> tuple[str, ...]:
    return tuple(listed.split(", "))


THEMES = (
    Theme(
        "helse",
        "Helse og mestring",
        "3",
        ("3.4", "3.5", "3.8"),
        ("3.1", "3.2", "3.7"),
        "Vi blir eldre, og helsa skapes der folk bor, lærer og arbeider.",
        ("lavterskeltilbud", "frisklivskurs", "hverdagsrehabilitering", "turstier", "møteplasser for eldre"),
        ("Innbyggere som oppgir god helse", "%"),
    ),
    Theme(
        "oppvekst",
        "Oppvekst og læring",
        "4",
        ("4.1", "4.2", "4.5", "4.7"),
        ("4.3", "4.6", "4.b"),
        "Barnehage og skole er kommunens største oppgave.",
        (
            "tidlig innsats",
            "lesetiltak",
            "skolemiljøet",
            "kulturskoletilbudet",
            "overganger mellom skoleslag",
        ),
        ("Elever på laveste mestringsnivå i lesing", "%"),
    ),
    Theme(
        "energi",
        "Energi i egne bygg",
        "7",
        ("7.2", "7.3"),
        ("7.1", "7.a", "7.b"),
        "Kommunen eier mange bygg, og de kan klare seg med langt mindre energi enn i dag.",
        ("solceller på tak", "energistyring", "etterisolering", "fjernvarme", "lys i gater og bygg"),
        ("Energibruk i kommunale bygg", "kWh per m2"),
    ),
    Theme(
        "naering",
        "Arbeid og næring",
        "8",
        ("8.2", "8.3", "8.5", "8.6", "8.9"),
        ("8.1", "8.7", "8.10"),
        "Nye arbeidsplasser må skapes, og unge må få prøve seg.",
        ("lærlingplasser", "gründerhjelp", "næringsarealer", "sommerjobber", "reiselivssamarbeid"),
        ("Sysselsatte i alderen 20 til 66 år", "%"),
    ),
    Theme(
        "inkludering",
        "Inkludering",
        "10",
        ("10.2", "10.3", "10.7"),
        ("10.1", "10.5", "10.6"),
        "Om lag hvert niende barn vokser opp i en familie med lav inntekt.",
        ("fritidskort", "utstyrsbanker", "språkkafeer", "universell utforming", "introduksjonsprogrammet"),
        ("Barn i husholdninger med vedvarende lavinntekt", "%"),
    ),
    Theme(
        "sted",
        "Steder og ferdsel",
        "11",
        ("11.2", "11.3", "11.4", "11.6", "11.7"),
        ("11.1", "11.c", "11.5"),
        "Det er kommunen som planlegger hvor folk bor, møtes og ferdes.",
        ("gang- og sykkelveier", "sentrumsboliger", "lekeplasser", "kulturminner", "bussforbindelser"),
        ("Innbyggere med gangavstand til dagligvare", "%"),
    ),
    Theme(
        "gjenbruk",
        "Forbruk og gjenbruk",
        "12",
        ("12.2", "12.3", "12.5", "12.7", "12.8"),
        ("12.1", "12.4", "12.6"),
        "Vi kjøper inn for mange hundre millioner kroner i året.",
        ("grønne innkjøp", "ombruk av møbler", "matsvinn i kantiner", "kildesortering", "reparasjonskafeer"),
        ("Husholdningsavfall per innbygger", "kg"),
    ),
    Theme(
        "klima",
        "Klima og beredskap",
        "13",
        ("13.1", "13.2", "13.3"),
        ("13.a", "13.b"),
        "Flommen viste hva som venter. Vi må både kutte utslipp og tåle mer vær.",
        (
            "åpne flomveier",
            "klimabudsjettet",
            "utslippsfrie anleggsplasser",
            "skredsikring",
            "klimaundervisning",
        ),
        ("Direkte utslipp av klimagasser", "tonn CO2-ekvivalenter"),
    ),
    Theme(
        "tillit",
        "Tillit og deltakelse",
        "16",
        ("16.5", "16.6", "16.7", "16.10"),
        ("16.1", "16.2", "16.3"),
        "Folk skal bli hørt før vedtak, og forstå hvorfor det ble som det ble.",
        ("innbyggerpanel", "klarspråk", "åpne data", "ungdomsrådet", "innsyn i saker"),
        ("Innbyggere som har tillit til kommunestyret", "%"),
    ),
    Theme(
        "samarbeid",
        "Samarbeid",
        "17",
        ("17.14", "17.16", "17.17", "17.18"),
        ("17.1", "17.3", "17.9"),
        "Ingen av målene nås av kommunen alene.",
        (
            "frivillighetsavtaler",
            "regionalt samarbeid",
            "innovasjonspartnerskap",
            "felles tall og kart",
            "nabolagssamarbeid",
        ),
        ("Avtaler med frivillige lag", "avtaler"),
    ),
)
"""Ten goals, so that two more may be prioritised before a plan has too many."""

VERBS = _words(
    "Utvide, Styrke, Prøve ut, Samle, Åpne, Digitalisere, Evaluere, Finansiere, Utvikle, Planlegge, Kartlegge"
)
PLACES = _words(
    "i sentrum, langs fjorden, i bygdene, ved skolene, i nord, i sør, på øyene, i dalen, ved stasjonen, "
    "i nye boligfelt, for barnefamilier, for unge voksne, sammen med lag og foreninger"
)
DISTRICTS = _words("sentrum, nord, sør, øst, vest, øyene, dalen, fjellbygda")
UNITS = _words("Helse og omsorg, Oppvekst, Eiendom, Næring, Nav, Plan og bygg, Teknisk, Klima, Kommunedirektør, Kultur")
STAKEHOLDERS = _words(
    "Eldrerådet, Ungdomsrådet, Foreldreutvalget, Velforeningene, Næringsforeningen, Frivilligsentralen, "
    "Innvandrerrådet, Idrettsrådet, Fylkeskommunen, Statsforvalteren"
)
