"""Every construction by which a sentence tells an act that no single frame finds."""

from collections.abc import Callable, Iterator

from etl.coder.acts import Proto
from etl.coder.assertion import Assertion
from etl.coder.constructions.arms.bombs import Bombs
from etl.coder.constructions.arms.comrades import Comrades
from etl.coder.constructions.arms.deployments import only_stationed
from etl.coder.constructions.arms.displays import Displays
from etl.coder.constructions.arms.guests import Guests
from etl.coder.constructions.arms.menaces import Menaces
from etl.coder.constructions.arms.shows import Shows
from etl.coder.constructions.arms.straits import Straits
from etl.coder.constructions.echoes.commentaries import Commentaries
from etl.coder.constructions.echoes.included import Included
from etl.coder.constructions.echoes.likewise import Likewise
from etl.coder.constructions.echoes.mirrored import Mirrored
from etl.coder.constructions.echoes.receipts import Receipts
from etl.coder.constructions.echoes.resumptions import Resumptions
from etl.coder.constructions.goods.deliveries import Deliveries
from etl.coder.constructions.goods.flows import Flows
from etl.coder.constructions.goods.gifts import Gifts
from etl.coder.constructions.journeys.departures import Departures
from etl.coder.constructions.journeys.festivities import Festivities
from etl.coder.constructions.journeys.visits import Visits
from etl.coder.constructions.people.homecomings import Homecomings
from etl.coder.constructions.people.plots import Plots
from etl.coder.constructions.talks.announcements import announced_together
from etl.coder.constructions.talks.brokers import Brokers
from etl.coder.constructions.talks.overtures import Overtures
from etl.coder.constructions.words.contraries import Contraries
from etl.coder.constructions.words.entitlements import Entitlements
from etl.coder.constructions.words.forebodings import Forebodings
from etl.coder.constructions.words.homages import Homages
from etl.coder.constructions.words.justifications import Justifications
from etl.coder.constructions.words.rejoinders import Rejoinders
from etl.coder.constructions.words.retorts import Retorts
from etl.coder.constructions.words.smarting import Smarting
from etl.coder.constructions.words.vigilance import Vigilance
from etl.coder.constructions.words.wishes import Wishes
from etl.coder.sides.filling import Filling
from etl.coder.sides.occasions import Occasions
from etl.dictionaries import ActLexicon


class Patterns:
    """The constructions of one parsed sentence."""

    def __init__(
        self,
        lexicon: ActLexicon,
        filling: Filling,
        assertion: Assertion,
        protos: Callable[[int], list[Proto]],
        occasions: Occasions,
    ) -> None:
        """Take the frames, the sentence's slots, what becomes of its verbs, the acts at each token, what is told around."""
        self._grammar = grammar = filling.grammar
        self._lexicon, self._assertion = lexicon, assertion
        self._bombs = Bombs(lexicon, grammar, assertion)
        self._flows = Flows(lexicon, grammar, assertion, protos)
        self._departures = Departures(lexicon, grammar, assertion)
        self._guests = Guests(lexicon, grammar, assertion)
        self._visits = Visits(grammar)
        self._shows = Shows(grammar, protos, occasions)
        self._others = (
            Wishes(lexicon, grammar, filling, assertion, protos),
            Contraries(lexicon, grammar, filling, assertion, protos),
            Likewise(lexicon, grammar, assertion, protos),
            Commentaries(lexicon, grammar, assertion, protos),
            Included(grammar),
            Menaces(grammar, protos),
            Brokers(grammar, filling),
            Homecomings(lexicon, grammar, assertion),
            Overtures(lexicon, grammar, assertion),
            Comrades(lexicon, grammar, assertion, protos),
            Straits(lexicon, grammar, assertion),
            Rejoinders(lexicon, grammar, protos),
            Resumptions(lexicon, grammar, assertion),
            self._shows,
            Displays(lexicon, grammar, assertion, protos),
            Deliveries(lexicon, grammar, assertion, protos),
            Plots(lexicon, grammar, assertion),
            Festivities(lexicon, grammar, assertion),
            Vigilance(lexicon, filling, assertion),
            Justifications(grammar, protos),
            Entitlements(grammar),
            Homages(grammar),
            Retorts(grammar),
            Forebodings(grammar),
            Receipts(grammar, protos),
            Mirrored(grammar, protos),
            Gifts(grammar, protos),
            Smarting(grammar, protos),
        )

    def instead(self) -> tuple[list[Proto], set[int]]:
        """Return the acts that stand for what the frames make of some tokens, and these tokens."""
        flows = list(self._flows.told())
        ordered = [*self._departures.told(), *self._guests.told(), *self._bombs.told(), *(proto for _, proto in flows)]
        placed = {verb for verb in self._grammar.tree.places({"rule"}) if only_stationed(self._grammar, verb)}
        return ordered, {proto.trigger for proto in ordered} | {noun for noun, _ in flows} | placed | self._shows.aims()

    def besides(self) -> Iterator[Proto]:
        """Yield the acts that stand beside what the frames find."""
        yield from self._visits.abroad()
        yield from self._visits.received()
        yield from self._visits.conversing()
        yield from self._visits.acting()
        yield from self._visits.talking()
        for proto in announced_together(self._grammar):
            yield self._assertion.modal(proto, proto.trigger, self._lexicon)
        for construction in self._others:
            yield from construction.told()
