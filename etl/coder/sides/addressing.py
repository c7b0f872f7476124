"""Who speaks and to whom: the doers and addressees of words that govern an act."""

from etl.coder.actors import Actor
from etl.coder.grammar.slots import Grammar
from etl.coder.sides.filling import Filling
from etl.coder.sides.letters import writing
from etl.dictionaries import ActLexicon, Operator

SOMEBODY = frozenset(
    (
        "country nation side party government authority group bloc neighbour neighbor ally partner rebel militant world public "
        "company state community power republic regime faction force troop citizen people resident"
    ).split(" ")
)

_JUDGING = frozenset(
    (
        "condemn deplore denounce decry regret lament welcome hail praise applaud criticise criticize slam blast protest fear "
        "expect predict note report mourn face confront avert avoid"
    ).split()
)
"""Whoever judges the resumption of something has not resumed it, nor does he who faces a threat make it."""
_TAKEN_UP = frozenset({"resume", "end"})


class Addressing:
    """Finds the sides of the operators of one parsed sentence."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar, filling: Filling) -> None:
        """Take the operators and the sentence's slots."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree
        self._filling = filling

    def addressees(self, token: int, operator: Operator) -> list[Actor]:
        """Return who is addressed: by the operator's slots, or who answers a call."""
        grammar = self._grammar
        for slot in operator.addressee:
            if slot == "comp":
                clauses = grammar.complements(token)
                found = self._filling.named([who for clause in clauses for who in self._tree.kids(clause, "nsubj", "nsubjpass")])
            else:
                found = self._filling.fill(token, (slot,))
            if found:
                return found
        if operator.pos == "verb":
            return self._written_to(token)
        if operator.pos == "noun" and self._grammar.is_verb(self._tree.head[token]):
            # "Ankara rebuffed Washington's call": who answers a call was called on
            answers = self._lexicon.operators.get(("verb", self._tree.lemmas[self._tree.head[token]]), ())
            if any(answer.operator in {"refuse", "agree"} for answer in answers):
                return self._filling.named(self._grammar.agents(self._tree.head[token]))
        return []

    def word_given(self, token: int, operator: Operator) -> str | None:
        """Return the code of a promise whose matter is in no frame, where it is made to somebody: "promised Laos that"."""
        clauses = [clause for clause in self._tree.kids(token, "ccomp") if clause > token]
        marks = [mark for clause in clauses for mark in self._tree.kids(clause, "mark")]
        said = any(self._tree.words[mark].lower() == "that" for mark in marks)
        return "030" if operator.lemma == "promise" and operator.pos == "verb" and said else None

    def _written_to(self, token: int) -> list[Actor]:
        """Return who gets the letter that bids or threatens: "sent a letter to Iran threatening to cut aid"."""
        verb = writing(self._grammar, token)
        return [] if verb is None else self._filling.fill(verb, ("to",))

    def addressed(self, token: int, operator: Operator) -> bool:
        """Whether a bid goes to people of no known country ("accused the cabinet of ..."), so not to the inner act's target."""
        if operator.pos != "verb" or "obj" not in operator.addressee:
            return False
        objects = self._grammar.objects(token)
        roles = [self._grammar.role_at(part) for part in objects]
        somebody = any(self._tree.lemmas[part] in SOMEBODY for part in objects)
        return somebody or any(role is not None and role.kind != "thing" for role in roles)

    def doers(self, token: int, operator: Operator) -> list[Actor]:
        """Return who agrees, demands, refuses: the agents of a verb, the owner of a noun or who lends it a verb."""
        grammar = self._grammar
        if operator.lemma == "force" and self._tree.tags[token] == "VBG" and self._tree.deps[token] == "advcl":
            return []  # "balloons drifted in, forcing Vilnius to shut its airport": nobody has demanded that
        if operator.lemma == "warn" and self._of_nature(token):
            return []  # "warned that the typhoon could strike Taiwan"
        if operator.pos == "noun":
            # "the resumption of talks on Iran's arms": what stands behind "of" is taken up again, and does not do so
            theirs = () if operator.operator in _TAKEN_UP else ("of",)
            found = self._filling.fill(token, ("poss", "by", "from", "between", *theirs))
            if found:
                return found
            above = self._tree.head[token]
            held = grammar.is_verb(above) and token in grammar.objects(above) + self._tree.kids(above, "attr")
            if held and self._tree.lemmas[above] not in _JUDGING:
                return grammar.doers(above)
            return []
        if operator.pos == "adj":
            above = self._tree.head[token]
            subjects = grammar.grammatical_subjects(token) or grammar.grammatical_subjects(above)
            if not subjects and grammar.cast.heads.get(above):
                subjects = [above]  # "China ready to work with ..."
            return [actor for part in subjects for actor in grammar.actors(part, loose=True)]
        if grammar.passive(token) and operator.operator in {"intend", "wish"}:
            return [actor for part in grammar.grammatical_subjects(token) for actor in grammar.actors(part, loose=True)]
        return grammar.doers(token)

    def _of_nature(self, verb: int) -> bool:
        """Whether what somebody warns of is done by no one: a storm, a quake."""
        disasters = self._lexicon.classes["disaster"]
        subjects = [who for clause in self._grammar.complements(verb) for who in self._tree.kids(clause, "nsubj")]
        return any(self._tree.lemmas[who] in disasters for who in subjects)
