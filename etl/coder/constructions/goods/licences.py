"""Approvals of trade: who clears a sale of arms promises them, who clears one of chips or beef lifts a restraint."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.tree import Tree
from etl.records import LIVE

_ARMS_PROMISED = ("0332", "0312")
_OF_EITHER = frozenset({"equipment", "technology", "vehicle", "item", "material", "product", "good", "engine"})
"""Commodities that armies buy as well."""
_NAMES_OF_GOODS = frozenset("nvidia amd gpu h20 h200 h100 h800 a100 mi308 blackwell accelerator processor rare".split())
"""Chips by their names, and rare earths."""


def licensed(tree: Tree, classes: Mapping[str, AbstractSet[str]], proto: Proto) -> Proto:
    """Return a promise of arms as the eased restraint that it is where civil goods may be sold: "cleared chip sales to Oman"."""
    if proto.code not in _ARMS_PROMISED or "@arms_sale" not in proto.rule_id or proto.status not in LIVE:
        return proto
    cleared = tree.kids(proto.trigger, "dobj", "nsubjpass") or [
        thing
        for prep in tree.kids(proto.trigger, "prep")
        for thing in tree.kids(prep, "pobj")  # "a nod for chip sales"
    ]
    sold = {said for thing in cleared for part in _named(tree, thing) for said in (tree.lemmas[part], tree.words[part].lower())}
    civil = sold & ((classes["commodity"] - _OF_EITHER) | _NAMES_OF_GOODS)
    if not civil or sold & (classes["arms"] | {"arms", "military", "defence", "defense"}):
        return proto
    ahead = any(tree.tags[word] in {"MD", "TO"} for word in tree.kids(proto.trigger, "aux"))  # "will approve chip exports"
    code, status = ("0354", "announced") if ahead else ("085", "happened")
    return replace(proto, code=code, status=status, rule_id=f"{proto.rule_id}~licence")


def _named(tree: Tree, sale: int) -> Iterator[int]:
    """Yield the words that say what a sale is of, and none of when or why: "advanced chip sales", "the sale of Nvidia chips"."""
    yield from tree.kids(sale, "amod")
    for modifier in tree.kids(sale, "compound", "nmod"):
        yield from tree.subtree(modifier)
    for of in tree.kids(sale, "prep"):
        if tree.lemmas[of] == "of":
            yield from tree.subtree(of)
