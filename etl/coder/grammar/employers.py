"""Whose somebody is by whom he serves, leads or works for: "Ana Cruz, a spokeswoman for the navy", "an aide to Lee"."""

from typing import Protocol

from etl.coder.actors import Actor
from etl.coder.grammar.clauses import Clauses
from etl.coder.naming.stations import TOWNS

_LEADING = frozenset({"lead", "head", "chair", "command", "run", "represent"})
_CONCERNED = frozenset(
    (
        "critic friend foe enemy opponent supporter admirer fan expert specialist scholar student historian victim survivor "
        "veteran author translator champion advocate observer watcher partner rival winner hater lover defender apologist target "
        "native"
    ).split(" ")
)
"""Who is called so behind his name is no more of the country than its matter is: "a critic of China"."""
_TOLD = frozenset("name adjective demonym capital seat city territory office person organization body".split(" "))
_AIDES = frozenset({"aide", "adviser", "advisor", "assistant", "deputy", "secretary", "counsel", "consultant"})
_SERVING = {**dict.fromkeys(_AIDES, "to"), "reporter": "for", "correspondent": "for", "journalist": "for", "lobbyist": "for"}
_STAFF = frozenset({"GOV", "MIL", "SPY", "COP", "JUD", "BUS"})
_EMPLOYED = frozenset({*_SERVING, "executive", "employee"})
_FOR_HIRE = frozenset({"CRM", "SPY"})
_HACKING = frozenset({"hacker", "hacking", "hacktivist", "cyber", "ransomware"})
_HIRED = frozenset({"work", "act", "operate", "back", "sponsor", "hire", "employ", "direct", "align", "ally", "affiliate"})
_BONDS = frozenset({"tie", "link", "connection"})
_HOUSES = frozenset({"organization", "seat", "body", "adjective", "office"})  # "at the Pentagon", "at a Japanese drugmaker"


class Whose(Protocol):
    """Tells whom one noun names or belongs to."""

    def __call__(self, token: int, *, loose: bool) -> list[Actor]:
        """Return the actors of a noun; `loose` also takes those whom it only belongs to."""
        ...


class Employers:
    """Tells whose the people of one sentence are, where neither a name nor an owner in front of them does."""

    def __init__(self, clauses: Clauses, whose: Whose) -> None:
        """Take the slots of a sentence, and how a noun is resolved."""
        self._clauses = clauses
        self._whose = whose

    def behind(self, name: int, *, loose: bool) -> list[Actor]:
        """Return who a name that tells nothing belongs to by what is said behind it.

        "Hana Ito, a spokeswoman for the Taiwan Affairs Office"; "Ana Cruz, who leads the Philippine delegation".
        """
        tree = self._clauses.tree
        if tree.pos[name] != "PROPN":
            return []
        for noun in tree.kids(name, "appos"):
            if noun < name or tree.pos[noun] != "NOUN" or tree.lemmas[noun] in _CONCERNED:
                continue
            # "Yehia Rasool, spokesman for the prime minister": which of them, only the article tells, and not surely
            somebody = self._is_somebody(noun)
            bases = _TOLD if somebody else _TOLD - TOWNS  # "Mr. Moon, a plumber from Ohio"
            found = self._whose(noun, loose=loose or somebody)
            if told := [one for one in found if one.start is not None and one.basis in bases]:
                return told
        leading = [verb for verb in tree.kids(name, "relcl", "acl") if tree.lemmas[verb] in _LEADING]
        led = (self._whose(thing, loose=True) for verb in leading for thing in tree.kids(verb, "dobj"))
        return next(filter(None, led), [])

    def employing(self, noun: int) -> list[Actor]:
        """Return whose somebody is by where he works or whom he serves: "an official at the Pentagon", "an aide to Lee"."""
        clauses = self._clauses
        if not self._is_somebody(noun):
            return []
        if hired := self._hiring(noun):
            return hired
        role, serving = clauses.role_at(noun), _SERVING.get(clauses.tree.lemmas[noun])
        served = clauses.prepositional(noun, serving) if serving is not None else []
        if named := [actor for one in served for actor in self._whose(one, loose=False)]:
            return named
        houses = clauses.prepositional(noun, "at") if role is None or role.role in _STAFF else []
        return [actor for house in houses for actor in clauses.cast.heads.get(house, ()) if actor.basis in _HOUSES]

    def _hiring(self, noun: int) -> list[Actor]:
        """Return for whom hackers work: "hackers backed by Peru", "a gang working for Peru", "a group with ties to Peru"."""
        clauses, tree = self._clauses, self._clauses.tree
        if (role := clauses.role_at(noun)) is None or role.role not in _FOR_HIRE or not _HACKING & set(self._called(noun)):
            return []
        told = [clause for clause in tree.kids(noun, "acl") if tree.lemmas[clause] in _HIRED]
        behind = [part for clause in told for way in ("for", "by", "with") for part in clauses.prepositional(clause, way)]
        bonds = [bond for bond in clauses.prepositional(noun, "with") if tree.lemmas[bond] in _BONDS]
        behind += [part for bond in bonds for way in ("to", "with") for part in clauses.prepositional(bond, way)]
        return next((found for part in behind if (found := self._whose(part, loose=True))), [])

    def _called(self, noun: int) -> list[str]:
        """Return the words that people are called by: those of a hacking group too."""
        tree = self._clauses.tree
        return [tree.lemmas[noun], *(tree.words[kid].lower() for kid in tree.kids(noun, "compound", "amod"))]

    def _is_somebody(self, noun: int) -> bool:
        """Whether a noun is said of people who act for whoever employs them."""
        role = self._clauses.role_at(noun)
        return role.kind != "thing" if role is not None else self._clauses.tree.lemmas[noun] in _EMPLOYED
