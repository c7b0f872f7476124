"""Whom a word may point back to: the actors named before it, in the order in which they come to mind."""

from collections.abc import Callable, Iterable
from collections.abc import Set as AbstractSet

from etl.coder.actors import Actor, Cast
from etl.coder.memory import REACH, SUBJECTS, Memory, grouped
from etl.coder.tree import Tree


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
        left = [actor for actor in self._cast.all() if actor.head < token]
        yield from sorted(left, key=lambda actor: (not self.leads(actor.head), self.beside(actor.head), -actor.head))
        for seen in self._memory.recent(self._sentence):
            yield seen.actor

    def nearest(self, token: int, fits: Callable[[Actor], bool]) -> list[Actor]:
        """Return the first candidate that fits, in a list; an empty one where none does."""
        return next(([actor] for actor in self.earlier(token) if actor.key and fits(actor)), [])

    def last_two(self, token: int, besides: str | None, *, people: bool = False) -> list[Actor]:
        """Return the last two countries named, of persons only with `people`; an empty list where there are no two."""
        found: dict[str, Actor] = {}
        for actor in self.earlier(token):
            if actor.country and actor.country not in found and actor.country != besides and (actor.person or not people):
                found[actor.country] = actor
            if len(found) == 2:
                return list(found.values())
        return []

    def trio(self, token: int) -> list[Actor]:
        """Return the three of whom "the three leaders" are: the last three that were named together."""
        groups = [group for first, group in grouped(self._tree, self._cast) if first < token]
        near = [group for sentence, group in self._memory.groups if self._sentence - sentence <= REACH]
        return next((group for group in reversed([*near, *groups]) if len({actor.key for actor in group}) == 3), [])

    def left(self, token: int, doers: AbstractSet[str]) -> Iterable[bool]:
        """Yield whether each actor to the left may be "it": far down in an article, "it" is else mostly a thing."""
        return (actor.key not in doers and not actor.person for actor in self._cast.all() if actor.head < token)

    def beside(self, token: int) -> bool:
        """Whether a word only tells where or when: "filed a case against Russia at the UN's top court, accusing it"."""
        tree = self._tree
        for word in (token, *tree.ancestors(token)):
            if tree.deps[word] == "prep":
                return tree.lemmas[word] in {"at", "in", "near", "during", "after", "before"}
            if tree.pos[word] == "VERB":
                return False
        return False

    def leads(self, token: int) -> bool:
        """Whether a word is a subject or owns one: "Honduras' recognition of China came after it broke ties with Taiwan"."""
        deps, head = self._tree.deps, self._tree.head
        return deps[token] in SUBJECTS or (deps[token] == "poss" and deps[head[token]] in SUBJECTS)

    def own_people(self, token: int) -> list[Actor]:
        """Return the people who do something with "their" own: "Hundreds of Burmese marched to their embassy"."""
        tree = self._tree
        verb = next((above for above in tree.ancestors(token) if tree.pos[above] == "VERB"), None)
        subjects = tree.kids(verb, "nsubj") if verb is not None else []
        subjects += [pobj for who in subjects for of in tree.kids(who, "prep") for pobj in tree.kids(of, "pobj")]
        return [actor for who in subjects if who < token for actor in self._cast.heads.get(who, ()) if actor.plural][:1]
