"""Who bears a name: what a dictionary phrase stands for on a day, and whom a surname alone means."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from etl.coder.naming.setting import Setting
from etl.coder.tree import Tree
from etl.dictionaries import ActorLexicon, Name
from etl.dictionaries.phrases import Match, fold, words

_FIRST = frozenset({"head_of_state", "head_of_government"})
_NOT_NAMES = frozenset({"May", "Will", "March", "August", "So", "Long", "Young", "Black", "Case"})
_NOUNS_TOO = frozenset({"Bush", "Ban", "Park", "Price", "Rice", "Brown"})  # names only where nothing hangs on them
_NAMED_BY = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj", "conj", "appos"})
# The offices that a title right in front of a surname may mean.
_OFFICES = {
    "president": frozenset({"head_of_state", "de_facto_leader"}),
    "premier": frozenset({"head_of_government"}),
    "chancellor": frozenset({"head_of_government"}),
    "pm": frozenset({"head_of_government"}),
    "supreme leader": frozenset({"head_of_state", "de_facto_leader"}),
    "king": frozenset({"head_of_state"}),
    "emperor": frozenset({"head_of_state"}),
    "fm": frozenset({"foreign_minister"}),
    "vp": frozenset({"deputy_leader"}),
    "prime minister": frozenset({"head_of_government"}),
    "foreign minister": frozenset({"foreign_minister"}),
    "foreign secretary": frozenset({"foreign_minister"}),
    "defence minister": frozenset({"defence_minister"}),
    "defense minister": frozenset({"defence_minister"}),
    "defense secretary": frozenset({"defence_minister"}),
    "defence secretary": frozenset({"defence_minister"}),
    "defense chief": frozenset({"defence_minister"}),
    "defence chief": frozenset({"defence_minister"}),
    "finance minister": frozenset({"finance_minister"}),
    "trade minister": frozenset({"trade_minister"}),
    "interior minister": frozenset({"interior_minister"}),
    "vice president": frozenset({"deputy_leader"}),
}
LEADING = frozenset({"head_of_state", "head_of_government", "de_facto_leader"})
_BEFORE_OFFICE = timedelta(days=75)  # from election day to inauguration, at the longest usual
_FAMILY_FIRST = frozenset({"CHN", "HKG", "KHM", "KOR", "PRK", "TWN", "VNM"})
# Who is so often in the news that a surname others share means him, even where his country is not named.
_PROMINENT = frozenset({"head_of_state", "head_of_government", "de_facto_leader", "foreign_minister", "party_leader"})
# Headlines have a comma for "and": "Taiwan, China trade barbs". In the sentences of state media, and behind a preposition of
# place, it is one name: "athletes from Taiwan, China".
_TWO = re.compile(r"(?<!\bin )(?<!\bof )(?<!\bfrom )(?<!\bto )(?<!\bat )(?<!\bfor )\bTaiwan, China(?= [\w’'])", re.IGNORECASE)
# "China's Taiwan drills" are China's; "China's Taiwan region" is one name.
_DRILLED = re.compile(r"\bChina['’]s Taiwan(?= (?!region|island|province|compatriot|authorit|residents|people)[a-z]+\b)")
_ENDED = (".", "!", "?", '"', "”", ":")


def set_apart(text: str) -> str:
    """Return a text of the same length in which two countries that only a comma joins are no longer one name."""
    if "Taiwan" not in text and "TAIWAN" not in text:
        return text
    text = _DRILLED.sub(lambda match: match[0].replace(" ", ";"), text)
    return text if text.rstrip().endswith(_ENDED) else _TWO.sub(lambda match: match[0].replace(",", ";"), text)


def by_surname(
    lexicon: ActorLexicon, surname: str, day: date, setting: Setting, *, alone: bool = False, title: str = ""
) -> Name | None:
    """Return who in office on a day goes by a surname; None where nobody does, or people of several countries.

    A surname that others bear means somebody of lesser office only where the article names his country. `title` are the two
    words in front of it: "President Lee" is no prime minister of that name. `alone` says that it stands as leaders' surnames do.
    """
    if surname in _NOT_NAMES or surname in setting.strangers:
        return None
    holding = [name for name in lexicon.shorts.get(surname, ()) if name.holds(day)]
    current = [name for name in holding if _expected(name, surname, setting, lexicon)]
    current = current or [replace(name, role="ELI") for name in lexicon.shorts.get(surname, ()) if _elected(name, day)]
    title = _title(title)
    if title in _OFFICES:
        # "Trade Minister Ahn" holds that office, though others of his name are more in the news
        fits, others = ([one for one in names if one.office in _OFFICES[title]] for names in (current, holding))
        fitting = fits or others
        # a premier of whom nobody knows yet may be known by the office held before
        current = fitting or (current if title == "prime minister" else [])
    elif title.endswith(("minister", "secretary")):
        current = [name for name in current if name.office not in LEADING]  # "Unification Minister Chung" is no premier
    if len({name.name for name in current}) == 1 or len({name.country for name in current}) == 1:
        return max(current, key=_precedence)
    # The bare "Lee" of a headline, or of "Xi and Lee", is the one of that name who leads a state.
    leading = [name for name in current if name.office in {"head_of_state", "de_facto_leader"}]
    if not leading and not any(name.office == "foreign_minister" for name in current):  # "Cho meets Wang" may be either's
        leading = [name for name in current if name.office == "head_of_government"]
    return leading[0] if alone and len({name.country for name in leading}) == 1 else None


def _title(before: str) -> str:
    """Return the title in front of a name in small letters: its last word, or two where that tells too little ("minister")."""
    last = before.lower().split(" ")[-1]
    return before.lower() if before.lower() in _OFFICES or last in {"minister", "secretary"} else last


def _elected(name: Name, day: date) -> bool:
    """Whether somebody is soon to lead a state: presidents-elect are in the news under their surnames."""
    leads = name.office in {"head_of_state", "head_of_government"} and name.role == "GOV"
    return leads and name.valid_from is not None and timedelta(0) < name.valid_from - day <= _BEFORE_OFFICE


def _expected(name: Name, surname: str, setting: Setting, lexicon: ActorLexicon) -> bool:
    if setting.present is None or name.country is None or name.office in _PROMINENT:
        return True
    return name.country in setting.present or surname not in lexicon.shared_surnames


def shorts_of(name: Name, lexicon: ActorLexicon) -> set[str]:
    """Return the words of a person's name that may stand alone later.

    Those are the short forms of the dictionary; where it has none, since others bear the surname too, the article itself tells
    who is meant: the last word, or the first where the family name comes first.
    """
    forms = [word.form for word in words(name.name)]
    listed = {form for form in forms if any(other.name == name.name for other in lexicon.shorts.get(form, ()))}
    if listed or len(forms) < 2:
        return listed
    return {forms[0] if name.country in _FAMILY_FIRST else forms[-1]} - _NOT_NAMES - _NOUNS_TOO


def is_surname(tree: Tree, token: int) -> bool:
    """Whether a word that may be somebody's surname is no common noun: "Bush in Baghdad", but not "Ban on rice", "the Park"."""
    if fold(tree.words[token]) not in _NOUNS_TOO:
        return True
    compounds = [kid for kid in tree.kids(token, "compound") if fold(tree.words[kid]).lower() not in _OFFICES]  # "FM Park"
    apart = (
        not compounds
        and not tree.kids(token, "det", "amod", "nummod")
        and not (fold(tree.words[token]) == "Ban" and any(tree.lemmas[prep] == "on" for prep in tree.kids(token, "prep")))
    )
    if token == 0 and len(tree) > 1 and tree.words[1] == ",":
        return apart  # "Bush, Putin sign treaty"
    return apart and tree.tags[token] == "NNP" and tree.deps[token] in _NAMED_BY


def holds_office(lexicon: ActorLexicon, name: str, text: str, title: str) -> bool:
    """Whether somebody is called by a title, or held its office at any time: "the vice president", "the premier"."""
    said = text.lower().replace("vice president", "vice-president")
    if any(word in said for word in _CALLED.get(title, (title,))):
        return True
    offices = _OFFICES.get(title, frozenset())
    return bool(offices) and any(one.office in offices for one in lexicon.phrases.get(name) or ())


_CALLED = {
    "premier": ("premier", "prime minister"),
    "prime minister": ("premier", "prime minister"),
    "vice president": ("vice-president",),
    "defense minister": ("defence minister", "defense minister"),
    "defence minister": ("defence minister", "defense minister"),
}


def paired(lexicon: ActorLexicon, tree: Tree, token: int) -> bool:
    """Whether a surname stands beside another that may be a leader's: "Putin and Kim signed a treaty"."""
    for joint, other in ((token - 1, token - 2), (token + 1, token + 2)):
        if 0 <= other < len(tree) and tree.words[joint].lower() == "and":
            return any(name.office in LEADING for name in lexicon.shorts.get(fold(tree.words[other]), ()))
    return False


def choose(names: Iterable[Name], day: date) -> Name | None:
    """Return what a phrase stands for on a day.

    No actor wins over all; an office held on the day over one that has ended; who has left every office is ELI (a former
    official).
    """
    entries = list(names)
    if any(name.kind == "not_actor" for name in entries):
        return next(name for name in entries if name.kind == "not_actor")
    current = [name for name in entries if name.holds(day)]
    if current:
        return max(current, key=_precedence)
    people = [name for name in entries if name.kind == "person"]
    if not people:
        return None
    past = [name for name in people if name.valid_to is not None and name.valid_to < day]
    chosen = max(past, key=lambda name: name.valid_to or date.min) if past else people[0]
    role = "ELI" if chosen.country else chosen.role
    return Name(chosen.kind, chosen.country, role, chosen.name, chosen.valid_from, chosen.valid_to, chosen.office)


def _precedence(name: Name) -> tuple[bool, bool, bool, date]:
    """Order what a phrase may stand for on a day: an office of state before party, firm and body, the first one, then the latest.

    A president who heads the military commission besides is a president.
    """
    of_state = name.country is not None and name.role in {"GOV", "MIL"}
    return of_state, name.role != "OPP", name.office in _FIRST, name.valid_from or date.min


def of_another_state(name: Name, tree: Tree, span: tuple[int, int], matches: Iterable[Match[Name]]) -> bool:
    """Whether an office that the dictionary gives to one state is another's: "the Philippine Department of Justice"."""
    if name.kind != "organization" or name.role not in {"GOV", "MIL", "JUD", "LEG"} or not span[0]:
        return False
    end = tree.ends[span[0] - 1]
    before = [one for match in matches if match.end == end for one in match.values if one.kind == "adjective"]
    return bool(before) and all(one.country != name.country for one in before)


_HALVES = frozenset({"North", "South", "East", "West", "N.", "S."})


def other_half(lexicon: ActorLexicon, tree: Tree, span: tuple[int, int], day: date, *, is_title: bool) -> Name | None:
    """Return the half that shares its last word with a country: North Korea in "North and South Korea", None where there is none.

    A headline has a comma for the "and"; "the North, South Korea said" names two.
    """
    words, first = tree.words, span[0]
    if first < 2 or span[1] == first:
        return None
    one, other = words[first - 2].capitalize(), words[first].capitalize()
    if one == other or not {one, other} <= _HALVES:
        return None
    listed = is_title and words[first - 1] == "," and (first == 2 or words[first - 3] in {".", ";"})
    if words[first - 1].lower() not in {"and", "or"} and not listed:
        return None
    phrase = " ".join((one, *words[first + 1 : span[1] + 1]))
    return choose(lexicon.phrases.get(phrase) or (), day)


_SEATS = {"Brussels": "European Union"}
"""Capitals by which newsrooms mean the union that sits there more often than the state."""
_BELGIAN = re.compile(r"\bBelg(?!rade)")
_DRAWING = frozenset({"draw", "earn", "win", "receive", "attract", "provoke", "prompt", "face"})  # "drew a rebuke from Brussels"
_PLACING = frozenset({"in", "at", "near", "outside", "around", "across", "into", "through", "over", "of"})


def of_the_seat(lexicon: ActorLexicon, tree: Tree, span: tuple[int, int], name: Name, day: date) -> Name:
    """Return the union that a capital stands for where it does or undergoes something: "Brussels opened an inquiry".

    Where it only tells the place ("met in Brussels", "the Brussels attacks"), or Belgians are named beside, it is the city.
    """
    body = _SEATS.get(tree.text[tree.starts[span[0]] : tree.ends[span[1]]])
    head = tree.span_head(*span)
    if body is None or name.kind != "capital" or _BELGIAN.search(tree.text):
        return name
    dep, above = tree.deps[head], tree.head[head]
    acting = dep in {"nsubj", "dobj", "poss", "conj", "dative"} or (
        dep == "pobj"
        and tree.lemmas[above] not in _PLACING
        and (tree.lemmas[above] != "from" or tree.pos[tree.head[above]] == "NOUN" or tree.lemmas[tree.head[above]] in _DRAWING)
    )
    union = next((one for one in lexicon.phrases.get(body) or () if one.kind == "body" and one.holds(day)), None)
    return union if acting and union is not None else name


def opens(tree: Tree, token: int) -> bool:
    """Whether a name at the head of a headline was taken for another word: "Tokayev on visit to Moscow", "Yoon, Biden vow"."""
    listed = tree.words[1:2] == [","] and any(word[:1].isupper() for word in tree.words[2:3])
    if token == 0 and tree.pos[0] == "ADV" and listed:
        return True
    alone = token == 0 and tree.deps[token] == "ROOT" and len(tree) > 1 and tree.tags[1] in {"IN", "RB"}
    return alone and not tree.kids(token, "nsubj", "dobj", "xcomp", "ccomp")
