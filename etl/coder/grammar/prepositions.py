"""What hangs on a word behind a preposition, however the parser hung it."""

from etl.coder.tree import Tree

_ELSEWHERE = frozenset({"ahead", "instead"})  # "inspects plants ahead of a trip" inspects no trip
_WHERE = frozenset({"here", "there"})
_SITES = frozenset({"at", "near", "outside"})
_RELATIVES = frozenset({"which", "whom"})


def hanging(tree: Tree, token: int) -> dict[str, list[int]]:
    """Return the tokens behind the prepositions that hang on a token, by preposition."""
    found: dict[str, list[int]] = {}
    if not tree.children[token]:
        return found
    if given := [kid for kid in tree.kids(token, "dative") if tree.pos[kid] != "ADP"]:
        found["to"] = given  # "gave Hanoi two ships" gave them to Hanoi
    if here := [kid for kid in tree.kids(token, "advmod") if tree.words[kid].lower() in _WHERE]:
        found["in"] = found["to"] = here  # "arrived here", "will go there"
    preps = tree.kids(token, "prep", "agent", "dative", "prt", "advmod")
    # "flew to Oslo on Monday and then to Riga": the parser hangs the second on the day
    preps += [other for prep in preps for other in tree.kids(prep, "conj") if tree.tags[other] in {"IN", "TO"}]
    for prep in preps:
        if tree.words[prep - 1].lower() == "not" and prep - 1 in tree.children[prep]:
            continue  # "outraged, not at Iran, but at"
        own, seconds = tree.lemmas[prep], tree.kids(prep, "prep")
        behind = found.setdefault(own, [])
        behind += tree.kids(prep, "pobj", "pcomp")
        # "close to Japan", "out of Iraq": the object hangs on the second preposition
        behind += [pobj for second in seconds for pobj in tree.kids(second, "pobj")]
        if own in _SITES:  # "will build reactors at a site in Turkey"
            inner = [
                kid for pobj in tree.kids(prep, "pobj") if tree.tags[pobj] in {"NN", "NNS"} for kid in tree.kids(pobj, "prep")
            ]
            found.setdefault("in", []).extend(
                part for kid in inner if tree.lemmas[kid] == "in" for part in tree.kids(kid, "pobj")
            )
        # "together with", "along with", "because of": the second preposition counts
        if own not in _ELSEWHERE:
            for second in seconds:
                found.setdefault(tree.lemmas[second], []).extend(tree.kids(second, "pobj", "pcomp"))
    if tree.deps[token] == "relcl":  # "Iran, against which Fiji imposed sanctions"
        meant = {kid: tree.head[token] for parts in found.values() for kid in parts if tree.words[kid].lower() in _RELATIVES}
        found = {prep: [meant.get(kid, kid) for kid in parts] for prep, parts in found.items()} if meant else found
    return found
