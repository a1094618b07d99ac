"""Family 1, structure: how nodes hang together at all."""

from __future__ import annotations

from sdggraph.base.words import words
from sdggraph.rules.language import Acyclic, Chain, Either, Has, Reach, Tied, back, nodes, step, where
from sdggraph.rules.rule import ERROR, INFO, WARNING, Gathering, Level, Rule

_HIERARCHY = Either((step("part_of"), step("results_from"), step("follows_up"), step("replaces")))
"""The relations that can lead back: contributes_to and implements only go from one kind up to another."""

no_cycle = Rule(
    code="SDG101",
    level=Level(ERROR),
    subject=nodes("TargetArea Objective Unit Benefit Plan Strategy Action Indicator Stakeholder Engagement"),
    requires=Acyclic(_HIERARCHY),
    holds=words(
        "No node is, over part_of, results_from, follows_up and replaces, above itself. One finding stands for a cycle, at its smallest id.",
        "Ingen node står over seg selv gjennom part_of, results_from, follows_up og replaces. Ett funn gjelder hele sirkelen, ved den minste id-en.",
    ),
    message=words("{node} is above itself: {cycle}", "{node} står over seg selv: {cycle}"),
    help=words("Remove the one of these relations that is wrong.", "Fjern den av koblingene som er feil."),
    why=words(
        "In a circle there is no up: nobody can say what is the end and what the means.",
        "I en sirkel er ingenting øverst: ingen kan si hva som er mål, og hva som er middel.",
    ),
    at=("part_of",),
    valid=("areas:\n  - {id: a1, title: A, goals: [3]}\n  - {id: a2, title: B, part_of: a1}",),
    invalid=("areas:\n  - {id: a1, title: A, goals: [3], part_of: a2} # !\n  - {id: a2, title: B, part_of: a1}",),
)

node_tied_to_something = Rule(
    code="SDG102",
    level=Level(WARNING),
    subject=nodes(
        "TargetArea Objective Strategy Action Indicator Benefit Engagement", where("role", "!=", "monitoring")
    ),
    requires=Tied(),
    yields=True,
    holds=words(
        "Every node but units, stakeholders and monitoring indicators has a relation to another. Silent where another rule speaks of the node.",
        "Hver node unntatt enheter, interessenter og indikatorer til overvåking er knyttet til en annen. Melder ikke fra der en annen regel alt gjør det.",
    ),
    message=words("{node} is tied to nothing", "{node} er ikke knyttet til noe"),
    help=words("Tie it to what it belongs to, or take it out.", "Knytt den til det den hører til, eller ta den ut."),
    why=words(
        "What is tied to nothing takes part in no thread.",
        "Det som ikke er knyttet til noe, er ikke med i noen tråd.",
    ),
    valid=("objectives: [{id: o1, title: A, goals: [3]}]",),
    invalid=("objectives: [{id: o1, title: A, goals: [3]}]\nengagements:\n  - {id: e1, title: B} # !",),
)

selected_target_has_prioritised_goal = Rule(
    code="SDG103",
    level=Level(INFO),
    subject=nodes("Selection"),
    requires=Reach(Chain((step("about"), step("part_of"), back("about"))), nodes("Prioritisation")),
    holds=words(
        "The goal of every selected target is prioritised, in the plan or in one that it follows up.",
        "Bærekraftsmålet som et valgt delmål hører til, er prioritert, i planen eller i en plan den følger opp.",
    ),
    message=words(
        "{node} is selected, but its goal is not prioritised",
        "{node} er valgt, men bærekraftsmålet det hører til, er ikke prioritert",
    ),
    help=words(
        "Add the goal to `goals`, with its significance.",
        "Legg bærekraftsmålet til under `goals`, med kommunal betydning.",
    ),
    why=words(
        "Level 2 stands on level 1: whoever picks a target owes a word on why its goal matters here.",
        "Nivå 2 hviler på nivå 1: den som velger et delmål, bør si hvorfor bærekraftsmålet betyr noe her.",
    ),
    at=("code",),
    gathering=Gathering(
        1.0,
        words(
            "targets are selected, but no goal is prioritised",
            "delmål er valgt, men ingen bærekraftsmål er prioritert",
        ),
    ),
    valid=("goals: [{code: 3, significance: A}]\ntargets: [{code: 3.8}]",),
    invalid=("goals: [{code: 3, significance: A}]\ntargets:\n  - {code: 3.8}\n  - {code: 4.1} # !",),
)

prioritised_goal_has_significance = Rule(
    code="SDG104",
    level=Level(WARNING),
    subject=nodes("Prioritisation"),
    requires=Has(where("significance")),
    holds=words(
        "Every prioritised goal says what it means for the municipality. Where none does (three or more), one info stands for all.",
        "For hvert prioriterte bærekraftsmål står det hva det betyr for kommunen. Der det ikke står for noen av dem (tre eller flere), gjelder én merknad for alle.",
    ),
    message=words("{node} has no municipal significance", "{node} mangler kommunal betydning"),
    help=words(
        "Say in a sentence or two what the goal means here, under `significance`.",
        "Skriv i en setning eller to hva bærekraftsmålet betyr her, under `significance`.",
    ),
    why=words(
        "A goal without a reason is a logo on the cover: nobody can tell why this one and not another.",
        "Et mål uten begrunnelse er en logo på forsiden: ingen ser hvorfor akkurat dette er valgt.",
    ),
    gathering=Gathering(
        1.0,
        words(
            "none of the {count} prioritised goals has a municipal significance",
            "ingen av de {count} prioriterte målene har kommunal betydning",
        ),
    ),
    valid=("goals: [{code: 3, significance: Health is our largest service}]",),
    invalid=("goals:\n  - {code: 3, significance: Health is our largest service}\n  - {code: 4} # !",),
)
