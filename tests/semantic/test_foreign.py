"""Plans that others wrote in their terms come in as far as they can be understood; the rest is said, not flooded."""

from __future__ import annotations

import pytest

from sdggraph.io.rdf import plan_from_rdf

HEAD = """@prefix sg: <https://w3id.org/sdggraph/ns#> .
@prefix sdg: <http://metadata.un.org/sdg/> .
@prefix sdgs: <https://metadata.un.org/sdg/> .
@prefix sdgo: <http://metadata.un.org/sdg/ontology#> .
@prefix cids: <https://ontology.commonapproach.org/cids#> .
@prefix tove: <http://ontology.eil.utoronto.ca/tove/organization#> .
@prefix i72: <http://ontology.eil.utoronto.ca/ISO21972/iso21972#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix schema: <http://schema.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix ex: <https://kommune.example/x/> .
"""
OUR_PLAN = 'ex:plan a sg:Plan ; sg:id "p" ; sg:language "nb" .\n'
IMPACT = """
ex:org a cids:Organization ; tove:hasLegalName "Fjordvik kommune" ; cids:hasOutcome ex:safe ; cids:hasIndicator ex:injured .
ex:mobility a cids:Theme ; tove:hasName "Mobilitet"@nb ; cids:relatesTo sdgs:11 .
ex:safe a cids:Outcome ; tove:hasName "Trygge veier"@nb ; cids:hasDescription "Ingen skadet"@nb ;
    cids:forTheme ex:mobility , sdgs:11.2 ; cids:hasIndicator ex:injured ; cids:hasStakeholder ex:children .
ex:paths a cids:Activity ; tove:hasName "Bygge gangvei"@nb ; cids:hasOutcome ex:safe .
ex:children a cids:Stakeholder ; tove:hasName "Barn"@nb .
ex:injured a cids:Indicator ; tove:hasName "Skadde"@nb ; cids:unitDescription "personer" ; cids:hasCode sdg:C030601 ;
    cids:hasBaseline ex:before .
ex:before i72:hasNumericalValue "12" .
ex:report a cids:IndicatorReport ; cids:forIndicator ex:injured ; tove:hasName "Skadde i 2025" ;
    i72:value [ a i72:Measure ; i72:hasNumericalValue "7.5" ] ;
    prov:startedAtTime "2025-01-01T00:00:00Z" ; prov:endedAtTime "2025-12-31T23:59:59Z" .
ex:aim a cids:Target ; cids:forIndicator ex:injured ; i72:value 3 ; prov:endedAtTime "2030-06-30T00:00:00Z" .
"""


def read(text, name="fjordvik.ttl"):
    return plan_from_rdf(HEAD + text, "turtle", name)


def test_an_impact_model_becomes_a_plan():
    plan = read(IMPACT)
    assert (plan.id, plan.language) == ("fjordvik", "nb")
    assert plan.organisation.name == "Fjordvik kommune"
    [area], [objective], [action], [indicator] = plan.areas, plan.objectives, plan.actions, plan.indicators
    assert (area.id, area.title, [claim.code for claim in area.goals]) == ("mobility", "Mobilitet", ["11"])
    assert (objective.title, objective.description) == ("Trygge veier", "Ingen skadet")
    assert (objective.areas, objective.stakeholders, objective.indicators) == (
        ("mobility",),
        ("children",),
        ("injured",),
    )
    assert [claim.code for claim in objective.targets] == ["11.2"]
    assert action.objectives == ("safe",)
    assert (indicator.unit, indicator.global_) == ("personer", ("3.6.1",))


def test_reports_baselines_and_values_to_be_reached_come_along():
    [indicator] = read(IMPACT).indicators
    [measurement], [aim] = indicator.measurements, indicator.target_values
    assert (str(measurement.date), measurement.value) == ("2025", pytest.approx(7.5))
    assert (str(aim.date), aim.value) == ("2030-06-30", 3)
    assert indicator.baseline.value == 12


def test_what_others_call_a_target_is_never_a_target_of_a_goal():
    plan = read(IMPACT)
    assert not plan.targets
    assert not [finding for finding in plan.reading.findings if finding.code == "SDG005"]


def test_only_what_is_missing_is_noted():
    found = {(finding.code, finding.values.get("key")) for finding in read(IMPACT).reading.findings}
    assert found == {("SDG009", "date")}, "the baseline has no date"


def test_what_is_not_understood_is_noted_once_for_each_kind():
    more = "".join(
        f'ex:r{number} a cids:ImpactRisk ; cids:hasMitigation "m" ; tove:hasName "n" .\n'
        f'ex:o{number} a cids:Outcome ; tove:hasName "o{number}"@nb ; cids:canEnable ex:safe .\n'
        for number in range(40)
    )
    findings = [one for one in read(IMPACT + more).reading.findings if one.code == "SDG005"]
    assert {(one.variant, one.values["key"], one.values["number"]) for one in findings} == {
        ("class", "cids:ImpactRisk", 40),
        ("statements", "cids:canEnable", 40),
    }
    assert all(one.place.line for one in findings)


def test_a_prov_plan_with_its_owner_and_dates():
    plan = read("""
    ex:plan a prov:Plan ; dcterms:title "Klimaplan"@nb ; dcterms:publisher ex:org ; dcterms:identifier "klima" .
    ex:org a <http://www.w3.org/ns/org#Organization> ; skos:prefLabel "Fjordvik"@nb .
    ex:o1 a cids:Outcome ; schema:name "Lavere utslipp"@nb ; schema:about <https://metadata.un.org/sdg/13/> .
    """)
    assert (plan.id, plan.title, plan.organisation.name) == ("klima", "Klimaplan", "Fjordvik")
    assert [claim.code for claim in plan.objectives[0].goals] == ["13"]


@pytest.mark.parametrize(
    "said",
    [
        'ex:x a sdgo:Target ; skos:notation "11.2"^^sdgo:SDGCodeCompact .',
        'ex:x a sdgo:Target ; skos:notation "11.02"^^sdgo:SDGCode .',
        'ex:x a <https://metadata.un.org/sdg/ontology#Target> ; skos:notation "11.2" ; skos:prefLabel "T"@en .',
        "ex:x a sg:Target ; owl:sameAs <https://metadata.un.org/sdg/11.2/> .",
        "ex:x a sdgo:Target ; skos:exactMatch sdg:11.2 .",
    ],
)
def test_a_target_is_known_by_its_notation_or_by_the_uns_iri(said):
    plan = read(OUR_PLAN + 'ex:s1 a sg:Strategy ; sg:id "s1" ; rdfs:label "A"@nb ; sg:contributesTo ex:x .' + said)
    assert [claim.code for claim in plan.strategies[0].targets] == ["11.2"]
    assert not plan.reading.findings


@pytest.mark.parametrize(
    "iri",
    ["http://metadata.un.org/sdg/C030801", "https://metadata.un.org/sdg/C030801/", "http://metadata.un.org/sdg/3.8.1/"],
)
def test_the_uns_iris_are_one_by_http_and_https_with_and_without_a_slash(iri):
    plan = read(OUR_PLAN + f'ex:i1 a sg:Indicator ; sg:id "i1" ; rdfs:label "A"@nb ; sg:alignsWith <{iri}> .')
    assert plan.indicators[0].global_ == ("3.8.1",)


def test_what_describes_the_file_is_passed_over():
    text = (
        OUR_PLAN
        + """
    <> a <http://www.w3.org/ns/dcat#Dataset> ; dcterms:title "x" .
    sdg:11 a sdgo:Goal ; skos:prefLabel "Cities"@en .
    <https://w3id.org/x> a owl:Ontology ; rdfs:label "x" .
    """
    )
    assert not read(text).reading.findings


def test_the_older_name_of_the_standard_is_the_same():
    plan = read(IMPACT.replace("cids:Outcome", "<http://ontology.commonapproach.org/cids#Outcome>"))
    assert plan.objectives[0].title == "Trygge veier"


def test_an_observation_by_others_is_a_measurement():
    text = (
        OUR_PLAN
        + """
    @prefix sosa: <http://www.w3.org/ns/sosa/> .
    ex:i1 a sg:Indicator ; sg:id "i1" ; rdfs:label "A"@nb .
    ex:m a sosa:Observation ; sosa:observedProperty ex:i1 ; sosa:hasSimpleResult 4.5 ; dcterms:date "2024" .
    """
    )
    [measurement] = read(text).indicators[0].measurements
    assert (str(measurement.date), float(measurement.value)) == ("2024", 4.5)


def test_nothing_to_make_a_plan_of_is_no_plan():
    from sdggraph.base.errors import InputError

    with pytest.raises(InputError, match="holds no plan"):
        read("ex:x a cids:ImpactRisk ; tove:hasName 'a' .")
