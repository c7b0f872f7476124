"""Grammar: the slots of one sentence and which actors they name.

A noun phrase names an actor by itself, by what it points back to, by its role and owner, or - where that is enough - by whom it
belongs to. Where the slots stand is the business of `clauses`.
"""

from etl.coder.actors import Actor, Cast, Casting
from etl.coder.coreference import RECIPROCAL, Coreference
from etl.coder.grammar.clauses import Clauses
from etl.coder.grammar.employers import Employers
from etl.coder.naming.asides import en_route
from etl.coder.recall.possessions import FACING
from etl.coder.tree import Tree

_PARTITIVES = frozenset(
    (
        "one two three several some many most all none both each number dozen dozens hundred hundreds thousand "
        "thousands score scores pair group part member members majority series handful range variety lot couple half "
        "rest team delegation fleet flotilla squadron convoy crew contingent portion batch wave head heads chief chiefs "
        "leader minister"
    ).split(" ")
)
_MAKING = frozenset(
    "come make produce import originate ship buy build manufacture grow catch hold detain jail imprison arrest strand base "
    "locate headquarter register domicile incorporate bring".split(" ")
)
_TAKING_PART = frozenset(
    "join attend back support oppose reject criticise criticize condemn welcome watch accompany follow".split(" ")
)
_SENDING = frozenset({"send", "fire", "launch", "fly", "shoot", "lob", "loose", "dispatch"})
_WEAPONS = frozenset("missile rocket drone shell projectile mortar torpedo balloon".split(" "))
_LINKED = frozenset("link tie connect belong trace".split(" "))
_BEARING = frozenset({"carry", "fly", "load"})
"""What a vessel carries or flies shows whose it is: "a tanker carrying Venezuelan crude"."""
_ASKING = frozenset({"seek", "demand", "request", "propose", "urge", "push", "suggest", "draft", "sponsor"})
_HOLDING = frozenset({"house", "host", "harbour", "harbor", "shelter", "station"})
_SEATED = frozenset(
    "company firm entity bank refinery refiner supplier producer manufacturer trader exporter importer lender broker buyer".split(
        " "
    )
)
"""Such things belong to where they are: "sanctioned two refineries in China"."""
_CALLED_AFTER_CITIES = frozenset(
    (
        "talk summit meeting conference negotiation deal agreement accord pact round address speech rally protest"
        " attack bombing blast explosion shooting siege massacre stabbing killing shelling hijacking bloodbath carnage"
    ).split()
)
_GIVEN = frozenset({"address", "speech"})
_TOPICAL = frozenset(
    (
        "probe investigation inquiry dossier scandal collusion hoax controversy timeline affair allegation hunt narrative"
        " conspiracy"
    ).split()
)
"""A country's name before these says what they are about: "the Russia probe", "the Benghazi timeline"."""
_PLURAL = frozenset({"NNS", "NNPS"})
_COUNTRIES = frozenset(
    "country nation state government member ally power neighbour neighbor economy capital signatory".split(" ")
)
_RIVALS = frozenset({"rival", "archrival", "foe"})
_OTHERS = frozenset("ally partner neighbour neighbor rival foe adversary enemy".split())
"""Whom a country has beside or against it is another: "Chad's neighbours protested" tells nothing of Chad."""
_COACHES = frozenset("bus minibus van car vehicle coach convoy train ferry minivan".split())
_HELD = frozenset({"control", "hold", "administer", "govern", "run", "rule", "own"})
_CONJUNCTIONS = frozenset({"after", "as", "before", "since", "until"})
_OWNING_PREPOSITIONS = ("of", "from", "by")


class Grammar(Clauses):
    """The slots of one parsed sentence, filled."""

    def __init__(self, tree: Tree, cast: Cast, casting: Casting, coreference: Coreference, *, is_title: bool) -> None:
        super().__init__(tree, cast, casting, is_title=is_title)
        self.coreference = coreference
        self._resolving: set[int] = set()
        self._employers = Employers(self, self._one)
        self._known: dict[tuple[int, bool], list[Actor]] = {}
        self._lists: dict[int, list[int]] = {}

    def actors(self, token: int, *, loose: bool = False) -> list[Actor]:
        """Return the actors a noun phrase names, everything coordinated with it included.

        With `loose`, a noun that is no actor stands for the country that owns, makes or sends it ("Tokyo's protest" -> JPN).
        """
        parts = self._lists.get(token)
        if parts is None:
            parts = self._lists[token] = self._coordinated(token)
        found: list[Actor] = []
        for part in parts:
            if any(denied < part for denied in self.tree.kids(part, "neg")):
                continue  # "but not Moscow"
            for actor in self._one(part, loose=loose):
                if all(other.key != actor.key for other in found):
                    found.append(actor)
        return found

    def doers(self, verb: int) -> list[Actor]:
        """Return the actors who do what a verb says, whoever owns or sends its subject included."""
        return [actor for agent in self.agents(verb) for actor in self.actors(agent, loose=True)]

    def _coordinated(self, token: int) -> list[int]:
        """Return the conjuncts of a noun phrase: by "and", in lists ("the U.S., UK, Australia"), by a headline's comma."""
        tree, heads = self.tree, self.cast.heads
        parts: list[int] = []
        queue = [token]
        while queue:
            part = queue.pop(0)
            parts.append(part)
            queue += [
                other for other in tree.kids(part, "conj") if tree.words[other - 1].lower() != "not"
            ]  # "Beijing, but not Moscow"
            if heads.get(part):  # a country apposed to another country is the next member of a list
                mine = {actor.key for actor in heads[part]}
                people = heads[part][0].person
                queue += [
                    other
                    for other in tree.kids(part, "appos")
                    if heads.get(other)
                    and self.tree.words[other - 1].lower() != "not"  # "Doha, not Riyadh"
                    and not mine & {actor.key for actor in heads[other]}
                    and heads[other][0].person == people
                    and (not people or tree.kids(other, "conj"))  # "Li, Yoon and Kishida", but not "the envoy, Kim"
                ]
        before = min(tree.subtree(parts[0])) - 2
        if (
            before >= 0
            and tree.words[before + 1].lower() == "and"
            and heads.get(before)
            and tree.head[before] == tree.head[parts[0]]
        ):
            parts.insert(0, before)  # "Nauru and Palau restored": the first was taken for an adverb
        if self.is_title:
            before = min(tree.subtree(parts[0])) - 1
            while before > 0 and tree.words[before] == "," and heads.get(before - 1) and self._listed_with(before - 1, parts[0]):
                parts.insert(0, before - 1)
                before -= 2
        return parts

    def _listed_with(self, first: int, second: int) -> bool:
        """Whether a headline's comma joins two: not "talks with Oman, Iran says", but "ceasefire after US, Israel bomb Iran"."""
        tree, verb = self.tree, self.tree.head[second]
        several = tree.deps[second] == "nsubj" and tree.tags[verb] in {"VBP", "VB"}
        if tree.deps[first] == "pobj":
            return several and tree.lemmas[tree.head[first]] in _CONJUNCTIONS
        if tree.deps[second] != "nsubj" or several:
            return True
        # "China hacked the Dutch, Britain says": another clause, with a subject of its own
        return not any(self.is_verb(above) and above < first and tree.kids(above, "nsubj") for above in tree.ancestors(first))

    def _one(self, token: int, *, loose: bool) -> list[Actor]:
        if token in self._resolving:
            return []
        if self._resolving:  # what is found on the way to another word may be cut short by the guard
            return self._guarded(token, loose=loose)
        if (token, loose) not in self._known:
            self._known[token, loose] = self._guarded(token, loose=loose)
        return list(self._known[token, loose])

    def _guarded(self, token: int, *, loose: bool) -> list[Actor]:
        self._resolving.add(token)
        try:
            return self._resolve(token, loose=loose)
        finally:
            self._resolving.discard(token)

    def _resolve(self, token: int, *, loose: bool) -> list[Actor]:
        tree = self.tree
        if actors := self.cast.heads.get(token):
            return list(actors)
        if tree.lemmas[token] == "counterpart" or (
            tree.lemmas[token] in FACING
            and (tree.tags[token] == "NN" or tree.lemmas[token] == "host")
            and self._pronominal(token)
            and not self._at_home(token)
        ):
            return self._counterpart(token)
        if tree.pos[token] == "NOUN" and (named := self._of_whom(token)):
            return named
        if resolved := self.coreference.resolve(token):
            return resolved
        if tree.lemmas[token] in _PARTITIVES or tree.pos[token] in {"NUM", "DET", "PRON"}:
            # "indicted four in Russia's secret service"
            members = ("of", "in", "from") if loose and tree.pos[token] == "NUM" else ("of",)
            for pobj in (pobj for preposition in members for pobj in self.prepositional(token, preposition)):
                if actors := self.actors(pobj, loose=loose):
                    return actors
        for apposed in tree.kids(token, "appos"):
            if actors := self.cast.heads.get(apposed):
                return self._listed(apposed) if tree.tags[token] in _PLURAL else list(actors)
        if told := self._employers.behind(token, loose=loose):
            return told
        if some := self._for_example(token):
            return some
        role = self._casting.role_at(tree, token)
        possessors = self.possessors(token)
        if possessors and (loose or role is not None):
            return possessors
        owners = self._owners(token) if loose else []
        if not owners and role is None and tree.pos[token] == "PROPN" and (title := self._casting.title_role(tree, token)):
            return self.coreference.minister_at_home(token) if title.role == "GOV" and title.kind == "person" else []
        return owners or (self.coreference.at_home(token, role.role) if role is not None else [])

    def _listed(self, first: int) -> list[Actor]:
        """Return all whom a list behind its common name holds: "the five states, Chad, Mali and others"."""
        found: dict[str, Actor] = {}
        for part in self._coordinated(first):
            for actor in self.cast.heads.get(part, ()):
                found.setdefault(actor.key, actor)
        return list(found.values())

    def _for_example(self, token: int) -> list[Actor]:
        """Return those whom a common name of countries is said to hold: "nations including Peru and Chile"."""
        tree = self.tree
        if tree.tags[token] not in _PLURAL or tree.lemmas[token] not in _COUNTRIES:
            return []
        such = [prep for prep in tree.kids(token, "prep") if tree.words[prep].lower() in {"including", "as", "like"}]
        such = such or self._told_at_the_end(token)
        return [actor for prep in such for pobj in tree.kids(prep, "pobj") for actor in self._listed(pobj)]

    def _told_at_the_end(self, token: int) -> list[int]:
        """Return the "including" that ends a clause whose subject a common name is: "Nine states voted no, including Peru"."""
        tree = self.tree
        if tree.deps[token] != "nsubj":
            return []
        verb = tree.head[token]
        ends = [one for one in range(verb + 1, len(tree)) if tree.words[one] == "including" and tree.words[one - 1] == ","]
        return [one for one in ends if verb in tree.ancestors(one) and tree.tags[tree.head[one]] not in _PLURAL]

    def _of_whom(self, token: int) -> list[Actor]:
        """Return whose an organ is: "the government of Nicolás Maduro" points to nobody else."""
        if self._casting.role_at(self.tree, token) is None:
            return []
        return [actor for pobj in self.prepositional(token, "of") for actor in self.cast.heads.get(pobj, ())]

    def _owners(self, token: int) -> list[Actor]:
        """Return whom a noun that is no actor belongs to: by the words in front of it, or behind "of", "from", "by"."""
        tree = self.tree
        before = ("amod",) if tree.lemmas[token] in _TOPICAL else ("amod", "compound", "nmod", "npadvmod")
        if asked := self._askers(token):
            return asked
        held = [owner for kid in tree.kids(token, "amod") if tree.lemmas[kid] in _HELD for owner in tree.kids(kid, "npadvmod")]
        for child in (*tree.kids(token, *before), *held):  # "the Japanese-controlled islands"
            if actors := self.cast.owners.get(child) or self.cast.heads.get(child):
                return list(actors)
        spokesman = tree.lemmas[token].startswith("spokes")  # "a spokesman for the Ministry of Posts of the DPRK"
        owning = _OWNING_PREPOSITIONS if not en_route(tree, token) else ("of", "by")
        for preposition in (("for",) if spokesman else ()) + owning:
            for pobj in self.prepositional(token, preposition):
                if actors := self.actors(pobj, loose=preposition == "for" or tree.pos[pobj] == "NOUN"):
                    return actors
        if staff := self._employers.employing(token):
            return staff
        if told := self._told_owners(token):
            return told
        for pobj in self.prepositional(token, "in") if tree.lemmas[token] in _SEATED else ():
            if actors := self.actors(pobj):
                return actors
        return self.coreference.authors(token)

    def _told_owners(self, token: int) -> list[Actor]:
        """Return whom a noun belongs to by a clause behind it: made or based where, linked to whom, carrying whose goods."""
        tree = self.tree
        holding = _HOLDING | (_BEARING if self._is_thing(token) else frozenset())
        if tree.lemmas[token] in _COACHES:  # "rammed a bus carrying Chinese engineers"
            holding |= {"carry", "transport", "ferry"}
        parts: list[tuple[int, bool]] = []
        for verb in tree.kids(token, "acl"):
            lemma = tree.lemmas[verb]
            if lemma in _MAKING:  # "goods coming from China", "chips made in Taiwan", "a firm based in Russia"
                parts += [(pobj, False) for preposition in ("from", "in") for pobj in self.prepositional(verb, preposition)]
            if lemma in _LINKED:  # "a yacht linked to a Russian magnate"
                parts += [(pobj, True) for pobj in self.prepositional(verb, "to")]
            if lemma in _SENDING and tree.lemmas[token] in _WEAPONS:  # "a rocket fired from Lebanon"
                parts += [(pobj, True) for pobj in self.prepositional(verb, "from")]
            if lemma in holding:  # "bases housing US troops", "a tanker carrying Iranian crude"
                parts += [(thing, True) for thing in tree.kids(verb, "dobj")]
        for verb in tree.kids(token, "relcl"):  # "shot down drones that Iran had sent"
            if tree.lemmas[verb] in _SENDING and any(
                tree.words[thing].lower() in {"that", "which"} for thing in tree.kids(verb, "dobj")
            ):
                parts += [(subject, True) for subject in tree.kids(verb, "nsubj")]
        # "claims made by China", "the plan put forward by Seoul", but not "the inquiry joined by Belgium"
        made = [verb for verb in tree.kids(token, "acl") if tree.lemmas[verb] not in _TAKING_PART]
        agents = (agent for verb in made for agent in tree.kids(verb, "agent"))
        parts += [(pobj, True) for agent in agents for pobj in tree.kids(agent, "pobj")]
        return next((actors for part, loose in parts if (actors := self.actors(part, loose=loose))), [])

    def _askers(self, token: int) -> list[Actor]:
        """Return who wants a thing: "said no to a Huawei ban sought by Washington"."""
        person = (role := self.role_at(token)) is not None and role.kind == "person"  # "a man sought by a New York court"
        clauses = [] if person else [clause for clause in self.tree.kids(token, "acl") if self.tree.lemmas[clause] in _ASKING]
        agents = (part for clause in clauses for part in self.agents(clause))
        return next((actors for part in agents if (actors := self.actors(part, loose=True))), [])

    def _counterpart(self, token: int) -> list[Actor]:
        """Return whom "his counterpart" means: whose adjective says so, else somebody of another country than its possessor's."""
        if owners := self.cast.owners.get(token):
            return list(owners)
        for possessor in self.tree.kids(token, "poss"):
            for actor in self.actors(possessor):
                if actor.country:
                    return self.coreference.other_than(token, actor.country)
        return []

    def possessors(self, noun: int) -> list[Actor]:
        """Return the actors that own or modify a noun: possessives, adjectives, compounds, "X-led"."""
        holders = self._holders(noun)
        found = list(self.cast.owners.get(noun, ()))
        if self._are_others(noun, holders):
            theirs = {actor.key for actor in holders}
            return [actor for actor in found if actor.key not in theirs]
        if holders and not self._pronominal(noun):
            return holders
        if not found and (things := self.cast.heads.get(noun)) and self._is_thing(noun):
            return [actor for actor in things if actor.basis == "adjective"]  # "sought American drones"
        if self.tree.lemmas[noun] in _TOPICAL:
            found = [
                actor for actor in found if actor.basis not in {"name", "capital", "city"}
            ]  # "the Russia probe" is of others
        if self.tree.lemmas[noun] in _CALLED_AFTER_CITIES:
            places = {"city", "capital"} if self.tree.lemmas[noun] in _GIVEN and not self.tree.kids(noun, "poss") else {"city"}
            found = [actor for actor in found if actor.basis not in places]  # "Geneva talks", "the Cairo speech"
        named = () if self.tree.lemmas[noun] in _TOPICAL else self.tree.kids(noun, "compound", "nmod")
        inner = [
            kid
            for child in named
            for kid in self.tree.kids(child, "compound")
            if kid + 2 == child and self.tree.words[kid + 1] in {"-", "–"}
        ]
        behind = [actor for child in (*inner, *named) for actor in self.actors(child)]  # "the Trump-Xi meeting"
        for actor in (*holders, *behind):
            if all(other.key != actor.key for other in found):
                found.append(actor)
        return found

    def _are_others(self, noun: int, holders: list[Actor]) -> bool:
        """Whether a noun is for those whom a country has beside it; a statesman's allies and rivals are mostly at home."""
        at_home = any(self.tree.lemmas[kid] == "coalition" for kid in self.tree.kids(noun, "compound"))
        return self.tree.lemmas[noun] in _OTHERS and not at_home and any(not actor.person for actor in holders)

    def _is_thing(self, noun: int) -> bool:
        """Whether a noun that acts for its country is a thing: "American drones", "a Chinese vessel"."""
        role = self.role_at(noun)
        return role is not None and role.kind == "thing"

    def _pronominal(self, noun: int) -> bool:
        """Whether a noun's holder is a pronoun: "its Malaysian director" is Malaysian for all that."""
        return any(self.tree.pos[child] == "PRON" for child in self.tree.kids(noun, "poss"))

    def _at_home(self, noun: int) -> bool:
        """Whether a rival is a politician's: "accused his rival of lying" is a quarrel at home, "its rival" is a country."""
        owners = {self.tree.words[child].lower() for child in self.tree.kids(noun, "poss")}
        return self.tree.lemmas[noun] in _RIVALS and bool(owners & {"his", "her"})

    def _holders(self, noun: int) -> list[Actor]:
        """Return who stands before a noun with an apostrophe ("Trump's" in "Trump's Iran sanctions")."""
        found: list[Actor] = []
        for child in self.tree.kids(noun, "poss"):
            for actor in self.actors(child, loose=True):
                if all(other.key != actor.key for other in found):
                    found.append(actor)
        first = self.tree.head[noun]
        if found and self.tree.deps[noun] == "conj" and self._joined(first, noun):  # "the US and Israel's attacks"
            found = [*(actor for actor in self.cast.heads.get(first, ()) if actor.key not in {one.key for one in found}), *found]
        return found

    def _joined(self, first: int, noun: int) -> bool:
        """Whether the owner of a noun is joined by a mere "and" to what the parser made a party beside the noun."""
        owner = min(self.tree.kids(noun, "poss"))
        between = range(first + 1, min(self.tree.subtree(owner)))
        several = self.tree.tags[noun] == "NNS"  # but "condemned Iran and Russia's invasion"
        return several and self.tree.pos[first] == "PROPN" and [self.tree.words[token].lower() for token in between] == ["and"]

    def concerned(self, noun: int) -> list[Actor]:
        """Return whom a noun is about by the words before it: "anti-Japan rally", and Iran in "Trump's Iran sanctions"."""
        if against := self.cast.opposed.get(noun):
            return list(against)
        holders = {actor.key for actor in self._holders(noun)}
        if not holders:
            return []
        about = [*self.cast.owners.get(noun, ())]
        about += [actor for child in self.tree.kids(noun, "compound", "nmod") for actor in self.cast.heads.get(child, ())]
        return [actor for actor in about if actor.key not in holders]

    def is_reciprocal(self, verb: int) -> bool:
        """Whether what a verb tells is done to "each other" or "one another", or to each other's things."""
        tree, words = self.tree, self.tree.words
        heads = self.objects(verb) if self.is_verb(verb) else []
        heads += [pobj for prep in tree.kids(verb, "prep", "prt") for pobj in tree.kids(prep, "pobj")]
        heads += [owner for head in list(heads) for owner in tree.kids(head, "poss")]
        first = [token for subject in (self.agents(verb) if self.is_verb(verb) else ()) for token in tree.subtree(subject)[:1]]
        doers = {actor.key for subject in (self.agents(verb) if self.is_verb(verb) else ()) for actor in self.actors(subject)}
        if len(doers) == 2 or any(words[token].lower() in {"each", "both"} for token in first):  # "Each side blamed the other"
            one = [kid for token in heads for kid in (token, *(tree.kids(token, "amod") if tree.tags[token] == "NN" else ()))]
            if any(kid and [word.lower() for word in words[kid - 1 : kid + 1]] == ["the", "other"] for kid in one):
                return True
        pairs = [words[token - 1 : token + 1] for token in heads if token]
        pairs += [words[token : token + 2] for token in heads if words[token].lower() == "one"]  # "one" taken for the head
        return any(len(two) == 2 and two[0].lower() in RECIPROCAL and two[1].lower() in {"other", "another"} for two in pairs)
