"""What hangs on a word behind a preposition, however the parser hung it."""

from etl.coder.tree import Tree

_ELSEWHERE = frozenset({"ahead", "instead"})  # "inspects plants ahead of a trip" inspects no trip
_WHERE = frozenset({"here", "there"})
_SITES = frozenset(
    (
        "site village town base port plant airport field camp hotel complex yard shipyard facility station hospital school mine"
        " dam reactor post checkpoint outpost depot factory airfield harbour harbor refinery conference summit ceremony"
    ).split(" ")
)
_RELATIVES = frozenset({"which", "whom"})


_CARRIERS = frozenset("ferry plane flight airliner ship vessel boat train bus jet flotilla passenger tourist migrant".split(" "))
_BOUND = frozenset({"bound", "destined", "headed", "earmarked"})


def _measured(tree: Tree, noun: int) -> list[int]:
    """Return the goods that a noun is about: "shipments of chips", "a licence for chips"."""
    return [part for prep in tree.kids(noun, "prep") if tree.lemmas[prep] in {"of", "for"} for part in tree.kids(prep, "pobj")]


def _bound_for(tree: Tree, noun: int) -> list[int]:
    """Return where goods are said to be going."""
    if tree.lemmas[noun] in _CARRIERS:
        return []  # "searched a ferry bound for Peru" does nothing to Peru
    clauses = [clause for clause in tree.kids(noun, "acl", "amod") if clause > noun and tree.words[clause].lower() in _BOUND]
    ways = [prep for clause in clauses for prep in tree.kids(clause, "prep") if tree.lemmas[prep] in {"for", "to"}]
    return [part for prep in ways for part in tree.kids(prep, "pobj")]


def hanging(tree: Tree, token: int) -> dict[str, list[int]]:
    """Return the tokens behind the prepositions that hang on a token, by preposition."""
    found: dict[str, list[int]] = {}
    if not tree.children[token]:
        return found
    if given := [kid for kid in tree.kids(token, "dative") if tree.pos[kid] != "ADP"]:
        found["to"] = given  # "gave Hanoi two ships" gave them to Hanoi
    for here in (kid for kid in tree.kids(token, "advmod") if tree.words[kid].lower() in _WHERE):
        found["in"] = [here]  # "arrived here"
        if tree.words[here].lower() == "there":
            found["to"] = [here]  # "will go there"
    preps = tree.kids(token, "prep", "agent", "dative", "prt", "advmod")
    # "flew to Oslo on Monday and then to Riga": the parser hangs the second on the day
    preps += [
        other
        for prep in preps
        for other in tree.kids(prep, "conj")
        if tree.tags[other] in {"IN", "TO"} and tree.lemmas[other] in {tree.lemmas[prep], "to", "on"}
    ]
    for prep in preps:
        if tree.words[prep - 1].lower() == "not" and prep - 1 in tree.children[prep]:
            continue  # "outraged, not at Iran, but at"
        own, seconds = tree.lemmas[prep], tree.kids(prep, "prep")
        behind = found.setdefault(own, [])
        behind += tree.kids(prep, "pobj", "pcomp")
        # "close to Japan", "out of Iraq": the object hangs on the second preposition
        behind += [pobj for second in seconds for pobj in tree.kids(second, "pobj")]
        if own == "at":  # "will build reactors at a site in Turkey"
            sites = [pobj for pobj in tree.kids(prep, "pobj") if tree.lemmas[pobj] in _SITES and not _named(tree, pobj)]
            inner = [kid for site in sites for kid in tree.kids(site, "prep") if tree.lemmas[kid] == "in"]
            found.setdefault("in", []).extend(part for kid in inner for part in tree.kids(kid, "pobj"))
        # "together with", "along with", "because of": the second preposition counts
        if own not in _ELSEWHERE:
            for second in seconds:
                found.setdefault(tree.lemmas[second], []).extend(tree.kids(second, "pobj", "pcomp"))
    if bound := [part for thing in (token, *_measured(tree, token)) for part in _bound_for(tree, thing)]:
        found["to"] = [*found.get("to", ()), *bound]  # "chips bound for Peru" go to it
    if tree.deps[token] == "relcl":  # "Iran, against which Fiji imposed sanctions"
        meant = {kid: tree.head[token] for parts in found.values() for kid in parts if tree.words[kid].lower() in _RELATIVES}
        found = {prep: [meant.get(kid, kid) for kid in parts] for prep, parts in found.items()} if meant else found
    return found


def _named(tree: Tree, noun: int) -> bool:
    """Whether a place has a name, or is somebody's: "the Mexican embassy in Lima"."""
    return any(tree.words[kid][:1].isupper() for kid in tree.kids(noun, "amod", "compound", "poss", "nmod"))
