"""Unsigned deals: what two are close to, or have agreed on only for the time being, they have yet to sign.

"Oman and Kenya close in on a trade pact", "are nearing the signing of a deal", "have reached a tentative deal", "strike a deal in
principle" announce a pact; "signed a preliminary accord" is one.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.grammar.slots import Grammar
from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon
from etl.records import LIVE

_SIGNED = "057"
_CLOSE = frozenset({"near", "close", "inch", "edge", "verge", "cusp", "threshold", "about", "approach"})
_STEPS = frozenset(
    {"signing", "sign", "conclusion", "conclude", "completion", "finalise", "finalize", "clinch", "reach", "seal", "ink"}
)
_LOOSE = frozenset({"tentative", "preliminary", "provisional", "draft"})
_SEALED = frozenset({"sign", "ink", "initial", "ratify", "seal"})


def unsigned(acts: Sequence[Act], grammar: Grammar, lexicon: ActLexicon) -> Iterator[Act]:
    """Yield the acts of one sentence; a pact that is only near or in outline is announced."""
    deals = _to_be_signed(grammar.tree, lexicon.classes["agreement"]) if any(map(_is_pact, acts)) else []
    code = lexicon.compose("intend", _SIGNED) if deals else None
    for act in acts:
        if code is not None and _is_pact(act) and _of_the_deal(grammar.tree, act, deals):
            operators = ("intend", *act.operators)
            yield replace(act, code=code, status="announced", rule_id=f"{act.rule_id}~unsigned", operators=operators)
        else:
            yield act


def _is_pact(act: Act) -> bool:
    return act.code == _SIGNED and act.status in LIVE


def _to_be_signed(tree: Tree, names: AbstractSet[str]) -> list[int]:
    """Return the nouns for deals that are near, or loose."""
    return [
        noun
        for noun in range(len(tree))
        if tree.lemmas[noun].lower() in names and (_is_near(tree, noun) or _is_loose(tree, noun))
    ]


def _is_near(tree: Tree, noun: int) -> bool:
    """Whether a deal is what somebody comes close to: "nearing the signing of a deal", "close to signing a pact"."""
    below = noun
    for token in tree.ancestors(noun):
        lemma = tree.lemmas[token].lower()
        if lemma in _CLOSE:
            return token < noun and not (lemma == "close" and tree.deps[below] == "dobj")  # "closed a deal"
        if tree.deps[token] not in {"prep", "pobj", "dobj", "pcomp", "xcomp"} or (
            tree.pos[token] == "VERB" and lemma not in _STEPS
        ):
            return False
        below = token
    return False


def _is_loose(tree: Tree, noun: int) -> bool:
    """Whether a deal is one for the time being: "reached a tentative deal", "strike a trade deal in principle"."""
    verb = tree.head[noun]
    if tree.lemmas[verb] in _SEALED or tree.deps[noun] not in {"dobj", "nsubjpass", "pobj"}:
        return False
    principle = any(tree.words[token : token + 2] == ["in", "principle"] for token in range(noun, min(noun + 8, len(tree))))
    above = next((token for token in tree.ancestors(noun) if tree.pos[token] == "VERB"), noun)
    agreed = (thing for prep in tree.kids(above, "prep") if tree.words[prep] == "in" for thing in tree.kids(prep, "pobj"))
    principle = principle or any(tree.lemmas[thing] == "principle" for thing in agreed)  # "agreed in principle on a deal"
    return principle or any(tree.words[kid].lower() in _LOOSE for kid in tree.kids(noun, "amod", "compound", "nmod"))


def _of_the_deal(tree: Tree, act: Act, deals: Sequence[int]) -> bool:
    """Whether an act is the signing of one of some deals: told by a word around it, or by the model of the whole sentence."""
    around = any(act.trigger in tree.upward(noun) or noun in tree.upward(act.trigger) for noun in deals)
    return around or "model:05" in act.rule_id
