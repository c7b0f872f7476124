"""Headlines that first name two countries and then tell what theirs do: "India, Pakistan: Troops exchange fire"."""

from etl.coder.actors import Casting
from etl.coder.tree import Tree

_JOINING = frozenset({",", "and", "&", "-", "–", "the", "/"})


def shared_by_pair(tree: Tree, title: str, casting: Casting) -> Tree:
    """Return the parse of a headline with the two whom it names before a colon as those whose the subject behind it are.

    `title` is the headline as printed, of which the parsed text has the length.
    """
    colon = next((token for token in range(1, min(len(tree), 9)) if title[tree.starts[token]] == ":"), None)
    if colon is None or (pair := _pair(tree, colon, casting)) is None:
        return tree
    verb = next((token for token in range(colon + 1, len(tree)) if tree.head[token] == token), None)
    if verb is None or tree.tags[verb] not in {"VB", "VBP", "VBD", "VBZ"}:
        return tree
    subjects = [kid for kid in tree.kids(verb, "nsubj", "nsubjpass") if kid > colon]
    if len(subjects) != 1 or tree.tags[subjects[0]] != "NNS" or _is_named(tree, subjects[0], colon, casting):
        return tree
    deps, head = list(tree.deps), list(tree.head)
    first, second = pair
    deps[first], head[first], deps[second], head[second] = "nmod", subjects[0], "conj", first
    for token in range(colon):
        if token not in pair and (tree.head[token] == token or tree.head[token] > colon):
            head[token] = first
    deps[colon], head[colon] = "punct", verb
    return tree.rewired(deps, head)


def _pair(tree: Tree, colon: int, casting: Casting) -> tuple[int, int] | None:
    """Return the last words of two names that are all that stands before a colon."""
    spans = [tree.token_at(match.start, match.end) for match in casting.names(tree.text) if match.start < tree.starts[colon]]
    named = [span for span in spans if span is not None]
    inside = {token for span in named for token in range(span[0], span[1] + 1)}
    if len(named) != 2 or any(token not in inside and tree.words[token].lower() not in _JOINING for token in range(colon)):
        return None
    return tree.span_head(*named[0]), tree.span_head(*named[1])


def _is_named(tree: Tree, noun: int, colon: int, casting: Casting) -> bool:
    """Whether somebody's name stands in a noun phrase already: "Greece and Turkey: US envoys arrive"."""
    within = set(tree.subtree(noun))
    spans = [tree.token_at(match.start, match.end) for match in casting.names(tree.text) if match.start > tree.starts[colon]]
    return bool(tree.kids(noun, "poss")) or any(span is not None and span[0] in within for span in spans)
