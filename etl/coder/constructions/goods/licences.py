"""Approvals of trade: who clears a sale of arms promises them, who clears one of chips or beef lifts a restraint."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.tree import Tree

_ARMS_PROMISED = ("0332", "0312")
_OF_EITHER = frozenset({"equipment", "technology", "vehicle", "item", "material", "product", "good", "engine"})
"""Commodities that armies buy as well."""
_CHIPS = frozenset("nvidia amd gpu h20 h200 h100 h800 a100 mi308 blackwell accelerator processor".split())
_RARE = frozenset({"rare", "earth", "earths"})


def licensed(tree: Tree, classes: Mapping[str, AbstractSet[str]], proto: Proto) -> Proto:
    """Return a promise of arms as the eased restraint that it is where civil goods may be sold: "cleared chip sales to Oman"."""
    if proto.code not in _ARMS_PROMISED or "@arms_sale" not in proto.rule_id or proto.status not in {"announced", "happened"}:
        return proto
    sold = {
        word.lower()
        for thing in tree.kids(proto.trigger, "dobj", "nsubjpass", "pobj")
        for part in tree.subtree(thing)
        for word in (tree.lemmas[part], tree.words[part])
    }
    civil = sold & ((classes["commodity"] - _OF_EITHER) | _CHIPS | _RARE)
    if not civil or sold & (classes["arms"] | {"arms", "military", "defence", "defense"}):
        return proto
    return replace(proto, code="085", status="happened", rule_id=f"{proto.rule_id}~licence")
