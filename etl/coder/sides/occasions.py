"""What else a sentence tells around an act: who acted before, beside or in the clause that an act hangs on.

`implied` asks these in turn for the target of an act that names none.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.coder.assertion import CONTACTING
from etl.coder.days.owners import HOLDING
from etl.coder.grammar.conditions import hinging_on
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import ADDRESSED, ASKING
from etl.coder.sides.filling import RESPONSES
from etl.coder.sides.replies import FRIENDLY, OCCASIONS, UNFRIENDLY, Replies
from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon
from etl.records import LIVE

ANSWERS = frozenset({"02", "10", "11", "12", "13", "14", "15"})
_MOVING = frozenset({"prompt", "force", "lead", "cause", "spur", "compel", "provoke", "oblige", "push", "drive"})
_GRIEVANCES = frozenset({"over", "at", "about", "after", "following"})
_FORCE = frozenset({"15", "18", "19"})
_MENACING = _FORCE | {"13"}
_PROVOKING = frozenset(
    "launch test firing provocation threat incursion intrusion sortie drill exercise transit missile rocket".split(" ")
)
_RETURNS = RESPONSES | {"reprisal", "revenge"}
_MEANS = frozenset({"war", "force", "action", "measure", "step"})
_FOLLOWING = frozenset({"after", "following"})
_KNOWN = 8  # so many CAMEO roots a noun may stand for and still tell what is meant
_SPITE = frozenset({"despite", "over", "against", "amid", "ignoring", "defying", "notwithstanding"})
_OBJECTIONS = frozenset({"objection", "protest", "opposition", "warning", "threat", "criticism", "condemnation"})
_PLEAS = frozenset({"demand", "plea", "appeal", "call", "request"})
_JUDGEMENTS = frozenset({"110", "111", "114"})
CHARGES = frozenset({"charge", "accusation", "allegation", "claim", "assertion", "suggestion"})
SITES = frozenset({"in", "on", "near", "at", "off", "around", "over", "inside", "outside"})
_TO_HIS_FACE = ("1053", "13", "03")
_TALKS = frozenset({"call", "conversation", "talk", "meeting", "phone", "teleconference", "videoconference", "summit"})
_GIVING = ("032", "033", "07")


def said_above(tree: Tree, verb: int) -> int:
    """Return the verb by which somebody says or vows what a verb tells, else the verb itself."""
    while tree.deps[verb] in {"ccomp", "acomp", "xcomp"} and tree.head[verb] < verb:
        verb = tree.head[verb]
    return verb


class Occasions:
    """Finds who acts around an act in one parsed sentence."""

    def __init__(self, grammar: Grammar, protos: Callable[[int], list[Proto]], lexicon: ActLexicon, replies: Replies) -> None:
        """Take the sentence's slots, the acts found at each token, the frames, and what answers earlier sentences."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._protos = protos
        self._replies = replies

    def beside(self, proto: Proto, verb: int, own: set[str]) -> list[Actor]:
        """Return whom the same doer blames or threatens in the clause beside: "accused Armenia and warned of a response"."""
        if (proto.code[:2] not in {"10", "11", "13"} and proto.code != "161") or self._replies.about_something(verb):
            return []
        if self._tells_others(verb):
            return []
        top = said_above(self._tree, verb)  # "condemned the strikes and said it would respond"
        first = self._tree.head[top] if self._tree.deps[top] == "conj" else top
        for clause in self._tree.conjuncts(first):
            for other in self._protos(clause) if clause < top else ():
                aimed = [actor for actor in other.targets if actor.key not in own and actor.country]
                if aimed and own == {actor.key for actor in other.sources} and other.code[:2] in UNFRIENDLY | ASKING:
                    return aimed
        return []

    def joined(self, verb: int) -> list[Actor]:
        """Return whom somebody joins in an act, and so does not do it to: "joined the President in condemning the test"."""
        tree = self._tree
        prep = tree.head[verb]
        first = tree.head[prep]
        if tree.deps[verb] != "pcomp" or tree.lemmas[prep] != "in" or tree.lemmas[first] != "join":
            return []
        return [actor for thing in self._grammar.objects(first) for actor in self._grammar.actors(thing, loose=True)]

    def _tells_others(self, verb: int) -> bool:
        """Whether somebody warns an audience that is no party: "criticised China's subsidies and warned investors that"."""
        tree = self._tree
        heard = [noun for noun in tree.kids(verb, "dobj", "dative") if tree.pos[noun] == "NOUN"]
        strangers = [noun for noun in heard if tree.tags[noun] == "NNS" and not self._grammar.actors(noun)]
        envoys = self._lexicon.classes["diplomat"]
        return tree.lemmas[verb] == "warn" and any(tree.lemmas[noun] not in envoys for noun in strangers)

    def doers_before(self, token: int, own: set[str]) -> list[Actor]:
        """Return who did what somebody answers in the next part of a headline: "Peru seizes Chilean boat; Santiago protests".

        Drills of others need no target to be answered with threats: "Seoul and Washington start drills; Pyongyang vows response".
        """
        tree = self._tree
        menaces = any(answer.code[:2] in _MENACING | {"10", "11"} for answer in self._protos(token))
        if not self._grammar.is_title:
            return []
        top = next((above for above in tree.upward(token) if tree.head[above] == above), token)
        for clause in sorted((part for part in range(top) if tree.head[part] == part), reverse=True):
            for part in tree.subtree(clause):
                for told in self._protos(part):
                    struck = own & {actor.key for actor in told.targets} or (menaces and told.code == "062" and told.sources)
                    if told.status in LIVE and struck:
                        return [actor for actor in told.sources if actor.key not in own and actor.country]
        return []

    def asked_too(self, proto: Proto, verb: int, own: set[str]) -> list[Actor]:
        """Return of whom one asks whom he thanks or faults in the clause before: "thanked Seoul and asked for drones"."""
        if proto.code[:2] != "02" or self._tree.deps[verb] != "conj" or self._grammar.prepositional(verb, "on"):
            return []
        first = self._tree.head[verb]
        told = [one for one in self._protos(first) if own == {actor.key for actor in one.sources} and one.status in LIVE]
        aimed = [one for one in told if one.code[:2] in {"02", "05", "10", "11", "12"} or one.rule_id.startswith("verb:raise")]
        return [actor for one in aimed[:1] for actor in one.targets if actor.key not in own]

    def visited_too(self, proto: Proto, verb: int, own: set[str]) -> list[Actor]:
        """Return to whom one gives who is met or visited in the clause before: "visited Kyiv and promised 500 million euros"."""
        tree = self._tree
        if not proto.code.startswith(_GIVING) or tree.deps[verb] not in {"conj", "advcl"} or tree.kids(verb, "nsubj", "mark"):
            return []
        first = tree.head[verb]
        met = [one for one in self._protos(first) if one.status in LIVE and one.code[:2] == "04" and first < verb]
        aimed = {
            actor.key: actor for one in met for actor in (*one.sources, *one.targets) if actor.key not in own and actor.country
        }
        return list(aimed.values()) if len(aimed) == 1 and own <= {actor.key for one in met for actor in one.sources} else []

    def fighting(self, own: set[str]) -> tuple[Actor, ...]:
        """Return who fights where somebody calls for calm or offers to mediate: "Iran, Israel trade fire, Oman urges calm"."""
        for token in range(len(self._tree)):
            for told in self._protos(token):
                sides = {actor.key: actor for actor in (*told.sources, *told.targets) if actor.country}
                if told.code[:2] in _FORCE and told.status in LIVE and len(sides) > 1 and own.isdisjoint(sides):
                    return tuple(sides.values())
        return ()

    def spoken_to(self, proto: Proto, verb: int) -> list[Actor]:
        """Return whom somebody writes to or calls in order to say it: "wrote to China asking for a loan", "phoned to protest"."""
        tree = self._tree
        above = tree.head[verb]
        if (
            tree.deps[verb] not in {"advcl", "xcomp"}
            or tree.lemmas[above] not in CONTACTING
            or proto.code[:2] not in ADDRESSED | {"05"}
        ):
            return []
        if self._marks(verb) & {"as", "while", "when"}:
            return []  # "to visit Oman as Russia seeks support in Asia"
        return [actor for other in self._protos(above) for actor in other.targets]

    def talked_with(self, proto: Proto, verb: int) -> list[Actor]:
        """Return with whom somebody speaks as he demands, threatens or promises: "in a call with Xi, Merz demanded them"."""
        if not proto.code.startswith(_TO_HIS_FACE):  # who demands an end to a war may say so to a friend
            return []
        grammar = self._grammar
        talks = [noun for way in ("in", "during", "at", "on") for noun in grammar.prepositional(verb, way)]
        talks = [noun for noun in talks if self._tree.lemmas[noun] in _TALKS]
        found = [actor for noun in talks for part in grammar.prepositional(noun, "with") for actor in grammar.actors(part)]
        return found if len({actor.key for actor in found}) == 1 else []

    def struck(self, verb: int) -> list[Actor]:
        """Return whom a disaster struck after which somebody helps: "pledges support after a quake rattles the Philippines"."""
        tree, grammar, disasters = self._tree, self._grammar, self._lexicon.classes["disaster"]
        found: list[Actor] = []
        if not tree.places(disasters):
            return found
        for clause in tree.kids(verb, "advcl"):
            if any(tree.lemmas[subject] in disasters for subject in tree.kids(clause, "nsubj")):
                found += [actor for thing in grammar.objects(clause) for actor in grammar.actors(thing)]
        for after in ("after", "following", "for", "over"):
            for noun in grammar.prepositional(verb, after):
                if tree.lemmas[noun] in disasters:
                    places = [place for at in ("in", "of", "off") for place in grammar.prepositional(noun, at)]
                    found += [*grammar.possessors(noun), *(actor for place in places for actor in grammar.actors(place))]
        return found

    def summed(self, verb: int) -> Iterator[Actor]:
        """Yield who did what a clause in between takes up: "Russia shut the strait, a move that Oman condemned"."""
        tree, grammar = self._tree, self._grammar
        above = tree.head[verb]
        if tree.deps[verb] == "pcomp":  # "blocked the road, in what Armenia called a siege"
            whats = {tree.words[kid].lower() for kid in tree.kids(verb, "dobj")}
            if tree.lemmas[above] not in {"in", "for"} or "what" not in whats:
                return
        elif tree.deps[verb] not in {"relcl", "acl"}:
            return
        elif grammar.cast.heads.get(above):  # "bombed a tower in Doha, which Qatar called cowardly"
            which = [kid for kid in tree.kids(verb, "dobj") if tree.words[kid].lower() == "which" and tree.words[kid - 1] == ","]
            if not which or tree.deps[above] != "pobj" or tree.lemmas[tree.head[above]] not in SITES:
                return
        elif tree.pos[above] != "NOUN":
            return
        elif not grammar.sums_up(above):
            said = tree.kids(verb, "ccomp")  # "a verdict which Canberra said was harsh"
            parts = tree.kids(verb, "dobj", "nsubjpass") + [kid for clause in said for kid in tree.kids(clause, "nsubj")]
            parts += [
                kid
                for prep in tree.kids(verb, "prep")
                if tree.lemmas[prep] in _GRIEVANCES | {"for"}
                for kid in tree.kids(prep, "pobj")
            ]
            which = [kid for kid in parts if tree.words[kid].lower() == "which"]
            comma = which and "," in tree.words[which[0] - 2 : which[0]]
            if not comma or tree.kids(above, "poss", "prep"):
                return
        clause = next((token for token in tree.ancestors(above) if grammar.is_verb(token)), None)
        if clause is not None:
            # "protested to China over the drill, which Canberra called disappointing"
            blamed = [actor for other in self._protos(clause) if other.code[:2] == "11" for actor in other.targets]
            if blamed and tree.deps[above] == "pobj":
                yield from blamed
                return
            teller = tree.head[clause] if tree.deps[clause] == "ccomp" and tree.lemmas[above] in CHARGES else clause
            for agent in grammar.agents(teller):  # "said hackers backed by China did it, a charge Beijing rejected"
                yield from grammar.actors(agent, loose=True)

    def jailers(self, proto: Proto, verb: int) -> Iterator[Actor]:
        """Yield who holds those whose release is asked for: "demanded the release of two men held by Chinese police"."""
        tree, grammar = self._tree, self._grammar
        if proto.code[:2] not in ASKING:
            return
        for token in tree.subtree(verb):
            if token > verb and tree.deps[token] in {"relcl", "acl"} and tree.lemmas[token] in HOLDING and grammar.passive(token):
                for agent in grammar.agents(token):
                    yield from grammar.actors(agent, loose=True)
                for place in grammar.prepositional(token, "in"):
                    yield from grammar.actors(place)

    def below(self, verb: int, root: str) -> Iterator[Actor]:
        """Yield who acts in the clauses of occasion that hang on a verb; a threat's is also a condition ("if Seoul attacks")."""
        tree = self._tree
        if root == "13":
            yield from hinging_on(self._grammar, verb)
        for clause in tree.kids(verb, "advcl"):
            beside = root == "15" and self._marks(clause) & {"as", "while", "when"}  # "fired missiles as Lee headed to China"
            if self._marks(clause) & OCCASIONS and not (beside and not self._menaces(clause)):
                yield from self._doers(clause)
        for prep in tree.kids(verb, "prep"):
            if tree.lemmas[prep] in OCCASIONS:
                for inner in tree.kids(prep, "pobj", "pcomp"):
                    yield from self._doers(inner)
            if tree.lemmas[prep] == "in":  # "in response to North Korea's launches"
                answers = [noun for noun in tree.kids(prep, "pobj") if tree.lemmas[noun] in RESPONSES]
                for inner in (inner for noun in answers for inner in self._grammar.prepositional(noun, "to")):
                    yield from self._grammar.actors(inner, loose=True)

    def _menaces(self, clause: int) -> bool:
        """Whether a clause tells of force or threats."""
        return any(one.code[:2] in _MENACING and one.status in LIVE for one in self._protos(clause))

    def answered(self, verb: int) -> Iterator[Actor]:
        """Yield whose doing a measure or a blow pays back: "raised duties in response to U.S. tariffs", "to fire from Gaza"."""
        tree, grammar = self._tree, self._grammar
        holders = (verb, *grammar.objects(verb))
        answers = [noun for one in holders for noun in grammar.prepositional(one, "in") if tree.lemmas[noun] in _RETURNS]
        for cause in (cause for noun in answers for to in ("to", "for") for cause in grammar.prepositional(noun, to)):
            yield from self._behind(cause, ("by", "from"))

    def punished(self, verb: int) -> Iterator[Actor]:
        """Yield whose doing relations are cut for: "suspended talks over U.S. arms sales", "after Norway expelled its envoy"."""
        holders = (verb, *self._grammar.objects(verb))  # "suspended talks over" is hung on the talks
        causes = [cause for one in holders for cause in self._grammar.prepositional(one, "over")]
        causes += [cause for after in ("after", "following") for cause in self._grammar.prepositional(verb, after)]
        for cause in causes:
            yield from self._behind(cause, ("by",))
        for clause in self._tree.kids(verb, "advcl"):
            if self._marks(clause) & _FOLLOWING:
                yield from self._doers(clause)

    def _behind(self, cause: int, ways: tuple[str, ...]) -> Iterator[Actor]:
        """Yield who did what a noun tells: whose act it is, or thing by an apostrophe, else whom these prepositions name below.

        "The Taiwan deal" is not Taiwan's.
        """
        tree, grammar = self._tree, self._grammar
        owners = (actor for owner in tree.kids(cause, "poss") for actor in grammar.actors(owner, loose=True))
        told = list(self._doers(cause)) or list(owners)
        links = [token for token in tree.subtree(cause) if tree.deps[token] in {"prep", "agent"}]
        behind = [noun for link in links if tree.lemmas[link] in ways for noun in tree.kids(link, "pobj")]
        yield from told or (actor for noun in behind for actor in grammar.actors(noun))

    def shown_to(self, verb: int) -> Iterator[Actor]:
        """Yield whose force or threat a show of force follows: "flew bombers over South Korea after the North's missile test"."""
        tree = self._tree
        inner = [clause for clause in tree.kids(verb, "advcl") if self._marks(clause) & (_FOLLOWING | {"as", "when"})]
        inner += [noun for after in sorted(_FOLLOWING) for noun in self._grammar.prepositional(verb, after)]
        answers = [noun for noun in self._grammar.prepositional(verb, "in") if tree.lemmas[noun] in RESPONSES]
        inner += [noun for answer in answers for noun in self._grammar.prepositional(answer, "to")]
        for part in (part for token in inner for part in tree.conjuncts(token)):
            told = [one for one in self._protos(part) if one.code[:2] in _MENACING and one.status in LIVE]
            yield from (actor for one in told for actor in one.sources)
            if not told and tree.lemmas[part] in _PROVOKING:  # "after the North's rocket launch"
                yield from self._grammar.possessors(part)

    def above(self, verb: int) -> Iterator[Actor]:
        """Yield who acts where a verb tells of the answer: "Taiwan hails its deal with the US as China protests"."""
        tree = self._tree
        if tree.lemmas[tree.head[verb]] in _MOVING and tree.deps[verb] in {"xcomp", "ccomp"}:
            for agent in self._grammar.agents(tree.head[verb]):  # "bombers flew by, prompting Japan to scramble jets"
                yield from self._grammar.actors(agent, loose=True)
        if tree.deps[verb] == "advcl" and self._marks(verb) & {"as", "while"} and tree.lemmas[verb] != "seek":
            above = tree.head[verb]
            for proto in self._protos(above):
                if proto.status in LIVE and proto.code[:2] not in ANSWERS:
                    yield from proto.sources
                    yield from proto.targets

    def provokers(self, verb: int, own: set[str]) -> Iterator[Actor]:
        """Yield who did something to the one that answers, in the clause beside: "Trump taxes steel, Beijing retaliates"."""
        for proto in self.provocations(verb, own):
            yield from (actor for actor in proto.sources if actor.key not in own)

    def provocations(self, verb: int, own: set[str]) -> Iterator[Proto]:
        """Yield the unfriendly acts done to the one that answers in the clauses beside a verb."""
        tree = self._tree
        beside = [*tree.conjuncts(verb), tree.head[verb], *tree.kids(verb, "ccomp", "parataxis", "dep", "advcl")]
        beside += [token for token in range(len(tree)) if tree.head[token] == token]
        # "voiced anger after a jet shot down its balloon, and said it reserved the right to respond"
        beside += [clause for one in tree.conjuncts(tree.head[said_above(tree, verb)]) for clause in tree.kids(one, "advcl")]
        for clause in dict.fromkeys(beside):
            for proto in self._protos(clause) if clause != verb else ():
                if proto.status in LIVE and proto.code[:2] not in FRIENDLY and own & {actor.key for actor in proto.targets}:
                    yield proto

    def doers_beside(self, proto: Proto, verb: int, own: set[str]) -> list[Actor]:
        """Return who did what somebody judges in the clause behind: "Israel bombed the port, and Oman condemned the raid"."""
        tree = self._tree
        roots = self._replies.judged(verb) if proto.code[:3] in _JUDGEMENTS else frozenset()
        top = said_above(tree, verb)  # "and the ministry said that it was dismayed"
        if tree.deps[top] in {"relcl", "acl"} or (tree.deps[top] == "advcl" and "<" not in proto.rule_id):
            return []
        beside = [tree.head[top], *tree.conjuncts(tree.head[top] if tree.deps[top] == "conj" else top)]
        beside += [*tree.kids(top, "ccomp", "parataxis", "dep"), *(part for part in range(top) if tree.head[part] == part)]
        for clause in sorted({part for part in beside if part < top}, reverse=True) if roots else ():
            if doers := self._did(clause, top, roots):
                return [] if own & {actor.key for actor in doers} else doers
        return []

    def _did(self, clause: int, top: int, roots: AbstractSet[str]) -> list[Actor]:
        """Return who did something of these roots in a clause; whatever he did, where anything may be meant."""
        tree, grammar = self._tree, self._grammar
        within: Iterable[int] = [clause, *tree.kids(clause, "dobj")]
        if len(roots) < _KNOWN:
            within = [token for token in reversed(tree.subtree(clause)) if token < top and top not in tree.ancestors(token)]
        for token in within:
            told = [part for part in self._protos(token) if part.status in LIVE and part.code[:2] in roots and part.sources]
            if told and told[0].code[:2] == "11":  # who judges too, judges the same
                return list(told[0].targets)
            if told:
                return list(told[0].sources)
        agents = grammar.agents(clause) if grammar.is_verb(clause) or tree.kids(clause, "nsubj") else []
        return [actor for agent in agents for actor in grammar.actors(agent, loose=True)]

    def grievances(self, verb: int) -> Iterator[Actor]:
        """Yield to whom the thing belongs that a verb is about, or who made it: "protests over the law that Beijing passed"."""
        tree, grammar = self._tree, self._grammar
        menacing = self._lexicon.classes["consequence"] | self._lexicon.classes["retaliation"] | _MEANS
        things = [*tree.kids(verb, "dobj"), *grammar.prepositional(verb, "of")]  # "warned of reprisals over Chad's raid"
        things = [thing for thing in things if tree.lemmas[thing] in menacing]
        hung = [prep for thing in things for prep in tree.kids(thing, "prep") if tree.lemmas[prep] in {"over", *_FOLLOWING}]
        for prep in (*tree.kids(verb, "prep"), *hung):
            for noun in tree.kids(prep, "pobj") if tree.lemmas[prep] in _GRIEVANCES else ():
                yield from grammar.possessors(noun)
                for clause in tree.kids(noun, "relcl", "acl"):
                    makers = grammar.agents(clause) if grammar.is_verb(clause) and not grammar.possessors(noun) else ()
                    yield from (actor for maker in makers for actor in grammar.cast.heads.get(maker, ()))

    def _doers(self, token: int) -> Iterator[Actor]:
        """Yield the sources of the acts told in a clause or noun phrase."""
        for part in self._tree.conjuncts(token):
            for proto in self._protos(part):
                if proto.status in LIVE and proto.code[:2] != "01":
                    yield from proto.sources

    def _marks(self, clause: int) -> set[str]:
        return {self._tree.words[word].lower() for word in self._tree.kids(clause, "mark", "advmod")}

    def in_spite(self, noun: int) -> int | None:
        """Return the verb of what is done in spite of what somebody says: "signed the pact over Beijing's objections"."""
        tree = self._tree
        first = tree.head[noun] if tree.deps[noun] == "conj" else noun
        prep = tree.head[first]
        if tree.deps[first] != "pobj" or tree.words[prep].lower() not in _SPITE:
            return None
        if tree.lemmas[noun] not in (_OBJECTIONS | _PLEAS if tree.lemmas[prep] == "despite" else _OBJECTIONS):
            return None
        return tree.head[prep] if self._grammar.is_verb(tree.head[prep]) else None
