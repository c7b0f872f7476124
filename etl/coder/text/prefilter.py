"""Which sentences of an article go to the parser: those that can hold a dyad, and those that tell whom they mean.

A sentence can hold one where it names two actors, or one and something that may point to another, or goes on about those before.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from etl.coder.recall.memory import REACH
from etl.coder.recall.repeated import PAPERS, opens_with_paper, repeats
from etl.coder.recall.voices import HEARD, goes_on
from etl.coder.sentences import Sentence
from etl.dictionaries import Lexicon, Name
from etl.dictionaries.phrases import Match, fold, forms

# What a country is by where it lies or what it belongs to: "the West African nation", "the Pacific island state".
_DESCRIBED = r"[Tt]he (?:[A-Z][\w-]+ ){1,2}(?:island )?(?:country|nation|state|kingdom|island|member)|[Tt]he (?:military )?junta|[Tt]he Islamic Republic"
# Words that may stand for a country or a person named in another sentence.
_POINTING = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts?|him|them|[Ww]e|our|us|I|my|here|[Bb]oth|counterparts?"
    r"|all (?:the )?(?:sides|parties)|relevant (?:sides|parties)|two allies"
    r"|[Tt]he (?:\w+ )?(?:bloc|alliance|union|agency|watchdog|lender|emirate|sultanate|kingdom|archipelago|country|nation|government|state|republic|regime|authorities|side|sides|administration|ministry|military|army"
    r"|navy|embassy|cabinet|parliament|president|premier|minister|leader|chancellor|secretary|ambassador|envoy|spokes\w+|official|officials|diplomat"
    r"|general|king|emperor|prince|island|mainland|North|South|Kremlin|countries|nations|neighbou?rs|leaders|two|pair"
    rf"|{'|'.join(sorted(PAPERS))}|company|firm|airline|bank|\w+maker|newspaper|paper|daily|broadcaster)|{_DESCRIBED}|[Tt]he monarch)\b"
    r"|(?:^|(?<=[a-z,] ))(?:North|South)\b(?![ -][A-Z])"
)
# Who answers something that an earlier sentence told ("Beijing rejected the accusations").
_ANSWERS = (
    r"(?:condemn|slam|denounc|reject|protest|critici[sz]|welcom|hail|prais|oppos|defend|blast|rebuk|decri|decry|dismiss|deplor|applaud|support"
    r"|den[iy]|respond|retaliat|accept|refus|rebuff|declin|turn(?:s|ed)? down|sp[ue]rn|answer)\w*"
)
# The letters of which one of them has some: sought before the pattern, which is slow.
_STEMS = (
    "condemn slam denounc reject protest critici welcom hail prais oppos defend blast rebuk decr dismiss deplor applaud support deni deny"
    " respond retaliat accept refus rebuff declin turn spurn spern answer"
).split()
_ANSWERING = re.compile(
    rf"\b{_ANSWERS}\b.*\b(?:the|this|these|those|such) |\b(?:[Tt]he|[Tt]h(?:is|ese|ose)) [a-z]+ [a-z ]*\b{_ANSWERS} by\b",
    re.IGNORECASE,
)
# Who does something to somebody of an earlier sentence without a word that points to him ("Seoul demanded the release").
_REACTING = re.compile(
    r"\b(?:demand|protest|summon|warn|threaten|vow|retaliat|respond|apologi[sz]|condemn|denounc|slam|reject|refus|den[iy]|appeal|urg|lodg"
    r"|regret|outrag|voic|express|recall|unacceptable|hit back|struck back|hits back|return(?:s|ed)? (?:the )?fire|declin|pledg|promis|donat|contribut|turn(?:s|ed)? (?:it|the offer|them) down|fired back|fires back|scrambl|alert|follow(?:s|ed)? suit|br(?:eak|oke)s? (?:off|ties)|sever(?:s|ed)? |cut(?:s)? (?:off|ties)|d(?:id|oes) (?:the same|likewise)|(?:talks|negotiations)\b.{0,40}\b(?:resum|restart)|(?:str[iu]ck|reached|clinched) an? (?:deal|agreement|accord|pact)|also (?:on|among) the (?:list|target))\w*\b",
    re.IGNORECASE,
)
# Who is told by the sentence before.
_REFERRING = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|him|them|[Tt]he (?:\w+ )?(?:ministry|government|country|army"
    rf"|{'|'.join(sorted(PAPERS))}|company|firm|paper|newspaper)|{_DESCRIBED})\b"
)
_COUNTRY = re.compile(r"\bthe (?:\w+ )?(?:country|nation|island|kingdom)\b")
# The Koreas are "the North" and "the South" to each other.
_HALF = re.compile(r"\b[Tt]he (?:North|South)\b(?! [A-Z])")
_STRAIT = re.compile(r"\bTaiwan Straits?\b")
_FULL_NAME = re.compile(
    r"\b(?=([A-Z][\w’'-]+ (?:[A-Z]\.? |(?:bin|al|von|van|de|da|del|el) )?([A-Z][\w’'-]{2,})))"  # looks ahead: names may overlap
)
_APPOSED = re.compile(r", (?:[\w’'-]+ ){1,8}")
_CAPITALS = re.compile(r"[^\W\d_a-z]{2}")
_TITLES = frozenset({"sen", "rep", "gen", "lt", "adm", "col", "gov", "dr", "mr", "mrs", "ms"})
_ALONE = re.compile(
    r"[\"“']?(?:(?:On|In|By|Last|This) \w+,? )?(?:(?:\w+ly )?(?:[Rr]eject|[Dd]ismiss|[Dd]eny|[Rr]efus|[Ss]purn|[Dd]eclin|[Cc]ondemn|[Dd]enounc)ing"
    r" [^,]{2,40}, )?(?:[Ii]ts?|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]heir"
    r"|[Tt]he (?:\w+ )?(?:government|ministry|president|premier|minister|army|navy|military|regime|country|leader|North|South))\b"
)
# Those who were named together before.
_TOGETHER = re.compile(
    r"\b(?:(?:[Tt]alks|[Nn]egotiations) (?:\w+ ){0,2}(?:resume|restart)d?|They|they|Both|[Tt]he (?:two|three|four|pair|trio|leaders|ministers|sides|presidents|countries|delegations|allies|neighbou?rs))\b"
)
# Who speaks of dealings with those named before.
_IN_TOUCH = re.compile(
    r"\b[Ww]e (?:have been|are|were|remain|stay|keep|kept|have (?:remained|stayed|kept)) (?:\w+ )?in (?:\w+ )?(?:contact|touch|communication) with"
    r" (?:them|him|her|it)\b"
)
# What becomes of those who were arrested before: "The student was deported on Tuesday".
_SUFFERING = re.compile(
    r"\b[Tt]he (?:[a-z\d]+ ){1,6}(?:was|were|has been|have been|had been|is|are|will be) (?:\w+ly )?"
    r"(?:sentenced|deported|expelled|charged|arrested|released|freed|accused|indicted|convicted|jailed|pardoned|remanded|executed"
    r"|set free|repatriated|returned|handed (?:back|over)|sent (?:back|home)|flown home)\b"
)
_PAIR = re.compile(
    r"\b(?:two|both)\s+(?:\w+\s+)?(?:sides|countries|nations|neighbou?rs|leaders|governments|parties|ministers|presidents|Koreas)\b|\bKoreas\b"
    r"|\b(?:each|neither) (?:side|country|nation|government)\b",
    re.IGNORECASE,
)


class Prefilter:
    """Chooses sentences by the names and words in them; holds no state between articles."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the dictionaries."""
        self._shorts = lexicon.actors.shorts
        # Who judges what an earlier sentence told: "Beijing called the sanctions illegal", "it was a provocation, Seoul said".
        called = {
            word
            for frame in lexicon.acts.frames.get(("verb", "call"), ())
            if frame.code[:2] == "12"
            for slot, lemmas in frame.conditions
            if not slot
            for word in lemmas
        }
        judged = sorted(lexicon.acts.classes["censure"] | lexicon.acts.classes["wrong"] | called)
        self._faults = frozenset(forms(fault)[0] for fault in judged)  # of six hundred phrases the first words
        faults = "|".join(map(re.escape, judged))
        self._judging = re.compile(
            rf"\b(?:[Tt]he|[Tt]h(?:is|at|ese|ose)|[Ss]uch|[Ii]t|both|them)\b.*\b(?:{faults})\b", re.IGNORECASE
        )
        organs = "|".join(sorted({re.escape(" ".join(organ)) for organ in lexicon.actors.organs}))
        self._roles = frozenset(role[-1] for role in lexicon.actors.roles)
        # Beginnings of words are enough to look closer: "minister" is also "ministers".
        self._organs = re.compile(rf"\b(?:{organs or '(?!)'})", re.IGNORECASE)

    def chosen(self, found: Sequence[Sentence], named: dict[int, list[Match[Name]]], home: str | None) -> list[Sentence]:
        """Return the sentences to be parsed, in order; `named` are the names by sentence, `home` the article's own country."""
        met = list(self._met(found, named))
        chosen = [
            sentence
            for number, sentence in enumerate(found)
            if self._may_hold_dyad(sentence, named[sentence.index], home)
            or (met[number] and len(met[number].intersection(forms(sentence.text))) > (not named[sentence.index]))
            or (named[sentence.index] and repeats(sentence.text, found[max(0, number - REACH) : number], self._roles))
            or (named[sentence.index] and goes_on(sentence, found[max(0, number - HEARD) : number]))
            or self._may_follow(sentence, named[sentence.index], [named[one.index] for one in found[max(0, number - 2) : number]])
        ]
        return self._with_antecedents(found, chosen, named)

    def _met(self, found: Sequence[Sentence], named: dict[int, list[Match[Name]]]) -> Iterator[frozenset[str]]:
        """Yield for each sentence the surnames of those whom an earlier one introduces by office: "Danish Premier Karen Holm"."""
        met = frozenset[str]()
        for sentence in found:
            yield met
            if not named[sentence.index]:
                continue
            text, spans = sentence.text, [(match.start, match.end) for match in named[sentence.index]]
            for name in _FULL_NAME.finditer(text):
                end = name.end(1)
                if name[2].lower() in self._roles or any(start < end and name.start() < last for start, last in spans):
                    continue
                before = text[: name.start()].rstrip(" .").rsplit(" ", 1)[-1].lower()
                behind = _APPOSED.match(text, end)
                held = behind is not None and not self._roles.isdisjoint(behind[0].lower().split())
                if before in self._roles or before in _TITLES or held:
                    met |= {fold(name[2])}

    def _may_hold_dyad(self, sentence: Sentence, named: list[Match[Name]], home: str | None) -> bool:
        """Whether a sentence names two actors, or one and something that may point to another, or a pair.

        What may point to another is also an organ of the article's `home`, where the one is of another country.
        """
        if len({match.values[0].country or match.values[0].role for match in named}) >= 2:
            return True
        if not named:
            surnames = self._surnames(sentence.text)
            return bool(_PAIR.search(sentence.text)) or surnames >= 2 or (surnames == 1 and bool(_COUNTRY.search(sentence.text)))
        if _STRAIT.search(sentence.text):
            return True  # where China's drills are shown to Taiwan, though the strait is nobody's
        rest = sentence.text[: named[0].start] + " " + sentence.text[named[0].end :]
        if home is not None and named[0].values[0].country != home and self._organs.search(rest):
            return True
        if _POINTING.search(rest) or self._surnames(sentence.text) > self._surnames(sentence.text[named[0].start : named[0].end]):
            return True
        lowered = rest.lower()
        if any(stem in lowered for stem in _STEMS) and _ANSWERING.search(rest):
            return True
        said = (form.lower() for form in forms(sentence.text))
        return not self._faults.isdisjoint(said) and self._judging.search(rest) is not None

    def _may_follow(self, sentence: Sentence, named: list[Match[Name]], before: list[list[Match[Name]]]) -> bool:
        """Whether a sentence may go on about countries that the two before it name: "They signed a pact", "Seoul demanded"."""
        earlier = {match.values[0].country for matches in before for match in matches} - {None}
        here = {match.values[0].country for match in named} - {None}
        bodies = any(match.values[0].country is None for matches in before for match in matches)
        if len(here) == 1:
            return bodies or bool(earlier - here)  # whatever it tells, it may be done to them: "Fiji reacted with horror"
        if named and not here and earlier:
            return True  # "The union urged each side to return to the table"
        if not here and earlier & {"PRK", "KOR"} and _HALF.search(sentence.text):
            return True
        if not named and earlier and self._surnames(sentence.text) == 1 and _REACTING.search(sentence.text):
            return True  # "Takaichi has refused to do so"
        follows = (
            _TOGETHER.search(sentence.text)
            or _SUFFERING.search(sentence.text)
            or _ALONE.match(sentence.text)
            or _IN_TOUCH.search(sentence.text)
        )
        return not here and len(earlier) >= 2 and bool(follows)

    def _with_antecedents(
        self, found: Sequence[Sentence], chosen: list[Sentence], named: dict[int, list[Match[Name]]]
    ) -> list[Sentence]:
        """Return the chosen sentences and those before them that tell who "he" or "the ministry" is, in order."""
        wanted = {sentence.index for sentence in chosen}
        for before, sentence in pairwise(found):
            if sentence.index in wanted and before.index not in wanted and not before.is_title and named[before.index]:
                here = {match.values[0].country for match in named[sentence.index]}
                back = _REFERRING.search(sentence.text) and (len(here) < 2 or opens_with_paper(sentence.text))
                if back or repeats(sentence.text, [before], self._roles):
                    wanted.add(before.index)
        return [sentence for sentence in found if sentence.index in wanted]

    def _surnames(self, text: str) -> int:
        said = forms(text)
        if _CAPITALS.search(text) is None:
            return sum(map(self._shorts.__contains__, said))
        return sum(form in self._shorts or (form.isupper() and form.capitalize() in self._shorts) for form in said)
