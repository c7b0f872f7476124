"""Whose a date phrase is: the act's, or that of another clause, of a paper, of the matter or the grounds of an act."""

import re

from etl.coder.days.phrases import DatePhrase
from etl.coder.tree import Tree

_RECORD = re.compile(
    r"\b(?:first|only|last|largest|biggest|highest|lowest|worst|deadliest|heaviest|longest|sharpest|strongest|fiercest|most)\b[^.;:]*$"
)
# "the second this year", "the 12th such intrusion this month": a count, which dates nothing.
_COUNTED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|last|most \w+)\b[^.;:,]*$"
)
# Verbs that only time the noun they hang on: "a visit that began on Sunday".
_TIMING = frozenset("start begin end open conclude close schedule set plan expect slate hold take last run".split(" "))
_PAPERS = frozenset(
    (
        "statement letter note memorandum memo agreement deal accord pact treaty declaration communique communiqué message telegram"
        " cable speech address interview post tweet article editorial commentary report resolution decree order document vote ruling"
        " decision dispatch bulletin paper submission filing complaint video broadcast column ceremony"
    ).split()
)
_GROUNDS = frozenset({"over", "for", "about"})
_AFTER = frozenset({"after", "following"})
_ANSWERING = frozenset(
    "response retaliation reaction reprisal revenge answer wake light view punishment reply return protest".split()
)
_CHARGING = frozenset("accuse blame charge condemn denounce criticise criticize fault lambast slam censure rebuke".split())
_JUDGING = _CHARGING | frozenset("reject dismiss deplore decry protest blast praise hail welcome applaud".split())
_LASTING = frozenset("minute hour day week month year night".split())
_FORCE = frozenset("force effect operation".split())
WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
HOLDING = frozenset("hold detain arrest jail imprison seize capture abduct kidnap take sentence convict keep".split(" "))
"""Verbs for having somebody in one's power."""


def elsewhere(tree: Tree, trigger: int, phrase: DatePhrase, head: int) -> bool:
    """Whether a phrase dates something else: the clause of another noun ("releases tankers seized in May"), how long nothing
    like it has been ("the first summit since 2019"), or the deadline of a second aim ("to meet and to double trade by 2030").
    """  # noqa: D205 - one sentence
    if _held_before(tree, trigger) and head not in tree.subtree(tree.head[trigger]):
        return True  # "Koreans detained in Laos were flown home on Saturday"
    if _done_by_now(tree, trigger) and head not in tree.subtree(trigger):
        return True  # "will meet in June the country, which has threatened Japan"
    if phrase.text.lower().startswith("this ") and phrase.precision != "day" and _COUNTED.search(tree.text[: phrase.start]):
        return True
    deadline = phrase.text.lower().startswith("by ") and phrase.precision == "year"
    if phrase.since and _is_of_a_state(tree, trigger, phrase):
        return True
    if phrase.text.lower().endswith("ago") and _told_by_the_verb_before(tree, trigger, phrase):
        return True  # "relatives of men seized decades ago appealed"
    if ";" in tree.text[tree.ends[trigger] : phrase.start]:
        return True  # "voiced support; five years ago he might have kept silent"
    for token in tree.upward(head):
        if token == trigger:
            return False
        if phrase.precision != "day" and _is_ground(tree, trigger, token):
            return True
        if deadline and tree.deps[token] == "conj" and tree.pos[token] == "VERB":
            return True
        times = _times(tree, token) and not (phrase.since and tree.lemmas[token] == "hold")  # "a man held since May"
        if _is_relative(tree, token) and (trigger not in tree.subtree(token) or trigger in tree.conjuncts(token)):
            return True
        if phrase.precision in {"month", "year"} and _is_participle(tree, token) and trigger in tree.upward(token):
            return True
        if tree.deps[token] in {"acl", "relcl"} and tree.tags[token] in {"VBN", "VBD"} and not times:
            if _is_put_down(tree, trigger, tree.head[token]):
                return False
            return tree.head[token] != trigger and trigger not in tree.subtree(token)
    return False


def _is_of_a_state(tree: Tree, trigger: int, phrase: DatePhrase) -> bool:
    """Whether "since" tells of a state that an act ended, "freed a man in custody since June", or of a record."""
    passed = any(tree.words[kid].lower() in {"was", "were"} for kid in tree.kids(trigger, "auxpass"))
    return tree.tags[trigger] == "VBD" or passed or _RECORD.search(tree.text[: phrase.start]) is not None


def _told_by_the_verb_before(tree: Tree, trigger: int, phrase: DatePhrase) -> bool:
    """Whether a phrase stands between a past form that is not the act and the act; but not "came a week ago, when they met"."""
    span = tree.token_at(phrase.start, phrase.end)
    if span is None or not 0 < span[0] <= span[1] < trigger:
        return False
    return tree.tags[span[0] - 1] in {"VBN", "VBD"} and tree.words[span[1] + 1].lower() not in {",", "when"}


def _is_participle(tree: Tree, clause: int) -> bool:
    """Whether what the parser takes for a clause tells of the noun before it: "agreed to seek the miners drowned off Ube in 1942"."""
    bare = not tree.kids(clause, "nsubj", "nsubjpass", "mark", "aux", "auxpass", "advmod")
    return (
        tree.deps[clause] == "advcl"
        and tree.tags[clause] in {"VBD", "VBN"}
        and bare
        and clause > tree.head[clause]
        and tree.pos[clause - 1] in {"NOUN", "PROPN"}
    )


def _is_ground(tree: Tree, trigger: int, clause: int) -> bool:
    """Whether a clause tells what an act is for: "criticised China for flying 4,700 sorties this year", "accused it of firing"."""
    prep = tree.head[clause]
    grounds = tree.deps[clause] == "pcomp" and tree.lemmas[prep] in {"for", "of"}
    return grounds and trigger < prep and trigger in (tree.head[prep], tree.head[tree.head[prep]])


def _is_relative(tree: Tree, clause: int) -> bool:
    """Whether a clause tells of a noun though the parser hung it on a verb: "a pulse that a ship emitted", "that it had approved"."""
    before = any(tree.words[kid].lower() == "had" for kid in tree.kids(clause, "aux"))
    return tree.deps[clause] == "ccomp" and any(
        tree.words[kid].lower() in {"that", "which"} and (tree.deps[kid] in {"dobj", "nsubj"} or (before and kid < clause))
        for kid in tree.kids(clause, "dobj", "nsubj", "mark")
        if tree.pos[tree.head[clause]] == "VERB" and tree.lemmas[tree.head[clause]] not in _REPORTING
    )


_LOOKING = frozenset({"look", "inquire", "delve", "dig", "probe"})
_REPORTING = frozenset("say add claim report tell announce state note believe know argue confirm insist deny warn".split())


def of_another_clause(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date hangs on a noun or a verb that neither an act nor what it is part of is: "builds on a 2014 accord, and Fiji warned"."""
    on = head
    while tree.deps[on] in {"pobj", "prep", "nummod", "amod", "compound", "nmod", "npadvmod", "advmod", "quantmod"}:
        noun = tree.pos[on] in {"NOUN", "VERB"} and on != head
        if noun or tree.head[on] == on:
            break
        on = tree.head[on]
    return trigger not in tree.upward(on) and on not in tree.upward(trigger)


def _held_before(tree: Tree, trigger: int) -> bool:
    """Whether an act is only how somebody came into the hands of others, told of him before the news: "a man arrested in Iran"."""
    told = tree.deps[trigger] in {"acl", "relcl"} and tree.tags[trigger] in {"VBN", "VBD"} and tree.lemmas[trigger] in HOLDING
    return told and tree.deps[tree.head[trigger]] in {"nsubj", "nsubjpass"} and tree.head[tree.head[trigger]] > trigger


def _done_by_now(tree: Tree, trigger: int) -> bool:
    """Whether an act is told in the perfect of a clause that a noun has: "the country, which has been raising its threats"."""
    return tree.deps[trigger] == "relcl" and any(tree.words[aux].lower() in {"has", "have"} for aux in tree.kids(trigger, "aux"))


def is_matter(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date is of what an act is about: "accused it of ramming a boat in 2010", "condemned the 2019 seizure", "the
    investigation into its role in the 2016 vote".
    """  # noqa: D205 - one sentence
    if any(tree.lemmas[prep] == "into" and head in tree.subtree(prep) for prep in tree.kids(trigger, "prep")):
        return tree.pos[trigger] == "NOUN" or tree.lemmas[trigger] in _LOOKING
    if _behind_the_charge(tree, trigger, head):
        return True
    path: list[int] = []
    for token in tree.upward(head):
        if token == trigger:
            break
        path.append(token)
    else:
        return False
    before = tree.deps[head] in {"nummod", "amod", "compound", "nmod", "poss"} and tree.pos[tree.head[head]] == "NOUN"
    return tree.tags[trigger].startswith("VB") and (
        (before and tree.head[head] != trigger) or any(tree.deps[token] == "pcomp" for token in path)
    )


def _behind_the_charge(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date stands behind what somebody is accused of: "accused Rome of poisoning the spy in 2006", told today."""
    clauses = [
        clause
        for prep in tree.kids(trigger, "prep")
        if tree.lemmas[prep] in {"of", "for", "with"} and tree.lemmas[trigger] in _CHARGING
        for clause in tree.kids(prep, "pcomp")
    ]
    return any(clause < head for clause in clauses) and tree.deps[trigger] not in {"relcl", "acl"}


def _is_put_down(tree: Tree, trigger: int, noun: int) -> bool:
    """Whether a noun is the paper by which an act is done: "endorsed the bid in a memorandum signed on Tuesday"."""
    prep = tree.head[noun]
    if (
        tree.deps[noun] != "pobj"
        or tree.lemmas[prep] not in {"in", "by", "with", "through", "at"}
        or tree.lemmas[noun] not in _PAPERS
    ):
        return False
    verb = tree.head[prep]
    first = tree.head[verb] if tree.deps[verb] == "conj" else verb
    return trigger in {*tree.conjuncts(first), verb, tree.head[verb]} or tree.head[trigger] == verb


def _times(tree: Tree, verb: int) -> bool:
    """Whether a clause only says when its noun is: "talks held in May", "a meeting taking place"; but not "taken into custody".

    In "a pact that they began negotiating in 2013" somebody else is its subject.
    """
    if any(
        tree.words[kid].lower() not in {"that", "which", "who"} for kid in tree.kids(verb, "nsubj") if tree.deps[verb] == "relcl"
    ):
        return False
    into = any(tree.lemmas[prep] in {"into", "off", "from", "away"} for prep in tree.kids(verb, "prep", "prt"))
    taken = tree.lemmas[verb] == "take" and (into or any(tree.lemmas[thing] != "place" for thing in tree.kids(verb, "dobj")))
    if tree.lemmas[verb] in {"come", "go", "enter"}:  # "a ban which came into force on July 1"
        return any(tree.lemmas[thing] in _FORCE for prep in tree.kids(verb, "prep") for thing in tree.kids(prep, "pobj"))
    return tree.lemmas[verb] in _TIMING and not taken  # "took office in January", "taken into custody"


def is_timed(tree: Tree, head: int) -> bool:
    """Whether a date stands in a clause that only says when its noun is: "for a visit that begins on Sunday"."""
    return any(tree.deps[token] in {"acl", "relcl"} and _times(tree, token) for token in tree.upward(head))


def times_the_act(tree: Tree, trigger: int, verb: int) -> bool:
    """Whether a clause only says when an act is that a noun tells: "the drills, which the two began on Monday", "which took force"."""
    noun = tree.head[verb]
    if tree.deps[verb] not in {"acl", "relcl"} or not tree.tags[trigger].startswith("NN"):
        return False
    return (noun == trigger and tree.lemmas[verb] in {"begin", "start", "open"}) or (
        noun in tree.subtree(trigger) and _times(tree, verb)
    )


def of_an_occasion(tree: Tree, head: int) -> bool:
    """Whether a date says when that is for which somebody comes: "is expected in Lima for the summit on Nov. 13"."""
    prep = tree.head[head]
    noun = tree.head[prep]
    dated = tree.deps[head] == "pobj" and tree.lemmas[prep] in {"on", "in"} and tree.pos[noun] == "NOUN"
    return dated and tree.deps[noun] == "pobj" and tree.lemmas[tree.head[noun]] in {"for", "at"}


def foretold(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date stands in another clause than an act, which says what will be."""
    for token in tree.upward(head):
        if token == trigger or trigger in tree.subtree(token):
            return False
        if any(tree.words[aux].lower() in WILL for aux in tree.kids(token, "aux")):
            return True
    return False


def of_the_promise(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date tells when an act was agreed or promised, and not when it is to be: "agreed in July to reopen it"."""
    promise = tree.head[head]
    promised = next((token for token in tree.upward(trigger) if tree.pos[token] == "VERB"), trigger)  # "agreed to hold talks"
    kept = tree.is_infinitive(promised) and tree.deps[promised] == "xcomp" and tree.head[promised] == promise
    return kept and tree.tags[promise] == "VBD" and promise < head < promised


def of_the_plan(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date stands with what is to be, and an act in a clause of the past below it: "in June" of "Lula will visit Peru in
    June for talks with Lima, which has rejected the map".
    """  # noqa: D205 - one sentence
    clauses: list[int] = []
    for token in tree.upward(trigger):
        helping = {tree.words[aux].lower() for aux in tree.kids(token, "aux", "auxpass")}
        if (helping & WILL or tree.is_infinitive(token)) and head in tree.subtree(token):
            return bool(clauses) and not any(head in tree.subtree(clause) for clause in clauses)
        gone = tree.tags[token] == "VBD" or (
            tree.tags[token] in {"VBN", "VBG"} and helping & {"has", "have", "had", "was", "were"}
        )
        if gone and tree.deps[token] in {"relcl", "advcl"}:
            clauses.append(token)
    return False


def set_off(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date stands in an infinitive that a comma sets off from an act: "sign a pact, to launch talks this year"."""
    for token in tree.upward(head):
        if token == trigger or trigger in tree.subtree(token):
            return False
        if any(tree.words[kid].lower() == "when" for kid in tree.kids(token, "advmod")):
            return False  # "pressed her guest, a minister, to free him when the two met on Monday"
        if any(tree.words[aux].lower() == "to" and tree.words[aux - 1] == "," for aux in tree.kids(token, "aux")):
            return True
    return False


def arcs_between(tree: Tree, one: int, other: int) -> int | None:
    """Return the number of arcs between two tokens, None where they lie in separate trees."""
    up = {token: steps for steps, token in enumerate(tree.upward(one))}
    for steps, token in enumerate(tree.upward(other)):
        if token in up:
            return up[token] + steps
    return None


def of_its_grounds(tree: Tree, trigger: int, head: int) -> bool:
    """Whether a date is of what an act is done for: "thanked it for last week's flight", "agreed after Friday's earthquake"."""
    for token in tree.upward(head):
        if token == trigger:
            return False
        prep = tree.head[token]
        behind = tree.deps[token] == "pobj" and tree.pos[token] == "NOUN" and token != head
        if (
            behind
            and tree.lemmas[token] in _LASTING
            and not any(tree.lemmas[prep] == "from" for prep in tree.kids(token, "prep"))
        ):
            continue  # "spoke for twenty minutes on Monday evening"; but "closed it for two days from Sunday night"
        if ((behind and _answers(tree, prep)) or _is_judged(tree, token, head)) and trigger not in tree.subtree(token):
            return True
        if behind and trigger in {tree.head[prep], tree.head[tree.head[prep]]}:
            word = tree.lemmas[prep]
            return word in _GROUNDS or (word in _AFTER and tree.deps[head] == "poss" and tree.head[head] == token)
    return False


def _answers(tree: Tree, prep: int) -> bool:
    """Whether what a preposition leads to is what an act answers: "in response to", "as punishment for", "because of", "ahead of"."""
    above = tree.head[prep]
    if tree.lemmas[prep] == "because":
        return True
    if tree.lemmas[above] in _ANSWERING:
        return tree.deps[above] == "pobj" and tree.lemmas[tree.head[above]] in {"in", "as"}
    return tree.lemmas[prep] == "of" and prep > 0 and tree.words[prep - 1].lower() == "ahead"


def _is_judged(tree: Tree, noun: int, head: int) -> bool:
    """Whether a date is of what one cites or judges: "citing the launch on Nov. 20", "condemned the Nov. 20 launch"."""
    verb = tree.head[noun]
    inside = tree.deps[head] in {"nmod", "compound", "nummod"} and tree.head[head] == noun
    return tree.deps[noun] == "dobj" and (tree.lemmas[verb] == "cite" or (inside and tree.lemmas[verb] in _JUDGING))
