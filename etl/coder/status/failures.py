"""Failures: meetings, calls and visits that did not come about.

"Talks between Greece and Turkey fell through", "a visit by Modi to Nepal never happened", "a meeting proved too complicated"; but
"talks ended without a deal" and "did not take place until Friday" tell of talks that were held.
"""

from etl.coder.status.futures import comes_about
from etl.coder.tree import Tree

_COMING_OFF = frozenset({"happen", "occur", "materialise", "materialize", "eventuate", "transpire", "proceed"})
_PARTICLES = {"come": {"about", "off"}, "go": {"ahead", "forward"}, "fall": {"through"}}
_SEEMING = frozenset({"be", "seem", "look", "appear", "prove", "remain", "become", "turn"})
_WANTED = frozenset(
    {"possible", "feasible", "likely", "doable", "practicable", "foreseen", "foreseeable", "planned", "scheduled"}
)
_OPEN = frozenset({"impossible", "unfeasible", "impracticable", "unlikely", "overdue"})
_HARD = frozenset({"complicated", "difficult", "hard", "complex", "risky", "sensitive", "costly", "dangerous"})
_LISTS = frozenset({"agenda", "card", "cards", "schedule", "programme", "program", "itinerary", "table", "calendar"})


def never_was(tree: Tree, noun: int) -> str | None:
    """Return the status of a meeting whose verb says that it came to nothing, None where it was held: negated or hypothetical."""
    if _plan_is_dropped(tree, noun):
        return "negated"
    if tree.deps[noun] not in {"nsubj", "nsubjpass"}:
        return None
    verb = tree.head[noun]
    denied = bool(tree.kids(verb, "neg")) or any(tree.words[kid].lower() == "never" for kid in tree.kids(verb, "advmod"))
    if denied:
        later = any(
            tree.words[kid].lower() in {"until", "till", "before", "but"} for kid in tree.kids(verb, "prep", "cc", "advcl")
        )
        said = _comes_off(tree, verb) or _is_called(tree, verb, _WANTED) or _is_listed(tree, verb)
        return "negated" if said and not later else None
    if _is_called(tree, verb, _OPEN) or _stands(tree, verb, _TO_COME):
        return "hypothetical"
    if _stands(tree, verb, _GIVEN_UP):
        return "negated"
    fell = tree.lemmas[verb] == "fall" and bool(_PARTICLES["fall"] & _beside(tree, verb))
    failed = tree.lemmas[verb] == "fail" and any(_comes_off(tree, clause) for clause in tree.kids(verb, "xcomp"))
    return "negated" if fell or failed or _is_too_much(tree, verb) else None


_PLANS = frozenset({"plan", "proposal", "preparation", "arrangement", "idea"})
_DROPPED = frozenset({"drop", "scrap", "shelve", "cancel", "abandon", "axe", "ditch", "bin", "scotch", "scupper", "freeze"})


def _plan_is_dropped(tree: Tree, noun: int) -> bool:
    """Whether a meeting is what a plan was for that came to nothing: "plans for a visit to Peru were scrapped"."""
    plan = tree.head[tree.head[noun]]
    planned = tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] in {"for", "of"} and tree.lemmas[plan] in _PLANS
    return planned and tree.deps[plan] == "nsubjpass" and tree.lemmas[tree.head[plan]] in _DROPPED


_TO_COME = frozenset(
    {"in works", "in pipeline", "on cards", "in cards", "in offing", "on horizon", "on agenda", "in doubt", "in jeopardy"}
)
_GIVEN_UP = frozenset({"off table", "off agenda", "on hold", "on ice"})


def _stands(tree: Tree, verb: int, where: frozenset[str]) -> bool:
    """Whether a meeting is where such things are before they come about or are given up: "in the works", "off the table"."""
    if tree.lemmas[verb] not in _SEEMING | {"put", "place", "stay"}:
        return False
    places = ((prep, noun) for prep in tree.kids(verb, "prep") for noun in tree.kids(prep, "pobj"))
    return any(f"{tree.lemmas[prep]} {tree.words[noun].lower()}" in where for prep, noun in places)


def _beside(tree: Tree, verb: int) -> set[str]:
    return {tree.words[kid].lower() for kid in tree.kids(verb, "prt", "advmod", "prep")}


def _comes_off(tree: Tree, verb: int) -> bool:
    """Whether a verb says that something happens: "take place", "materialise", "come off", "go ahead"."""
    lemma = tree.lemmas[verb]
    return lemma in _COMING_OFF or comes_about(tree, verb) or bool(_PARTICLES.get(lemma, set()) & _beside(tree, verb))


def _is_called(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    """Whether a meeting is called possible or not: "was not possible", "seems unlikely"."""
    said = [*tree.kids(verb, "acomp", "oprd", "attr"), *([verb] if tree.kids(verb, "auxpass") else [])]
    return (tree.lemmas[verb] in _SEEMING or verb in said) and any(tree.words[word].lower() in words for word in said)


def _is_too_much(tree: Tree, verb: int) -> bool:
    """Whether a meeting was "too complicated", "too difficult to arrange"."""
    said = tree.kids(verb, "acomp", "oprd") if tree.lemmas[verb] in {"prove", "turn", "be"} else []
    return any(tree.words[word].lower() in _HARD and tree.words[word - 1].lower() == "too" for word in said)


def _is_listed(tree: Tree, verb: int) -> bool:
    """Whether a meeting is on the agenda or in the cards."""
    behind = (noun for prep in tree.kids(verb, "prep") if tree.lemmas[prep] in {"on", "in"} for noun in tree.kids(prep, "pobj"))
    return tree.lemmas[verb] == "be" and any(tree.lemmas[noun] in _LISTS for noun in behind)
