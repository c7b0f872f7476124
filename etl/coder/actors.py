"""Actors in a sentence: which words stand for whom, of which country, in which role on that day, and on what basis.

Country words, people in office, organisations and bodies come from the dictionaries; this module carries them to the head of
the noun phrase they belong to ("Chinese foreign ministry spokesman Lin Jian" is one actor, CHN GOV, whose head is Jian).
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from etl.coder.days.almanac import DAYS
from etl.coder.naming import asides, bearers, functionaries, honorifics, ordinals, stations
from etl.coder.naming.asides import MODIFIERS
from etl.coder.naming.setting import Setting
from etl.coder.naming.titles import Titles, only_in_a_title
from etl.coder.tree import Tree
from etl.dictionaries import ActorLexicon, Name
from etl.dictionaries.phrases import Match, fold, words

# Places that act as part of a state; the mention keeps their own name (CODING rules, "Actors").
SOVEREIGN = {"HKG": "CHN", "MAC": "CHN"}
_NATIONAL = frozenset({"adjective", "name"})
_ONE = frozenset({"a", "an", "another"})
_PEOPLES = frozenset({"adjective", "demonym"})
_PAIRED = (bearers.paired, honorifics.beside_another)
_TAIL = re.compile(
    r"\.?\s?[-–]\s?(?:allied|backed|born|supported|funded|trained|armed|occupied|sponsored|aligned"
    r"|held(?!(?:\s[\w-]+){0,2}\s(?:[Ii]sl(?:and|et)s?|[Ss]hoals?|[Rr]eefs?|[Aa]tolls?)))\b"
)
_ADDRESS = re.compile(r"\s(?:Street|Avenue|Road|Boulevard|Lane|Square|Marathon|Masters|Cup|Derby|Biennale)\b")
_IN_A_NAME = re.compile(r"\b[Tt]he(?= West [A-Z])")  # "the West Wing", "the West Bank": not the West
_COMMISSIONED = frozenset({"envoy", "representative", "coordinator", "negotiator", "rapporteur", "adviser", "advisor"})
_GO_BETWEEN = frozenset({"brokered", "hosted", "mediated"})
_MANY = frozenset(
    {"police", "troop", "military", "army", "navy", "crew", "coast guard", "team", "family", "couple", "delegation"}
)
_PLACE_NAMES = frozenset({"name", "capital", "city", "territory"})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act: country (None for a body), CAMEO sector, canonical name, words and how the country was found.

    `head` is the token that governs the words; `start`, `end` are character offsets, None where the actor comes from another
    sentence. `left` is the day on which a former official left his last office.
    """

    country: str | None
    role: str
    name: str
    text: str
    start: int | None
    end: int | None
    basis: str
    head: int
    person: bool = False
    plural: bool = False
    left: date | None = None

    @property
    def key(self) -> str:
        """The country, or the body's code where there is none."""
        return self.country or self.role


@dataclass(slots=True)
class Cast:
    """The actors of one sentence: by the token that heads them, by the noun they own or modify, and by the noun that is
    turned against them ("anti-Japan rally"). `nationalities` tell where each name or adjective of a country begins and ends.
    """  # noqa: D205 - the summary lists the three

    heads: dict[int, list[Actor]]
    owners: dict[int, list[Actor]]
    covered: set[int]
    nationalities: Mapping[int, int] = field(default_factory=dict)
    opposed: dict[int, list[Actor]] = field(default_factory=lambda: defaultdict(list))

    def all(self) -> list[Actor]:
        """Return every actor in order of the words."""
        found = [actor for actors in self.heads.values() for actor in actors]
        return sorted(found, key=lambda actor: (actor.head, actor.key))

    def parties(self) -> list[Actor]:
        """Return whom a sentence names in any way: its actors, then those that only own or modify a noun ("Chinese drills")."""
        owners = [
            replace(actor, head=noun)
            for noun, actors in sorted(self.owners.items())
            if not self.heads.get(noun)
            for actor in actors
        ]
        return [*self.all(), *owners]


class Casting:
    """Finds the actors of a sentence, with the people an article has introduced so far."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon
        self.shorts: Mapping[str, object] = lexicon.shorts  # the surnames that may stand alone
        titles = Titles(lexicon)
        self.role_at, self.title_role, self._former = titles.role_at, titles.title_role, titles.former
        self.names = lru_cache(4096)(self._names)  # asked for when an article is planned and again when it is read

    def _names(self, text: str) -> tuple[Match[Name], ...]:
        """Return every dictionary phrase in a text, phrases that are no actor included."""
        return tuple(self._lexicon.phrases.find(_IN_A_NAME.sub("   ", bearers.set_apart(text))))

    def cast(self, tree: Tree, day: date, known: dict[str, Actor], setting: Setting, *, is_title: bool = False) -> Cast:
        """Return the actors of a sentence; `known` maps surnames that the article has introduced to their bearers."""
        matches = self.names(tree.text)
        nationalities = {match.start: match.end for match in matches if any(name.kind in _NATIONAL for name in match.values)}
        cast = Cast(defaultdict(list), defaultdict(list), set(), nationalities)
        for match in matches:
            span = tree.token_at(match.start, match.end)
            if span is None:
                continue
            cast.covered.update(range(span[0], span[1] + 1))
            both = tree.text[match.start : match.end] == "Korean" and tree.words[span[0] - 1].lower() in {"two", "both"}
            if both or _TAIL.match(tree.text, match.end) or _ADDRESS.match(tree.text, match.end):
                continue  # "the two Korean leaders" are of either half, "U.S.-allied Kurdish forces" are not American
            if only_in_a_title(tree.text, match.start, match.end):
                continue
            name = bearers.choose(match.values, day)
            if name is not None and bearers.of_another_state(name, tree, span, matches):
                cast.covered.difference_update(range(span[0], span[1] + 1))
                continue
            if asides.only_based_there(tree, span, ((other.start, other.end) for other in matches if other.start > match.end)):
                continue
            if (
                span[0]
                and name is not None
                and name.kind in _PLACE_NAMES | _PEOPLES
                and tree.words[span[0] - 1].rstrip(".").lower() in honorifics.HONORIFICS
            ):
                continue  # "Ms India Holland", "Mr. Dane": somebody called so
            if name is not None and name.kind in _PLACE_NAMES and tree.text[match.start : match.end] in setting.strangers:
                continue  # "Rep. Jordan", where Jim Jordan was named before
            if name is not None and name.kind == "person" and self._goes_on(tree, span):
                continue  # "John Lee Ratcliffe" is not John Lee
            if name is not None and name.kind == "prefix" and tree.text[match.end : match.end + 1] not in {"-", "–"}:
                if not is_title or not asides.stands_alone(tree, span, setting.present):
                    continue  # "Pak Myong Chol" is no half of "Pak-Afghan"
                name = replace(name, kind="name")
            name = None if name is None else setting.meant(name, tree.text[match.start : match.end])
            if name is not None and name.kind != "not_actor" and not (name.kind in _PEOPLES and asides.is_tongue(tree, span)):
                self._place(tree, cast, bearers.of_the_seat(self._lexicon, tree, span, name, day), span, known)
                if (half := bearers.other_half(self._lexicon, tree, span, day, is_title=is_title)) is not None:
                    self._place(tree, cast, half, span, known)
        self._surnames(tree, cast, day, known, setting, is_title=is_title)
        self._by_office(tree, cast)
        return cast

    @staticmethod
    def _by_office(tree: Tree, cast: Cast) -> None:
        """Let a body's officials be of their body alone, and "the former" and "the latter" be whom they stand for."""
        sworn_in = functionaries.sworn_in(tree, cast.heads)
        cast.heads.update({head: [replace(actor, head=head) for actor in found] for head, found in sworn_in.items()})
        for word, meant in ordinals.counted_off(tree, cast.heads).items():
            cast.heads[word] = [replace(actor, head=word, basis="coreference") for actor in meant]

    def _surnames(self, tree: Tree, cast: Cast, day: date, known: dict[str, Actor], setting: Setting, *, is_title: bool) -> None:
        """Add people named by surname alone, from the article first, then from who is in office."""
        for token, word in enumerate(tree.words):
            if token in cast.covered or not word[:1].isupper() or not word[:1].isalpha() or not bearers.is_surname(tree, token):
                continue
            surname = fold(word if not word.isupper() or len(word) < 3 else word.capitalize())
            if surname in known and (tree.pos[token] != "VERB" or bearers.opens(tree, token)):
                actor = known[surname]
                span = (token, token)
                cast.covered.add(token)
                echoed = replace(actor, basis="coreference", head=token)
                self._add(tree, cast, echoed, token, span)
                if tree.deps[token] in {"compound", "nmod"} and tree.head[token] > token and not asides.yoked(tree, span):
                    self._attach(tree, cast, echoed, tree.head[token], span, known)  # "the Lee administration"
                continue
            if (tree.pos[token] in {"PROPN", "NOUN", "X", "ADJ"} or bearers.opens(tree, token)) and (
                name := bearers.by_surname(
                    self._lexicon,
                    surname,
                    day,
                    setting,
                    alone=is_title or any(joined(self._lexicon, tree, token) for joined in _PAIRED),
                    title=" ".join(tree.words[max(0, token - 2) : token]),
                )
            ):
                # "Chinese commerce official Lin" is no namesake of a leader elsewhere.
                if any(other.country != name.country for other in cast.heads.get(token, ())):
                    continue
                beside = honorifics.neighbours(tree, token)
                if any(tree.pos[n] == "PROPN" and n not in cast.covered and not self._title(tree, n) for n in beside):
                    continue  # part of somebody's longer name
                if not honorifics.leads(tree, token, name, setting):
                    continue
                cast.covered.add(token)
                self._place(tree, cast, name, (token, token), known)

    def _goes_on(self, tree: Tree, span: tuple[int, int]) -> bool:
        """Whether a name of two words, the first a given name, has a surname of another behind it."""
        after = span[1] + 1
        if span[1] != span[0] + 1 or after >= len(tree) or fold(tree.words[span[0]]) not in self._lexicon.given_names:
            return False
        surname = tree.pos[after] == "PROPN" and tree.words[after].istitle() and tree.words[after].lower() not in DAYS
        compound = tree.deps[span[1]] == "compound" and tree.head[span[1]] == after
        return surname and compound and self.role_at(tree, after) is None

    def _title(self, tree: Tree, token: int) -> bool:
        return (role := self.role_at(tree, token)) is not None and role.kind != "thing"

    def _place(self, tree: Tree, cast: Cast, name: Name, span: tuple[int, int], known: dict[str, Actor]) -> None:
        """Carry a dictionary name to the head of the noun phrase it belongs to."""
        if any(aside(tree, span, name) for aside in asides.ASIDES):
            return
        head, person = tree.span_head(*span), name.kind == "person"
        country = SOVEREIGN.get(name.country or "", name.country)
        left = name.valid_to if name.role == "ELI" and person else None
        actor = Actor(country, name.role, name.name, "", None, None, _basis(name), head, person, left=left)
        if asides.turned_against(tree, span):
            noun = self._noun_above(tree, cast, head, span)
            while noun is not None and tree.deps[noun] == "compound" and tree.head[noun] > noun:
                noun = tree.head[noun]  # "an anti-DPRK smear campaign"
            if noun is not None:
                cast.opposed[noun].append(self._worded(tree, actor, span))
            return
        if person or name.kind in {"organization", "body"}:
            self._add(tree, cast, actor, head, span)
            if person:
                for word in words(" ".join(tree.words[span[0] : span[1] + 1])):
                    if len(word.form) > 1 and word.form[0].isupper() and word.form in bearers.shorts_of(name, self._lexicon):
                        known[word.form] = actor
            owned = self.role_at(tree, tree.head[head]) if person and tree.deps[head] == "poss" else None
            runs = owned is not None and owned.kind == "body" and left is None  # "Modi's cabinet", which "it" means then
            if (runs or tree.deps[head] in MODIFIERS - {"poss"}) and tree.head[head] > head and not asides.yoked(tree, span):
                self._attach(tree, cast, actor, tree.head[head], span, known)
            return
        noun = self._noun_above(tree, cast, head, span)
        if name.kind in _NATIONAL and (noun is None or tree.pos[noun] == "VERB"):
            noun = self._noun_listed(tree, cast, span) or noun
        if noun is None:
            if name.kind in {"adjective", "demonym"}:
                counted = bool(tree.kids(head, "nummod")) or any(
                    tree.words[kid].lower() in _ONE for kid in tree.kids(head, "det")
                )
                people = counted or name.kind == "demonym"  # "charged a Peruvian"
                actor = replace(actor, role="CVL" if people else "GOV", plural=True)
            if name.kind != "prefix" and not self._is_task(tree, head):
                self._add(tree, cast, actor, head, span)
            self._of_role(tree, cast, actor, head, known)
            return
        if name.kind in {"name", "capital", "seat", "city", "territory"} and tree.deps[head] == "poss":
            self._add(tree, cast, actor, head, span)
        self._attach(tree, cast, actor, noun, span, known)

    def _noun_above(self, tree: Tree, cast: Cast, head: int, span: tuple[int, int]) -> int | None:
        """Return the noun that a country word modifies, climbing over coordination and compounds of countries."""
        token = head
        for _ in range(8):
            dep, above = tree.deps[token], tree.head[token]
            if dep == "conj" and tree.deps[above] in MODIFIERS and tree.head[above] > token:
                token = above
                continue
            if dep == "conj" and tree.deps[above] == "conj" and above < token:
                token = above  # "Russian, Chinese and Iranian warships"
                continue
            if (
                dep in MODIFIERS
                and above > span[1]
                and tree.deps[above] in MODIFIERS
                and tree.starts[above] in cast.nationalities
            ):
                token = above  # "American, British and French forces"
                continue
            if dep == "npadvmod" and tree.words[above] in _GO_BETWEEN:  # "a China-brokered deal" is not China's
                return None
            if dep == "npadvmod" and tree.deps[above] == "amod":  # US-led coalition
                token = above
                continue
            if dep in MODIFIERS and above > span[1]:
                return above
            return None
        return None

    @staticmethod
    def _noun_listed(tree: Tree, cast: Cast, span: tuple[int, int]) -> int | None:
        """Return the noun of a list of nationalities that is cut by a comma: "Saudi, Iranian ministers meet"."""
        following = span[1] + 2
        if following >= len(tree) or tree.words[span[1] + 1] not in {",", "-", "–"} or tree.tags[following] not in {"JJ", "NNP"}:
            return None
        above = tree.head[following]
        if above < following and tree.deps[following] == "conj" and tree.starts[following] in cast.nationalities:
            return Casting._noun_listed(tree, cast, (following, following))
        modifies = tree.deps[following] in MODIFIERS and above > following and tree.pos[above] in {"NOUN", "PROPN"}
        if tree.starts[following] not in cast.nationalities or not modifies:
            return None
        if tree.starts[above] < cast.nationalities[tree.starts[following]]:
            return None  # "officials of India, South Korea and Japan"
        while tree.deps[above] in {"compound", "nmod"} and tree.head[above] > above:
            above = tree.head[above]
        verb = tree.head[above] if tree.deps[above] == "nsubj" else above
        told = tree.deps[verb] == "parataxis" or any(c < span[0] or c == tree.head[span[1]] for c in tree.kids(verb, "ccomp"))
        return None if told else above  # "rockets hit Haifa, Israeli officials said"

    def _is_task(self, tree: Tree, head: int) -> bool:
        """Whether a place is what an envoy is sent about: "the U.S. special representative for Syria" is no Syrian."""
        above = tree.head[head]
        behind = tree.deps[head] == "pobj" and tree.lemmas[above] == "for" and tree.deps[above] == "prep"
        return behind and tree.lemmas[tree.head[above]] in _COMMISSIONED

    def _of_role(self, tree: Tree, cast: Cast, actor: Actor, head: int, known: dict[str, Actor]) -> None:
        """Give "president of X", "officials from X and Y", "the government in X" their country."""
        token, listed = head, set[str]()
        while tree.head[token] < token and (
            tree.deps[token] == "conj"
            or (tree.deps[token] == "appos" and any(a.country for a in cast.heads.get(tree.head[token], ())))
        ):  # "from Iran, Russia"
            token = tree.head[token]
            listed |= {other.key for other in cast.heads.get(token, ())}
        if tree.deps[token] != "pobj":
            return
        preposition = tree.head[token]
        noun = tree.head[preposition]
        if tree.deps[preposition] != "prep" or noun > preposition:
            return
        role, word = self.role_at(tree, noun), tree.lemmas[preposition]
        free = all(other.key in listed for other in cast.heads.get(noun, ()))  # "firms in China and Turkey" are of both
        seated = word == "in" and free and stations.at_home(tree, noun, role, actor.basis, actor.name)
        seated = seated and (role is None or role.kind == "body" or not cast.owners.get(noun))
        fits = role and not (word == "from" and asides.en_route(tree, noun)) and (word in {"of", "from"} or seated)
        if fits or (word == "of" and tree.pos[noun] == "PROPN" and noun not in cast.covered):
            span = (noun, tree.ends.index(tree.ends[head]))
            self._attach(tree, cast, actor, noun, span, known)

    def _attach(self, tree: Tree, cast: Cast, actor: Actor, noun: int, span: tuple[int, int], known: dict[str, Actor]) -> None:
        """Make a noun an actor of a country where it is a role word or a name; else note whose noun it is."""
        role = self.role_at(tree, noun)
        titled = self.title_role(tree, noun) if tree.pos[noun] == "PROPN" else None
        if role is not None:
            if noun in cast.covered and any(other.person for other in cast.heads.get(noun, ())):
                return
            person = role.kind == "person"
            # "ASEAN leaders" and "NATO commanders" are the body; "Thai leaders" are a government
            sector = self._former(tree, noun, role.role) if actor.country else actor.role
            named = replace(actor, role=sector, basis=_role_basis(actor), person=person)
            self._add(
                tree,
                cast,
                replace(named, plural=tree.tags[noun] in {"NNS", "NNPS"} or tree.lemmas[noun] in _MANY),
                noun,
                (span[0], max(noun, span[1])),
            )
        elif any(other.person or other.basis == "organization" for other in cast.heads.get(noun, ())):
            return  # "Chinese President Xi Jinping": Xi is known already
        elif tree.pos[noun] == "PROPN" and noun not in cast.covered:
            sector = self._former(tree, noun, titled.role if titled else "CVL") if actor.country else actor.role
            basis = "office" if titled else _role_basis(actor)
            named = replace(actor, role=sector, basis=basis, person=titled is not None and titled.kind == "person")
            self._add(tree, cast, named, noun, (span[0], noun))
            if named.person:
                for token in (noun, *tree.kids(noun, "compound")):
                    if tree.words[token][:1].isupper() and self.role_at(tree, token) is None and token not in cast.covered:
                        known.setdefault(fold(tree.words[token]), replace(named, name=tree.words[token], start=None, end=None))
        else:
            cast.owners[noun].append(self._worded(tree, actor, span))
        if (
            tree.deps[noun] in {"compound", "nmod"}
            and tree.head[noun] > noun
            and actor.key not in {a.key for a in cast.heads.get(tree.head[noun], ())}
            and (actor.country is not None or tree.tags[noun] not in {"NNS", "NNPS"})  # "EU members Hungary and Slovakia"
        ):
            self._attach(tree, cast, actor, tree.head[noun], (span[0], tree.head[noun]), known)

    def _add(self, tree: Tree, cast: Cast, actor: Actor, head: int, span: tuple[int, int]) -> None:
        actors = cast.heads[head]
        same = next((number for number, other in enumerate(actors) if other.key == actor.key), None)
        if same is None:
            start, end = tree.starts[span[0]], tree.ends[span[1]]
            actors.append(replace(actor, head=head, text=tree.text[start:end], start=start, end=end))
        elif (actor.person and not actors[same].person) or (actor.basis == "organization" and actors[same].role == "CVL"):
            # "China's Xi" is known by name, not one of China's people; "Peru's Petroperú" is a firm
            old = actors[same].start
            start = tree.starts[span[0]] if old is None else min(old, tree.starts[span[0]])
            end = tree.ends[span[1]]
            actors[same] = replace(actor, head=head, text=tree.text[start:end], start=start, end=end)

    @staticmethod
    def _worded(tree: Tree, actor: Actor, span: tuple[int, int]) -> Actor:
        start, end = tree.starts[span[0]], tree.ends[span[1]]
        return replace(actor, text=tree.text[start:end], start=start, end=end)


def _basis(name: Name) -> str:
    return {"demonym": "adjective", "prefix": "adjective", "seat": "capital"}.get(name.kind, name.kind)


def _role_basis(actor: Actor) -> str:
    return "adjective" if actor.basis in {"adjective", "name"} else actor.basis
