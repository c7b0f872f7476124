"""A parsed sentence as the coder sees it: plain lists of words, lemmas, tags, labels and heads."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

_OPEN_CLASS = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})


@dataclass(slots=True)
class Tree:
    """A parsed sentence as parallel lists; `head[i] == i` at a root. `starts`, `ends` are character offsets."""

    text: str
    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    head: list[int]
    starts: list[int]
    ends: list[int]
    children: list[list[int]] = field(init=False)
    labelled: list[dict[str, list[int]]] = field(init=False)
    _by_lemma: dict[str, list[int]] | None = field(init=False, default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Note the children of every token, and those with each label."""
        self.children = [[] for _ in self.words]
        self.labelled = [{} for _ in self.words]
        for token, (head, dep) in enumerate(zip(self.head, self.deps, strict=True)):
            if head != token:
                self.children[head].append(token)
                self.labelled[head].setdefault(dep, []).append(token)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.words)

    def places(self, lemmas: AbstractSet[str]) -> list[int]:
        """Return the tokens with one of some lemmas, in sentence order."""
        if self._by_lemma is None:
            self._by_lemma = {}
            for token, lemma in enumerate(self.lemmas):
                self._by_lemma.setdefault(lemma, []).append(token)
        known = self._by_lemma
        if lemmas.isdisjoint(known):
            return []  # as with most sentences and most words
        return sorted(token for lemma in known.keys() & lemmas for token in known[lemma])

    def verbal(self) -> list[bool]:
        """Return of each token whether it is a verb form (spaCy tags some participles as adjectives)."""
        return [
            (tag.startswith("VB") or pos == "VERB") and not (tag in {"VBZ", "VB"} and dep in {"dobj", "pobj"})
            for tag, pos, dep in zip(self.tags, self.pos, self.deps, strict=True)
        ]

    def telling(self) -> list[int]:
        """Return the words that can tell an act: verbs, nouns, adjectives, adverbs, and what stands where a noun does."""
        return [
            token
            for token, verb in enumerate(self.verbal())
            if verb or self.pos[token] in _OPEN_CLASS or self.deps[token] in {"dobj", "pobj"}
        ]

    def kids(self, token: int, *deps: str) -> list[int]:
        """Return the children of a token with one of the given labels, from left to right."""
        below = self.labelled[token]
        if not below:
            return []
        found: list[int] = []
        in_order = True
        for dep in deps:
            if (more := below.get(dep)) is not None:
                in_order = not found
                found += more
        return found if in_order else sorted(found)

    def kid(self, token: int, *deps: str) -> int | None:
        """Return the first child with one of the given labels."""
        below = self.labelled[token]
        return min((below[dep][0] for dep in deps if dep in below), default=None)

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield the heads above a token, nearest first."""
        while self.head[token] != token:
            token = self.head[token]
            yield token

    def is_infinitive(self, verb: int) -> bool:
        """Whether a verb has "to" before it."""
        return any(self.words[aux].lower() == "to" for aux in self.kids(verb, "aux"))

    def upward(self, token: int) -> Iterator[int]:
        """Yield a token and the heads above it, nearest first."""
        yield token
        yield from self.ancestors(token)

    def path(self, one: int, other: int) -> set[int]:
        """Return the tokens on the way between two tokens, both ends included; the ends alone where nothing joins them."""
        up, down = list(self.upward(one)), list(self.upward(other))
        common = next((token for token in up if token in down), None)
        if common is None:
            return {one, other}
        return {*up[: up.index(common) + 1], *down[: down.index(common) + 1]}

    def is_sound(self) -> bool:
        """Whether every word hangs, step by step, on a root: no ring of heads."""
        safe: set[int] = set()
        for token in range(len(self.head)):
            way: list[int] = []
            while token not in safe and self.head[token] != token:
                if token in way:
                    return False
                way.append(token)
                token = self.head[token]  # noqa: PLW2901 - the way up
            safe.update(way)
        return True

    def subtree(self, token: int) -> list[int]:
        """Return a token and all below it, in sentence order."""
        found, queue = [token], [token]
        while queue:
            below = self.children[queue.pop()]
            found.extend(below)
            queue.extend(below)
        return sorted(found)

    def token_at(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first and last token that overlap a character span."""
        inside = [token for token in range(len(self.words)) if self.starts[token] < end and self.ends[token] > start]
        return (inside[0], inside[-1]) if inside else None

    def span_head(self, first: int, last: int) -> int:
        """Return the token of a span whose head lies outside it (the last such one)."""
        heads = [token for token in range(first, last + 1) if not first <= self.head[token] <= last or self.head[token] == token]
        return heads[-1] if heads else last

    def conjuncts(self, token: int) -> list[int]:
        """Return a token and everything coordinated below it."""
        found = [token]
        for child in self.kids(token, "conj"):
            found.extend(self.conjuncts(child))
        return found

    def rewired(self, deps: list[str], head: list[int]) -> "Tree":
        """Return the tree with other labels and heads; itself where nothing is other."""
        if deps == self.deps and head == self.head:
            return self
        return replace(self, deps=deps, head=head)
