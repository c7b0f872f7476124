"""What earlier sentences told that somebody did, for the sentence that answers it, goes on with it or undoes it."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from etl.coder.actors import Actor
from etl.coder.recall.memory import REACH, Doing, Memory
from etl.coder.roots import HARMFUL, SEIZING

_ANSWERED = 2  # sentences back to what somebody answers
_STRICKEN = 8  # sentences back to whom a disaster struck, of which whole articles tell
_CALLED = 5  # sentences back to what is called by its name
_HELPING = frozenset({"04", "07"})
_TALKING = frozenset({"03", "04", "11"})
_BROKEN = frozenset({"164"})
_TOGETHER = 5  # more are a list
LOOSE = frozenset(
    (
        "decision move step action measure law bill resolution vote plan idea proposal remark comment statement incident "
        "donation gift announcement change rule policy report result outcome development event news gesture initiative "
        "behaviour behavior conduct act manoeuvre maneuver thaw breakthrough rapprochement reconciliation detente thawing "
        "warming milestone escalation provocation breach violation outrage stunt ploy episode"
    ).split(" ")
)
"""Words for an act that do not say what was done."""
SAYINGS = frozenset({"remark", "comment", "statement", "proposal", "idea", "news", "announcement", "report"})
"""Those of them that may be words alone."""


class Deeds:
    """Looks back from one sentence to the acts before it."""

    def __init__(self, memory: Memory, sentence: int, echo: Callable[[Actor, int], Actor]) -> None:
        """Take what was told, the sentence, and how an actor is meant by the words at a token of it."""
        self._memory = memory
        self._sentence = sentence
        self._echo = echo

    def provokers(
        self,
        token: int,
        own: AbstractSet[str],
        roots: AbstractSet[str],
        *,
        suffered: bool = False,
        unharmed: bool = False,
        by_name: bool = False,
        places: bool = True,
        loose: bool = False,
        told: bool = False,
    ) -> list[Actor]:
        """Return who did what those of `own` (keys) answer in another sentence: the act told last, one done to itself first.

        `roots` are the CAMEO roots that the act may have. "Tokyo protested", "Seoul condemned the launch", "Manila praised the
        meeting" say only who answers; what others criticised is meant, and not that they did so. With `suffered`, only what was
        done to the country itself is answered. What is called by its name ("the launch") may stand farther back. With
        `places`, the only other country may be one that was named as where something took place. What is `loose`ly called ("the
        move") is a deed, and not what others said of it. With `told`, it must have been told: a lawmaker may speak of what his
        own government did.
        """
        reach = _CALLED if by_name else _ANSWERED
        near = [
            doing
            for doing in (self._memory.deeds() if loose else self._memory.doings)
            if self._sentence - doing.sentence <= reach and doing.root in roots and doing.culprit(own).key not in own
        ]
        if unharmed:  # nobody welcomes what harms him
            near = [doing for doing in near if doing.target is None or doing.target.key not in own or doing.root < "09"]
        done_to_own = [doing for doing in near if doing.target is not None and doing.target.key in own]
        if suffered and not done_to_own:
            return []
        if not near:
            # A sentence with one country is not parsed; where it is the only other one, it is meant.
            # Where an attack took place is not who did it: "A bomb killed twelve people in Lahore. India condemned the attack".
            others = [] if told else self.others(token, own, places=places)
            return others if len(others) == 1 else []
        last = (done_to_own or near)[-1]
        alike = [doing for doing in near if doing.sentence == last.sentence and doing.root == last.root]
        aimed = {doing.source.key for doing in alike if doing.target is not None}
        found = {
            actor.key: actor
            for doing in alike
            for actor in (doing.culprit(own),)
            if doing.target is not None or doing.source.key not in aimed  # whose target was told, too
        }
        if done_to_own:  # "Chile, Peru and Cuba expelled its envoys. Fiji called the step hostile"
            found = {doing.source.key: doing.source for doing in alike if doing in done_to_own}
        return [self._echo(actor, token) for actor in found.values()][:_TOGETHER]

    def others(self, token: int, own: AbstractSet[str], *, places: bool = True) -> list[Actor]:
        """Return one actor of each other country that the sentences just before name; with `places`, as a mere place too."""
        near = [seen for seen in self._memory.recent(self._sentence) if self._sentence - seen.sentence <= _ANSWERED]
        seen = [seen.actor for seen in near if places or not seen.inside]
        found = {actor.country: actor for actor in seen if actor.country and actor.country not in own}
        return [self._echo(actor, token) for actor in found.values()]

    def last(self, token: int, own: AbstractSet[str], reach: int) -> tuple[str, Actor] | None:
        """Return the last act of others within `reach` sentences that names whom it was done to: its code, and him.

        Where it was done to one of `own` (countries), who did it: the like is done to him.
        """
        told = [
            doing
            for doing in self._memory.deeds()
            if self._sentence - doing.sentence <= reach and doing.source.country not in own and doing.root != "01"
        ]
        if not told or (target := told[-1].target) is None or target.country is None:
            return None
        return told[-1].code, self._echo(told[-1].source if target.country in own else target, token)

    def parallel(self, token: int, own: AbstractSet[str], kinds: AbstractSet[str]) -> tuple[str, Actor] | None:
        """Return the last act of another of some kinds (CAMEO codes of three digits): its code, and whom its repetition hits.

        That is who underwent it, or who did it to one of `own` (countries).
        """
        for doing, target in reversed(self._lately({kind[:2] for kind in kinds})):
            if doing.code[:3] in kinds and doing.source.country not in own and target.country:
                return doing.code, self._echo(doing.source if target.country in own else target, token)
        return None

    def talking(self, token: int, reach: int, *, broken: bool) -> list[Actor]:
        """Return the two who last talked or wrangled with each other within `reach` sentences; empty where a third did, too.

        With `broken`, one may have walked out on the other.
        """
        near = [doing for doing in self._memory.doings if doing.target is not None and self._sentence - doing.sentence <= reach]
        ways = {(one.sentence, one.source.country, one.target.country) for one in near if one.target is not None}
        told = [
            one
            for one in near
            if one.target is not None
            and (
                (broken and one.code[:3] in _BROKEN)
                or (one.root in _TALKING and (one.sentence, one.target.country, one.source.country) in ways)
            )
        ]
        pair = {one.country: one for doing in told for one in (doing.source, doing.target) if one is not None and one.country}
        return [self._echo(actor, token) for actor in pair.values()] if len(pair) == 2 else []

    def measure(
        self, token: int, besides: AbstractSet[str | None], roots: AbstractSet[str], reach: int
    ) -> tuple[str, Actor] | None:
        """Return the last act of some CAMEO roots against a third within `reach` sentences: its code, and who did it."""
        told = [doing for doing in self._memory.doings if doing.target is not None and self._sentence - doing.sentence <= reach]
        if not told or told[-1].root not in roots or told[-1].source.country in besides:
            return None
        return told[-1].code, self._echo(told[-1].source, token)

    def suffered(self, token: int, own: AbstractSet[str], roots: AbstractSet[str]) -> tuple[str, Actor] | None:
        """Return the code of what of some CAMEO roots was last done to one of `own` (keys), and by whom; None for nothing."""
        near = [doing for doing, target in self._lately(roots) if target.key in own and doing.source.key not in own]
        return (near[-1].code, self._echo(near[-1].source, token)) if near else None

    def helped(self, token: int, own: AbstractSet[str]) -> list[Actor]:
        """Return to whom others last gave or promised aid in the sentences before, else whom the giver has just visited."""
        near = [(doing, target) for doing, target in self._lately(_HELPING) if target.country and target.country not in own]
        found = [target for doing, target in near if doing.root == "07" and doing.source.country not in own]
        others = {target.country: target for doing, target in near if doing.root == "04" and doing.source.country in own}
        found = found or (list(others.values()) if len(others) == 1 else [])
        return [self._echo(found[-1], token)] if found else []

    def between(self, token: int, own: AbstractSet[str]) -> list[Actor]:
        """Return the two who alone did something to each other just before, none of `own` (keys): who may be reconciled."""
        near = [(doing.source, doing.target) for doing in self._memory.doings if self._sentence - doing.sentence <= _ANSWERED]
        both = {one.country: one for pair in near for one in pair if one is not None and one.country and one.key not in own}
        paired = any(source.country in both and target is not None and target.country in both for source, target in near)
        if len(both) == 2 and paired:
            return [self._echo(one, token) for one in both.values()]
        groups = [group for sentence, group in self._memory.groups if self._sentence - sentence == 1] if not near else []
        named = [one for one in groups[-1] if one.country and one.key not in own] if groups else []
        return [self._echo(one, token) for one in named] if len(named) == 2 else []  # "Oman and Fiji ended their feud"

    def host(self, token: int, own: AbstractSet[str]) -> list[Actor]:
        """Return whom one of `own` (countries), who has just come or left, was told to meet, where he did not receive him."""
        met = [(doing, target) for doing, target in self._lately({"04"}) if doing.source.country in own]
        hosts = {target.key: target for _, target in met if target.country and target.country not in own}
        if len(hosts) != 1 or any(doing.code[:3] == "043" for doing, _ in met):
            return []
        return [self._echo(actor, token) for actor in hosts.values()]

    def there(self) -> list[Actor]:
        """Return where "there" is: where an earlier sentence tells of a journey or of a disaster, else the last place named."""
        near = [
            doing for doing in self._memory.doings if self._sentence - doing.sentence <= _ANSWERED and doing.target is not None
        ]
        visited = [
            doing.target
            for doing in near
            if doing.target is not None
            and (doing.code[:3] == "042" or (doing.code == "036" and doing.target.basis in {"capital", "city"}))
        ]
        recent = [one for one in self._memory.recent(self._sentence) if self._sentence - one.sentence <= _ANSWERED]
        struck = [actor for sentence, actor in self._memory.afflicted if self._sentence - sentence <= _ANSWERED]
        return visited[-1:] or struck[-1:] or [one.actor for one in recent if one.inside and one.actor.country][:1]

    def afflicted(self, token: int, own: AbstractSet[str]) -> list[Actor]:
        """Return whom a disaster struck last, where it is none of `own` (countries) and was told of not far before, or here."""
        told = [(sentence, actor) for sentence, actor in self._memory.afflicted if self._sentence - sentence <= _STRICKEN]
        near = [actor for sentence, actor in told if sentence < self._sentence] or [actor for _, actor in told]
        return [self._echo(near[-1], token)] if near and near[-1].country not in own else []

    def quarrelling(self, token: int, roots: AbstractSet[str]) -> list[Actor]:
        """Return one actor of each country that did some of these things to another, or suffered them, just before."""
        both = [actor for doing, target in self._lately(roots) for actor in (doing.source, target)]
        found = {actor.country: actor for actor in both if actor.country}
        return [self._echo(actor, token) for actor in found.values()]

    def opposed(self, token: int, besides: AbstractSet[str]) -> list[Actor]:
        """Return the two of whom one last used force on the other or broke with him, none of them a country `besides`.

        "Iran and Pakistan traded strikes. Washington condemned Tehran. Beijing called on both sides": Iran and Pakistan.
        """
        for doing, target in reversed(self._lately(HARMFUL)) if besides else ():  # only a third speaks so of them
            both = (doing.source, target)
            if len({one.country for one in both if one.country and one.country not in besides}) == len(both):
                return [self._echo(actor, token) for actor in both]
        return []

    def last_done_by(self, own: AbstractSet[str]) -> bool:
        """Return whether the act told last, not far before the sentence, was done by one of `own` (keys)."""
        near = [doing for doing in self._memory.doings if self._sentence - doing.sentence <= REACH]
        return bool(near) and near[-1].source.key in own

    def did_to_others(self, doers: AbstractSet[str], besides: AbstractSet[str], root: str) -> bool:
        """Return whether the text has told such an act of somebody, and none of them to those beside."""
        told = {
            doing.target.key for doing in self._memory.doings if doing.root == root and doing.target and doing.source.key in doers
        }
        return bool(told) and not told & besides

    def victims(self, token: int, own: AbstractSet[str], roots: AbstractSet[str]) -> list[Actor]:
        """Return to whom the country of `own` last did something of these CAMEO roots: who may be owed an apology."""
        near = [target for doing, target in self._lately(roots) if doing.source.country in own]
        others = [target for target in near if target.country and target.country not in own]
        return [self._echo(others[-1], token)] if others else []

    def captors(self, token: int, captive: Actor) -> list[Actor]:
        """Return who last arrested or seized somebody of the captive's country, in the sentences before."""
        near = [
            doing.source
            for doing, target in self._lately(SEIZING)
            if target.country == captive.country and doing.source.country not in {None, captive.country}
        ]
        return [self._echo(near[-1], token)] if near else []

    def _lately(self, roots: AbstractSet[str]) -> list[tuple[Doing, Actor]]:
        """Return the acts of some CAMEO roots in the sentences just before that name whom they were done to, each with him."""
        near = [doing for doing in self._memory.doings if self._sentence - doing.sentence <= _ANSWERED and doing.root in roots]
        return [(doing, doing.target) for doing in near if doing.target is not None]
