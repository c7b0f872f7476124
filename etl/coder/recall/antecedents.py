"""Whom a word may point back to: the actors named before it, in the order in which they come to mind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import takewhile

from etl.coder.actors import Actor, Cast
from etl.coder.naming.bearers import holds_office
from etl.coder.recall.home_politics import of_the_subject
from etl.coder.recall.memory import REACH, SUBJECTS, Memory, grouped, venue
from etl.coder.tree import Tree
from etl.dictionaries import ActorLexicon

_BACKING = frozenset(
    (
        "back support welcome condemn denounce oppose hail praise criticise criticize slam reject defend endorse applaud deplore"
    ).split(" ")
)
GOVERNED = frozenset({"LEG", "PTY", "OPP", "MED", "LAB", "HRI", "EDU", "CVL"})
COMMANDING = frozenset({"order", "instruct", "direct", "command", "task", "mandate", "authorise", "authorize", "empower"})
_PARTING = frozenset({"cut", "sever", "sign", "hold", "restore", "establish"})
# Who judges, thanks, punishes or presses somebody speaks of what that one does: "condemned Russia over its attacks".
_JUDGING = frozenset(
    (
        "condemn denounce criticise criticize slam blast rebuke chide fault blame castigate lambast lambaste assail decry deplore"
        " censure upbraid berate rap scold reprimand reproach admonish lash thank praise commend congratulate applaud laud hail"
        " credit reward fine sue punish sanction penalise penalize warn threaten pressure press confront challenge question quiz"
        " grill ridicule mock taunt protest complain indict prosecute blacklist boycott investigate summon expel"
    ).split()
)
_MEASURES = frozenset(
    (
        "sanction tariff protest complaint ban fine penalty embargo lawsuit suit criticism thanks gratitude appreciation concern"
        " displeasure demarche note warning rebuke restriction curb duty condemnation tie relation diplomat ambassador envoy"
        " export import sale shipment delivery aid cooperation talk trade flight contact dialogue"
    ).split()
)
_HARMING = frozenset(
    (
        "ram attack shell bomb bombard hit strike sink damage destroy target harass violate breach enter invade intrude penetrate"
        " cross seize capture detain arrest abduct kill wound shoot block blockade board shadow tail surround swarm jam hack buzz"
        " approach intercept storm raid occupy annex threaten collide circle trail pursue chase overfly"
    ).split()
)
_AIMING = frozenset("fire drop launch aim point lock shine direct cut fly sail".split(" "))
"""What one does with things of one's own, and to others only behind a preposition: "dropped flares near its helicopter"."""
SAYING = frozenset({"say", "add", "claim", "state", "announce", "report", "tell", "note"})
_AT = frozenset({"to", "with", "against", "on", "upon", "at", "from", "toward", "towards"})
_AHEAD = 2  # times as often as any third, those are named whom an article is about
_GROUNDS = frozenset({"for", "over", "about", "because", "on", "following", "after"})


class Antecedents:
    """The candidates for the words of one sentence that point back."""

    def __init__(self, tree: Tree, cast: Cast, memory: Memory, sentence: int) -> None:
        """Take the sentence, whom it names, and what was told before it."""
        self._tree = tree
        self._cast = cast
        self._memory = memory
        self._sentence = sentence

    def earlier(self, token: int) -> Iterable[Actor]:
        """Yield candidates: subjects to the left in this sentence, others to the left, then earlier sentences."""
        left = self._left_of(token)
        yield from sorted(left, key=lambda actor: (not self.leads(actor.head), self.beside(actor.head), -actor.head))
        for seen in self._memory.recent(self._sentence):
            yield seen.actor

    def _left_of(self, token: int) -> list[Actor]:
        """Return whom the sentence names before a token, outside the words that it tells: "We will punish Chad," it said."""
        tree = self._tree
        told = tree.kids(tree.head[token], "ccomp") if tree.deps[token] == "nsubj" else []
        quoted = {
            part
            for clause in told
            if clause < token and (tree.words[token - 1] == "," or _CLOSING.intersection(tree.words[clause + 1 : token]))
            for part in tree.subtree(clause)
        }
        return [actor for actor in self._cast.all() if actor.head < token and actor.head not in quoted]

    def quoting(self, token: int) -> Iterator[int]:
        """Yield the subjects behind the words that a token stands in, who tell them: "We will punish Chad," it said."""
        tree = self._tree
        clause = next((above for above in tree.upward(token) if tree.deps[above] == "ccomp"), None)
        if clause is not None:
            yield from (who for who in tree.kids(tree.head[clause], "nsubj") if who > clause)

    def _acting(self, token: int) -> Iterable[Actor]:
        """Yield candidates that are more than a place, as `earlier` does."""
        left = [actor for actor in self._left_of(token) if not venue(self._tree, actor)]
        yield from sorted(left, key=lambda actor: (not self.leads(actor.head), self.beside(actor.head), -actor.head))
        yield from (seen.actor for seen in self._memory.recent(self._sentence) if not seen.staged)

    def nearest(self, token: int, fits: Callable[[Actor], bool]) -> list[Actor]:
        """Return the first candidate that fits, in a list; an empty one where none does."""
        return next(([actor] for actor in self.earlier(token) if actor.key and fits(actor)), [])

    def titled(self, token: int, doers: AbstractSet[str], lexicon: ActorLexicon) -> list[Actor]:
        """Return whom "the president" means: the last politician so called or in that office, else the last; no doer."""
        people = [one for one in self.earlier(token) if one.person and one.role in {"GOV", "MIL", "LEG"} and one.key]
        if people and people[0].key in doers and self.of_the_house(token):
            return people[:1]  # "McConnell urged the president": his own
        others = [one for one in people if one.key not in doers]
        title = " ".join(self._tree.words[word].lower() for word in (*self._tree.kids(token, "compound", "amod"), token))
        return ([one for one in others if holds_office(lexicon, one.name, one.text, title)] or others)[:1]

    def last_two(self, token: int, besides: AbstractSet[str], *, people: bool = False) -> list[Actor]:
        """Return the last two countries named, of persons first with `people`; an empty list where there are no two.

        Where talks were held is neither of those who held them. "The two leaders" do not mean the place that one of them left.
        """
        for persons in (True, False) if people else (False,):
            found: dict[str, Actor] = {}
            for actor in self._acting(token):
                known = found | dict.fromkeys(besides)
                if actor.country and actor.role != "MED" and actor.country not in known and (actor.person or not persons):
                    found[actor.country] = actor
                if len(found) == 2:
                    return list(found.values())
        return []

    def the_two(self, token: int, besides: AbstractSet[str], opposed: list[Actor], people: bool) -> list[Actor]:
        """Return those whom an article is about, else those `opposed`, else the last two named; of leaders, `people`."""
        return self.protagonists(token, besides) or opposed or self.last_two(token, besides, people=people)

    def protagonists(self, token: int, besides: AbstractSet[str]) -> list[Actor]:
        """Return the two countries that the article has named most, where no third comes near; an empty list where one does.

        Of 388 phrases like "the two sides" in labelled articles they are those meant in 328, the last two named in 295.
        """
        seen_before = [seen.actor for seen in self._memory.seen if not seen.staged]
        sides = [*seen_before, *(actor for actor in self._cast.all() if actor.head < token)]
        named = [actor for actor in sides if actor.role != "MED"]  # whoever "told the New York Times"
        times = Counter(actor.country for actor in named if actor.country and actor.country not in besides)
        first = [country for country, _ in times.most_common(2)]
        third = max((number for country, number in times.items() if country not in first), default=0)
        if len(first) < 2 or times[first[1]] < _AHEAD * third:
            return []
        return [next(actor for actor in reversed(named) if actor.country == country) for country in first]

    def trio(self, token: int) -> list[Actor]:
        """Return the three of whom "the three leaders" are: the last three that were named together."""
        groups = [group for first, group in grouped(self._tree, self._cast) if first < token]
        near = [group for sentence, group in self._memory.groups if self._sentence - sentence <= REACH]
        return next((group for group in reversed([*near, *groups]) if len({actor.key for actor in group}) == 3), [])

    def judged_alike(self, token: int) -> list[Actor] | None:
        """Return whose the thing is that others judge too: "condemned the American strike, while Britain backed it"."""
        tree = self._tree
        verb = tree.head[token]
        above = tree.head[verb]
        beside = tree.deps[verb] in {"advcl", "conj", "parataxis"} and tree.kids(verb, "nsubj")
        if tree.deps[token] != "dobj" or tree.lemmas[verb] not in _BACKING or not beside:
            return None
        things = [thing for thing in tree.kids(above, "dobj", "nsubjpass") if tree.pos[thing] == "NOUN" and thing < token]
        if not things or self._cast.heads.get(things[0]) or tree.lemmas[above] in _PARTING:
            return None
        return list(self._cast.owners.get(things[0], ()))

    def unknown_speaker(self, token: int) -> bool:
        """Whether "it" or "he" is a speaker whom no dictionary knows: "The Semiconductor Association said it welcomed".

        Or a paper that nobody signed: "A new study blamed the curbs. It also urged Japan to"; or whoever the same pronoun was
        before: "They toured a fort of the Japanese. They laid flowers".
        """
        tree = self._tree
        clause = tree.head[token]
        went_on = (self._sentence - 1, tree.words[token].lower()) in self._memory.strangers and tree.deps[token] in SUBJECTS
        if went_on and not any(actor.head < token for actor in self._cast.all()):
            return True
        opens = tree.words[token].lower() == "it" and tree.deps[token] in SUBJECTS and tree.head[clause] == clause
        if opens and self._memory.unsigned == self._sentence - 1:
            return True
        verb = tree.head[clause]
        joined = tree.deps[clause] in {"ccomp", "conj"}  # "Collins asserted it, and he accused Nadler"
        if tree.deps[token] != "nsubj" or not joined or tree.lemmas[verb] not in SAYING:
            return False
        return any(
            tree.pos[subject] == "PROPN" and not self._cast.heads.get(subject) and tree.lemmas[subject] != "ministry"
            for subject in tree.kids(verb, "nsubj")
        )

    def of_the_house(self, token: int) -> bool:
        """Whether the subject above a phrase is a lawmaker, a newspaper or a union, who speak of their own government."""
        tree = self._tree
        verb = next((above for above in tree.ancestors(token) if tree.pos[above] == "VERB" and tree.kids(above, "nsubj")), token)
        subjects = [actor for subject in tree.kids(verb, "nsubj") for actor in self._cast.heads.get(subject, ())]
        return bool(subjects) and all(actor.role in GOVERNED for actor in subjects)

    def commanded(self, token: int) -> list[Actor]:
        """Return whose government or army somebody orders to do something: his own ("Putin ordered the army to")."""
        tree, verb = self._tree, self._tree.head[token]
        if tree.deps[token] not in {"dobj", "dative"} or tree.lemmas[verb] not in COMMANDING:
            return []
        orders = [actor for subject in tree.kids(verb, "nsubj") for actor in self._cast.heads.get(subject, ()) if actor.person]
        return orders[:1] if orders and orders[0].country else []

    def whose(self, token: int) -> list[Actor]:
        """Return whose something is in a clause that tells more of them: "Vietnam, whose ships were rammed"."""
        tree = self._tree
        clause = next((above for above in tree.ancestors(token) if tree.deps[above] == "relcl"), None)
        if clause is None:
            return []
        listed = [noun for noun in tree.conjuncts(tree.head[clause]) if noun < token]
        meant = listed if tree.tags[tree.head[token]] == "NNS" else listed[-1:]  # "Chad and Sudan, whose army", "whose ships"
        return [actor for noun in meant for actor in self._cast.heads.get(noun, ())]

    def owner(self, token: int, *, person: bool, several: bool) -> list[Actor]:
        """Return whom a possessive means among those who are judged for what they own, else who is named only behind it.

        A list of them only where it means `several`; a `person` is meant by "his" and "her".
        """
        if self._tree.deps[token] != "poss":
            return []
        if not person and (harmed := self._complainant(token)):
            return harmed
        judged = self.judged(self._tree.head[token]) or self._named_later(token)
        if several:
            return judged if len(judged) > 1 or any(actor.plural for actor in judged) else []
        return judged if len(judged) == 1 and judged[0].person == person else []

    def _complainant(self, token: int) -> list[Actor]:
        """Return who says that others harmed what is "its": "Manila said China had rammed one of its boats"."""
        tree = self._tree
        verb = next((above for above in tree.ancestors(token) if tree.pos[above] == "VERB"), None)
        if verb is None or tree.lemmas[verb] not in _HARMING | _AIMING:
            return []
        if tree.lemmas[verb] in _AIMING and any(thing in tree.kids(verb, "dobj") for thing in tree.ancestors(token)):
            return []  # "said the North had launched its satellite"
        clause = verb
        while tree.deps[clause] == "conj" and tree.head[clause] != clause:
            clause = tree.head[clause]
        teller = tree.head[clause]
        if tree.deps[clause] != "ccomp" or tree.lemmas[teller] not in SAYING:
            return []
        if tree.lemmas[verb] in _AIMING and token < teller:
            return []  # "the North fired missiles off its coast, Seoul said"
        subjects = tree.kids(verb, "nsubj") or tree.kids(clause, "nsubj")
        harming, speaking = (
            [actor for who in named for actor in self._cast.heads.get(who, ())]
            for named in (subjects, tree.kids(teller, "nsubj"))
        )
        others = speaking and harming and speaking[0].key not in {actor.key for actor in harming}
        return [replace(speaking[0], person=False)] if others else []

    def _named_later(self, token: int) -> list[Actor]:
        """Return the subject of a sentence that opens with what is his: "Following the expulsion of its envoys, France said"."""
        tree = self._tree
        if any(actor.head < token for actor in self._cast.all()):
            return []
        root = next((above for above in tree.ancestors(token) if tree.head[above] == above), token)
        return [actor for subject in tree.kids(root, "nsubj") if subject > token for actor in self._cast.heads.get(subject, ())]

    def judged(self, noun: int) -> list[Actor]:
        """Return who is judged for what a noun names: "condemned Russia over its attacks", "sanctioned Iran for arms sales"."""
        tree = self._tree
        prep = tree.head[noun]
        if tree.deps[noun] == "dobj" and tree.deps[prep] in {"advcl", "xcomp"} and tree.lemmas[prep] in _JUDGING:
            # "summoned China's ambassador to protest its launches"
            parties = [part for thing in tree.kids(tree.head[prep], "dobj") for part in tree.conjuncts(thing)]
            found = [actor for part in parties for actor in self._cast.heads.get(part, ()) if actor.country]
            return [replace(actor, person=False) for actor in found]
        if tree.deps[noun] != "pobj":
            return []
        if tree.deps[prep] == "pcomp" or (tree.lemmas[prep] == "of" and tree.lemmas[tree.head[prep]] == "because"):
            prep = tree.head[prep]  # "because of"
        if tree.words[prep].lower() not in _GROUNDS:
            return []
        verb = next((above for above in tree.ancestors(prep) if tree.pos[above] == "VERB"), None)
        if verb is None or verb > prep:
            return []
        measures = [thing for thing in tree.kids(verb, "dobj", "nsubjpass") if tree.lemmas[thing] in _MEASURES]
        if tree.lemmas[verb] not in _JUDGING and not measures:
            return []
        parties = [part for thing in tree.kids(verb, "dobj", "dative", "nsubjpass") for part in tree.conjuncts(thing)]
        aimed = [
            link for holder in (verb, *measures) for link in tree.kids(holder, "prep") if link < prep and tree.lemmas[link] in _AT
        ]
        others = [part for link in aimed for thing in tree.kids(link, "pobj") for part in tree.conjuncts(thing)]
        if tree.head[prep] not in {verb, *measures, *parties, *others}:
            return []  # "over attacks on its soldiers"
        # "recalled its diplomats from Israel over its raids": the diplomats are not judged
        for group in (others, parties) if measures else ([*parties, *others],):
            found = [actor for part in group if part < prep for actor in self._cast.heads.get(part, ()) if actor.country]
            if found:
                return found
        return []

    def person(self, token: int, doers: AbstractSet[str]) -> list[Actor]:
        """Return whom "he" or "she" means: the nearest person who neither does it himself nor is another's counterpart.

        A lawmaker who spoke since goes before where it is done to the leader of his own country: "Trump praised Putin. Senator
        McCain said that was a mistake. He called on Trump to stop".
        """
        if of_the_subject(self._tree, token):
            verb = next((above for above in self._tree.ancestors(token) if self._tree.kids(above, "nsubj")), token)
            return [one for who in self._tree.kids(verb, "nsubj") for one in self._cast.heads.get(who, ()) if one.person]
        found = self.nearest(token, lambda one: one.person and not one.plural and one.key not in doers and not self.anothers(one))
        return (self._critic(found[0]) or found) if found and self._tree.deps[token] in SUBJECTS else found

    def _critic(self, found: Actor) -> list[Actor]:
        """Return the lawmaker or party man, subject or alone since `found` was named, whose countryman this sentence names."""
        if found.start is not None:
            return []
        here = {actor.key for actor in self._cast.all() if actor.person}
        near = [one for one in self._memory.recent(self._sentence) if one.actor.person]
        for seen in takewhile(lambda one: one.actor.key != found.key, near):
            actor = seen.actor
            alone = {one.actor.name for one in near if one.sentence == seen.sentence} == {actor.name}
            if (seen.subject or alone) and not actor.plural and actor.role in GOVERNED and actor.key in here:
                return [actor]
        return []

    def anothers(self, actor: Actor) -> bool:
        """Whether a person is "his counterpart" or "her host", and so not he or she: "With his Greek counterpart, he said"."""
        tree = self._tree
        if actor.start is None:
            return False
        titles = (actor.head, *tree.kids(actor.head, "compound", "nmod", "appos"), tree.head[actor.head])
        return any(tree.words[kid].lower() in {"his", "her"} for title in titles for kid in tree.kids(title, "poss"))

    def left(self, token: int, doers: AbstractSet[str]) -> Iterable[bool]:
        """Yield whether each actor to the left may be "it": far down in an article, "it" is else mostly a thing."""
        return (actor.key not in doers and not actor.person for actor in self._cast.all() if actor.head < token)

    def beside(self, token: int) -> bool:
        """Whether a word only tells where or when: "filed a case against Russia at the UN's top court, accusing it"."""
        tree = self._tree
        for word in tree.upward(token):
            if tree.deps[word] == "prep":
                return tree.lemmas[word] in {"at", "in", "near", "during", "after", "before"}
            if tree.pos[word] == "VERB":
                return False
        return False

    def leads(self, token: int) -> bool:
        """Whether a word is a subject or owns one: "Honduras' recognition of China came after it broke ties with Taiwan"."""
        deps, head = self._tree.deps, self._tree.head
        return deps[token] in SUBJECTS or (deps[token] == "poss" and deps[head[token]] in SUBJECTS)

    def teller(self, token: int) -> list[Actor]:
        """Return who goes on to say what "it" did or will do: "Oman protested after a jet crossed, and said it would respond"."""
        tree = self._tree
        clause = tree.head[token]
        verb = tree.head[clause]
        if besides := self._told_besides(token):
            return besides
        told = tree.words[token].lower() == "it" and tree.deps[token] == "nsubj" and tree.deps[clause] == "ccomp"
        if not told or tree.lemmas[verb] not in SAYING or tree.deps[verb] != "conj" or tree.kids(verb, "nsubj", "nsubjpass"):
            return []
        while tree.deps[verb] == "conj" and not tree.kids(verb, "nsubj") and tree.head[verb] != verb:
            verb = tree.head[verb]
        named = [actor for who in tree.kids(verb, "nsubj") for actor in self._cast.heads.get(who, ())]
        return named if len(named) == 1 and not named[0].person else []

    def _told_besides(self, token: int) -> list[Actor]:
        """Return who tells, behind what another did, what "it" or "its forces" did: "said Chad had lied and that it had left"."""
        tree = self._tree
        subject = tree.head[token] if tree.deps[token] == "poss" else token
        clause = tree.head[subject]
        that = any(tree.words[mark].lower() == "that" for mark in tree.kids(clause, "mark"))
        if (
            tree.words[token].lower() not in {"it", "its"}
            or tree.deps[subject] != "nsubj"
            or tree.deps[clause] != "conj"
            or not that
        ):
            return []
        while tree.deps[clause] == "conj" and tree.head[clause] != clause:
            clause = tree.head[clause]
        teller = tree.head[clause]
        if tree.deps[clause] != "ccomp" or tree.lemmas[teller] not in SAYING:
            return []
        named = [actor for who in tree.kids(teller, "nsubj") for actor in self._cast.heads.get(who, ())]
        return named if len(named) == 1 and not named[0].person else []

    def own_people(self, token: int) -> list[Actor]:
        """Return the people who do something with "their" own: "Hundreds of Burmese marched to their embassy"."""
        tree = self._tree
        verb = next((above for above in tree.ancestors(token) if tree.pos[above] == "VERB"), None)
        subjects = tree.kids(verb, "nsubj") if verb is not None else []
        subjects += [pobj for who in subjects for of in tree.kids(who, "prep") for pobj in tree.kids(of, "pobj")]
        return [actor for who in subjects if who < token for actor in self._cast.heads.get(who, ()) if actor.plural][:1]


_CLOSING = frozenset({'"', "”", "''"})
