"""A plan file to begin with: small, whole, explained, and without a finding."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from sdggraph.base.slugs import slug

__all__ = ["new_plan", "new_workbook"]


_TEMPLATE = """\
sdggraph: 1
plan:
  id: ID
  title: {T|My municipality's community plan|Kommuneplanens samfunnsdel}
  kind: community          # {T|strategy, community, land_use, action, economic, thematic or other|strategy (planstrategi), community (samfunnsdel), land_use (arealdel), action (handlingsdel), economic (økonomiplan), thematic (temaplan) eller other}
  status: draft            # {T|draft, hearing, adopted or replaced|draft (utkast), hearing (høring), adopted (vedtatt) eller replaced (erstattet)}
  language: LANG
  period: {start: START, end: END}

# {T|Level 1: the goals that you put first, and what they mean here|Nivå 1: målene dere setter først, og hva de betyr hos dere}
goals:
  - code: 11
    significance: {T|Most people here live in small places that depend on safe roads.|De fleste her bor på små steder som er avhengige av trygge veier.}

# {T|Level 2: the targets, and the local opportunities and challenges|Nivå 2: delmålene, og lokale muligheter og utfordringer}
targets:
  - code: "11.2"
    opportunities: [{T|Short distances|Korte avstander}]
    challenges: [{T|A main road through the centre|Hovedveien går gjennom sentrum}]

# {T|Level 3: the areas, what shall be achieved, and how|Nivå 3: områdene, hva som skal oppnås, og hvordan}
areas:
  - {id: travel, title: {T|Getting around|Å komme seg fram}, goals: [11]}

objectives:
  - id: safe-walks
    title: {T|Every child walks or cycles safely to school|Alle barn går eller sykler trygt til skolen}
    areas: [travel]
    targets: ["11.2"]
    indicators: [walkers]

strategies:
  - id: school-paths
    title: {T|Build paths where children walk today|Bygge gang- og sykkelvei der barna går i dag}
    objectives: [safe-walks]
    dimensions: [environment, social]
  - id: with-schools
    title: {T|Plan the paths with pupils, parents and shops along the way|Planlegge veiene sammen med elever, foreldre og butikkene langs dem}
    objectives: [safe-walks]
    targets: ["17.17"]
    dimensions: [economy, social]

# {T|What is measured: a unit, a baseline, a target value and a source|Det som måles: enhet, nullpunkt, målverdi og kilde}
indicators:
  - id: walkers
    title: {T|Pupils who walk or cycle to school|Elever som går eller sykler til skolen}
    unit: "%"
    direction: increase
    source: {system: {T|own survey|egen undersøkelse}}
    baseline: {date: START, value: 42}
    target_values: [{date: END, value: 70}]

# {T|Who took part, and what came of it|Hvem som har medvirket, og hva som kom ut av det}
engagements:
  - id: school-walk
    title: {T|Walking to school with the pupils' council|Skoleveivandring med elevrådet}
    kind: workshop
    date: START
    groups: [{T|children|barn}]
    informs: [safe-walks]
    outcome: {T|The three worst crossings were moved to the top of the list.|De tre verste kryssene kom øverst på listen.}
"""


def new_plan(name: str, lang: str, plan_id: str | None = None) -> str:
    """Give the text of a new plan file, in the language asked for."""
    chosen = plan_id or slug(Path(name).stem if name != "-" else "plan", "plan")
    year = dt.datetime.now(tz=dt.UTC).year
    text = re.sub(r"\{T\|([^|]*)\|([^}]*)\}", lambda match: match[2 if lang == "nb" else 1], _TEMPLATE)
    for mark, value in (("LANG", lang), ("ID", chosen), ("START", str(year)), ("END", str(year + 12))):
        text = text.replace(f" {mark}", f" {value}")
    return text


def new_workbook(name: str, lang: str, plan_id: str | None = None) -> bytes:
    """Give a workbook to fill in, with a guide, in the language asked for."""
    from sdggraph.io.workbook.write import empty_workbook

    return empty_workbook(lang, plan_id or slug(Path(name).stem if name != "-" else "plan", "plan"))
