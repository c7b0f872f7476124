"""Headlines whose verb the parser missed, with that verb made plain: "China sanctions general" is no heap of nouns."""

import re
from dataclasses import dataclass, replace

from etl.coder.tree import Tree
from etl.dictionaries import ActorLexicon
from etl.dictionaries.phrases import fold

NOMINAL = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "CC", ",", "POS", "HYPH", "DT", "CD", "PRP$", "``", "''", ":"})
_PHRASE_STARTS = frozenset({"NNP", "NNPS", "NN", "NNS", "JJ", "JJR", "JJS", "DT", "PRP$", "CD", "VBN", "VBG", "$", "``"})
_AIMS = frozenset({"vow", "pledge", "plan", "promise", "offer", "aim", "move", "push", "bid", "refuse", "mull", "decline"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
# What states do to officials: "Manila summons envoy", but not "US sanctions envoy".
_TO_OFFICIALS = frozenset("summon expel recall eject detain arrest jail free send receive host welcome dispatch".split(" "))
_SAYING = frozenset({"says", "say", "said", "claims"})
_LINKS = frozenset({"as", "while", "after", "before", "when"}) | _SAYING
# Forms in -s that are hardly ever nouns: what looks like a verb behind them is their object ("US scraps aid to Pretoria").
_SURE = frozenset(
    (
        "axe boot eject expel freeze halt recall scrap seize sever slash suspend terminate yank withdraw withhold reject dismiss "
        "deny denounce rebut refute summon"
    ).split(" ")
)
# What one does to a person who is named next: "Kim thanks Xi, leaves Beijing".
_TO_PEOPLE = frozenset(
    "thank warn urge slam blast hail praise press invite greet snub rebuke mock accuse blame laud pan lambast chide scold".split()
)


# What somebody is quoted as calling a thing, and an article in place of the quotation marks: both before who says so.
_QUOTED = re.compile(r"(?<=\w) (?=[\"“‘'](?P<said>[^\"“”‘]{3,80}?)[\"”’'](?: ?[,.:] | says? ))")
_BARE = re.compile(r"(?<=\w) (?=(?P<said>an? [\w’' -]{3,60}?)(?:, says | ?[:.] ))")
_JUDGED = re.compile(r"(?<=\w) (?=[\"“‘'](?P<said>[^\"“”‘']{3,80})[\"”’'](?: |$))")
_DEALS = frozenset({"deal", "pact", "accord", "agreement", "treaty", "truce", "ceasefire", "compromise"})
_BEHIND_ARMS = frozenset(
    "sale deal package embargo race export shipment transfer control supply purchase maker trade delivery".split(" ")
)
"""Nouns behind "arms" that is a noun itself: "US arms sale"."""


@dataclass(frozen=True, slots=True)
class Rewording:
    """A headline with one word changed so that the parser sees its verb; offsets lead back to the original."""

    text: str
    start: int
    end: int
    inserted: int
    second: bool = False  # what the doer of a first verb does too

    def restored(self, tree: Tree, original: str) -> Tree:
        """Return the new parse with its offsets in the original headline; both new words stand where the old one stood."""
        shift = self.inserted - (self.end - self.start)

        def back(offset: int, *, is_end: bool) -> int:
            if offset >= self.start + self.inserted:
                return offset - shift
            if offset <= self.start:
                return offset if offset < self.start or not is_end else self.start
            return self.end if is_end else self.start

        starts = [back(offset, is_end=False) for offset in tree.starts]
        ends = [back(offset, is_end=True) for offset in tree.ends]
        words, lemmas, tags, pos = list(tree.words), list(tree.lemmas), list(tree.tags), list(tree.pos)
        for token, offset in enumerate(tree.starts):
            if offset == self.start and self.inserted > len("will") and self.text.startswith("will", offset):
                words[token], lemmas[token] = "did", "do"  # "will sanction" only showed the parser a verb: the act is done
                if token + 1 < len(tree) and tree.tags[token + 1] in {"NN", "NNP"} and tree.kids(token + 1, "aux"):
                    tags[token + 1], pos[token + 1] = "VB", "VERB"
        deps, head = self._beside_the_first(tree)
        return Tree(original, words, lemmas, pos, tags, deps, head, starts, ends)

    def _beside_the_first(self, tree: Tree) -> tuple[list[str], list[int]]:
        """Return labels and heads with a second verb hung on the first one, whose doer it shares."""
        deps, head = list(tree.deps), list(tree.head)
        verb = next((token for token, offset in enumerate(tree.starts) if offset > self.start), len(tree))
        told = (
            token for token in range(min(verb, len(tree))) if tree.tags[token] in {"VBZ", "VBD"} and tree.kids(token, "nsubj")
        )
        first = next(told, None) if self.second and verb < len(tree) and tree.tags[verb] == "VB" else None
        if first is not None and not any(first < kid for kid in tree.kids(verb, "nsubj") if kid != first):
            deps[first], head[first] = "ROOT", first
            deps[verb], head[verb] = "conj", first
        return deps, head


def reworded(tree: Tree, verbs: frozenset[str], lexicon: ActorLexicon) -> Rewording | None:
    """Return a headline whose verb the parser missed with that verb made plain, None where nothing was missed.

    "China sanctions retired general" is parsed as a heap of nouns, "Chinese VP to attend" as anything: "did sanction" and
    "will attend" are not. `verbs` are the lemmas that frames and operators know.
    """
    named = [tree.token_at(match.start, match.end) for match in lexicon.phrases.find(tree.text)]
    actors = {token for span in named if span for token in range(span[0], span[1] + 1)}
    actors |= {token for token, word in enumerate(tree.words) if fold(word) in lexicon.shorts}
    parts = [0, *(token + 1 for token, word in enumerate(tree.words) if word == ".")]
    clause = next((found for first in parts if (found := _first_clause(tree, verbs, lexicon, actors, first))), None)
    return clause or _later_clause(tree, verbs, lexicon, actors) or _verdict(tree, actors) or _own_verdict(tree, actors)


def _verdict(tree: Tree, actors: set[int]) -> Rewording | None:
    """Return a verdict without a verb made plain: "Pelosi's visit 'reckless': Wang Yi", "Moscow's veto a farce, says Macron"."""
    for judged in (_QUOTED.search(tree.text), _BARE.search(tree.text)):
        if judged is None:
            continue
        before = [token for token in range(len(tree)) if tree.ends[token] <= judged.start()]
        if before and tree.words[before[-1]] == "is":
            continue  # made plain already
        spoken = any(token in actors for token in range(len(tree)) if tree.starts[token] >= judged.end("said"))
        owned = any(tree.tags[token] == "POS" for token in before)  # "Seoul's offer", be that a verb to the parser
        thing = len(before) > 1 and (owned or tree.tags[before[-1]].startswith("N")) and tree.tags[before[0]] != "IN"
        if thing and spoken and not any(tree.tags[token] in _FINITE for token in before[: -1 if owned else None]):
            start, inserted = judged.end(), "is "
            return Rewording(tree.text[:start] + inserted + tree.text[start:], start, start, len(inserted))
    return None


def _own_verdict(tree: Tree, actors: set[int]) -> Rewording | None:
    """Return the verdict of whoever stands before a colon made plain: "Tokyo: Beijing's claims 'utterly baseless'"."""
    colon = next((token for token, word in enumerate(tree.words[:4]) if word == ":"), 0)
    judged = _JUDGED.search(tree.text, tree.ends[colon]) if colon and all(token in actors for token in range(colon)) else None
    if judged is None or any(tree.tags[token] in _FINITE and token not in actors for token in range(colon, len(tree))):
        return None
    word = next((token for token in range(len(tree)) if tree.starts[token] >= judged.start("said")), 0)
    thing = tree.tags[word - 1] in NOMINAL and any(token in actors for token in range(colon + 1, word))
    if not thing or word - 1 == colon or tree.tags[word] not in {"JJ", "RB", "VBG", "VBN", "DT"}:
        return None
    start, inserted = judged.end(), "is "
    return Rewording(tree.text[:start] + inserted + tree.text[start:], start, start, len(inserted))


def _later_clause(tree: Tree, verbs: frozenset[str], lexicon: ActorLexicon, actors: set[int]) -> Rewording | None:
    """Return the verb of a clause of time or of what is reported made plain.

    "India urges calm as Israel, Iran trade strikes", "Seoul says North Korea fires rockets into sea".
    """
    for link in range(len(tree) - 2):
        if (base := _second_act(tree, link, verbs, actors)) is not None:
            return replace(_replaced(tree, link + 1, f"will {base}"), second=True)
        if tree.words[link].lower() not in _LINKS or link + 1 not in actors:
            continue
        verb = link + 1
        while verb < len(tree) - 1 and (verb in actors or tree.words[verb].lower() in {",", "and", "&"}):
            verb += 1
        several = any(tree.words[token].lower() in {",", "and", "&"} for token in range(link + 1, verb)) and verb - 1 in actors
        missed = tree.words[verb].lower() in verbs and not tree.tags[verb].startswith("VB") and verb + 1 < len(tree)
        if several and missed and tree.tags[verb + 1] in _PHRASE_STARTS | {"IN"}:
            return _replaced(tree, verb, f"will {tree.words[verb].lower()}")
        word = tree.words[verb].lower()
        forces = verb == link + 2 and (tree.lemmas[verb],) in lexicon.roles  # drones and troops, but not "China fires"
        if forces and (did := _did_by_several(tree, verb, verbs)) is not None:
            return _replaced(tree, verb + 1, f"will {did}")
        one = verb - 1 in actors and not several and word.islower() and tree.tags[verb] in {"NNS", "NNPS"}
        base = _base(word, verbs) if one and verb + 1 < len(tree) and not _verb_follows(tree, verb) else None
        if base is not None and base != word and tree.tags[verb + 1] in _PHRASE_STARTS:
            return _replaced(tree, verb, f"will {base}")
    return None


def _did_by_several(tree: Tree, noun: int, verbs: frozenset[str]) -> str | None:
    """Return the verb behind a plural that was taken for one more noun: "as Russian drones breach airspace"."""
    verb = noun + 1
    if tree.tags[noun] != "NNS" or tree.deps[noun] != "compound" or verb + 1 >= len(tree):
        return None
    missed = tree.tags[verb] == "NN" and tree.deps[verb] == "compound" and tree.words[verb] in verbs
    return tree.words[verb] if missed and not _verb_follows(tree, verb) else None


def _second_act(tree: Tree, comma: int, verbs: frozenset[str], actors: set[int]) -> str | None:
    """Return the verb behind a comma that says what the doer of a first one does too: "Macron visits Kyiv, pledges more guns"."""
    verb = comma + 1
    taken = tree.tags[verb] in {"NNS", "NNPS"} or (tree.tags[verb] == "VBZ" and tree.deps[verb] == "compound")
    if tree.words[comma] != "," or not taken or not tree.words[verb].islower() or verb + 1 >= len(tree):
        return None
    told = any(tree.tags[token] in {"VBZ", "VBD", "VB"} and tree.kids(token, "nsubj") for token in range(comma))
    base = _base(tree.words[verb], verbs)
    things = tree.tags[comma - 1] == "NNS" and comma - 1 not in actors  # "eases tariffs, sanctions new and old": a list
    begins = tree.tags[verb + 1] in _PHRASE_STARTS or verb + 1 in actors or tree.deps[verb] == "compound"
    if not told or base in {None, tree.words[verb]} or not begins or _verb_follows(tree, verb):
        return None
    return None if things and verb + 1 not in actors else base


def _first_clause(tree: Tree, verbs: frozenset[str], lexicon: ActorLexicon, actors: set[int], first: int) -> Rewording | None:
    """Return the verb of the first clause of a headline's part made plain; `first` is the part's first token."""
    for token in range(first + 1, len(tree)):
        word, before = tree.words[token].lower(), token - 1
        if (whereabouts := _verbless(tree, token, lexicon, actors)) is not None:
            return whereabouts
        if word == "to" and token + 1 < len(tree) and any(t in actors for t in range(first, token)):
            return _planned(tree, token, verbs)
        if word == "close" and before in actors and tree.words[token + 1 : token + 2] == ["to"] and _names_deal(tree, token):
            return _replaced(tree, token, "are close")  # "Oman, Kenya close to trade pact"
        if word == "near" and before in actors and _listed(tree, token, actors) and _names_deal(tree, token):
            return _replaced(tree, token, "are close to")  # "Turkey, Japan near deal on free trade"
        astray = tree.tags[token] in {"RB", "RP"} or (tree.tags[token] in {"VBP", "VB"} and tree.deps[token] == "compound")
        offices = tree.tags[before] == "NNS" and (tree.lemmas[before],) in lexicon.roles and before - 1 in actors
        if astray and word in verbs and (before in actors or offices) and _listed(tree, token, actors):
            return _replaced(tree, token, f"will {word}")  # "France, Germany back Tokyo", "Peru, Chile FMs trade barbs"
        if word in verbs and _lacks_subject(tree, token, lexicon, actors):
            return _replaced(tree, token, f"will {word}")
        if tree.tags[token] not in NOMINAL and not tree.words[token].isupper():
            return None
        reach = before - (3 if "POS" in tree.tags[max(0, before - 2) : before] else 2)  # "China's coast guard fires"
        close = before in actors or (
            tree.tags[before] in {"NNP", "NN", "NNS"} and any(t in actors for t in range(max(0, reach), before))
        )
        # "G7 foreign ministers voice concern"
        office = tree.tags[before] == "NNS" and (tree.lemmas[before],) in lexicon.roles and token + 1 < len(tree)
        officials = office and any(t in actors for t in range(max(0, before - 3), before))
        close = (close and not _hyphened(tree, before, actors)) or (
            officials and word != "trade" and tree.tags[token + 1] in _PHRASE_STARTS
        )
        if not close or not word.isalpha() or token in actors or token + 1 >= len(tree):
            continue
        coordinated = _listed(tree, token, actors)
        base = _base(word, verbs) if word != "arms" or tree.lemmas[token + 1] not in _BEHIND_ARMS else None
        plural = tree.tags[token] == "NNS" or (word[-1] == "s" and tree.words[token].islower())  # "lobs", tagged anything
        titled = lexicon.roles.get((tree.lemmas[token + 1],))
        thing = _thing_for_verb(tree, token + 1, verbs) or (base in _SURE and tree.tags[token + 1] in {"VB", "VBP"})
        thing = thing or (base in _TO_PEOPLE and base != word and token + 1 in actors)
        aims = coordinated and base == word in _AIMS and tree.words[token + 1].lower() == "to"  # "Fiji, Samoa vow to boost trade"
        if (
            base is None
            or (base == "talk" and before not in actors)  # "Canada trade talks"
            or (_verb_follows(tree, token) and not thing and not aims)
            or (titled is not None and titled.kind == "person" and not (base != word and base in _TO_OFFICIALS))
            or _is_undergone(tree, token + 1, verbs)
            or _lacks_subject(tree, token + 1, lexicon, actors)
        ):
            continue  # "finance ministers" finance nothing, of "US war moves denounced in France" the verb comes later
        if (
            plural
            and base != word
            and (
                tree.tags[token + 1] in _PHRASE_STARTS
                or tree.deps[token + 1] == "amod"
                or thing
                or (tree.tags[token + 1] in {"IN", "TO", "RP"} and tree.head[token] == token)  # "Abe apologises to Seoul"
            )
            and not coordinated
        ):
            return _replaced(tree, token, f"will {base}")
        if (
            tree.tags[token] in {"NN", "JJ"}
            and base == word
            and (coordinated or tree.tags[before] in {"NNPS", "NNS"} or tree.words[before].lower() == "police")
        ):
            return _replaced(tree, token, f"will {base}")
    return None


def _verbless(tree: Tree, token: int, lexicon: ActorLexicon, actors: set[int]) -> Rewording | None:
    """Return a headline without a verb with "is" put in: "Macron in Rabat to mend ties", "Macron off to Rabat"."""
    before, behind = token - 1, [word.lower() for word in tree.words[token : token + 3]]
    role = lexicon.roles.get((tree.lemmas[before],))
    person = fold(tree.words[before]) in lexicon.shorts or (role is not None and role.kind == "person")
    someone = before in actors or (person and before - 1 in actors)
    if not someone or token + 3 > len(tree) or any(tree.tags[t] in _FINITE and t not in actors for t in range(token)):
        return None
    aim = behind[2] == "to" and tree.tags[token + 3 : token + 4] == ["VB"]
    journey = (behind[0] == "in" and token + 1 in actors and aim) or (behind[:2] == ["off", "to"] and token + 2 in actors)
    return _replaced(tree, token, f"is {tree.words[token]}") if person and journey else None


def _lacks_subject(tree: Tree, token: int, lexicon: ActorLexicon, actors: set[int]) -> bool:
    """Whether a verb was given its subject as a mere description, or was taken for a noun in spite of one.

    "Swiss freeze assets" (an adjective cannot describe a verb), "Thai troops fire at drone" (a noun has no subject).
    """
    before = token - 1
    if tree.tags[token] in {"VB", "VBP"}:
        return before in actors and tree.head[before] == token and tree.deps[before] == "amod"
    several = tree.tags[before] == "NNS" and (tree.lemmas[before],) in lexicon.roles and before - 1 in actors
    return several and tree.tags[token] == "NN" and before in tree.kids(token, "nsubj")


def _names_deal(tree: Tree, token: int) -> bool:
    """Whether a deal is what the next words are of: "near long-sought trade deal"."""
    return any(tree.lemmas[noun].lower() in _DEALS for noun in range(token + 1, min(token + 6, len(tree))))


def _hyphened(tree: Tree, name: int, actors: set[int]) -> bool:
    """Whether a name ends a compound, which has a noun behind it ("anti-Japan protests"); not so "Diaz-Canel hails"."""
    first, hyphen = name - 2, name - 1
    compound = first >= 0 and tree.words[hyphen] in {"-", "–"} and hyphen not in actors
    return compound and (first in actors or tree.words[first].lower() in {"anti", "pro"})


def _listed(tree: Tree, token: int, actors: set[int]) -> bool:
    """Whether several are named together before a word."""
    return any(tree.words[t].lower() in {"and", ","} for t in range(token - 1)) and sum(t in actors for t in range(token)) > 1


def _is_undergone(tree: Tree, token: int, verbs: frozenset[str]) -> bool:
    """Whether a participle is what a headline tells, and no adjective: "moves denounced in France", "drill slammed"."""
    last = token + 1 >= len(tree)
    alone = last or tree.tags[token + 1] in {"IN", "TO", ".", ",", ":"}
    return alone and tree.tags[token] in {"VBN", "VBD"} and tree.lemmas[token] in verbs and tree.deps[token] != "amod"


def _thing_for_verb(tree: Tree, token: int, verbs: frozenset[str]) -> bool:
    """Whether a word was taken for a verb that no frame knows: it is the object ("Malaysia brokers truce between")."""
    return tree.tags[token] in {"VBP", "VBZ"} and tree.lemmas[token] not in verbs and tree.words[token].islower()


def _planned(tree: Tree, token: int, verbs: frozenset[str]) -> Rewording | None:
    """Return "X will V" for "X to V" where the parser gave the infinitive no subject."""
    verb = token + 1
    if tree.words[verb].lower() not in verbs or any(tree.tags[t] in _FINITE for t in range(token)):
        return None
    if tree.words[verb].lower() == "blame" and not tree.kids(verb, "dobj"):
        return _replaced(tree, token, "is to")  # "Israel to blame for failure of talks"
    embedded = tree.deps[verb] in {"relcl", "acl", "advcl", "dep"}
    if any(child < token for child in tree.kids(verb, "nsubj", "nsubjpass")) and not embedded:
        return None
    return _replaced(tree, token, "will")


def _replaced(tree: Tree, token: int, words: str) -> Rewording:
    start, end = tree.starts[token], tree.ends[token]
    return Rewording(tree.text[:start] + words + tree.text[end:], start, end, len(words))


def _base(word: str, verbs: frozenset[str]) -> str | None:
    """Return the verb that a word may be a present form of."""
    forms = [word]
    if word.endswith("s"):
        forms = [word[:-1], word[:-2], word[:-3] + "y" if word.endswith("ies") else word]
    return next((form for form in forms if form in verbs), None)


def _verb_follows(tree: Tree, token: int) -> bool:
    """Whether a finite verb right of a token, in the same part of the headline, takes it as its subject: then it is a noun."""
    parted = next((stop for stop in range(token + 1, len(tree)) if tree.words[stop] in {".", ";"}), len(tree))
    if tree.words[-1].lower() in _SAYING:  # "North Korea fires missiles, Japan says"
        parted = next((stop for stop in range(len(tree) - 2, token, -1) if tree.words[stop] == ","), parted)
    return any(
        tree.tags[verb] in _FINITE | {"VB"}
        and len(tree.kids(verb, "nsubj", "nsubjpass")) == 1  # two subjects: the parser lost a verb between them
        and any(token <= kid or token in tree.subtree(kid) for kid in tree.kids(verb, "nsubj", "nsubjpass") if kid < verb)
        for verb in range(token + 1, parted)
        if tree.head[verb] == verb
    )
