"""Which nodes are alike, and whether those that are one thing say one thing: found by what they have in common.

Nodes are put together by a key first, so that no query compares each with each. The order is that of the native engine:
a plan after those that it follows up, then by the plans' ids, then as the nodes stand in their plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdggraph.base.words import words
from sdggraph.model.kinds import KINDS
from sdggraph.semantic.queries.attributes import Found, found
from sdggraph.semantic.queries.terms import ID, IN_PLAN, POSITION, Unfit, kind_pattern, normal, renamed, said

if TYPE_CHECKING:
    from sdggraph.rules.comparisons import Agree, Unique
    from sdggraph.semantic.queries.conditions import Conditions, Place

__all__ = ["disagreeing", "repeating"]

_WIDTH = 9
_ZEROS = "0" * _WIDTH
_JOINER = ', "|", '


def _padded(number: str) -> str:
    text = f'CONCAT("{_ZEROS}", STR({number}))'
    return f"SUBSTR({text}, STRLEN({text}) - {_WIDTH - 1}, {_WIDTH})"


def _order(made: Conditions, node: str, order: str) -> str:
    """Bind what sorts a node among others of its kind."""
    plan, name, position, rank, followed = (
        made.variables.fresh(one) for one in ("plan", "planid", "position", "rank", "followed")
    )
    ranked = f"SELECT {plan} (COUNT(DISTINCT {followed}) AS {rank}) WHERE {{ {plan} sg:followsUp+ {followed} }}"
    return (
        f"{node} {IN_PLAN} {plan} ; {POSITION} {position} . {plan} {ID} {name} . "
        f"OPTIONAL {{ {ranked} GROUP BY {plan} }} "
        f'BIND(CONCAT({_padded(f"COALESCE({rank}, 0)")}, " ", STR({name}), " ", {_padded(position)}) AS {order})'
    )


def repeating(made: Conditions, condition: Unique, place: Place) -> str:
    """Give the nodes that an earlier one under the same parent is like.

    The first of those that are alike is found by grouping, so that many of one title aren't compared in pairs.
    """
    variables = made.variables
    kind, key, parent = (variables.fresh(one) for one in ("samekind", "key", "parent"))
    shared = f"{kind} {key} {parent}"
    order, other, others, first = (variables.fresh(one) for one in ("order", "like", "order", "first"))
    mine = _side(made, condition, place, place.node, (kind, key, parent, order))
    like = _side(made, condition, place, other, (kind, key, parent, others))
    firsts = (
        f"{{ SELECT {shared} (MIN({others}) AS {first}) WHERE {{ {like} }} GROUP BY {shared} "
        f"HAVING (COUNT(DISTINCT {other}) > 1) }}"
        if made.dialect.groups
        else f"{{ SELECT {other} {shared} ({others} AS {first}) WHERE {{ {like} }} }}"
    )
    body = f"{firsts} {{ SELECT {place.node} {shared} {order} WHERE {{ {mine} }} }} FILTER({first} < {order})"
    return f"{{ SELECT DISTINCT {place.node} WHERE {{ {body} }} }}"


def _side(made: Conditions, condition: Unique, place: Place, node: str, names: tuple[str, str, str, str]) -> str:
    """Bind a node's kind, the text of its values, what it stands under, and its order, under the names given."""
    kind, key, parent, order = names
    classes = kind_pattern(node, condition.among.kinds, made.variables) if condition.among.kinds else ""
    keyed, above = _keyed(made, condition, node, key), _parents(made, condition, node, parent, place)
    return f"{_kinded(classes, node, kind)} {keyed} {{ {above} }} {_order(made, node, order)}"


def _keyed(made: Conditions, condition: Unique, node: str, key: str) -> str:
    """Bind all values of a node as one text; of a node that has none of the first attribute nothing.

    Of what ``COALESCE`` gives a store knows that it is bound, and joins by it; by what an aggregate gives Oxigraph
    doesn't, and compares each with each.
    """
    variables = made.variables
    value = variables.fresh("valued")
    texts = variables.fresh("texts") if made.dialect.groups else key
    bound = f'BIND(COALESCE({texts}, "") AS {key}) ' if made.dialect.groups else ""
    parts = []
    for number, name in enumerate(condition.attributes):
        one = found(node, condition.among.kinds or tuple(KINDS), name, variables)
        written = f'BIND(CONCAT("{number} ", {normal(one.variable)}) AS {value})'
        parts.append(f"{{ {one.pattern} {said(one.variable)} {written} }}")
    sorted_ = f"SELECT {node} {value} WHERE {{ {' UNION '.join(parts)} }} ORDER BY {node} {value}"
    listed = f'(GROUP_CONCAT({value}; SEPARATOR=" | ") AS {texts})'
    return (
        f"{{ SELECT {node} {listed} WHERE {{ {{ {sorted_} }} }} GROUP BY {node} }} "
        f'{bound}FILTER(STRSTARTS({key}, "0 "))'
    )


def _kinded(classes: str, node: str, kind: str) -> str:
    """Bind a node's kind under a name that both sides share."""
    words = classes.split()
    if words and words[0] == "VALUES":
        return renamed(classes, words[1], kind)
    return f"{classes} BIND({words[2]} AS {kind})" if words else f"{node} a {kind} ."


def _parents(made: Conditions, condition: Unique, node: str, parent: str, place: Place) -> str:
    """Bind what a node stands under: a node at the end of the path, or its plan where there is none.

    Each half is a sub-select, which a store works out once; else Oxigraph walks the ways anew for each node.
    """
    kinds = frozenset(condition.among.kinds) or place.kinds
    way = made.walks.walk(condition.within, node, parent, kinds)
    any_way = made.walks.walk(condition.within, node, made.variables.fresh("parent"), kinds)
    alone = f"{node} {IN_PLAN} {parent} . MINUS {{ SELECT DISTINCT {node} WHERE {{ {any_way} }} }}"
    return f"{{ SELECT DISTINCT {node} {parent} WHERE {{ {way} }} }} UNION {{ {alone} }}"


def disagreeing(made: Conditions, condition: Agree, place: Place) -> str:
    """Give the nodes of which an item says another thing than the first one with the same key did."""
    variables = made.variables
    group, when = variables.fresh("group"), variables.fresh("when")
    mine = _items(made, condition, place.node, group, when)
    once = _items(made, condition, variables.fresh("sayer"), group, when)
    first = _items(made, condition, variables.fresh("sayer"), group, when)
    earliest = variables.fresh("earliest")
    firsts = f"{{ SELECT {group} {when} (MIN({once[2]}) AS {earliest}) WHERE {{ {once[0]} }} GROUP BY {group} {when} }}"
    sayer = renamed(first[0], first[2], earliest)
    return (
        f"{{ SELECT DISTINCT {place.node} WHERE {{ {firsts} {{ {sayer} }} {{ {mine[0]} }} "
        f"FILTER({mine[1]} != {first[1]}) }} }}"
    )


def _items(made: Conditions, condition: Agree, node: str, group: str, when: str) -> tuple[str, str, str]:
    """Bind each item of a node that says something: its group, its key, what it says (given back), and its order."""
    variables = made.variables
    kinds = condition.among.kinds
    said_, order, within, item = (variables.fresh(one) for one in ("what", "order", "within", "item"))
    place = variables.fresh("place")
    parts = [made.wheres.nodes(node, condition.among)]
    list_iri = found(node, kinds, f"{condition.items}.{condition.by[0]}", variables)
    prop, _ = _item_property(list_iri, node)
    parts.append(f"{node} {prop} {item} . {item} {POSITION} {place} .")
    key = []
    for name in condition.by:
        one = found(node, kinds, f"{condition.items}.{name}", variables)
        prop_, held = _item_property(one, node)
        pattern = renamed(one.pattern.removeprefix(f"{node} {prop_} {held} ."), held, item).strip()
        parts.append(pattern if name == condition.by[0] else f"OPTIONAL {{ {pattern} }}")
        key.append(f'COALESCE(STR({one.variable}), "")')
    parts.append(f"BIND(CONCAT({_JOINER.join(key)}) AS {when})")
    parts.append(_what(made, condition, item, said_))
    *others, last = (found(node, kinds, name, variables) for name in condition.key)
    named = []
    for one in (*others, last):
        parts.append(f"OPTIONAL {{ {one.pattern} }}")
        named.append(f'COALESCE({normal(one.variable)}, "")')
    shared = f"CONCAT({_JOINER.join(named)})"
    parts.append(f'BIND(IF({named[-1]} != "", {shared}, STR({node})) AS {group})')
    parts.append(_order(made, node, within))
    parts.append(f'BIND(CONCAT({within}, " ", {_padded(place)}) AS {order})')
    return " ".join(parts), said_, order


def _item_property(one: Found, node: str) -> tuple[str, str]:
    """Give the property of the list and the variable of its items, from the pattern that goes through it."""
    words = one.pattern.removeprefix(f"{node} ").split()
    return words[0], words[1]


def _what(made: Conditions, condition: Agree, item: str, variable: str) -> str:
    """Bind what an item says: its value and both ends of its interval; what says nothing is left out."""
    value, interval, low, high = (made.variables.fresh(one) for one in ("value", "range", "low", "high"))
    says = " ".join(condition.values)
    if says != "value range":
        raise Unfit(words(f"“{says}” can't be compared", f"«{says}» kan ikke sammenlignes"))
    return (
        f"OPTIONAL {{ {item} sg:value {value} }} OPTIONAL {{ {item} sg:hasRange {interval} . "
        f"OPTIONAL {{ {interval} sg:low {low} }} OPTIONAL {{ {interval} sg:high {high} }} }} "
        f'BIND(CONCAT(COALESCE({normal(value)}, ""), "|", IF(BOUND({interval}), CONCAT(COALESCE(STR({low}), ""), "…", '
        f'COALESCE(STR({high}), "")), "")) AS {variable}) FILTER({variable} != "|")'
    )
