"""An "it" that stands for nobody: "it is unacceptable that Russia did", "it was reported that"."""

from etl.coder.tree import Tree

_TELLING = frozenset(
    (
        "report announce say claim believe think know expect reveal disclose learn note feel hope agree decide confirm allege"
        " estimate understand"
    ).split()
)
_MINDED = frozenset(
    (
        "ready willing prepared eager keen unwilling reluctant determined able unable poised hesitant anxious inclined loath glad"
        " committed entitled confident hopeful aware concerned worried alarmed disappointed pleased"
    ).split()
)
_BEING = frozenset({"be", "seem", "appear", "become", "remain", "look", "sound"})


def is_empty(tree: Tree, word: int) -> bool:
    """Whether "it" stands for nothing but a clause behind: "it is unacceptable that Russia did", "it was reported that"."""
    verb = tree.head[word]
    if tree.words[word].lower() == "it" and tree.deps[word] == "nsubjpass" and tree.lemmas[verb] in _TELLING:
        return any(clause > verb for clause in tree.kids(verb, "ccomp"))
    if tree.words[word].lower() != "it" or tree.deps[word] not in {"nsubj", "expl"} or tree.lemmas[verb] not in _BEING:
        return False
    holders = (verb, *tree.kids(verb, "acomp", "attr", "oprd"))
    if any(tree.lemmas[holder] in _MINDED for holder in holders):
        return False  # "said it was ready to lend": nothing but a party is
    inner = [clause for holder in holders for clause in tree.kids(holder, "ccomp", "xcomp", "advcl", "relcl", "acl", "csubj")]
    marks = ({tree.words[kid].lower() for kid in tree.kids(clause, "mark", "advmod")} for clause in inner if clause > verb)
    infinitive = any(tree.tags[clause] == "VB" and tree.kids(clause, "aux") for clause in inner)
    return len(holders) > 1 and (infinitive or any("that" in one for one in marks))
