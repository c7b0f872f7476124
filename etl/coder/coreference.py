"""Coreference inside an article: pronouns, "the two sides", "the ministry", "his counterpart".

A small salience model: actors are remembered sentence by sentence with whether they were subjects; the nearest fitting one wins.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from etl.coder.actors import Actor, Cast
from etl.coder.naming.setting import NOWHERE, Setting
from etl.coder.recall.antecedents import SAYING, Antecedents
from etl.coder.recall.bidden import bidden
from etl.coder.recall.deeds import LOOSE, SAYINGS, Deeds
from etl.coder.recall.dummies import is_empty
from etl.coder.recall.grounds import named_behind
from etl.coder.recall.home import is_organ, opening
from etl.coder.recall.home_politics import of_home_politics
from etl.coder.recall.memory import REACH, SUBJECTS, Memory, grouped
from etl.coder.recall.organs import body_of
from etl.coder.recall.plurals import people_of_nobody, unnamed_states
from etl.coder.recall.possessions import of_another
from etl.coder.recall.repeated import meant, writers
from etl.coder.sentences import LEAD
from etl.coder.tree import Tree
from etl.dictionaries import ActorLexicon, Anaphor

PERSONAL = frozenset({"he", "him", "his", "she", "her", "himself", "herself", "hers"})
NEUTRAL = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves", "theirs"})
SPEAKER = frozenset({"i", "we", "us", "our", "my", "me", "ours", "ourselves"})
_PRONOUNS = PERSONAL | NEUTRAL | PLURAL | SPEAKER | {"each"}
RECIPROCAL = frozenset({"each", "other", "one", "another"})
_UNDERGOING = frozenset({"dobj", "pobj", "nsubjpass"})
_SUBJECTLESS = frozenset({"advcl", "xcomp", "conj", "pcomp"})
# "The North", "the mainland": naming one half brings the other to mind.
_TWINS = {"PRK": "KOR", "KOR": "PRK", "TWN": "CHN", "CHN": "TWN"}
_ANY_TWO = frozenset({"pair", "two", "duo", "both"})
_SHORES = frozenset({"island", "mainland", "Mainland"})
_JOINT = frozenset({"agree", "meet", "sign", "discuss", "talk", "negotiate", "exchange"})
_SECTORS = {"firm": "BUS", "outlet": "MED"}
_LEADERS = frozenset({"leader", "president", "minister", "premier", "diplomat", "man"})


class Coreference:
    """Resolves the words of one sentence that point back."""

    def __init__(
        self,
        lexicon: ActorLexicon,
        memory: Memory,
        tree: Tree,
        cast: Cast,
        sentence: int,
        setting: Setting = NOWHERE,
        nouns: Mapping[str, AbstractSet[str]] | None = None,
    ) -> None:
        """Take the sentence and what was told before it; `nouns` gives the CAMEO roots of the acts that a noun may name."""
        self._home = setting.home
        self._here = setting.here
        self._desk = setting.desk
        self._opening = opening(setting, memory, cast, sentence, len(tree))
        self._nouns = nouns or {}
        self._lexicon = lexicon
        self._memory = memory
        self._tree = tree
        self._cast = cast
        self._sentence = sentence
        self.antecedents = Antecedents(tree, cast, memory, sentence)
        self.deeds = Deeds(memory, sentence, self._echo)
        self._resolved: dict[int, list[Actor]] = {}  # the sentence is asked about each word many times

    @property
    def writer(self) -> Actor | None:
        """Whose commentary the sentence goes on with, without a word that says so."""
        return self._memory.writer

    def resolve(self, token: int) -> list[Actor]:
        """Return whom a pronoun or definite phrase at a token points to; empty where that is not clear."""
        known = self._resolved.get(token)
        return list(self._resolved.setdefault(token, self._resolve(token)) if known is None else known)

    def _resolve(self, token: int) -> list[Actor]:
        word = self._tree.words[token].lower()
        oneself = word.endswith(("self", "selves")) and self._tree.deps[token] in {"dobj", "pobj", "dative"}
        if oneself or self._tree.words[token] in {"US", "IT"}:
            return []  # "contradicted himself", "US arms sales", "IT firms"
        if word in {"whose", "there"}:
            found = self.antecedents.whose(token) if word == "whose" else self.deeds.there()
            return [self._echo(actor, token) for actor in found]
        if word == "here" and self._here:  # "arrived here", under a dateline
            return [self._echo(self._state(self._here, token), token)]
        if word != "both" and (self._tree.pos[token] == "PRON" or word in _PRONOUNS):
            found = self._pronoun(token, word)
            if not found and word == "it":
                found = writers(self._tree, token, self._memory.papers, self._sentence)
            return [self._echo(actor, token) for actor in found]
        anaphor = self._anaphor(token)
        if anaphor is not None and anaphor.kind != "act":
            if token < self._opening and is_organ(self._tree, token, self._lexicon.organs):
                return []
            found = self._phrase(token, anaphor)
            if found or anaphor.kind not in _SECTORS:
                return [self._echo(actor, token) for actor in found]
        return [self._echo(actor, token) for actor in self._repeated(token)]

    def _repeated(self, token: int) -> list[Actor]:
        """Return whom a definite noun repeats ("the boat"), or who wrote the paper it names ("the letter")."""
        near = [one for one in self._memory.nouns if self._sentence - one.sentence <= REACH]
        return meant(self._tree, self._cast, token, near, self._sentence) or writers(
            self._tree, token, self._memory.papers, self._sentence
        )

    def _pronoun(self, token: int, word: str) -> list[Actor]:
        if word == "each":  # "massed troops, each accusing the other"; but "each prefers to sail alone"
            return self._group(token) if self._tree.deps[self._tree.head[token]] == "advcl" else []
        if word in SPEAKER:
            told = [one for who in self.antecedents.quoting(token) for one in self._cast.heads.get(who) or self.resolve(who)]
            return told or ([self._memory.speaker] if self._memory.speaker else [])
        if spoken := self._bidden(token, word) or self._own_speaker(token) or self.antecedents.teller(token):
            return spoken
        if self.antecedents.unknown_speaker(token) or (word in PLURAL and self._plural_of_nobody(token)):
            return []
        if owner := self.antecedents.owner(token, person=word in PERSONAL, several=word in PLURAL):
            return owner
        if is_empty(self._tree, token):
            return []
        if word in NEUTRAL and (judged := self.antecedents.judged_alike(token)) is not None:
            return judged
        doers = self._doers_above(token) | named_behind(self._tree, self._cast, token)
        if word in PERSONAL:
            return self.antecedents.person(token, doers)
        if word in NEUTRAL:
            return self._thing(token, doers)
        if word == "their" and (own := self.antecedents.own_people(token)):
            return own
        if word in PLURAL:
            near = self._sentence <= LEAD + REACH
            joint = near and self._tree.deps[token] == "nsubj" and self._tree.lemmas[self._tree.head[token]] in _JOINT
            group = self._group(token) or (self._both(token) if joint else [])
            group = [] if any(actor.key in doers for actor in group) else group  # "and Seoul's army fired at them"
            found = group or self.antecedents.nearest(token, lambda actor: actor.plural and actor.key not in doers)
            both = self._both(token) if self._sentence <= LEAD else []  # far down it may be anybody
            both = [] if any(actor.key in doers for actor in both) else both  # "France and Spain support them"
            named = [one for one in self._cast.all() if one.head < token and not one.person and one.key not in doers]
            return found or both or [one for one in named if self._tree.deps[one.head] in SUBJECTS][-1:]
        return []

    def main_pronouns(self) -> dict[str, list[Actor]]:
        """Return whom the pronouns meant that were subjects of this sentence's main clause, as far as anybody asked."""
        heads, deps = self._tree.head, self._tree.deps
        main = [one for one in self._resolved if heads[heads[one]] == heads[one] and deps[one] in SUBJECTS]
        return {self._tree.words[one].lower(): self._resolved[one] for one in main if self._tree.pos[one] == "PRON"}

    def _thing(self, token: int, doers: AbstractSet[str]) -> list[Actor]:
        """Return whom "it" means: no person, none who does it, and one of several named together only where nobody else is."""
        far = self._sentence > LEAD and self._tree.deps[token] in _UNDERGOING
        if far and not any(self.antecedents.left(token, doers)):
            return []
        several = {member.key for _, group in grouped(self._tree, self._cast) for member in group}
        for besides in (doers | several, doers):
            if found := self.antecedents.nearest(token, lambda actor: not actor.person and actor.key not in besides):  # noqa: B023
                return found
        return []

    def _group(self, token: int) -> list[Actor]:
        """Return whom the text last named together: in this sentence before the token, else in the one before."""
        here = [group for first, group in grouped(self._tree, self._cast) if first < token]
        for noun in range(token):
            pair = self._anaphor(noun)
            if pair is not None and pair.kind == "pair" and pair.country:  # "the two Korean leaders ... their first summit"
                here.append(self._phrase(noun, pair))
        if here:
            return here[-1]
        near = [group for sentence, group in self._memory.groups if self._sentence - sentence == 1]
        return near[-1] if near else []

    def _subject_above(self, token: int) -> str | None:
        """Return the country of the one subject whose object a phrase is: "met the country's president" is another's."""
        return next(iter(above)) if len(above := self._subjects_above(token)) == 1 else None

    def _subjects_above(self, token: int) -> set[str]:
        """Return the countries whose object a phrase is: "Oman and Kuwait urged both sides" means two others."""
        return {actor.country for actor in self._doers_of(token) if actor.country}

    def _doers_of(self, token: int) -> list[Actor]:
        """Return whose object a phrase is, bodies as well: "The EU condemned the move"."""
        tree = self._tree
        if tree.deps[token] not in {"dobj", "pobj"}:
            return []
        verb = next((above for above in tree.ancestors(token) if tree.pos[above] in {"VERB", "AUX"}), token)
        while not tree.kids(verb, "nsubj", "nsubjpass") and tree.head[verb] != verb:
            if tree.deps[verb] != "conj" and (tree.deps[verb], tree.tags[verb]) != ("advcl", "VBG"):
                break  # "ran editorials denouncing the government"
            verb = tree.head[verb]
        parts = [part for subject in tree.kids(verb, "nsubj") for part in tree.conjuncts(subject)]
        subjects = [actor for part in parts for actor in self._cast.heads.get(part, ())]
        for subject in tree.kids(verb, "nsubj") if not subjects else ():
            if tree.words[subject].lower() in PERSONAL | NEUTRAL and subject < token:  # "it lent the country money"
                subjects = self._pronoun(subject, tree.words[subject].lower())
        return subjects

    def _bidden(self, token: int, word: str) -> list[Actor]:
        """Return whom others bid something for "it" in what they bid: "urged Fiji to publish the pact that it signed"."""
        subject = self._tree.deps[token] in SUBJECTS and word in NEUTRAL | PERSONAL
        return bidden(self._tree, self._cast, token, person=word in PERSONAL) if subject else []

    def _own_speaker(self, token: int) -> list[Actor]:
        """Return the article's country for the pronoun of an organ that speaks: "Police said they had detained"."""
        tree = self._tree
        clause = tree.head[token]
        verb = tree.head[clause]
        if tree.deps[token] not in SUBJECTS or tree.deps[clause] != "ccomp" or tree.lemmas[verb] not in SAYING:
            return []
        speakers = [who for who in tree.kids(verb, "nsubj") if who < verb and not self._cast.heads.get(who)]
        return self.at_home(speakers[0], "GOV") if len(speakers) == 1 else []

    def _plural_of_nobody(self, token: int) -> bool:
        """Whether the last plural before "they" or "them" is people or countries that nothing names."""

        def points_back(noun: int) -> bool:
            return self._anaphor(noun) is not None

        last = people_of_nobody(self._tree, self._cast, token, self._lexicon.roles, points_back)
        return last or unnamed_states(self._tree, self._cast, token, points_back)

    def _doers_above(self, token: int) -> set[str]:
        """Return who does what a pronoun undergoes: "cut ties with Qatar, accusing it" accuses somebody else."""
        tree = self._tree
        if tree.deps[token] not in {"dobj", "dative", "pobj"} and not of_another(tree, token):
            return set()
        verb = next((above for above in tree.ancestors(token) if tree.pos[above] in {"VERB", "AUX"}), token)
        while tree.deps[verb] in _SUBJECTLESS and not tree.kids(verb, "nsubj", "nsubjpass") and tree.head[verb] != verb:
            verb = next((above for above in tree.ancestors(verb) if tree.pos[above] == "VERB"), tree.head[verb])
        subjects = [part for subject in tree.kids(verb, "nsubj") for part in tree.conjuncts(subject)]
        for subject in subjects:  # "She warned him": she is nobody else
            if tree.words[subject].lower() in PERSONAL and subject < token:
                return {actor.key for actor in self._pronoun(subject, tree.words[subject].lower())}
        doers = {actor.key for part in subjects for actor in self._cast.heads.get(part, ())}
        return doers or {actor.key for part in subjects if part < token for actor in self.at_home(part, "GOV")}

    def _both(self, token: int, besides: AbstractSet[str] = frozenset()) -> list[Actor]:
        """Return the two countries the article is talking about: the last two distinct ones named."""
        group = [actor for actor in self._group(token) if actor.country is None or actor.country not in besides]
        if len({actor.key for actor in group}) == 2:
            return group
        return self.antecedents.the_two(token, besides, self.deeds.opposed(token, besides), self._tree.lemmas[token] in _LEADERS)

    def _anaphor(self, token: int) -> Anaphor | None:
        """Return the longest anaphoric phrase that ends at a token."""
        last = self._tree.words[token].lower()
        for size in (4, 3, 2) if last in self._lexicon.anaphora_ends else ():
            first = token - size + 1
            if first < 0:
                continue
            key = tuple(word.lower() for word in self._tree.words[first : token + 1])
            if key in self._lexicon.anaphora:
                return self._lexicon.anaphora[key]
        if alone := self._lexicon.anaphora.get((last,)):
            return None if alone.kind == "pair" and self._tree.kids(token, "compound", "nmod") else alone  # "Senate negotiators"
        bare = self._tree.words[token] in {"North", "South"} and self._tree.pos[token] == "PROPN"
        ashore = self._tree.words[token] in _SHORES and not self._tree.kids(token, "det", "compound", "amod", "poss", "prep")
        if bare or (ashore and self._sentence == 0):
            return self._lexicon.anaphora.get(("the", self._tree.words[token].lower()))  # "warns South", "near island"
        # "the rogue country": an adjective in between does not matter
        determiner = self._tree.kid(token, "det")
        which = self._tree.words[token + 1 : token + 2] != [","] and self._tree.kids(token, "relcl")  # one that only it tells of
        if determiner is None or which or self._tree.kids(token, "compound", "nmod", "poss", "prep"):
            return None
        elsewhere = last == "island" and any(self._tree.words[kid][:1].isupper() for kid in self._tree.kids(token, "amod"))
        return None if elsewhere else self._lexicon.anaphora.get((self._tree.words[determiner].lower(), last))

    def _phrase(self, token: int, anaphor: Anaphor) -> list[Actor]:
        if anaphor.kind == "pair" and (anaphor.country or of_home_politics(self._tree, token)):  # "the two Koreas"
            return [self._state(country, token) for country in (anaphor.country or "").split("|") if country]
        if anaphor.kind in {"country", "body"} and (own := self.antecedents.commanded(token)):
            return own
        if anaphor.country:
            return self._of_country(anaphor.country.split("|"), token)
        if anaphor.kind == "sides":
            return self.deeds.opposed(token, self._subjects_above(token))
        if anaphor.kind == "trio":
            return self.antecedents.trio(token)
        if anaphor.kind == "pair" and self._sentence > LEAD and self._tree.words[token].lower() in _ANY_TWO:
            # "the pair met only weeks ago": two people of the sentence before, else those the article is about, else anybody
            alone = self._tree.deps[token] != "nummod"
            return self._group(token) or (self.antecedents.protagonists(token, self._subjects_above(token)) if alone else [])
        if anaphor.kind == "pair":
            return self._both(token, self._subjects_above(token))
        if anaphor.kind == "person":
            owner = self._tree.deps[token] == "poss"  # "welcomed the president's proposal": not his own
            doers = self._doers_above(self._tree.head[token] if owner else token) | named_behind(self._tree, self._cast, token)
            return self.antecedents.titled(token, doers, self._lexicon)
        if anaphor.kind in _SECTORS:
            return self.antecedents.nearest(token, lambda actor: actor.role == _SECTORS[anaphor.kind] and not actor.person)
        if anaphor.kind == "union":
            return self.antecedents.nearest(token, lambda actor: actor.country is None and not actor.person)
        if anaphor.kind == "body":
            return body_of(self.antecedents, self._tree, self._cast, self._memory, self._sentence, token)
        owned = self._tree.head[token] if self._tree.deps[token] == "poss" else token  # "met the country's president"
        doer, word = self._subject_above(owned), self._tree.words[token].lower()
        if doer and word == "government" and self.antecedents.of_the_house(token):
            return [self._state(doer, token)]  # "Chilean papers denounced the government"
        if doer and word in {"country", "nation"} and (others := self.other_than(token, doer)):
            return others  # "met the Slovak minister and urged the country"
        doers = self._doers_above(token)  # "Labour's leader accused the government": of his own, if one was named
        here = [
            actor
            for actor in self._cast.all()
            if actor.head < token and actor.country and self._tree.deps[actor.head] in SUBJECTS and actor.key not in doers
        ]
        return (
            here[-1:]
            or self.antecedents.nearest(
                token,
                lambda actor: (
                    actor.country is not None
                    and not actor.person
                    and actor.key not in doers
                    and not (actor.start is not None and self.antecedents.beside(actor.head))
                ),
            )
            or self._led(token, doers)
        )

    def authors(self, token: int) -> list[Actor]:
        """Return who did what "the move", "the launch" undergo from others: whoever did the act told last, to them first."""
        anaphor = self._anaphor(token)
        if anaphor is None or anaphor.kind != "act" or self._tree.deps[token] not in _UNDERGOING:
            return []
        doers = self._doers_of(token)
        own = {actor.key for actor in doers}
        if self.antecedents.of_the_house(token) and self.deeds.last_done_by(own):
            return []  # lawmakers speak of what their own government did
        roots = self._nouns.get(self._tree.lemmas[token], frozenset())
        deed = self._tree.lemmas[token] in LOOSE - SAYINGS
        return [self._echo(one, token) for one in self._memory.authors(roots, self._sentence, own, loose=deed)] if own else []

    def at_home(self, token: int, role: str) -> list[Actor]:
        """Return the article's own country where a noun is an organ of which nothing tells whose: "prosecutors charged"."""
        if not is_organ(self._tree, token, self._lexicon.organs):
            return []
        elsewhere = (actor for place in self._scenes(token) for actor in self._cast.heads.get(place, ()))
        home = self._desk if token < self._opening else self._home
        country = next((actor.country for actor in elsewhere if actor.country), home)
        if country is None:
            return []
        name = self._lexicon.country_names.get(country, country)  # a marked side of `classify` is in no dictionary
        named = Actor(country, role, name, "", None, None, "home", token)
        return [replace(self._echo(named, token), basis="home")]

    def minister_at_home(self, token: int) -> list[Actor]:
        """Return the article's own country for a titled stranger, else that of the last subject: "Trade Minister Don Farrell"."""
        country = self._home
        if country is None:
            near = self._memory.recent(self._sentence)
            last = [seen.actor for seen in near if seen.sentence == self._sentence - 1 and seen.subject]
            country = last[0].country if last else None
        if country is None or self._tree.deps[token] != "nsubj":
            return []
        named = Actor(country, "GOV", self._lexicon.country_names[country], "", None, None, "home", token, person=True)
        return [replace(self._echo(named, token), basis="home")]

    def _scenes(self, token: int) -> Iterable[int]:
        """Yield the places that the clause of a noun begins with: "In Beijing, the foreign ministry said"."""
        tree = self._tree
        verb = tree.head[token] if tree.deps[token] == "nsubj" else tree.head[tree.head[token]]
        for preposition in tree.kids(verb, "prep"):
            if tree.lemmas[preposition] == "in" and preposition < token:
                yield from tree.kids(preposition, "pobj")

    def other_than(self, token: int, country: str) -> list[Actor]:
        """Return the nearest actor of another country ("his counterpart", "each other")."""
        for actor in self.antecedents.earlier(token):
            if actor.country and actor.country != country:
                return [self._echo(actor, token)]
        return []

    def _of_country(self, members: list[str], token: int) -> list[Actor]:
        """Return the country a phrase stands for, where it is told of; of several the nearest: "the West African country"."""
        if len(members) > 1:
            return [replace(one, person=False) for one in self.antecedents.nearest(token, lambda seen: seen.country in members)]
        mentioned = {seen.actor.country for seen in self._memory.seen} | {one.country for one in self._cast.parties()}
        return [self._state(members[0], token)] if mentioned & {members[0], _TWINS.get(members[0])} else []

    def _led(self, token: int, doers: AbstractSet[str]) -> list[Actor]:
        """Return the country of the leader named before it: "Kim's words came a day after the isolated country fired"."""
        if self._tree.words[token].lower() not in {"country", "nation", "state", "regime"}:
            return []
        return self.antecedents.nearest(
            token, lambda actor: actor.person and not actor.plural and actor.role == "GOV" and actor.key not in doers
        )

    def _state(self, country: str, token: int) -> Actor:
        return Actor(country, "GOV", self._lexicon.country_names[country], "", None, None, "coreference", token)

    def _echo(self, actor: Actor, token: int) -> Actor:
        """Return an actor as it is meant by the words at a token."""
        start, end = self._tree.starts[token], self._tree.ends[token]
        return replace(actor, text=self._tree.text[start:end], start=start, end=end, basis="coreference", head=token)
