"""The words that every rule's page shares: headings, severities, kinds and statuses of plans."""

from __future__ import annotations

from sdggraph.base.words import Words, words

__all__ = ["FAMILY_NAMES", "FIXES", "HEADINGS", "KIND_NAMES", "LEVEL_NAMES", "SAID", "STATUS_NAMES"]

FAMILY_NAMES: dict[int, Words] = {
    0: words("reading", "lesing"),
    1: words("structure", "struktur"),
    2: words("thread", "rød tråd"),
    3: words("measurement", "måling"),
    4: words("balance", "balanse"),
    5: words("participation", "medvirkning"),
    6: words("benefits", "gevinster"),
    7: words("interactions", "samspill"),
    8: words("wording", "ordlyd"),
}

HEADINGS: dict[str, Words] = {
    "holds": words("When it holds", "Når regelen er oppfylt"),
    "why": words("Why it matters", "Hvorfor det betyr noe"),
    "says": words("What it says", "Hva den sier"),
    "bad": words("Flagged", "Blir meldt"),
    "good": words("Fine", "Er i orden"),
    "mend": words("How to mend it", "Slik rettes det"),
    "severity": words("Severity", "Alvorlighet"),
    "scope": words("Where it applies", "Hvor den gjelder"),
    "parameters": words("Parameters", "Parametre"),
    "engines": words("Engines", "Motorer"),
}

LEVEL_NAMES: dict[str | None, Words] = {
    "error": words("error", "feil"),
    "warning": words("warning", "advarsel"),
    "info": words("info", "merknad"),
    None: words("off", "av"),
}

KIND_NAMES: dict[str, Words] = {
    "strategy": words("planning strategy (planstrategi)", "planstrategi"),
    "community": words("community plan (samfunnsdel)", "samfunnsdel"),
    "land_use": words("land-use plan (arealdel)", "arealdel"),
    "action": words("action programme (handlingsdel)", "handlingsdel"),
    "economic": words("financial plan (økonomiplan)", "økonomiplan"),
    "thematic": words("thematic plan (temaplan)", "temaplan"),
    "other": words("other plan", "annen plan"),
}

STATUS_NAMES: dict[str, Words] = {
    "draft": words("draft", "utkast"),
    "hearing": words("hearing", "høring"),
    "adopted": words("adopted", "vedtatt"),
    "replaced": words("replaced", "erstattet"),
}

FIXES: dict[str | None, Words] = {
    "safe": words("`--fix` mends it.", "`--fix` retter det."),
    "unsafe": words(
        "Where one answer is likely, `--unsafe-fixes` mends it; see it first with `--diff`.",
        "Der ett svar er sannsynlig, retter `--unsafe-fixes` det; se det først med `--diff`.",
    ),
    "both": words(
        "Where the answer is sure, `--fix` mends it; where it is only likely, `--unsafe-fixes` does.",
        "Der svaret er sikkert, retter `--fix` det; der det bare er sannsynlig, gjør `--unsafe-fixes` det.",
    ),
    None: words(
        "Only people can mend it: no fix is offered.",
        "Det må rettes for hånd: det finnes ingen automatisk retting.",
    ),
}

SAID: dict[str, Words] = {
    "default": words("by default", "vanligvis"),
    "adopted": words("in an adopted plan", "i en vedtatt plan"),
    "profile": words("in the profile {profile}", "i profilen {profile}"),
    "kind": words("in a {kind}", "i en {kind}"),
    "variant": words("for “{message}”", "for «{message}»"),
    "kinds": words("Plans of these kinds: {listed}.", "Planer av disse typene: {listed}."),
    "statuses": words("Plans with these statuses: {listed}.", "Planer med disse statusene: {listed}."),
    "uses": words(
        "Only where the plan system has a node such as `{nodes}`.", "Bare der plansystemet har noe slikt som `{nodes}`."
    ),
    "beside": words(
        "Only where the plan system has one of these: {listed}.", "Bare der plansystemet har en av disse: {listed}."
    ),
    "everywhere": words("All plans.", "Alle planer."),
    "yields": words(
        "Silent on a node of which another rule speaks.", "Melder ikke fra om det en annen regel alt har meldt."
    ),
    "parameter": words("`{name}`: {meaning}; {value}", "`{name}`: {meaning}; {value}"),
    "set": words(
        "In `sdggraph.toml`: `parameters = {{code} = {{name} = …}}`.",
        "I `sdggraph.toml`: `parameters = {{code} = {{name} = …}}`.",
    ),
    "marked": words("Lines that end with `# !` are flagged.", "Linjer som slutter med `# !`, blir meldt."),
    "files": words(
        "`# file:` begins another file beside the plan.", "`# file:` begynner en annen fil ved siden av planen."
    ),
    "engine": words("Not run as {engine}: {reason}.", "Kjøres ikke som {engine}: {reason}."),
    "index": words("The rules", "Reglene"),
    "intro": words(
        "What `sdggraph lint` looks for, by family. Each page says exactly when the rule holds. "
        "Profiles: `asker` is the method of 2018 in full, `strict` has every rule on.",
        "Det `sdggraph lint` ser etter, etter familie. Hver side sier nøyaktig når regelen er oppfylt. "
        "Profiler: `asker` er metoden fra 2018 i sin helhet, `strict` har alle regler på.",
    ),
    "other": words("[Norsk](../nb/{file})", "[English](../en/{file})"),
    "columns": words("rule | name | severity | says", "regel | navn | alvorlighet | sier"),
}
