"""Clauses: where a predicate's subject, object, complement and prepositional phrases stand.

Works on ClearNLP labels. Subjects are followed through conjunction, control ("plans to ban"), participles, relative clauses and
headline infinitives ("Xi to visit Seoul"); objects through passives and relative clauses.
"""

from etl.coder.actors import Cast, Casting
from etl.coder.grammar.companions import beside, membership
from etl.coder.grammar.control import OBJECT_CONTROL, assailed, telephoned
from etl.coder.grammar.implicatives import carried_by
from etl.coder.grammar.measures import enacts
from etl.coder.grammar.prepositions import hanging
from etl.coder.tree import Tree
from etl.dictionaries import Role

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_SAYING = frozenset(
    (
        "say claim report announce add state note admit insist argue find show suggest reveal confirm think believe write "
        "declare predict estimate allege"
    ).split(" ")
)
_WITH_OBJECT = frozenset(
    (
        "blame warn accuse urge ask tell order force pressure criticise criticize condemn denounce slam expel arrest detain "
        "sanction ban charge jail sentence convict indict kill wound injure sue fine deport extradite bomb shell seize capture "
        "summon suspect oust bar evacuate rescue target honour honor praise hit pardon laud hail extol applaud commend "
        "lambast lambaste blast assail rebuke censure ridicule flay decry deplore commemorate hold"
    ).split(" ")
)
"""Verbs that headlines do not put into the past without saying whom: "Kenya hit by strike" was hit."""

_SUMMING = frozenset(
    (
        "move step decision action measure act gesture remark comment statement ruling verdict policy practice plan idea "
        "proposal claim charge allegation accusation demand wording phrase word term tactic development result change "
        "announcement threat incident provocation something assertion suggestion contention"
    ).split(" ")
)
"""Nouns that take up a whole clause."""
_TIMES = frozenset({"after", "before", "since", "during", "amid", "despite", "while", "following", "without"})
"""Prepositions whose clause goes beside an act and is not governed by it."""
_DEFEATING = frozenset(
    (
        "veto block reject oppose defeat scuttle dismiss rebuff thwart hold delay stall dilute scupper torpedo derail kill shelve"
    ).split(" ")
)
_UTTERED = frozenset(
    "statement letter message speech remark comment video article editorial commentary ultimatum post tweet note reply".split(" ")
)
_NEARER = frozenset({"in", "on", "off", "into", "to", "from", "at", "during", "with"})


class Clauses:
    """The predicates of one parsed sentence and the tokens in their slots."""

    def __init__(self, tree: Tree, cast: Cast, casting: Casting, *, is_title: bool) -> None:
        self.tree = tree
        self.cast = cast
        self.is_title = is_title
        self._casting = casting
        self._subjects: dict[int, list[int]] = {}
        self._objects: dict[int, list[int]] = {}
        self._passives: dict[int, bool] = {}
        self._behind: dict[int, dict[str, list[int]]] = {}
        self._verbal = tree.verbal()

    def is_verb(self, token: int) -> bool:
        """Whether a token is a verb form (spaCy tags some participles as adjectives)."""
        return self._verbal[token]

    def passive(self, verb: int) -> bool:
        """Whether a verb form is passive: an auxiliary or subject says so, or it is a bare participle after a noun."""
        if verb not in self._passives:
            self._passives[verb] = self._is_passive(verb)
        return self._passives[verb]

    def _is_passive(self, verb: int) -> bool:
        tree = self.tree
        if any(tree.words[aux].lower() in {"'s", "’s"} for aux in tree.kids(verb, "auxpass")) and tree.kids(verb, "dobj"):
            return False  # "he's struck a deal" has struck it
        if tree.kids(verb, "auxpass", "nsubjpass"):
            return True
        if any(tree.lemmas[aux] == "have" for aux in tree.kids(verb, "aux")):
            return False  # "having spoken by phone"
        if tree.kids(verb, "agent") and tree.tags[verb] in {"VBN", "VBD"}:  # but not "talk by phone", "spoke by phone"
            by = {tree.lemmas[part] for agent in tree.kids(verb, "agent") for part in tree.kids(agent, "pobj")}
            return not (by <= {"phone", "telephone", "video", "videolink"} and tree.tags[verb] == "VBD")
        if tree.tags[verb] in {"VBN", "VBD"} and not tree.kids(verb, "dobj", "ccomp", "xcomp"):
            if tree.deps[verb] == "acl":
                return not tree.kids(verb, "nsubj")  # "a claim Moscow called groundless"
            if self.is_title and tree.tags[verb] == "VBN" and tree.kids(verb, "nsubj") and not tree.kids(verb, "aux"):
                return True  # headline: "Two Japanese detained in China"; in running text the tag is wrong: "youths clashed with"
        if self.is_title and tree.tags[verb] == "VBD" and self._undergone(verb):
            return True
        if tree.deps[verb] == "conj" and not tree.kids(verb, "nsubj", "aux", "dobj") and tree.tags[verb] == "VBN":
            return self.passive(tree.head[verb])
        return False

    def _undergone(self, verb: int) -> bool:
        """Whether a headline's past form lacks the object it needs: "China blamed for hack" was blamed."""
        tree, lemma = self.tree, self.tree.lemmas[verb]
        told = tree.kids(verb, "xcomp") if lemma not in OBJECT_CONTROL else []
        behind = tree.words[verb + 1].lower() if verb + 1 < len(tree) else ""
        shared = any(tree.kids(other, "dobj") for other in tree.kids(verb, "conj"))  # "condemned and sanctioned Iran"
        return (
            lemma in _WITH_OBJECT
            and tree.deps[verb] != "relcl"  # "returns crew it seized"
            and behind not in {"back", "out"}
            and not shared
            and bool(tree.kids(verb, "nsubj"))
            and not tree.kids(verb, "aux", "dobj", "dative", "ccomp", "npadvmod", "dep", "oprd")
            and not told
            and not (lemma == "warn" and behind in {"of", "against", "that"})
        )

    def particle(self, verb: int) -> str:
        """Return a verb's particle ("lash out" -> "out"), empty if there is none."""
        token = self.tree.kid(verb, "prt")
        return self.tree.lemmas[token] if token is not None else ""

    def grammatical_subjects(self, verb: int) -> list[int]:
        """Return the tokens that are a verb's subject on the surface, followed through control and coordination."""
        if verb not in self._subjects:
            self._subjects[verb] = []  # guards against cycles in odd parses
            self._subjects[verb] = self._find_subjects(verb)
        return self._subjects[verb]

    def _find_subjects(self, verb: int) -> list[int]:
        tree = self.tree
        own = tree.kids(verb, *SUBJECTS)
        if own and self._turned_round(verb):
            return self.grammatical_subjects(tree.kids(verb, "ccomp")[0])
        if own:
            shared = len(own) > 1 and tree.words[own[-1]].lower() in {"each", "both", "all"}  # "A, B and C each summoned"
            subject = own[-2] if shared else own[-1]
            if tree.words[subject].lower() in _RELATIVES and tree.deps[verb] == "relcl":
                return self._relative(tree.head[verb])
            return [subject, *beside(tree, verb, subject, self.cast.heads)]
        dep, above = tree.deps[verb], tree.head[verb]
        loose = ("npadvmod", "advmod", "dep", "nmod", "compound")
        stray = [kid for kid in tree.kids(verb, *loose) if kid < verb and self.cast.heads.get(kid)]
        if stray and tree.tags[verb] in {"VBZ", "VBD", "VBP", "VBN", "VB"}:
            return stray[-1:]  # a one-word country in front of its verb, taken for an adverb
        led = self._leading(verb)
        if led or above == verb:
            return led
        if dep == "conj":
            return self.grammatical_subjects(above) if self.is_verb(above) or tree.pos[above] == "AUX" else []
        if (carrier := carried_by(tree, verb)) is not None:
            return self.grammatical_subjects(carrier)
        if dep in {"xcomp", "advcl", "ccomp", "oprd", "dep", "parataxis", "acomp"}:
            return self._controlled(verb)
        if dep == "relcl":
            # "Xi to host Lee" in a headline parses as a relative clause; so does a true gap ("the man to lead").
            return [above]
        if named := self._said_of(verb):
            return named
        if dep == "acl":
            holds = self.is_verb(verb) and tree.tags[verb] in {"VBG", "VB"} and not self._is_actless(above)
            return [above] if holds else self._noun_agents(above)
        if dep == "pcomp":
            return self._pcomp_subjects(tree.head[verb])
        return []

    def _relative(self, noun: int) -> list[int]:
        """Return whom "that" or "who" behind a noun means: the noun, whoever makes the paper that it is, or is one of those."""
        if enacts(self.tree, noun):
            return self._noun_agents(noun)
        group = membership(self.tree, noun)
        return [noun] if group is None else self.grammatical_subjects(group)

    def _controlled(self, verb: int) -> list[int]:
        """Return the subject that an infinitive, a participle or a clause has from the verb above it."""
        tree, dep, above = self.tree, self.tree.deps[verb], self.tree.head[verb]
        close = dep in {"xcomp", "ccomp"} or (dep == "advcl" and verb > above and tree.tags[verb] == "VB")
        if close and tree.lemmas[above] in OBJECT_CONTROL and not telephoned(tree, self.cast.heads, above):
            controllers = self._plain_objects(above)
            if controllers and not self.passive(above):
                return controllers
            if self.passive(above):
                return self.grammatical_subjects(above)
        return self.grammatical_subjects(above) if dep != "ccomp" or tree.kid(verb, "aux") is None else []

    def _said_of(self, word: int) -> list[int]:
        """Return of whom an adjective behind him is said: "Israel close to a deal", "Larijani due in Islamabad"."""
        tree, above = self.tree, self.tree.head[word]
        alone = tree.deps[word] == "advmod" and self.is_title and tree.head[above] == above
        if above > word or tree.pos[word] not in {"ADJ", "ADV"} or not (alone or tree.deps[word] == "amod"):
            return []
        return [part for part in (above, *tree.kids(above, "appos", "conj")) if part < word and self.cast.heads.get(part)][:1]

    def _leading(self, verb: int) -> list[int]:
        """Return the subject that was hung on a participle: "Israel, having apologised to Turkey, agreed to pay"."""
        tree = self.tree
        if tree.tags[verb] not in {"VBD", "VBZ", "VBP"}:
            return []
        aside = [clause for clause in tree.kids(verb, "advcl") if clause < verb and tree.tags[clause] in {"VBG", "VBN"}]
        led = [kid for clause in aside for kid in tree.kids(clause, "nsubj") if kid + 1 < clause and tree.words[kid + 1] == ","]
        if self.is_title and not led and tree.words[verb - 1] == "," and tree.lemmas[verb] not in _SAYING:
            # "Nauru cuts ties with Taiwan, recognises China"
            led = [who for clause in tree.kids(verb, "ccomp") if clause < verb for who in self.grammatical_subjects(clause)]
        return led[:1]

    def _turned_round(self, verb: int) -> bool:
        """Whether a headline's last object was taken for the subject: "Kim oversees test, warns South"."""
        tree = self.tree
        own, told = tree.kids(verb, "nsubj"), tree.kids(verb, "ccomp")
        return (
            self.is_title
            and len(own) == 1
            and own[0] > verb
            and bool(told)
            and told[0] < verb
            and tree.words[verb - 1] == ","
            and tree.lemmas[verb] not in _SAYING
            and tree.pos[told[0]] == "VERB"  # "X is a threat, warns Y" is told by Y
        )

    def _is_actless(self, noun: int) -> bool:
        """Whether a noun is a plan, decision, threat...: its infinitive's subject is whoever holds it."""
        return not self.cast.heads.get(noun) and self._casting.role_at(self.tree, noun) is None and self.tree.pos[noun] == "NOUN"

    def _noun_agents(self, noun: int) -> list[int]:
        """Return who holds a noun such as "decision": its possessor, else the subject of the verb above it."""
        possessors = self.tree.kids(noun, "poss")
        if possessors:
            return possessors
        if self.cast.owners.get(noun):
            return [noun]
        for above in self.tree.ancestors(noun):
            if self.is_verb(above):
                # who vetoes a resolution to condemn somebody, or votes against it, condemns nobody
                defeated = self.tree.lemmas[above] in _DEFEATING and self.tree.head[noun] == above
                against = self.tree.lemmas[self.tree.head[noun]] == "against"
                return [] if against or (defeated and self.tree.deps[noun] == "dobj") else self.grammatical_subjects(above)
        return []

    def _pcomp_subjects(self, preposition: int) -> list[int]:
        """Return the subject of "of violating", "after meeting": the object of accuse-like verbs, else the subject above."""
        above = self.tree.head[preposition]
        if self.is_verb(above):
            told = self.tree.lemmas[preposition] in {"of", "for", "from"}
            return ((self.objects(above) or assailed(self.tree, above)) if told else []) or self.agents(above)
        return self._noun_agents(above)

    def _plain_objects(self, verb: int) -> list[int]:
        return self.tree.kids(verb, "dobj", "dative", "iobj") or [
            pobj
            for preposition in self.tree.kids(verb, "prep", "dative")
            if self.tree.lemmas[preposition] in {"on", "upon", "to", "with", "for"}
            for pobj in self.tree.kids(preposition, "pobj")
            if self.tree.lemmas[verb] in {"call", "appeal", "plead", "prevail"}
        ]

    def agents(self, verb: int) -> list[int]:
        """Return the doer's tokens: the subject, or in a passive the by-phrase."""
        if not self.passive(verb):
            return self.grammatical_subjects(verb)
        found = [pobj for agent in self.tree.kids(verb, "agent") for pobj in self.tree.kids(agent, "pobj")]
        found += [
            pobj
            for prep in self.tree.kids(verb, "prep")
            if self.tree.lemmas[prep] == "by"
            for pobj in self.tree.kids(prep, "pobj")
        ]
        if not found:  # "imposed on generals by Canada", "killed in a shooting by Saudi guards": hung too low
            found = [
                pobj
                for prep in self.tree.kids(verb, "prep")
                if self.tree.lemmas[prep] in _NEARER
                for noun in self.tree.kids(prep, "pobj")
                for by in self.tree.kids(noun, "prep")
                if self.tree.lemmas[by] == "by"
                for pobj in self.tree.kids(by, "pobj")
            ]
        if not found:  # "was declared persona non grata by Rubio"
            inside = [token for kid in self.tree.kids(verb, "oprd", "attr") for token in self.tree.subtree(kid)]
            bys = [token for token in inside if self.tree.lemmas[token] == "by" and self.tree.deps[token] in {"prep", "agent"}]
            found = [pobj for by in bys for pobj in self.tree.kids(by, "pobj")]
        if self.tree.deps[verb] == "amod":  # "a China-brokered deal"
            found += self.tree.kids(verb, "npadvmod")
        return found

    def sums_up(self, noun: int) -> bool:
        """Whether a noun behind a comma stands for the clause before it: ", a move condemned by Germany"."""
        first = min(self.tree.subtree(noun))
        behind = first > 0 and self.tree.words[first - 1] in {",", "-", "–", "—"}
        return behind and self.tree.lemmas[noun] in _SUMMING and not self.cast.heads.get(noun)

    def objects(self, verb: int) -> list[int]:
        """Return the undergoer's tokens: direct and indirect objects, or in a passive the subject."""
        if verb not in self._objects:
            self._objects[verb] = self._find_objects(verb)
        return list(self._objects[verb])

    def _find_objects(self, verb: int) -> list[int]:
        tree = self.tree
        if self.passive(verb):
            if tree.deps[verb] == "acl" and not tree.kids(verb, *SUBJECTS):
                root = next((above for above in tree.ancestors(verb) if tree.head[above] == above), verb)
                # A headline without a finite verb: what was condemned is the whole phrase, not its last noun.
                return (
                    [root]
                    if self.is_title and tree.pos[root] == "NOUN" and tree.kid(verb, "agent") is not None
                    else [tree.head[verb]]
                )
            return self.grammatical_subjects(verb) + tree.kids(verb, "dobj", "oprd")
        if self._turned_round(verb):
            return tree.kids(verb, "nsubj")
        found = tree.kids(verb, "dobj", "dative", "iobj")
        found = [token if tree.pos[token] != "ADP" else next(iter(tree.kids(token, "pobj")), token) for token in found]
        found = [token for number, token in enumerate(found) if not number or not self.sums_up(token)]
        if found and tree.words[found[0]].lower() in _RELATIVES and tree.deps[verb] == "relcl":
            return [tree.head[verb], *found[1:]]
        if not found and tree.deps[verb] == "relcl" and tree.kid(verb, *SUBJECTS) is not None and tree.head[verb] < verb:
            return [tree.head[verb]]  # "the ships China seized"
        if not found and tree.deps[verb] == "conj" and tree.deps[tree.head[verb]] != "ROOT" and self.is_verb(tree.head[verb]):
            return []
        if not found:  # a name behind its verb, taken for an adverb ("met Prime Minister Donald Tusk")
            found = [kid for kid in tree.kids(verb, "npadvmod", "dep") if kid > verb and self.cast.heads.get(kid)][:1]
        # "China warned Japan not to ...": the object is parsed as the subject of the complement.
        if not found:
            for complement in tree.kids(verb, "ccomp"):
                mark = tree.kid(complement, "mark")
                auxiliaries = tree.kids(complement, "aux")
                if mark is None and auxiliaries and tree.lemmas[auxiliaries[-1]] == "to":
                    found.extend(tree.kids(complement, "nsubj", "nsubjpass"))
        return found

    def prepositional(self, token: int, preposition: str) -> list[int]:
        """Return what stands behind a preposition that hangs on a token."""
        return list(self.behind(token).get(preposition, ()))

    def behind(self, token: int) -> dict[str, list[int]]:
        """Return by preposition what stands behind those that hang on a token."""
        found = self._behind.get(token)
        if found is None:
            found = self._behind[token] = hanging(self.tree, token)
        return found

    def complements(self, token: int) -> list[int]:
        """Return the clauses a token governs (infinitives, that-clauses, gerunds after a preposition)."""
        tree = self.tree
        found = tree.kids(token, "xcomp", "ccomp")
        if tree.pos[token] in {"NOUN", "PROPN"}:
            found += [child for child in tree.kids(token, "acl", "relcl") if tree.tags[child] == "VB"]
        for prep in tree.kids(token, "prep"):
            clauses = tree.kids(prep, "pcomp") if tree.lemmas[prep] not in _TIMES else []
            found += [
                clause for clause in clauses if "what" not in {tree.words[kid].lower() for kid in tree.kids(clause, "dobj")}
            ]
        for clause in list(found):
            found += [other for other in tree.conjuncts(clause)[1:] if not tree.kids(other, *SUBJECTS)]
        return found

    def of_a_thing(self, verb: int) -> bool:
        """Whether only a thing that says nothing does it: "the dam threatens wetlands", "tariffs met with anger"."""
        tree, doers = self.tree, self.agents(verb)
        return bool(doers) and all(
            tree.pos[part] in {"NOUN", "VERB"}
            and tree.lemmas[part] not in _UTTERED
            and not self.cast.heads.get(part)
            and self.role_at(part) is None
            for part in doers
        )

    def is_shunned(self, verb: int, clause: int, *, named: bool = True) -> bool:
        """Whether nobody `named` is warned against doing something: "warned (other states) against sending troops to Mali"."""
        against = self.tree.deps[clause] == "pcomp" and self.tree.lemmas[self.tree.head[clause]] == "against"
        return against and self.tree.lemmas[verb] == "warn" and not (named and self.objects(verb))

    def role_at(self, token: int) -> Role | None:
        """Return the role word or phrase that ends at a token ("defence minister", "cabinet")."""
        return self._casting.role_at(self.tree, token)

    def leading(self, verb: int) -> int:
        """Return the verb from whose infinitive a bare verb goes on: "open" for "visit" in "Xi to open talks, visit Laos"."""
        tree = self.tree
        while (
            tree.deps[verb] == "conj"
            and tree.tags[verb] in {"VB", "VBP"}
            and not tree.kids(verb, "aux", "auxpass", *SUBJECTS)
            and tree.is_infinitive(tree.head[verb])
        ):
            verb = tree.head[verb]
        return verb

    def auxiliaries(self, verb: int) -> list[str]:
        """Return a verb's auxiliaries in lower case; a conjunct without its own subject inherits its head's."""
        tree = self.tree
        own = [tree.words[child].lower() for child in tree.kids(verb, "aux", "auxpass")]
        shared = tree.deps[verb] == "conj" and not own and not tree.kids(verb, *SUBJECTS) and self.is_verb(tree.head[verb])
        plain = "VB" if tree.words[verb].lower() == tree.lemmas[verb] else tree.tags[verb]  # "would visit Laos and cut ties"
        bare = {plain, tree.tags[tree.head[verb]]} <= {"VB", "VBP"}  # "will open talks, visit Laos"
        if shared and (bare or tree.tags[verb] == tree.tags[tree.head[verb]] or not tree.kids(tree.head[verb], "aux")):
            return self.auxiliaries(tree.head[verb])
        return own
