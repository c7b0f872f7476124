"""What somebody wants of others ("wants Seoul to pay more") or himself ("wants to meet Kim"), or tries between two others."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.assertion import Assertion
from etl.coder.constructions.construction import Construction
from etl.coder.days.owners import WILL
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.filling import Filling
from etl.coder.tree import Tree
from etl.dictionaries import ActLexicon

_SEEN_IN = frozenset({"interest", "sense"})
_READY = frozenset("readiness willingness will determination resolve desire eagerness".split(" "))
_EXERTING = frozenset({"make", "exert", "spare", "do", "devote"})
_VOICING = frozenset(
    "express voice reiterate reaffirm declare announce state signal confirm stress underline underscore convey affirm repeat note"
    " emphasize emphasise indicate".split(" ")
)
_WANTING = frozenset({"want", "hope", "wish", "like", "love", "desire"})
_TRYING = frozenset("try attempt seek work strive struggle push labour labor effort attempt bid".split(" "))
_PLANNING = frozenset({"want", "like", "love"})
_LIKING = frozenset({"like", "love"})
_CLAIMING = frozenset({"want"})
_REPORTING = frozenset("say tell add stress note emphasize emphasise express state write declare point reiterate".split(" "))
_CONTACTS = frozenset({"040", "042", "043", "044", "046"})
_TIES = frozenset({"050", "054", "057"})
_ENDING = frozenset({"suspend", "end", "abandon", "halt", "drop", "give", "rebuff", "reject", "spurn"})
_MODIFYING = frozenset({"may", "might", "could", "should", "can"})


class Wishes(Construction):
    """Finds what the verbs of wanting and trying of one parsed sentence tell."""

    def __init__(
        self, lexicon: ActLexicon, grammar: Grammar, filling: Filling, assertion: Assertion, protos: Callable[[int], list[Proto]]
    ) -> None:
        """Take the frames, the sentence's slots, and the acts found at each token."""
        super().__init__(lexicon, grammar, assertion)
        self._filling = filling
        self._protos = protos

    def told(self) -> Iterator[Proto]:
        """Yield demands, appeals and plans that are told as wishes, and mediation that is told as an attempt."""
        for token in self._tree.places(_TRYING | _WANTING):
            lemma = self._tree.lemmas[token]
            verb = self._grammar.is_verb(token)
            if lemma in _TRYING:
                yield from self._tried(token)
            elif verb and lemma in _WANTING and not self._undone(token):
                for clause in self._grammar.complements(token):
                    yield from self._wanted(token, clause)

    def _wanted(self, verb: int, clause: int) -> Iterator[Proto]:
        """Yield what is wanted in one clause: of its own subject, where it has one, else a plan of the one who wants."""
        grammar, tree = self._grammar, self._tree
        doers = tuple(grammar.doers(verb))
        if not doers or clause < verb:
            return
        first = tree.head[clause] if tree.deps[clause] == "conj" else clause  # "hoped Iran would stop and talk"
        subjects = tree.kids(clause, "nsubj", "nsubjpass") or tree.kids(first, "nsubj", "nsubjpass")
        own = {actor.key for actor in doers}
        rule_id = f"verb:{tree.lemmas[verb]}=wish"
        planned = tree.lemmas[verb] in _PLANNING or self._spoken(verb)  # but "Kishida hopes to hold talks"
        if not subjects:
            for proto in self._protos(clause):
                others = tuple(actor for actor in (*proto.targets, *proto.sources) if actor.key not in own)
                code = "036" if proto.code in _CONTACTS else self._lexicon.compose("intend", proto.code)
                if planned and code and proto.code in _CONTACTS | _TIES and others and proto.status != "negated":
                    told = Proto(code, doers, others, "oneway", rule_id, verb, "announced", 8, operators=("intend",))
                    yield self._surrounded(told, verb)
            return
        asked = tuple(actor for part in subjects for actor in grammar.actors(part) if actor.key not in own and actor.country)
        claimed = tree.lemmas[verb] in _CLAIMING
        if not asked or grammar.passive(clause) or not (claimed or self._spoken(verb)) or not grammar.is_verb(clause):
            return  # "Nairobi hopes that the senate will renew it" asks nobody
        wanted = self._protos(clause)
        together = len(asked) > 1 or any(proto.code[:2] == "04" for proto in wanted)  # "wants the two to talk"
        operator = "demand" if claimed and not together else "appeal"
        codes = [self._lexicon.compose(operator, proto.code) for proto in wanted]
        code = next((code for code in codes if code), self._lexicon.compose(operator, None)) or "020"
        yield self._surrounded(Proto(code, doers, asked, "oneway", rule_id, verb, rank=8, operators=(operator,)), verb)

    def _tried(self, token: int) -> Iterator[Proto]:
        """Yield the mediation that somebody tries his hand at: whether it comes off or not, he mediates."""
        for clause in self._grammar.complements(token):
            for proto in self._protos(clause):
                if proto.code == "045" and proto.targets and self._grammar.is_verb(proto.trigger):
                    doers = proto.sources or tuple(self._filling.fill(token, ("poss", "by", "of")))
                    if doers and not self._undone(token):
                        yield self._surrounded(replace(proto, sources=doers, status="happened", trigger=token), token)

    def _surrounded(self, proto: Proto, token: int) -> Proto:
        """Return the act as the clauses around it have it."""
        if not self._grammar.is_verb(token) or self._tree.lemmas[token] in _LIKING:
            return self._assertion.around(proto, token)
        return self._assertion.modal(proto, token, self._lexicon)

    def _undone(self, token: int) -> bool:
        """Whether a wish or attempt is denied, only possible, given up, or told of the time before."""
        tree = self._tree
        if not self._grammar.is_verb(token):
            return tree.lemmas[tree.head[token]] in _ENDING
        auxiliaries = set(self._grammar.auxiliaries(token))
        if tree.lemmas[token] in _LIKING and not auxiliaries & {"would", "'d"}:
            return True
        given_up = tree.lemmas[tree.head[token]] in {"give", "stop", "refuse", "fail"}
        return bool(auxiliaries & (_MODIFYING | {"had"})) or bool(tree.kids(token, "neg")) or given_up

    def _spoken(self, verb: int) -> bool:
        """Whether a hope is expressed to somebody: "told reporters he hoped Japan would ...", "..., the minister said"."""
        tree = self._tree
        first = tree.head[verb] if tree.deps[verb] == "conj" else verb
        above = tree.head[first]
        reported = tree.deps[first] in {"ccomp", "conj", "parataxis"} and tree.lemmas[above] in _REPORTING
        quoted = any(tree.lemmas[kid] in _REPORTING for kid in tree.kids(verb, "parataxis"))
        return reported or (quoted and first == tree.head[first])


def seeking(tree: Tree, verb: int) -> bool:
    """Whether somebody means to do a thing himself, and asks it of nobody: "sought to mediate", but not "sought help from"."""
    return tree.lemmas[verb] == "seek" and bool(tree.kids(verb, "xcomp")) and not tree.kids(verb, "dobj")


def ready(grammar: Grammar, noun: int) -> bool:
    """Whether somebody says that he is ready, and not that another is or is not: "reiterated Moscow's willingness to meet".

    So is who will spare no pains: "would make every effort to expand ties with Laos".
    """
    tree = grammar.tree
    if tree.lemmas[noun] == "effort":
        return _will_exert(grammar, tree.head[noun]) and tree.deps[noun] == "dobj"
    if tree.lemmas[noun] not in _READY:
        return False
    verb = tree.head[noun]
    own = {actor.key for actor in grammar.doers(verb)}
    theirs = {actor.key for actor in grammar.possessors(noun)}
    return tree.deps[noun] == "dobj" and tree.lemmas[verb] in _VOICING and not (own and theirs - own)


def _will_exert(grammar: Grammar, verb: int) -> bool:
    """Whether somebody says that he will take pains: "will exert every effort", "vowed to make efforts"."""
    tree = grammar.tree
    above = tree.head[verb]
    vowed = tree.deps[verb] == "xcomp" and tree.lemmas[above] in {"vow", "pledge", "promise", "agree", "resolve", "undertake"}
    vowed = vowed or (tree.deps[verb] == "acl" and ready(grammar, above))  # "expressed his will to exert all efforts"
    coming = vowed or bool(WILL & set(grammar.auxiliaries(verb)))
    return coming and tree.lemmas[verb] in _EXERTING and not tree.kids(verb, "neg")


def seen_in(tree: Tree, noun: int) -> tuple[list[int], list[int]]:
    """Return the verbs and nouns in which somebody has an interest or sees sense: "no interest in meeting", "in talks"."""
    inside = [prep for prep in tree.kids(noun, "prep") if tree.lemmas[prep] == "in"] if tree.lemmas[noun] in _SEEN_IN else []
    clauses = [clause for prep in inside for clause in tree.kids(prep, "pcomp")]
    return clauses, [thing for prep in inside for thing in tree.kids(prep, "pobj")]
