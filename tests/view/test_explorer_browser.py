"""The explorer in a browser: quiet, offline, usable by mouse, keyboard and finger."""

from __future__ import annotations

import struct
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

import sdggraph as sg
from sdggraph.view.explorer import explorer_html
from sdggraph.view.payload import Edge, Payload, PayloadNode
from tests.view import explorer_samples as samples
from tests.view.settle import settle

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    "fragment",
    [
        "",
        "view=free",
        "view=matrix",
        "view=matrix&table=targets",
        "view=list",
        "node=s6.1.2",
        "node=sdg:4",
        "level=card",
        "level=gathered",
    ],
)
def test_every_view_opens_without_request_complaint_or_violation(open_explorer, fragment):
    opened = open_explorer(samples.fjordvik(), fragment)
    settle(opened.page)
    opened.check()


def test_the_whole_plan_is_in_sight(open_explorer):
    page = open_explorer(samples.fjordvik()).page
    assert page.locator("#app .sentence").inner_text().startswith("143 av 150 strategier henger sammen")
    assert page.locator(".target-row").count() == 36
    assert page.locator(".area").count() == 8
    assert page.locator(".dashed").inner_text() == "ingen strategi"
    overflow = page.evaluate(
        "(() => { const s = document.querySelector('.scroller'); return [s.scrollWidth - s.clientWidth, s.scrollHeight - s.clientHeight]; })()"
    )
    assert overflow == [0, 0]


ROOM = """(() => {
  const port = document.querySelector('.scroller');
  const below = [...document.querySelectorAll('.thing')].map((one) => one.getBoundingClientRect().bottom);
  const cut = [...document.querySelectorAll('.objective-row .one, .objective-row .clamp')].filter(
    (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 3);
  return {
    left: port.getBoundingClientRect().bottom - Math.max(...below),
    over: [port.scrollWidth - port.clientWidth, port.scrollHeight - port.clientHeight],
    cut: cut.length,
  };
})()"""


def test_titles_use_the_height_that_is_free(open_explorer):
    room = open_explorer(sg.read_plan("examples/complete/plan.yaml")).page.evaluate(ROOM)
    assert room["over"] == [0, 0]
    assert room["left"] < 60  # a third of the window was empty
    assert room["cut"] <= 4  # eleven titles ended in three dots


def test_titles_use_the_width_that_is_free(open_explorer):
    room = open_explorer(sg.read_plan("examples/broken/plan.yaml"), width=1920, height=1080).page.evaluate(ROOM)
    assert room["cut"] == 0


@pytest.mark.parametrize(("width", "height"), [(768, 1024), (1000, 700), (1180, 820)])
def test_on_a_tablet_every_column_is_in_sight(open_explorer, width, height):
    page = open_explorer(sg.read_plan("examples/complete/handlingsdel.yaml"), width=width, height=height).page
    assert page.evaluate(ROOM)["over"] == [0, 0]
    assert page.evaluate("document.querySelector('.brand').offsetWidth") > 100
    sentence = page.locator(".sentence .words p").bounding_box()
    assert sentence["y"] >= page.locator(".top").bounding_box()["height"] + 2


def test_no_card_lies_on_another(open_explorer):
    page = open_explorer(samples.fjordvik(), "node=s6.1.2").page
    overlaps = page.evaluate(
        """(() => {
          const boxes = [...document.querySelectorAll('.thing')].filter((one) => !one.querySelector('.band'))
            .map((one) => one.getBoundingClientRect());
          let count = 0;
          boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => {
            if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) count += 1;
          }));
          return count;
        })()"""
    )
    assert overlaps == 0


def test_search_finds_in_both_languages_and_opens_the_thread(open_explorer):
    opened = open_explorer(samples.fjordvik())
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("sustainable transp")
    assert "11.2" in page.locator(".hit").first.inner_text()
    page.keyboard.press("Enter")
    assert page.locator(".panel h2").inner_text() == "Bærekraftig transport"
    assert "node=sdg%3A11.2" in page.url
    page.keyboard.press("/")
    page.keyboard.type("finnes ikke her")
    assert page.locator(".no-hit").inner_text() == "Ingen treff. Prøv færre ord."
    opened.check()


def test_by_keyboard_alone_to_a_node_its_details_and_back(open_explorer):
    page = open_explorer(samples.fjordvik()).page
    page.keyboard.press("/")
    page.keyboard.type("6.1.2")
    page.keyboard.press("Enter")
    assert page.locator(".panel h2").inner_text().startswith("Sammenhengende sykkelveier")
    assert page.evaluate("document.activeElement.dataset.i") is not None
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.locator(".panel .kind").inner_text() != "Strategi 6.1.2"
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()
    assert page.evaluate("document.activeElement.tagName") == "BUTTON"


def test_direct_inherited_and_negative_threads_are_drawn_apart(open_explorer):
    page = open_explorer(samples.fjordvik(), "node=s6.1.2").page
    assert page.locator(".river path.follow.inherit").count() == 3
    assert page.locator(".river path.follow.against").count() == 1
    assert page.locator(".lane-chip").all_text_contents() == ["3.6", "11.2", "− 15.5"]
    assert page.locator("#app .sentence p").first.inner_text() == (
        "Bidrar direkte til 2 delmål, arver 3 tråder og motvirker 1 delmål. Måles av 3 indikatorer."
    )


def test_the_fragment_brings_the_same_view_back(open_explorer):
    page = open_explorer(samples.fjordvik()).page
    page.locator(".choice.gap", has_text="Ingen måler dette").click()
    page.locator(".segments.views button", has_text="Liste").click()
    assert "gap=unmeasured" in page.url
    rows = page.locator("[role=treeitem]").count()
    page.reload()
    assert page.locator("[role=treeitem]").count() == rows
    page.go_back()
    assert page.locator(".river").count() == 1


def test_language_and_colours_switch_in_place(open_explorer):
    opened = open_explorer(samples.fjordvik())
    page = opened.page
    page.locator(".langs button", has_text="EN").click()
    assert page.locator(".heads h2").first.inner_text() == "Global goals"
    assert page.evaluate("document.documentElement.lang") == "en"
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator(".theme").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    opened.check()


def test_a_filter_fades_the_rest_and_says_how_many_fit(open_explorer):
    page = open_explorer(samples.fjordvik()).page
    page.locator(".choice.gap", has_text="Når ikke fram").click()
    assert page.locator(".shown").inner_text() == "1 treff, resten er dempet"
    assert page.locator(".target-row.dim").count() == 36
    assert page.locator(".tray.dim").count() == 0


def test_the_matrix_opens_a_cell_and_leads_to_its_threads(open_explorer):
    opened = open_explorer(samples.fjordvik(), "view=matrix")
    page = opened.page
    page.get_by_role("button", name="17 Samarbeid for å nå målene, Samarbeid og organisasjon").click()
    pop = page.locator(".popover")
    assert "8 strategier" in pop.inner_text()
    assert "Ingen måler disse 3" in pop.inner_text()
    box, cell = pop.bounding_box(), page.locator(".cell.chosen").bounding_box()
    assert box["y"] >= cell["y"] + cell["height"] or box["y"] + box["height"] <= cell["y"]
    pop.get_by_text("Vis trådene").click()
    assert page.locator(".heads").count() == 1
    assert "goal=17" in page.url
    opened.check()


def test_the_list_is_a_tree_for_the_keyboard(open_explorer):
    page = open_explorer(samples.fjordvik(), "view=list").page
    page.locator("[role=treeitem]").first.focus()
    page.keyboard.press("ArrowLeft")
    closed = page.locator("[role=treeitem]").count()
    page.keyboard.press("ArrowRight")
    assert page.locator("[role=treeitem]").count() == closed + 5
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-level')") == "2"
    page.keyboard.press("Enter")
    assert page.locator(".panel .kind").inner_text() == "Mål 1.1"


def test_level_three_awaits_whoever_opens_asker_2018(open_explorer):
    opened = open_explorer(sg.read_plan("examples/asker-2018/plan.yaml"))
    page = opened.page
    assert page.locator("#app .sentence p").first.inner_text().startswith("27 delmål er valgt, og nivå 3 er tomt.")
    assert page.locator(".await h2").inner_text() == "Nivå 3 venter på dere"
    assert page.locator(".await h2").is_visible()
    assert page.locator(".target-row").count() == 27
    assert page.locator(".ring").count() >= 27
    with page.expect_download() as saved:
        page.locator(".await .primary").click()
    table = saved.value.path().read_text(encoding="utf-8-sig")
    assert table.count("\n") >= 28
    opened.check()


def test_a_phone_shows_areas_in_plain_words_and_a_sheet(open_explorer):
    opened = open_explorer(samples.fjordvik(), width=390, height=844)
    page = opened.page
    page.locator(".area-head-button").nth(4).click()
    first = page.locator(".objective-item").first
    assert first.inner_text().startswith("Kulturminner er i bruk\nIngen måler dette. 3 strategier er i gang")
    low = page.evaluate(
        "Math.min(...[...document.querySelectorAll('.objective-item, .area-head-button, .tabs button')].map((one) => one.getBoundingClientRect().height))"
    )
    assert low >= 44
    first.click()
    assert page.locator(".panel.sheet h2").inner_text() == "Kulturminner er i bruk"
    page.locator(".panel-foot").click()
    assert page.locator(".river").count() == 1
    for tab in ("Hull", "Bærekraftsmål", "Områder"):
        page.locator(".tabs button", has_text=tab).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    opened.check()


def pull(page, element: str, by: int) -> None:
    """Draw an element down with a finger."""
    page.evaluate(
        """([selector, by]) => {
          const one = document.querySelector(selector);
          const box = one.getBoundingClientRect();
          const at = (y) => ({ bubbles: true, pointerId: 1, pointerType: 'touch', clientX: box.left + 60, clientY: box.top + 6 + y });
          one.setPointerCapture = () => {};
          document.querySelector('.panel').setPointerCapture = () => {};
          one.dispatchEvent(new PointerEvent('pointerdown', at(0)));
          one.dispatchEvent(new PointerEvent('pointermove', at(by)));
          one.dispatchEvent(new PointerEvent('pointerup', at(by)));
        }""",
        [element, by],
    )


def test_a_finger_draws_the_sheet_down(open_explorer):
    page = open_explorer(samples.fjordvik(), "node=o5.4", width=390, height=844).page
    pull(page, ".panel-top", 40)
    assert page.locator(".panel.sheet").is_visible()
    assert page.locator(".panel.sheet").evaluate("one => one.style.transform") == ""
    pull(page, ".panel-top", 200)
    settle(page)
    assert not page.locator(".panel.sheet").is_visible()


XSS = [
    "<script>hacked()</script>",
    "<img src=x onerror=hacked()>",
    '"><svg onload=hacked()>',
    "</script><script>hacked()</script>",
    "</style><script>hacked()</script>",
    "<!--<script>hacked()//-->",
    "javascript:hacked()",
    "{{constructor.constructor('hacked()')()}}",
    "${hacked()}",
    "';hacked();//",
    "<iframe srcdoc='<script>parent.hacked()</script>'>",
    "<a href=javascript:hacked()>x</a>",
    "\u2028hacked()//",
    "<math><mtext></table><img src=x onerror=hacked()>",
    "]]><script>hacked()</script>",
    "<details open ontoggle=hacked()>",
]


def poisoned(text: str) -> Payload:
    """Put one string into every text of a plan."""
    payload = samples.fjordvik()
    payload.title = payload.line = {"nb": text, "en": text}
    for node in payload.nodes:
        node.title = node.text = node.short = {"nb": text}
        node.more.update(
            tracks=[text],
            dimensions=[text],
            status=text,
            unit=text,
            due=text,
            source={"nb": text},
            commitments=[{"nb": text}],
            written=text,
        )
        if node.kind not in {"Goal", "Target"}:
            node.id, node.number = f"{node.id} {text}", text
    payload.edges = [Edge(edge.source, edge.target, edge.relation, edge.role, text) for edge in payload.edges]
    payload.values = {text: {"nb": text}}
    for note in payload.notes:
        note.message["nb"] = note.help["nb"] = text
    return payload


def test_no_string_in_any_field_runs(open_explorer):
    opened = open_explorer(poisoned(" ".join(XSS)))
    page = opened.page
    page.evaluate("(() => { window.ran = 0; window.hacked = () => { window.ran += 1; }; })()")
    for fragment in (
        "view=list",
        "view=matrix",
        "view=matrix&table=targets",
        "view=free",
        "node=sdg:4",
        "level=full",
        "view=columns&gap=broken",
    ):
        page.evaluate(f"location.hash = '{fragment}'")
        settle(page)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("hacked")
    page.keyboard.press("Enter")
    assert page.locator(".panel h2").inner_text().startswith("<script>")
    page.locator(".export").click()
    assert page.evaluate("window.ran") == 0
    opened.check()


def test_each_string_alone_runs_nothing(open_explorer):
    payload = samples.fjordvik()
    for position, node in enumerate(payload.nodes):
        node.title = node.text = {"nb": XSS[position % len(XSS)]}
    opened = open_explorer(payload, "view=list")
    assert opened.page.evaluate("typeof window.hacked") == "undefined"
    assert opened.page.locator("script").count() == 5
    opened.check()


class Elements(HTMLParser):
    """The elements of a page, as its parser meets them."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.names.append(tag)


def test_no_string_as_title_becomes_an_element():
    def elements(title: str) -> list[str]:
        parser = Elements()
        parser.feed(explorer_html(Payload({"nb": title, "en": title}, {"nb": title, "en": title})))
        return parser.names

    usual = elements("Plan")
    assert "script" in usual
    for text in XSS:
        assert elements(text) == usual, text


def odd_plans():
    goal = Payload({"nb": "Bare et mål"})
    goal.nodes = [PayloadNode("sdg:3", "Goal", {"nb": "God helse"}, "3", more={"prioritised": True})]
    circle = Payload({"nb": "Ring"})
    circle.nodes = [PayloadNode(f"p:o{n}", "Objective", {"nb": f"Mål {n}"}) for n in range(3)]
    circle.edges = [Edge(0, 1, "part_of"), Edge(1, 2, "part_of"), Edge(2, 0, "part_of")]
    long = samples.fjordvik()
    for position, node in enumerate(long.nodes):
        node.title = {
            "nb": ["Uendelig langtittelord" * 25, "مرحبا بالعالم " * 20, "👩‍👩‍👧‍👦🌍 " * 60, "Samme tittel"][
                position % 4
            ]
        }
    return {"empty": Payload({"nb": "Tom"}), "goal": goal, "circle": circle, "long": long}


@pytest.mark.parametrize("name", ["empty", "goal", "circle", "long"])
@pytest.mark.parametrize("width", [1440, 390])
def test_odd_plans_give_a_sensible_picture(open_explorer, name, width):
    opened = open_explorer(odd_plans()[name], width=width)
    page = opened.page
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if width > 700:
        for view in ("Matrise", "Liste", "Fritt", "Kolonner"):
            page.locator(".views button", has_text=view).click()
    settle(page)
    opened.check()


def test_without_javascript_the_plan_can_be_read(chromium, tmp_path):
    path = tmp_path / "plan.html"
    path.write_text(explorer_html(samples.fjordvik()), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False, offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    text = page.locator("#outline").inner_text()
    context.close()
    assert "Sammenhengende sykkelveier mellom tettsteder og skoler" in text
    assert "Ingen måler dette" in text
    assert "Slik retter du: knytt en indikator til målet." in text


def test_a_thousand_nodes_open_gathered_and_unfold(open_explorer):
    opened = open_explorer(samples.generated(1000))
    page = opened.page
    assert page.locator(".gather").count() > 0
    before = page.locator(".objective-row").count()
    page.locator(".gather", has_text="mål").first.click()
    assert page.locator(".objective-row").count() > before
    opened.check()


def test_the_view_can_be_saved_as_drawing_picture_and_table(open_explorer, tmp_path):
    opened = open_explorer(samples.fjordvik(), "node=s6.1.2")
    page = opened.page
    saved = {}
    for place, kind in ((1, "svg"), (0, "png"), (2, "csv")):
        page.locator(".export").click()
        with page.expect_download() as download:
            page.locator(".menu button").nth(place).click()
        saved[kind] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[kind])
        assert saved[kind].name == f"kommuneplanens-samfunnsdel-2024-2036.{kind}"
    drawing = ET.parse(saved["svg"]).getroot()
    words = " ".join(text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text") if text.text)
    assert "Grønn mobilitet" in words
    assert "− 15.5" in words
    assert saved["png"].read_bytes().startswith(b"\x89PNG")
    rows = saved["csv"].read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 19
    assert any("Sykkelvei Storgata–Lia skole" in row for row in rows)
    opened.check()


def test_a_table_starts_no_formula(open_explorer, tmp_path):
    payload = samples.fjordvik()
    for node in payload.nodes:
        node.title = {"nb": '=HYPERLINK("x";"y")'}
    page = open_explorer(payload).page
    page.locator(".export").click()
    with page.expect_download() as download:
        page.locator(".menu button").nth(2).click()
    download.value.save_as(tmp_path / "x.csv")
    text = (tmp_path / "x.csv").read_text(encoding="utf-8-sig")
    assert '"\'=HYPERLINK(""x"";""y"")"' in text
    assert ";=HYPERLINK" not in text


def test_the_shortest_thread_between_two_nodes(open_explorer):
    page = open_explorer(samples.fjordvik(), "node=s6.1.2").page
    page.get_by_label("Korteste tråd herfra").click()
    page.locator(".goal-faint", has_text="Livet på land").or_(
        page.locator(".goal-head", has_text="Livet på land")
    ).first.click()
    assert page.locator("#app .sentence p").first.inner_text() == "6.1.2 → 15.5 → 15"
    assert "path=sdg%3A15" in page.url


def test_depth_ends_the_thread_after_so_many_steps(open_explorer):
    page = open_explorer(samples.fjordvik(), focus="6.1.2", depth=1).page
    assert page.locator(".panel .kind").inner_text() == "Strategi 6.1.2"
    near = int(page.locator(".shown").inner_text().split()[0])
    page.locator(".depth button").nth(2).click()
    assert int(page.locator(".shown").inner_text().split()[0]) > near


def test_only_the_chosen_kinds_are_shown(open_explorer):
    page = open_explorer(samples.fjordvik(), kinds=["goal", "target-area", "objective"]).page
    heads = page.locator(".heads h2").all_inner_texts()
    assert heads == ["Bærekraftsmål", "Målområder", "Mål"]


def test_actions_get_a_column_when_asked_for(open_explorer):
    page = open_explorer(samples.fjordvik()).page
    page.locator(".choice", has_text="Tiltak").click()
    assert "Tiltak" in page.locator(".heads h2").all_inner_texts()
    assert "show=Action" in page.url


def test_scrolling_draws_on_what_was_out_of_sight(open_explorer):
    opened = open_explorer(samples.generated(1000), "level=card")
    page = opened.page
    drawn = page.locator(".thing").count()
    assert drawn < 500
    page.evaluate("document.querySelector('.scroller').scrollTop = 1e6")
    settle(page)
    lowest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('.thing')].map((one) => one.getBoundingClientRect().bottom))"
    )
    assert 500 < lowest <= 900
    opened.check()


def shared() -> Payload:
    """Two areas that share an objective, two objectives that share a strategy, one strategy right under an area."""
    payload = Payload({"nb": "Delt"})
    rows = [
        ("3", "Goal"),
        ("a", "TargetArea"),
        ("b", "TargetArea"),
        ("o", "Objective"),
        ("u", "Objective"),
        ("s", "Strategy"),
        ("d", "Strategy"),
        ("e", "Strategy"),
    ]
    payload.nodes = [PayloadNode(own, kind, {"nb": f"{kind} {own}"}, "3" if own == "3" else "") for own, kind in rows]
    payload.nodes[0].more["prioritised"] = True
    at = {own: place for place, (own, _) in enumerate(rows)}
    lines = "a contributes_to 3; o part_of a; o part_of b; u part_of b; s contributes_to o; s contributes_to u"
    for line in f"{lines}; d contributes_to b; e contributes_to b".split("; "):
        source, relation, target = line.split()
        payload.edges.append(Edge(at[source], at[target], relation))
    return payload


def test_what_is_shared_counts_wherever_it_belongs(open_explorer):
    opened = open_explorer(shared(), width=1000)  # too narrow for every strategy to have its own row
    page = opened.page
    assert page.locator(".dashed").count() == 0
    chips = page.locator(".gather b").all_inner_texts()
    assert chips == ["1", "1", "2"]
    page.locator(".gather").nth(1).click()
    assert page.locator(".panel h2").inner_text() == "Strategy s"
    page.keyboard.press("Escape")
    page.locator(".gather").nth(2).click()
    assert page.locator("[role=treeitem]").count() >= 2
    opened.check()


def test_the_list_says_the_fault_and_not_once_more_whose_it_is(open_explorer):
    page = open_explorer(sg.read_plan("examples/broken/plan.yaml"), "view=list").page
    row = page.locator(".tree-row", has_text="Steinvik tåler flom")
    assert row.locator(".found").inner_text() == "Måles ingen steder"
    assert "Mål flom «Steinvik tåler flom» måles" in row.locator(".found .clamp").get_attribute("title")


def test_the_matrix_lists_no_goal_that_nobody_contributes_to(open_explorer):
    payload = Payload({"nb": "Plan"})
    payload.nodes = [
        PayloadNode("sdg:3", "Goal", {"nb": "Helse"}, "3"),
        PayloadNode("sdg:4", "Goal", {"nb": "Utdanning"}, "4"),
        PayloadNode("a", "TargetArea", {"nb": "Oppvekst"}),
        PayloadNode("s", "Strategy", {"nb": "Møteplasser"}),
    ]
    payload.edges = [Edge(3, 2, "part_of"), Edge(3, 0, "contributes_to")]
    page = open_explorer(payload, "view=matrix").page
    assert page.locator(".goal-name .num").all_text_contents() == ["3"]
    assert page.locator(".rest-head").count() == 0
    assert (
        page.locator("#app .sentence")
        .inner_text()
        .startswith("Planen prioriterer ingen bærekraftsmål; strategiene når fram til 1.")
    )


def test_a_small_plan_shows_its_strategies_as_rows_from_the_start(open_explorer):
    payload = Payload({"nb": "Plan"})
    payload.nodes = [
        PayloadNode("a", "TargetArea", {"nb": "Oppvekst"}),
        PayloadNode("o", "Objective", {"nb": "Alle barn har det godt"}),
        PayloadNode("s1", "Strategy", {"nb": "Møteplasser"}),
        PayloadNode("s2", "Strategy", {"nb": "Helsesykepleier"}),
        PayloadNode("s3", "Strategy", {"nb": "Lekeplass"}),
        PayloadNode("s4", "Strategy", {"nb": "Uten noe over seg"}),
    ]
    payload.edges = [
        Edge(1, 0, "part_of"),
        Edge(2, 1, "contributes_to"),
        Edge(3, 1, "contributes_to"),
        Edge(4, 0, "part_of"),
    ]
    page = open_explorer(payload).page
    for title in ("Møteplasser", "Helsesykepleier", "Lekeplass"):
        assert page.locator(".row", has_text=title).is_visible()
    assert page.locator(".gather").count() == 0
    assert page.locator(".tray").is_visible()
    page.locator(".fold").first.click()
    assert page.locator(".gather").count() == 1


@pytest.mark.parametrize("fragment", ["", "tab=gaps"])
def test_a_phone_calls_an_empty_level_three_neither_whole_nor_divided(open_explorer, fragment):
    page = open_explorer(sg.read_plan("examples/asker-2018/metodetabell.xlsx"), fragment, width=390).page
    words = page.locator("#app").inner_text()
    assert "nivå 3 er tomt" in words
    assert "Ingen brutte tråder" not in words
    assert "Alle 0" not in words


def test_a_large_picture_has_a_map_and_a_small_one_has_none(open_explorer):
    assert open_explorer(samples.fjordvik()).page.locator(".map").is_hidden()
    opened = open_explorer(samples.generated(1000), "level=card")
    page = opened.page
    box = page.locator(".map").bounding_box()
    page.mouse.click(box["x"] + 10, box["y"] + box["height"] - 30)
    bottom = page.evaluate("document.querySelector('#picture').scrollTop")
    assert bottom > 15000
    page.locator(".map").focus()
    page.keyboard.press("PageUp")
    assert page.evaluate("document.querySelector('#picture').scrollTop") < bottom
    page.keyboard.press("Home")
    settle(page)
    assert page.locator(".map").get_attribute("aria-valuenow") == "0"
    assert page.evaluate("document.querySelector('#picture').scrollTop") == 0
    opened.check()


def test_goals_stay_in_sight_beside_cards_that_are_scrolled(open_explorer):
    page = open_explorer(samples.generated(1000), "level=card").page
    for share in (0.3, 0.7, 1):
        page.evaluate(
            f"(() => {{ const s = document.querySelector('#picture'); s.scrollTop = {share} * s.scrollHeight; }})()"
        )
        settle(page)
        tops = page.locator(".band").evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().top)")
        assert any(100 < top < 860 for top in tops), share
    ends = page.evaluate(
        """['.band', '.area'].map((one) =>
          Math.max(...[...document.querySelectorAll(one)].map((found) => found.getBoundingClientRect().bottom)))"""
    )
    assert abs(ends[0] - ends[1]) < 40


def test_many_threads_are_painted_and_lifted_by_the_pointer(open_explorer):
    opened = open_explorer(samples.generated(1000))
    page = opened.page
    painted = """
      (() => {
        const canvas = document.querySelector('.painting');
        const found = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        let sum = 0;
        for (let at = 3; at < found.length; at += 4) sum += found[at];
        return sum;
      })()
    """
    resting = page.evaluate(painted)
    assert resting > 0
    page.locator(".goal-head").nth(2).hover()
    assert page.evaluate(painted) > resting
    assert [one for one in opened.complaints if "willReadFrequently" not in one] == []  # that is this test's reading


def test_a_drawing_of_a_large_picture_is_whole(open_explorer, tmp_path):
    page = open_explorer(samples.generated(1000), "level=card").page
    page.locator(".export").click()
    with page.expect_download() as download:
        page.locator(".menu button").nth(1).click()
    download.value.save_as(tmp_path / "whole.svg")
    words = [
        text.text or "" for text in ET.parse(tmp_path / "whole.svg").getroot().iter("{http://www.w3.org/2000/svg}text")
    ]
    payload = samples.generated(1000)
    numbers = {node.number for node in payload.nodes if node.kind == "Strategy"}
    assert numbers <= {word.split()[0] for word in words if word.strip()}
    assert page.locator(".thing").count() < 300


def test_a_picture_of_a_large_plan_is_of_a_size_that_can_be_read(open_explorer, tmp_path):
    opened = open_explorer(samples.generated(5000), "level=card")
    page = opened.page
    page.locator(".scroller").evaluate("(one) => { one.scrollTop = 30000; }")
    settle(page)
    page.locator(".export").click()
    with page.expect_download() as download:
        page.locator(".menu button").nth(0).click()
    download.value.save_as(tmp_path / "window.png")
    width, height = struct.unpack(">II", (tmp_path / "window.png").read_bytes()[16:24])
    window = page.locator(".scroller").evaluate("(one) => [one.clientWidth, one.clientHeight]")
    assert width == 2 * window[0]
    assert 2 * window[1] < height < 2 * window[1] + 200  # the sentence stands above it
    opened.check()


def test_a_thread_of_many_strategies_lays_nothing_on_another(open_explorer):
    payload = samples.generated(1000)
    for strategy in payload.of_kind("Strategy"):
        payload.nodes.append(PayloadNode(f"action-{strategy}", "Action", {"nb": "Et tiltak"}))
        payload.edges.append(Edge(len(payload.nodes) - 1, strategy, "implements"))
    target = max(payload.of_kind("Target"), key=lambda at: sum(edge.target == at for edge in payload.edges))
    page = open_explorer(payload, f"node={payload.nodes[target].id}").page
    covered = page.evaluate(
        """() => {
          const all = [...document.querySelectorAll('.plane .thing')].map((one) => one.getBoundingClientRect());
          const edge = Math.max(...all.map((one) => one.right));
          const boxes = all.filter((one) => edge - one.right < 4).sort((a, b) => a.top - b.top);
          return [boxes.length, boxes.filter((one, at) => at && one.top < boxes[at - 1].bottom - 0.5).length];
        }"""
    )
    assert covered[0] > 3
    assert covered[1] == 0


def test_zooming_keeps_what_one_looked_at(open_explorer):
    page = open_explorer(samples.generated(1000), "level=card").page
    page.evaluate(
        "(() => { const picture = document.querySelector('#picture'); picture.scrollTop = picture.scrollHeight / 2; })()"
    )
    settle(page)
    name = """[...document.querySelectorAll('.area')]
      .map((one) => [one.getBoundingClientRect().bottom, one.dataset.i])
      .filter(([bottom]) => bottom > 190)
      .sort((a, b) => a[0] - b[0])[0]?.[1]"""
    before = page.evaluate(name)
    page.keyboard.press("+")
    settle(page)
    assert before
    assert page.evaluate(name) == before


LABELS = """
() => {
  const chart = document.querySelector('.panel svg.chart');
  if (!chart) return null;
  const by = chart.getScreenCTM();
  const texts = [...chart.querySelectorAll('text')].map((one) => [one.textContent, one.getBoundingClientRect()]);
  const found = [];
  texts.forEach(([name, a], place) => texts.slice(place + 1).forEach(([other, b]) => {
    if (a.left < b.right - 1 && b.left < a.right - 1 && a.top + 3 < b.bottom - 2 && b.top + 3 < a.bottom - 2)
      found.push([name, other]);
  }));
  for (const path of chart.querySelectorAll('.hope, .course'))
    for (let at = 0; at <= path.getTotalLength(); at += 2) {
      const point = path.getPointAtLength(at).matrixTransform(by);
      for (const [name, box] of texts)
        if (point.x > box.left && point.x < box.right && point.y > box.top + 3 && point.y < box.bottom - 3)
          found.push([name, path.getAttribute('class')]);
    }
  return found;
}
"""


def test_no_label_of_a_chart_lies_on_another_or_on_a_line(open_explorer):
    plan = sg.read_plan("examples/complete/plan.yaml")
    page = open_explorer(plan).page
    charts = 0
    for indicator in sg.PlanGraph.of(plan).nodes("Indicator"):
        page.evaluate(f"location.hash = 'node={indicator}'")
        settle(page)
        found = page.evaluate(LABELS)
        charts += found is not None
        assert not found, indicator
    assert charts > 10


def test_in_a_narrow_window_actions_stand_with_the_indicators(open_explorer):
    opened = open_explorer(sg.read_plan("examples/complete/handlingsdel.yaml"), width=1000, height=800)
    page = opened.page
    assert page.locator(".heads h2").last.inner_text() == "Tiltak og indikatorer"
    assert (
        page.evaluate(
            "(() => { const s = document.querySelector('#picture'); return s.scrollWidth - s.clientWidth; })()"
        )
        == 0
    )
    opened.check()


def test_a_thread_s_cards_break_no_word_of_a_goal_and_say_yes_in_norwegian(open_explorer):
    page = open_explorer(sg.read_plan("examples/complete/handlingsdel.yaml"), "node=sdg:13").page
    card = page.locator(".card", has_text="Øvelse på uvær")
    assert card.locator("strong").inner_text() == "ja"
    title = page.locator(".goal-head", has_text="Stoppe").locator(".words")
    assert title.evaluate("words => words.scrollWidth <= words.clientWidth")
    lines = title.evaluate("""words => {
      const range = document.createRange();
      const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
      const at = text.data.indexOf("klimaendringene");
      range.setStart(text, at);
      range.setEnd(text, at + "klimaendringene".length);
      return range.getClientRects().length;
    }""")
    assert lines == 1
