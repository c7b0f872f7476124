"""What becomes of the acts of a sentence once both readers have had their say: what neither of them looks at.

Forecasts are nobody's intent, protests at home no protests abroad, a signed deal one event, a denied charge
or the arrest of who has come free an old one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import Act
from etl.coder.constructions.people.homecomings import freed_since
from etl.coder.grammar.slots import Grammar
from etl.coder.settling.deals import provided_for
from etl.coder.settling.digests import told_before
from etl.coder.settling.encounters import unmet
from etl.coder.settling.forecasts import foreseen
from etl.coder.settling.grievances import abroad
from etl.coder.settling.reasons import charged, single
from etl.coder.settling.reversals import reversed_acts
from etl.coder.settling.unsigned import unsigned
from etl.coder.sides.occasions import CHARGES
from etl.dictionaries import ActLexicon
from etl.records import LIVE

_DENYING = frozenset({"deny", "reject", "dismiss", "dispute", "refute"})


def settled(acts: Sequence[Act], grammar: Grammar, lexicon: ActLexicon) -> list[Act]:
    """Return the acts of one sentence as they stand."""
    acts = tuple(foreseen(acts, grammar))
    acts = tuple(abroad(acts, grammar, lexicon.classes))
    acts = tuple(unsigned(acts, grammar, lexicon))
    acts = tuple(provided_for(acts, grammar, lexicon))
    acts = tuple(reversed_acts(acts, grammar.tree))
    acts = tuple(freed_since(acts, grammar))
    acts = tuple(unmet(acts, grammar))
    acts = tuple(told_before(acts, grammar))
    acts = tuple(charged(acts, grammar))
    acts = tuple(single(acts, grammar))
    return list(_recalled(acts, grammar))


def _recalled(acts: Sequence[Act], grammar: Grammar) -> Iterator[Act]:
    """Yield the acts of one sentence; a charge that somebody "denies" in the present tense of background was made before."""
    deniers = {} if grammar.is_title else _deniers(grammar)
    for act in acts:
        old = act.code[:2] == "11" and act.status in LIVE and act.target.key in deniers
        old = old and act.trigger in {deniers[act.target.key], *grammar.tree.subtree(deniers[act.target.key])}
        yield replace(act, status="recalled") if old else act


def _deniers(grammar: Grammar) -> dict[str, int]:
    """Return who denies a charge in the present tense, with the verb."""
    tree = grammar.tree
    verbs = [verb for verb in range(len(tree)) if tree.lemmas[verb] in _DENYING and tree.tags[verb] in {"VBZ", "VBP"}]
    denying = [verb for verb in verbs if any(tree.lemmas[thing] in CHARGES for thing in tree.kids(verb, "dobj"))]
    return {actor.key: verb for verb in denying if not tree.kids(verb, "aux") for actor in grammar.doers(verb)}
