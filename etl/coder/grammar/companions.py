"""Who does a thing beside its subject: "Kenya, along with Uganda, condemned", "was among the countries that condemned"."""

from collections.abc import Container

from etl.coder.tree import Tree

_WITH = frozenset({"along", "together"})
_OF_A_GROUP = frozenset("country nation state government member power one group economy".split())


def beside(tree: Tree, verb: int, subject: int, named: Container[int]) -> list[int]:
    """Return the actors that are said to do the same with the subject: "along with", "together with", "like", "as well as".

    `named` are the tokens that name an actor. "Like" counts only between commas, right behind the subject.
    """
    preps = [prep for holder in (subject, verb) for prep in tree.kids(holder, "prep") if prep < verb]
    inner = [within for prep in preps if tree.lemmas[prep] in _WITH for within in tree.kids(prep, "prep")]
    joint = [prep for prep in inner if tree.lemmas[prep] == "with"]
    joint += [prep for prep in preps if tree.lemmas[prep] == "with" and prep and tree.words[prep - 1].lower() in _WITH]
    joint += [prep for prep in preps if tree.words[prep] == "like" and tree.head[prep] == subject and tree.words[prep - 1] == ","]
    found = [noun for prep in joint for noun in tree.kids(prep, "pobj") if noun in named]
    return found + _as_well(tree, verb, subject, named)


def _as_well(tree: Tree, verb: int, subject: int, named: Container[int]) -> list[int]:
    """Return the first of two subjects with "as well as" between them, which the parser gives the verb one by one."""
    firsts = [kid for kid in tree.kids(verb, "nsubj") if kid < subject and kid in named]
    between = (tree.words[first + 1 : subject] for first in firsts)
    return [first for first, words in zip(firsts, between, strict=True) if "well" in words and "as" in words]


def membership(tree: Tree, noun: int) -> int | None:
    """Return the "be" of who is one of those that a relative clause tells of: "was among the countries that condemned"."""
    if tree.lemmas[noun] not in _OF_A_GROUP or tree.deps[noun] != "pobj":
        return None
    holder = tree.head[tree.head[noun]]
    if tree.lemmas[tree.head[noun]] == "among" and tree.lemmas[holder] == "be":
        return holder
    one_of = tree.lemmas[tree.head[noun]] == "of" and tree.words[holder].lower() == "one" and tree.deps[holder] == "attr"
    return tree.head[holder] if one_of and tree.lemmas[tree.head[holder]] == "be" else None
