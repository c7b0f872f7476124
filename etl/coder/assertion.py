"""Assertion: what a sentence claims about an act - done, announced, negated, only possible, or somebody's word.

Works on the words above and around a trigger. Operators have had their say already (`predicates`); here are tense, modals,
negation, conditionals and questions.
"""

from dataclasses import replace

from etl.coder.acts import Proto
from etl.coder.grammar.implicatives import carried_by, denies_nothing, forgone, is_of_degree, names_what, negated_in_front, serves
from etl.coder.grammar.measures import decided
from etl.coder.grammar.slots import Grammar
from etl.coder.mending.utterances import speaks_up
from etl.coder.roots import VIOLENT
from etl.coder.status import doubt
from etl.coder.status.appointments import appointed
from etl.coder.status.failures import never_was
from etl.coder.status.futures import FUTURE, SETTING_OUT, Futures, comes_about, lies_ahead, long_known, reported, timetabled
from etl.coder.status.unrealised import (
    contrary_to_fact,
    done_by_none,
    feigned,
    missing,
    of_a_topic,
    only_able,
    only_to_come,
    passed_over,
    sworn_by_denial,
)
from etl.coder.status.watches import kept_watch
from etl.dictionaries import ActLexicon
from etl.records import LIVE

MODALS = frozenset({"could", "may", "might", "can", "ca", "would", "'d", "should", "must", "ought"})
CONDITIONS = frozenset({"if", "unless", "whether", "lest", "should"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
CONTACTING = frozenset(
    "write phone call telephone ring cable email message text contact summon meet visit tweet post send speak".split(" ")
)
"""Verbs for turning to somebody: what one does so for is said to him."""
_READY = frozenset({"standby", "alert", "readiness", "poise", "position"})  # "puts rockets on standby to strike"
_TOLD = frozenset({"01", "02", "03", "05", "10", "11", "12", "13"})
AFTERWARDS = frozenset({"after", "following", "amid", "despite", "since"})
"""Prepositions behind which something is told as done, whatever becomes of the verb they hang on."""
_AHEAD = frozenset(
    {
        "ahead",
        "before",
        "upcoming",
        "planned",
        "forthcoming",
        "scheduled",
        "proposed",
        "possible",
        "potential",
        "next",
        "expected",
        "projected",
        "impending",
    }
)
_FIXED = frozenset("upcoming planned forthcoming scheduled projected impending".split(" "))
"""Of these, such as take an act for fixed where it is known ("the planned talks")."""
_TOUCHED = frozenset(
    "overshadow derail cloud complicate jeopardise jeopardize threaten disrupt affect mar undermine dominate discuss spoil sour "
    "imperil endanger precede coincide eclipse sink scupper torpedo hamper".split(" ")
)
"""Verbs of what an act that is to come suffers, which leave it to come: "might overshadow the planned talks"."""
_SPOKEN_OF = frozenset({"speak", "talk", "think", "dream", "conceive"})
_SOUGHT = frozenset({"help", "assistance", "support", "cooperation", "interest"})  # "wants help in pressuring Tehran"
_HITTING_BACK = frozenset({"hit", "strike", "retaliate", "respond", "react", "fight"})
_WORDS = frozenset("speech statement letter interview address writing conference note comment briefing".split(" "))
_GRANTED = frozenset(
    (
        "apologise apologize atone forgive regret compensate punish blame criticise criticize condemn thank praise repent excuse "
        "retaliate fault rebuke sanction sue fine jail"
    ).split(" ")
)
"""Verbs whose matter ("for", "over") is taken as done, whatever becomes of themselves: "will not apologise for downing"."""
_POSSIBLE = frozenset({"possible", "potential", "alleged", "hypothetical", "eventual"})
_GRANTING = frozenset("accept agree allow let permit recognise recognize support endorse approve back tolerate".split(" "))
_HELPING = frozenset({"help", "let", "enable", "assist", "allow"})
_OUTCOMES = frozenset(
    "progress breakthrough headway agreement consensus result movement outcome compromise concession accord deal".split(" ")
)
_BARS = frozenset("ban curb prohibition restriction moratorium limit embargo taboo cap freeze ceiling".split(" "))
_TELLING = frozenset({"say", "report", "see", "announce", "claim", "cite", "make", "find", "note"})


class Assertion:
    """Judges the acts of one sentence."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar
        self._tree = grammar.tree
        self._futures = Futures(grammar)

    def modal(self, proto: Proto, verb: int, lexicon: ActLexicon) -> Proto:
        """Apply a verb's own tense, modals and negation to an act, then the clauses around it.

        What is done by doing something else ("took the step of expelling") is asserted as that is.
        """
        if proto.status in LIVE and only_able(self._tree, verb):
            return replace(proto, status="hypothetical")
        if (carrier := carried_by(self._tree, verb)) is not None:
            return self.modal(proto, carrier, lexicon)
        if proto.status in LIVE and (forgone(self._tree, verb) or feigned(self._tree, verb)):
            return replace(proto, status="negated")
        if proto.status in LIVE and sworn_by_denial(self._tree, verb):
            return self._intended(proto, lexicon, negated=False)
        auxiliaries = set(self._grammar.auxiliaries(verb))
        negated = self._negated(verb)
        ahead = (self._futures.going_to, self._futures.headline_future, self._futures.within_future)
        future = (
            bool(auxiliaries & FUTURE)
            or timetabled(self._tree, verb)
            or appointed(self._tree, verb, proto.code[:2], is_title=self._grammar.is_title)
            or any(lies(self._grammar.leading(verb)) for lies in ahead)
        )
        if (
            auxiliaries & {"would", "'d"}
            and reported(self._tree, verb)
            and (not self._conditional(verb) or proto.code[:2] > "13")
        ):
            future = True
            auxiliaries -= {"would", "'d"}
        if auxiliaries & {"would", "'d"} and negated and self._tree.deps[verb] == "ROOT" and not self._conditional(verb):
            future = True  # "Kyiv would never accept the plan": a refusal that is told
            auxiliaries -= {"would", "'d"}
        refused = negated and auxiliaries & {"can", "ca"} and self._tree.lemmas[verb] in _GRANTING  # "cannot accept the ruling"
        if (future or refused) and proto.status in LIVE:
            proto = self._intended(proto, lexicon, negated=negated)
        elif auxiliaries & MODALS and proto.status in LIVE:
            proto = replace(proto, status="negated" if negated and auxiliaries & {"can", "ca", "could"} else "hypothetical")
        elif negated and proto.status in LIVE:
            proto = replace(proto, status="negated")
        if self._barred(verb) and proto.status in LIVE:
            return replace(proto, status="hypothetical")
        return self.around(proto, verb)

    def _barred(self, verb: int) -> bool:
        """Whether something is only what a ban is on: "its ban on arming Kyiv", "a moratorium on selling chips to Laos"."""
        tree, prep = self._tree, self._tree.head[verb]
        return tree.deps[verb] == "pcomp" and tree.lemmas[prep] in {"on", "against"} and tree.lemmas[tree.head[prep]] in _BARS

    def nominal(self, proto: Proto, noun: int, lexicon: ActLexicon) -> Proto:
        """Apply a noun's determiner and adjectives ("no talks", "ahead of a visit") and the clauses around it."""
        tree = self._tree
        words = {tree.words[child].lower() for child in tree.kids(noun, "amod", "det", "neg", "advmod", "compound")}
        if words & NEGATIONS or missing(tree, noun):
            return replace(proto, status="negated")
        called = {tree.lemmas[word] for word in tree.kids(tree.head[noun], "acomp")} if tree.deps[noun] == "nsubj" else set()
        if (words | called) & _POSSIBLE or "any" in words:  # "said talks were possible"
            return replace(proto, status="hypothetical")
        if proto.code[:2] in VIOLENT and long_known(tree, noun):
            return replace(proto, status="recalled")
        if proto.code[:2] == "04" and (failed := never_was(tree, noun)) is not None:
            return replace(proto, status=failed)
        above = tree.head[noun]
        ahead = (
            words & _AHEAD
            or self._futures.under_future(noun)
            or lies_ahead(tree, noun)
            or self._futures.being_prepared(noun)
            or self._futures.set_out_for(proto, noun)
        )
        if ahead and tree.deps[noun] == "dobj" and self._grammar.is_verb(above) and self._negated(above):
            return self._intended(proto, lexicon, negated=True)  # "will not hold talks"
        if ahead:
            proto = self._intended(proto, lexicon, negated=False)
        if tree.deps[noun] == "pobj" and tree.lemmas[above] == "without":
            return replace(proto, status="negated")
        if words & _FIXED and proto.status == "announced" and self._is_known(noun):
            return proto
        return self.around(proto, noun)

    def _is_known(self, noun: int) -> bool:
        """Whether an act is spoken of as known, whatever the verb above says: "could lead to trouble in the planned talks"."""
        tree, above = self._tree, self._tree.head[noun]
        definite = tree.kids(noun, "poss") or any(tree.words[det].lower() != "no" for det in tree.kids(noun, "det"))
        touched = tree.deps[noun] == "dobj" and tree.lemmas[above] in _TOUCHED
        return bool(definite) and (touched or (tree.deps[noun] == "pobj" and tree.lemmas[above] not in {"without", "of", "for"}))

    def _in_words(self, verb: int) -> bool:
        """Whether somebody only speaks: "will respond in a speech on Saturday"."""
        means = (noun for way in ("in", "with", "by", "through", "at") for noun in self._grammar.prepositional(verb, way))
        return any(self._tree.lemmas[noun] in _WORDS for noun in means)

    @staticmethod
    def refused(proto: Proto, lexicon: ActLexicon) -> Proto:
        """Return an intent that is denied as a refusal: "no plans to meet" is a rejected meeting (125)."""
        code = lexicon.compose("refuse", proto.code)
        return replace(proto, code=code, status="happened", kind="oneway") if code else replace(proto, status="negated")

    def duty(self, verb: int) -> str | None:
        """Return the operator that "must" or "should" makes of reported speech: demand, appeal or None."""
        auxiliaries = set(self._grammar.auxiliaries(verb))
        if auxiliaries & {"must"}:
            return "demand"
        if auxiliaries & {"should", "ought"}:
            return "appeal"
        if self._tree.tags[verb] in {"VBZ", "VBP"} and not auxiliaries and self._tree.kids(verb, "xcomp"):  # "had to" may tell
            return {"have": "demand", "need": "appeal"}.get(self._tree.lemmas[verb])
        return None

    def _intended(self, proto: Proto, lexicon: ActLexicon, *, negated: bool) -> Proto:
        """Return an act as intended (03x, 13x) or, negated, as refused (12x)."""
        if not negated and self._come_to_help(proto, proto.trigger):
            return proto  # "sent rescuers to help Turkey": sending them is the help
        if not negated and decided(self._tree, proto.trigger, proto.code):
            return proto  # "will levy tariffs starting on Friday"
        if proto.operators[:1] == ("intend",) and not negated:
            return proto  # "will impose sanctions": the noun has been read as intended already
        if negated and proto.operators[:1] == ("refuse",):
            return proto  # "will not hold talks": the noun has been read as refused already
        if negated:
            # Root by root what has no refusal of its own, which happens to be what reproaches (`etl.coder.roots`).
            code = lexicon.compose("refuse", proto.code) if proto.code[:2] not in {"12", "11"} else None
            return (
                replace(proto, code=code, status="happened", kind="oneway", operators=("refuse", *proto.operators))
                if code
                else replace(proto, status="negated")
            )
        code = lexicon.compose("intend", proto.code)
        if code is None and self._tree.lemmas[proto.trigger] in _HITTING_BACK and not self._in_words(proto.trigger):
            return replace(proto, code="130", status="happened", operators=("intend", *proto.operators))
        if code is None:
            return replace(proto, status="announced")
        kind = ("mutual" if proto.targets else "oneway") if proto.kind == "visit" else proto.kind  # where to is not told
        status = "announced" if code[:2] == "03" else "happened"
        return replace(proto, code=code, status=status, kind=kind, operators=("intend", *proto.operators))

    def _negated(self, verb: int) -> bool:
        tree = self._tree
        own = [neg for neg in tree.kids(verb, "neg") if tree.words[neg - 1].lower() != "but" and not is_of_degree(tree, neg)]
        if own or any(
            tree.words[child].lower() in NEGATIONS and not is_of_degree(tree, child)
            for child in tree.kids(verb, "advmod", "preconj")
        ):
            return True
        denied = [
            neg for aux in tree.kids(verb, "aux", "auxpass") for neg in tree.kids(aux, "neg") if not is_of_degree(tree, neg)
        ]
        if denied or negated_in_front(tree, verb):
            return True
        undergone = [tree.head[verb]] if tree.deps[verb] == "acl" and tree.tags[verb] == "VBN" else []  # "no talks scheduled"
        for subject in (*tree.kids(verb, "nsubj", "nsubjpass", "dobj"), *undergone):
            told = tree.lemmas[subject] in _OUTCOMES and tree.lemmas[verb] in _TELLING  # "said 'no progress' in talks with Oman"
            if not (told or denies_nothing(tree, subject)) and any(
                tree.words[det].lower() in {"no", "neither"} for det in tree.kids(subject, "det", "preconj", "cc")
            ):
                return True
        if tree.deps[verb] == "conj" and any(tree.words[cc].lower() in {"or", "nor"} for cc in tree.kids(tree.head[verb], "cc")):
            return self._negated(tree.head[verb])  # "wouldn't shake hands or meet"
        if passed_over(tree, verb) or done_by_none(tree, verb):
            return True
        if tree.deps[verb] != "pcomp":
            return False
        preposition = tree.head[verb]
        if any(tree.words[kid].lower() == "far" for kid in (tree.head[preposition], *tree.kids(preposition, "advmod"))):
            return True  # "far from making an apology"
        return tree.lemmas[preposition] == "without"

    def _conditional(self, verb: int) -> bool:
        """Whether an if-clause hangs on a verb or introduces it."""
        tree = self._tree
        marks = (mark for clause in (verb, *tree.kids(verb, "advcl")) for mark in tree.kids(clause, "mark"))
        return any(tree.words[mark].lower() in CONDITIONS for mark in marks)

    def around(self, proto: Proto, token: int) -> Proto:
        """Apply conditionals, modals and negation of the clauses above, up to where a clause stands on its own."""
        if proto.status not in LIVE:
            return proto
        tree = self._tree
        doubtful = doubt.mused(tree, token) or doubt.proposed(tree, token) or doubt.to_be_mended(tree, token)
        if doubtful or (tree.deps[token] == "xcomp" and doubt.is_for(tree, tree.head[token])):
            return replace(proto, status="hypothetical")
        if tree.words[-1] == "?" and not self._grammar.is_title and not doubt.presupposed(tree, token):
            return replace(proto, status="hypothetical")
        if self._purpose_of_noun(token) or (self._mere_purpose(token) and not self._come_to_help(proto, token)):
            return replace(proto, status="hypothetical")
        current = token
        for above in tree.upward(token):
            if (self._taken_as_done(above, current) and current != token) or (
                above != current and doubt.given(tree, current, above)
            ):
                break
            marks = {tree.words[mark].lower() for mark in tree.kids(above, "mark")}
            if (
                marks & CONDITIONS
                or doubt.in_case(tree, above)
                or doubt.asked(tree, above)
                or doubt.whenever(tree, above)
                or doubt.unset(tree, above)
                or contrary_to_fact(tree, above)
                or only_to_come(tree, above)
            ):
                return replace(proto, status="hypothetical")
            if above != token and self._grammar.is_verb(above) and (status := self._below(above, current)):
                return replace(proto, status=status)
            if doubt.called_off(tree, above) or (tree.deps[above] == "acl" and doubt.denied(tree, tree.head[above], above)):
                return replace(proto, status="negated")
            if tree.deps[above] in {"ccomp", "acl"} and doubt.unproven(tree, tree.head[above], above):
                return replace(proto, status="negated")
            if tree.deps[above] in {"ccomp", "acl", "xcomp"} and doubt.claimed(tree, tree.head[above], above):
                return replace(proto, status="alleged")
            feared = tree.deps[above] == "acl" and doubt.foreboded(tree, tree.head[above], above)
            if feared or self._in_doubt(above, current, token):
                return replace(proto, status="hypothetical")
            if tree.deps[above] in doubt.STAND_ALONE:
                break
            current = above
        return proto

    def _taken_as_done(self, above: int, current: int) -> bool:
        """Whether a phrase tells of something done whatever becomes of the word it hangs on ("after talks", "apologise for")."""
        tree = self._tree
        if tree.deps[current] != "prep":
            return False
        granted = tree.lemmas[above] in _GRANTED and tree.lemmas[current] in {"for", "over"}
        outcome = tree.lemmas[above] in _OUTCOMES and tree.lemmas[current] in {"in", "at", "during", "from"}
        return granted or outcome or tree.lemmas[current] in AFTERWARDS  # "saw no progress in talks with Oman": there were talks

    def _below(self, verb: int, current: int) -> str | None:
        """Return what the negation or the modals of a verb make of an act inside its clause, None where nothing."""
        tree = self._tree
        if tree.lemmas[verb] == "hesitate":
            return None  # "will not hesitate to impose tariffs"
        if doubt.nothing_settled(tree, verb, current):
            return "negated"
        auxiliaries = set(self._grammar.auxiliaries(verb))
        if tree.deps[current] not in {"xcomp", "ccomp", "dobj", "prep", "nsubj", "nsubjpass", "csubj", "attr", "pobj"}:
            return None
        if current > verb and self._negated(verb) and tree.deps[current] != "nsubj":
            return "negated"
        vague = any(tree.words[det].lower() in {"a", "an", "any"} for det in tree.kids(current, "det"))
        # "said that a meeting would make sense": no meeting is planned
        musing = tree.deps[current] == "csubj" or (tree.deps[current] == "nsubj" and vague and not comes_about(tree, verb))
        foreseen = auxiliaries & {"would"} and reported(self._tree, verb) and not musing
        return "hypothetical" if auxiliaries & MODALS and not foreseen else None

    def _in_doubt(self, above: int, current: int, token: int) -> bool:
        """Whether a word above an act makes it a duty, a fear, an aim or more than can be done."""
        tree = self._tree
        degree = {tree.words[word].lower() for word in tree.kids(above, "advmod")} & {"enough", "too"}
        infinitive = tree.is_infinitive(current)
        if degree and tree.deps[current] in {"xcomp", "advcl"} and infinitive:
            return True  # "not advanced enough to conduct an attack"
        if tree.lemmas[above] in {"have", "need"} and tree.deps[current] == "xcomp":
            return True  # "have to ratify the pact"
        if above != token and tree.lemmas[above] in _HELPING and self._mere_purpose(above):
            return True  # "was set up to help Peru buy arms"
        if above != token and doubt.judged(tree, above, current):
            return True
        if above != token and (tree.lemmas[above] in doubt.UNLIKELY or doubt.foreboded(tree, above, current)):
            return True
        governed = tree.deps[current] in {"csubj", "ccomp", "xcomp"}
        return governed and doubt.is_aim(tree, above)  # "made reviving the talks a priority"

    def _mere_purpose(self, verb: int) -> bool:
        """Whether a verb only says what something was done for ("met to negotiate a deal")."""
        tree = self._tree
        ready = tree.deps[verb] == "xcomp" and tree.lemmas[tree.head[verb]] in _READY
        purpose = (tree.deps[verb] == "advcl" or ready or doubt.in_order_to(tree, verb)) and tree.is_infinitive(verb)
        if purpose and (serves(tree, verb) or kept_watch(tree, verb)):
            return False  # "used a call to warn Trump", "sent a frigate to shadow it"
        return purpose and not self._futures.within_future(verb) and not self._futures.headline_future(verb)

    def _come_to_help(self, proto: Proto, verb: int) -> bool:
        """Whether a purpose is reached in going about it: "planes have landed near Rome to help Italy", "wrote to protest"."""
        above = self._tree.head[verb]
        undone = self._tree.is_infinitive(above) or self._tree.kids(above, "neg")  # "did not pick up the phone to thank him"
        telling = self._tree.lemmas[above] in CONTACTING or (speaks_up(self._tree, above) and not undone)
        if telling and proto.code[:2] in _TOLD:  # "phoned Milei to offer congratulations", "took the stage to thank him"
            return not set(self._grammar.auxiliaries(above)) & (FUTURE | MODALS)
        come = above != verb and self._tree.lemmas[above] in SETTING_OUT | {"land", "deploy", "mobilise", "mobilize", "reach"}
        return proto.code[:2] == "07" and come and not set(self._grammar.auxiliaries(above)) & (FUTURE | MODALS | {"to"})

    def _purpose_of_noun(self, verb: int) -> bool:
        """Whether a gerund only says what a noun is about: "optimism about reaching a deal", "hopes of meeting"."""
        tree = self._tree
        preposition = tree.head[verb]
        if doubt.sought(tree, verb) or doubt.a_way(tree, verb) or doubt.thought_of(tree, verb) or of_a_topic(tree, verb):
            return True
        if tree.deps[verb] != "pcomp" or names_what(tree, verb):
            return False
        word, above = tree.lemmas[preposition], tree.head[preposition]
        if word == "on" and tree.lemmas[above] in {"vote", "ballot", "talk", "negotiation", "debate", "referendum", "poll"}:
            return True  # "a vote on extending sanctions"
        if word == "in" and tree.lemmas[above] in _SOUGHT:
            return not tree.kids(above, "poss")  # but "praised Egypt's help in brokering a truce"
        if word in {"about", "toward", "towards", "between"}:
            return True  # "expressed optimism about reaching a deal", "a choice between banning it and"
        if word == "of" and tree.lemmas[above] in _SPOKEN_OF:
            return True
        if word == "to" and tree.lemmas[above] == "close" and tree.pos[above] == "VERB":
            return True  # "Mexico close to reaching deal" in a headline
        return word in {"of", "for", "to", "against"} and tree.pos[above] == "NOUN"
