"""What somebody writes to somebody else: the letter, and the demand, threat or charge that it carries."""

from etl.coder.grammar.slots import Grammar
from etl.dictionaries import ActLexicon

_LETTERS = frozenset({"letter", "note", "message", "missive", "cable", "telegram", "memo", "memorandum"})
_BIDDING = frozenset({"demand", "threaten", "accuse", "appeal"})


def writing(grammar: Grammar, token: int) -> int | None:
    """Return the verb by which something is written or sent that a participle goes on about, None where nothing is."""
    tree = grammar.tree
    above = tree.head[token]
    verb = above if grammar.is_verb(above) else tree.head[above]
    if tree.tags[token] != "VBG" or tree.deps[token] not in {"acl", "advcl", "xcomp"} or not grammar.is_verb(verb):
        return None
    written = tree.lemmas[verb] == "write" or any(tree.lemmas[thing] in _LETTERS for thing in grammar.objects(verb))
    return verb if written else None


def bids_by_letter(lexicon: ActLexicon, grammar: Grammar, verb: int) -> bool:
    """Whether what somebody writes or sends bids, threatens or accuses, which then is the act: "a letter threatening to"."""
    tree = grammar.tree
    holders = (verb, *grammar.objects(verb)) if grammar.is_verb(verb) else ()
    clauses = (clause for one in holders for clause in tree.kids(one, "acl", "advcl", "xcomp"))
    return any(
        operator.operator in _BIDDING and writing(grammar, clause) == verb
        for clause in clauses
        for operator in lexicon.operators.get(("verb", tree.lemmas[clause]), ())
    )
