"""Mending parses: what the parser takes wrongly again and again, put right before anybody reads it.

One kind of mistake is undone after the other; the order matters, since a mended phrase shows the next one.
"""

from etl.coder.mending import (
    clauses,
    descriptions,
    frontings,
    gaps,
    nouns,
    relatives,
    reports,
    rosters,
    semicolons,
    tempers,
    titles,
    verbs,
)
from etl.coder.tree import Tree

_MENDS = (
    nouns.spaced,
    nouns.christened,
    titles.accredited,
    titles.meanwhile,
    titles.journeying,
    clauses.forced,
    nouns.tanked,
    nouns.given,
    verbs.shared,
    verbs.verbed,
    verbs.uncompounded,
    verbs.lit,
    verbs.auxed,
    verbs.struck,
    verbs.headed,
    nouns.nouned,
    nouns.bargained,
    nouns.gerundive,
    nouns.coupled,
    verbs.infinitive,
    nouns.compounded,
    nouns.listed,
    nouns.enumerated,
    nouns.owned,
    verbs.rooted,
    verbs.finite,
    clauses.erupted,
    clauses.reduced,
    clauses.lasted,
    nouns.dated,
    nouns.timed,
    verbs.handed_over,
    verbs.called_on,
    verbs.urged,
    clauses.subjected,
    verbs.vowed,
    clauses.resumed,
    clauses.permitted,
    clauses.subjunctive,
    nouns.shared_owners,
    nouns.ranked,
    nouns.authored,
    nouns.undergone,
    verbs.inverted,
    verbs.bidden,
    clauses.continued,
    relatives.shared,
    descriptions.described,
    clauses.tensed,
    reports.resumed_by_teller,
    reports.undergone_by,
    reports.spoilt,
    clauses.denied,
    clauses.pressed,
    clauses.went_on,
    gaps.gapped,
    gaps.charged,
    gaps.to_do,
    gaps.drawn,
    tempers.quarrelled,
    tempers.moved,
    verbs.telephoned,
    rosters.told_apart,
    semicolons.parted,
    frontings.among,
    frontings.came_from,
    frontings.cleft,
    frontings.shifted,
)


def mended(tree: Tree) -> Tree:
    """Return a tree with its common misreadings undone; a mend that would tie a word to itself in a ring is left undone."""
    for mend in _MENDS:
        changed = mend(tree)
        if changed is tree or changed.is_sound():
            tree = changed
    return tree
