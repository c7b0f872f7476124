"""Headlines that name their speaker beside a colon or a dash: "Moscow's veto a farce: Chinese FM", "Lavrov: no talks"."""

import re
from dataclasses import replace

from etl.coder.actors import Casting
from etl.coder.text.rewording import NOMINAL
from etl.coder.tree import Tree
from etl.dictionaries.phrases import fold

_MOST_SPEAKER = 8  # words: "Chinese Foreign Ministry spokesperson Lin Jian"
_BODIES = frozenset(
    "center centre directorate command headquarters bureau office service authority institute laboratory team unit".split()
)
"""What is a body where a nation stands before it: "Chinese emergency center", "Israeli cyber directorate"."""
_GOING = frozenset("intrude trespass cross stray sail fly encroach venture".split())
_PLAYED = frozenset({"game", "cup", "sport", "league", "cultural", "tourism", "cinema"})
_VOICED = frozenset({":", "-", "–", "—"})


def voiced(tree: Tree, title: str, casting: Casting) -> Tree:
    """Return the parse of a headline that names its speaker ("...: Chinese FM", "Lavrov: ...") with the colon read as "says".

    Before the colon only people are speakers: a country alone may be the topic. `title` is the headline as printed, of which the
    parsed text has the length.
    """
    stops = [
        token
        for token in range(1, len(tree) - 1)
        if tree.deps[token] == "punct" and tree.words[token] in {".", ":"} and title[tree.starts[token]] in _VOICED
    ]
    if not stops:
        return tree
    named = {token for match in casting.names(tree.text) for token in _inside(tree.token_at(match.start, match.end))}
    last, first = range(stops[-1] + 1, len(tree)), range(stops[0])
    if title[tree.starts[stops[0]]] == ":" and (pair := _addressing(tree, first, named, casting)) is not None:
        told = _said(tree, stops[0], pair[0], range(stops[0] + 1, len(tree)), "tell")
        deps, head = list(told.deps), list(told.head)
        deps[pair[1]], head[pair[1]] = "dobj", stops[0]
        return replace(told, deps=deps, head=head)
    if title[tree.starts[stops[0]]] == ":" and (own := _own_words(tree, stops[0], named, casting)) is not None:
        return own
    if stops[-1] > 2 and (speaker := _speaker(tree, last, named, casting)) is not None:
        return _said(tree, stops[-1], speaker, range(stops[-1]))
    if title[tree.starts[stops[0]]] == ":" and (speaker := _speaker(tree, first, named, casting)) is not None:
        role = casting.role_at(tree, speaker)
        somebody = (role is not None and role.kind == "person") or fold(tree.words[speaker]) in casting.shorts
        # "Tokyo: Beijing's claims 'baseless'" has been given a verb
        if somebody or ("is" in tree.words and not re.search(r"\bis\b", title)):
            return _said(tree, stops[0], speaker, range(stops[0] + 1, len(tree)))
    return tree


def _own_words(tree: Tree, colon: int, named: set[int], casting: Casting) -> Tree | None:
    """Return the parse with a speaker as the subject that his own words leave out: "Lavrov: Won't talk to Kyiv"."""
    if tree.tags[colon + 1] != "MD" or (speaker := _speaker(tree, range(colon), named, casting)) is None:
        return None
    verb, deps, head = tree.head[colon + 1], list(tree.deps), list(tree.head)
    if verb <= colon or any(kid > colon for kid in tree.kids(verb, "nsubj", "nsubjpass")):
        return None  # "Macron: Will Moscow listen?"
    deps[verb], head[verb] = "ROOT", verb
    deps[speaker], head[speaker] = "nsubj", verb
    return replace(tree, deps=deps, head=head)


def _inside(span: tuple[int, int] | None) -> range:
    return range(span[0], span[1] + 1) if span else range(0)


def _speaker(tree: Tree, part: range, named: set[int], casting: Casting) -> int | None:
    """Return the head of a part of a headline that is nothing but somebody, with or without what he spoke on."""
    on = next((token for token in part if tree.tags[token] == "IN" and token > part[0]), part[-1] + 1)
    who = range(part[0], on)
    known = {token for token in who if token in named or fold(tree.words[token]) in casting.shorts}
    if not 0 < len(who) <= _MOST_SPEAKER or not known or any(tree.tags[token] not in NOMINAL for token in who):
        return None
    head = tree.span_head(who[0], who[-1])
    role = casting.role_at(tree, head)
    body = tree.lemmas[head] in _BODIES and not any(tree.lemmas[token] in _PLAYED for token in who)
    return head if head in known or body or (role is not None and role.kind != "thing") else None


def _addressing(tree: Tree, part: range, named: set[int], casting: Casting) -> tuple[int, int] | None:
    """Return who speaks and to whom in a part of a headline that is nothing else: "Macron to Trump at ceremony: ..."."""
    to = next((token for token in part if tree.words[token] == "to"), None)
    if to is None or to == part[0]:
        return None
    end = next((token for token in part if token > to + 1 and tree.tags[token] == "IN"), part[-1] + 1)
    speaker, addressee = (_speaker(tree, side, named, casting) for side in (range(part[0], to), range(to + 1, end)))
    return (speaker, addressee) if speaker is not None and addressee is not None else None


def _going(tree: Tree, noun: int) -> int | None:
    """Return the verb of going that only seems to say which ship it is: "US warship intruded into Chinese waters: navy"."""
    clauses = [clause for clause in tree.kids(noun, "acl") if clause > noun and tree.lemmas[clause] in _GOING]
    return clauses[0] if clauses and not tree.kids(clauses[0], "agent", "aux", "auxpass") else None


def _said(tree: Tree, colon: int, speaker: int, part: range, verb: str = "say") -> Tree:
    """Return the tree with a colon as the verb of a speaker and of what the other part says."""
    lemmas, pos, tags = list(tree.lemmas), list(tree.pos), list(tree.tags)
    deps, head = list(tree.deps), list(tree.head)
    roots = [token for token in part if tree.head[token] == token or tree.head[token] not in part]
    lemmas[colon], pos[colon], tags[colon], deps[colon], head[colon] = verb, "VERB", "VBZ", "ROOT", colon
    for root in roots:
        deps[root], head[root] = ("ccomp" if deps[root] != "punct" else "punct"), colon
        if verb == "say" and (going := _going(tree, root)) is not None:
            deps[going], head[going], tags[going] = "ccomp", colon, "VBD"
            deps[root], head[root] = "nsubj", going
    deps[speaker], head[speaker] = "nsubj", colon
    return Tree(tree.text, tree.words, lemmas, pos, tags, deps, head, tree.starts, tree.ends)
