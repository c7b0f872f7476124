"""What a verb's surroundings say against a frame: things that are met, drills that are gone to, ceremonies that are held."""

from etl.coder.actors import Actor
from etl.coder.constructions.arms.blows import is_a_blow
from etl.coder.constructions.arms.comrades import struck_together
from etl.coder.constructions.arms.defences import defends_in_arms, of_oneself
from etl.coder.constructions.arms.likenesses import only_likened
from etl.coder.constructions.goods.cancellations import called_off_for_other_reasons
from etl.coder.constructions.goods.listings import mistakes_the_list
from etl.coder.constructions.journeys.fixtures import of_a_coach
from etl.coder.constructions.journeys.flights import flown_as_patients, people_flown
from etl.coder.constructions.journeys.frontiers import FRONTIERS, goes_to_a_border
from etl.coder.constructions.journeys.inspections import lends_a_hand
from etl.coder.constructions.talks.resolves import resolved
from etl.coder.constructions.words.justifications import own_deeds
from etl.coder.constructions.words.warnings import of_anothers
from etl.coder.grammar.slots import Grammar
from etl.coder.roots import DEFENSIBLE, PENALTIES
from etl.coder.sides.letters import bids_by_letter
from etl.dictionaries import ActLexicon, Frame

_RELIEVING = frozenset("search rescue relief medical aid emergency humanitarian firefighting".split(" "))
_COMING_TO_TERMS = frozenset({"reach", "come", "have", "strike"})
_MET = frozenset(
    "resistance opposition criticism scepticism skepticism condemnation backlash anger protest fury outrage".split(" ")
)
_TOGETHER = frozenset({"with", "to", "subj", "obj", "between", "among", "of", "from", "against"})
_PLACES = frozenset({"name", "capital", "city"})
_CARRIED = frozenset({"freight", "passenger", "cargo", "bullet", "express", "commuter", "speed", "night"})
_BREAKABLE = frozenset("heart spirit bone silence news habit curse".split(" "))
_DWELLING = frozenset({"live", "reside", "dwell", "stay", "base", "exile", "imprison", "jail", "detain"})
_SPEAKING = frozenset({"speak", "talk"})
_SENDING = frozenset({"send", "dispatch"})
_DISMISSING = frozenset({"sack", "fire", "dismiss", "axe", "oust"})

_DISPUTED = frozenset("case rule right trade tariff subsidy patent deal law bill tax price quota market name word money".split())

_ON_ALERT = frozenset({"138", "152"})  # a state of war, and a wartime one
_MOVING_ON = frozenset({"move", "go", "press", "push", "take"})
_PONDERING = frozenset("consider mull weigh contemplate ponder study examine debate".split())
_SCUFFLING = frozenset({"clash", "scuffle", "brawl", "tussle"})
_WARDENS = frozenset({"police", "policeman", "officer", "steward", "guard", "gendarme"})
_MISSIONS = frozenset({"embassy", "mission", "consulate", "legation", "chancery"})
_CARRIERS = frozenset("plane flight aircraft airliner helicopter truck lorry convoy shipment cargo consignment".split(" "))

_HARMS = frozenset(
    (
        "death killing loss victim casualty injury downing shooting sinking crash collision accident incident bombing strike"
        " shelling raid mistake error failure fault abuse mistreatment suffering damage leak breach lapse misunderstanding"
        " massacre atrocity"
    ).split()
)
_ARMED_BANDS = frozenset({"REB", "INS", "SEP"})
_OWN = frozenset({"its", "their", "his", "her"})
_DELIVERIES = frozenset({"delivery", "receipt", "shipment", "consignment", "batch", "load"})
"""What one takes of goods or arms that come from another; control, charge or possession may be taken by force."""


class Fitness:
    """Tells where a frame of one parsed sentence does not fit the words around its verb."""

    def __init__(self, lexicon: ActLexicon, grammar: Grammar) -> None:
        """Take the frames and the sentence's slots."""
        self._lexicon = lexicon
        self._grammar = grammar
        self._tree = grammar.tree

    def _takes_place(self, held: int) -> bool:
        """Whether a participle behind people is said of the event that is theirs: "a ceremony of Korean students held in"."""
        tree = self._tree
        above = tree.head[held] if tree.deps[held] == "acl" else held
        while tree.deps[above] == "pobj" and tree.lemmas[tree.head[above]] in {"of", "for", "by", "between", "with"}:
            above = tree.head[tree.head[above]]
            if tree.lemmas[above] in self._lexicon.classes["gathering"]:
                return True
        return False

    def _lets_do(self, verb: int, nods: list[int]) -> bool:
        """Whether somebody of one's own is given a nod to do something: "gave the firm the nod to sell chips to Laos"."""
        grammar, tree = self._grammar, self._tree
        own = {actor.country for part in grammar.agents(verb) for actor in grammar.actors(part)}
        told = {actor.country for part in tree.kids(verb, "dative", "dobj") for actor in grammar.actors(part)}
        return told <= own and any(noun + 2 in tree.kids(noun, "acl") for noun in nods)

    def hosts(self, verb: int, frame: Frame, hosts: list[Actor]) -> list[Actor]:
        """Return the hosts of a visit who are some: "was in Delhi", but not "was in Iran's crosshairs" or "goes to the WTO".

        Nor is a country visited by who calls at its mission: "visited the Cuban embassy to pay respects".
        """
        hosts = [actor for actor in hosts if actor.head < 0 or self._tree.lemmas[actor.head] not in _MISSIONS]
        if self._tree.lemmas[verb] == "go":
            hosts = [actor for actor in hosts if actor.country]
        if not frame.doers or "obj" in frame.target_slots:
            return hosts
        if "had" in self._grammar.auxiliaries(verb):
            return []
        places = {
            part
            for slot in frame.target_slots
            for noun in self._grammar.prepositional(verb, slot)
            for part in self._tree.conjuncts(noun)
        }
        return [actor for actor in hosts if actor.head in places and actor.basis in _PLACES]

    def for_an_act(self, verb: int, frame: Frame) -> bool:
        """Whether nobody is visited: all that somebody goes to is an act, as a drill or talks, or he hands over credentials."""
        if any(self._tree.lemmas[noun] == "credential" for noun in self._grammar.objects(verb)):
            return True  # an envoy who hands over his papers has come to stay
        slots = [slot for slot in frame.target_slots if slot not in {"subj", "obj", "poss", "comp"}]
        goals = [noun for slot in slots for noun in self._grammar.prepositional(verb, slot)]
        acts = [
            noun
            for noun in goals
            if ("noun", self._tree.lemmas[noun]) in self._lexicon.frames and not self._grammar.cast.heads.get(noun)
        ]
        return bool(goals) and acts == goals

    def to_a_body(self, verb: int) -> bool:
        """Whether somebody goes to the meeting of a body, wherever that meets: "will go to Brussels for a NATO meeting"."""
        grammar = self._grammar
        purposes = [clause for clause in self._tree.kids(verb, "advcl", "xcomp") if self._tree.lemmas[clause] == "attend"]
        goals = grammar.prepositional(verb, "for") + [thing for clause in purposes for thing in grammar.objects(clause)]
        inside = [token for goal in goals for token in self._tree.subtree(goal)]
        owners = [
            actor for token in inside for actor in (*grammar.cast.heads.get(token, ()), *grammar.cast.owners.get(token, ()))
        ]
        return bool(owners) and all(actor.country is None for actor in owners)

    def each_alone(self, verb: int, frame: Frame) -> bool:
        """Whether several who share a verb do nothing together: "both work overtime", "they fight the virus"."""
        if self._tree.lemmas[verb] == "work":
            return not frame.particle
        if self._tree.lemmas[verb] == "fight" and self._grammar.objects(verb):
            return True
        if self._tree.lemmas[verb] in _PONDERING and "@joint_step" in frame.rule_id:
            return True  # "Spain and Peru weighed curbs": each for itself, unless it is said with whom
        return bool(frame.target_slots) and not _TOGETHER & set(frame.target_slots)

    def _with_guards(self, verb: int) -> bool:
        """Whether those who clash do so with guards of nobody named: "Turkish and Greek fans clashed with police"."""
        others = self._grammar.prepositional(verb, "with")
        return any(self._tree.lemmas[one] in _WARDENS and not self._grammar.actors(one) for one in others)

    def _to_nobody(self, verb: int) -> bool:
        """Whether those who speak are said to speak of something only, and not to or with anybody."""
        preps = {
            self._tree.lemmas[prep]
            for prep in self._tree.kids(verb, "prep")
            if not any(self._tree.lemmas[span] in {"minute", "hour"} for span in self._tree.kids(prep, "pobj"))
        }
        return bool(preps) and preps <= {"of", "for", "against", "in", "from"}

    def _of_things(self, verb: int) -> bool:
        """Whether a verb's object is a plain thing, no party: "meets the criteria", "threats were met with vows"."""
        grammar = self._grammar
        objects = grammar.objects(verb) if grammar.is_verb(verb) else []
        loose = not grammar.passive(verb)  # whose threat is met, meets nobody
        return bool(objects) and all(
            self._tree.lemmas[part] in _MET
            or (self._tree.pos[part] == "NOUN" and grammar.role_at(part) is None and not grammar.actors(part, loose=loose))
            for part in objects
        )

    def _to_do(self, nouns: list[int]) -> bool:
        """Whether agreements are about something yet to be done: "reached an agreement to restart talks"."""
        return any(self._tree.tags[clause] == "VB" for noun in nouns for clause in self._tree.kids(noun, "acl"))

    def _by_a_paper(self, verb: int) -> bool:
        """Whether what does something is a thing of somebody's, and he himself is not said to do it."""
        subjects = self._grammar.grammatical_subjects(verb)
        things = [part for part in subjects if self._tree.pos[part] == "NOUN" and self._grammar.role_at(part) is None]
        return bool(subjects) and things == subjects and not any(self._grammar.cast.heads.get(part) for part in things)

    def _only_a_cargo(self, verb: int) -> bool:
        """Whether only a plane or lorry arrives, and nobody whose it is: "a Chinese plane carrying six doctors arrived in"."""
        carriers = [one for one in self._tree.kids(verb, "nsubj") if self._tree.lemmas[one] in _CARRIERS]
        return any(not self._tree.kids(one, "poss") for one in carriers)

    def _lives_there(self, verb: int) -> bool:
        """Whether who is somewhere lives there, or where he is is the office he holds."""
        tree = self._tree
        living = {tree.lemmas[clause] for clause in tree.kids(verb, "advcl", "conj", "xcomp", "acl")} & _DWELLING
        return bool(living) or any(tree.lemmas[place] == "house" for place in self._grammar.prepositional(verb, "in"))

    def _other_sense(self, verb: int, frame: Frame, objects: list[int]) -> bool:
        """Whether a verb means something else with such a subject or object, or beside such a clause."""
        if frame.code in _ON_ALERT and "state|" in frame.rule_id:
            return not self._of_war(objects)  # "declared a state of emergency", "the end of war with Chad"
        if frame.lemma == "hit" and frame.code == "190" and not (frame.conditions or frame.particle or frame.doers):
            return not is_a_blow(self._grammar, verb)
        if frame.code in {"051", "052"} and self._defends_himself(verb):
            return True
        if frame.lemma == "raise" and frame.code[:2] == "11" and "subj" not in frame.target_slots:
            return self._by_a_paper(verb)  # "Stone indictment raises questions about Russia"
        if frame.code == "042" and frame.lemma in {"be", "arrive", "land"} and not frame.particle:
            kids = self._tree.children[verb]
            if any(self._tree.words[kid].lower() in {"back", "home"} for kid in kids):
                return True  # "is back in Washington from the summit"
        if frame.lemma == "fight" and frame.code == "190" and not frame.conditions:  # "are fighting over another case"
            over = [noun for way in ("over", "about") for noun in self._grammar.prepositional(verb, way)]
            return any(self._tree.lemmas[noun] in _DISPUTED for noun in over)
        if frame.lemma == "fly" and frame.kind == "visit":
            return flown_as_patients(self._grammar, verb) or bool(
                self._tree.kids(verb, "dobj")
            )  # "flies bombers over the peninsula in a warning to Pyongyang"
        if frame.code == "064" and self._tree.kids(verb, "ccomp"):
            return True  # "informed Japan that it would impose sanctions": that is what it said
        if frame.lemma == "join" and frame.code == "057":  # "cut ties with Qatar, joining the European Union"
            return self._tree.tags[verb] == "VBG" and self._tree.deps[verb] == "advcl" and self._tree.words[verb - 1] == ","
        if frame.lemma == "go" and frame.kind == "visit":  # "would go on paying"
            going_on = [kid for kid in self._tree.children[verb] if self._tree.words[kid].lower() == "on"]
            return bool(going_on) and not any(self._tree.kids(kid, "pobj") for kid in going_on)
        if frame.lemma == "be" and frame.code == "042":
            return self._lives_there(verb)  # "Hadi is in Riyadh, living under guard"
        if frame.lemma == "train":  # "freight trains up 7 pct"
            return any(self._tree.lemmas[part] in _CARRIED for part in self._grammar.grammatical_subjects(verb))
        broken = {self._tree.lemmas[thing] for thing in self._grammar.objects(verb)}
        return frame.lemma == "break" and bool(broken & _BREAKABLE)  # "will break our hearts"

    def _of_war(self, objects: list[int]) -> bool:
        """Whether a state or footing is one of war or near it: "a wartime state", "a state of war", "a semi-war state"."""
        tree = self._tree
        states = [part for part in objects if tree.lemmas[part] in {"state", "footing", "posture", "readiness"}]
        words = {word for part in states for token in tree.subtree(part) for word in tree.words[token].lower().split("-")}
        return bool(words & {"war", "wartime", "combat", "battle"})

    def _defends_himself(self, verb: int) -> bool:
        """Whether what is defended is a measure of one's own: "defends tariffs on Canadian lumber" supports nobody."""
        return any(
            frame.code[:2] in DEFENSIBLE
            for noun in own_deeds(self._grammar, verb)
            for frame in self._lexicon.frames.get(("noun", self._tree.lemmas[noun]), ())
        )

    def _no_measure(self, verb: int, frame: Frame, things: list[int]) -> bool:
        """Whether what looks like a measure, or the end of one, is none: "sacked their coach", "cancelled flights for fog"."""
        if frame.code in {"085", "1621"} and (self._named_apart(frame, things) or self._of_weapons(frame, things)):
            return True
        if frame.code[:2] in PENALTIES and frame.lemma in _DISMISSING and of_a_coach(self._tree, verb):
            return True
        return frame.code[:2] == "16" and called_off_for_other_reasons(self._tree, verb)

    def _named_apart(self, frame: Frame, things: list[int]) -> bool:
        """Whether the word before a thing makes another of it than a frame of easing or of cut aid takes it for.

        Who "ends preferential tariffs" for another eases nothing, and who suspends his debt payments cuts no aid.
        """
        tree, classes = self._tree, self._lexicon.classes
        apart = classes["tariff_favour"] if frame.code == "085" else classes["debt_payment"]
        general = classes["tariff"] if frame.code == "085" else {"payment"}
        return any(
            tree.lemmas[thing] in general
            and tree.head[thing - 1] == thing
            and f"{tree.lemmas[thing - 1]} {tree.lemmas[thing]}" in apart
            for thing in things
            if thing
        )

    def _of_weapons(self, frame: Frame, things: list[int]) -> bool:
        """Whether deliveries that are resumed are of arms, which eases nothing: "resumed deliveries of shells to Ukraine"."""
        arms = self._lexicon.classes["arms"] | self._lexicon.classes["military_aid"] | {"shell"}
        goods = [part for thing in things for part in self._grammar.prepositional(thing, "of")]
        return frame.lemma == "resume" and any(self._tree.lemmas[part] in arms for part in goods)

    def _another_turn(self, verb: int, frame: Frame) -> bool:
        """Whether a verb is part of a turn of phrase: "defended itself", "coordinated their attacks", "moved ahead"."""
        if (
            frame.lemma == "take" and frame.code in {"061", "072"} and "+of:" in frame.rule_id
        ):  # "took control of two helicopters"
            return not any(self._tree.lemmas[one] in _DELIVERIES for one in self._tree.kids(verb, "dobj", "nsubjpass"))
        if frame.code == "055" and frame.lemma == "express":
            return self._displeased(verb)
        if frame.code == "040" and frame.lemma == "call":  # "called on Minister Wang to free them", "called on him for help"
            return bool(self._tree.kids(verb, "xcomp") or self._grammar.prepositional(verb, "for"))
        if frame.code in {"050", "060"} and frame.lemma in {"coordinate", "launch"}:
            return struck_together(self._grammar, verb)
        if (
            frame.code == "057"
            and frame.lemma in _MOVING_ON
            and (frame.particle in {"ahead", "forward"} or not frame.target_slots)
        ):
            return not resolved(self._lexicon, self._tree, verb)
        if frame.lemma != "defend":
            return False
        if frame.code == "190":
            return not defends_in_arms(self._lexicon, self._grammar, verb)
        return frame.code == "052" and of_oneself(self._grammar, verb)

    def _of_people(self, verb: int, frame: Frame) -> bool:
        """Whether people are flown and show no force, are treated as something and not healed, or will only regret something."""
        if frame.code == "051" and self._tree.deps[verb] == "acl" and self._grammar.passive(verb):
            role = self._grammar.role_at(self._tree.head[verb])
            return role is not None and role.role in _ARMED_BANDS  # "rebels backed by Rwanda": that tells who they are
        if frame.lemma in {"regret", "rue"} and {"will", "would", "'ll"} & set(self._grammar.auxiliaries(verb)):
            return True  # "said Chad would regret it" is a threat, and Chad says nothing
        if frame.lemma == "treat" and frame.code[:2] == "07":
            return any(self._tree.lemmas[kid] == "as" for kid in self._tree.children[verb])
        return frame.lemma == "fly" and frame.code in {"062", "150"} and people_flown(self._grammar, verb)

    def _is_own_fault(self, link: int) -> bool:
        """Whether what is regretted is harm done or one's own: "for the deaths", "over the downing of a jet"."""
        tree = self._tree
        if tree.lemmas[link] not in {"for", "over", "about"}:
            return False
        things = tree.kids(link, "pobj")
        own = {tree.words[owner].lower() for thing in things for owner in tree.kids(thing, "poss")} & _OWN
        return bool(own) or tree.lemmas[link] == "for" or any(tree.lemmas[thing] in _HARMS for thing in things)

    def _displeased(self, verb: int) -> bool:
        """Whether a regret is no apology: one told to nobody by name or for nothing, a strong one, or one beside concern.

        "Expressed regret to Tokyo" about what the sentence does not say is how diplomats protest.
        """
        tree = self._tree
        voiced = [one for thing in tree.kids(verb, "dobj") for one in tree.conjuncts(thing)]
        if "regret" not in {tree.lemmas[one] for one in voiced}:
            return False
        links = [prep for holder in (verb, *voiced) for prep in tree.kids(holder, "prep", "dative")]
        told = any(tree.lemmas[prep] == "to" for prep in links)
        owned_up = told and any(self._is_own_fault(prep) for prep in links)
        manner = {tree.lemmas[kid] for one in voiced for kid in tree.kids(one, "amod")}
        return (
            not owned_up or "strong" in manner or any(tree.lemmas[one] in {"concern", "displeasure", "anger"} for one in voiced)
        )

    def _own_man(self, verb: int) -> bool:
        """Whether who is sent somewhere is one of the sender's: "sent Lavrov to Ankara", but not "sent a letter to Putin"."""
        grammar, heads = self._grammar, self._grammar.cast.heads
        senders = {one.country for part in grammar.agents(verb) for one in grammar.actors(part)}
        sent = self._tree.kids(verb, "dobj", "nsubjpass")
        return any(one.person and (one.country in senders or not senders) for part in sent for one in heads.get(part, ()))

    def _no_journey(self, verb: int, frame: Frame, objects: list[int]) -> bool:
        """Whether who goes or is sent somewhere visits nobody: to a border, as a cargo or a rescue team, or as another's man."""
        tree = self._tree
        if goes_to_a_border(tree, self._grammar.objects(verb)) or self._only_a_cargo(verb):
            return True
        if frame.lemma in _SENDING and "+named person>" in frame.rule_id and not self._own_man(verb):
            return True
        return any(tree.lemmas[kid] in _RELIEVING for one in objects for kid in tree.kids(one, "compound", "amod"))

    def _not_together(self, token: int, frame: Frame) -> bool:
        """Whether those who meet, trade, clash or speak are said to do so with things, or with nobody whom a country has."""
        tree = self._tree
        if not frame.conditions and "obj" in frame.target_slots and self._of_things(token):
            return True  # "meet the criteria"
        if frame.lemma == "meet" and self._grammar.prepositional(token, "with") and self._grammar.of_a_thing(token):
            return True  # "tariffs met with a vow from Beijing"
        if tree.lemmas[token] == "trade" and not frame.conditions and self._grammar.objects(token):
            return True  # "traded barbs, numbers"
        if tree.lemmas[token] in _SCUFFLING:
            return self._with_guards(token)
        return tree.lemmas[token] in _SPEAKING and self._to_nobody(token)  # "have spoken of the need"

    def _own_border(self, verb: int) -> bool:
        """Whether what is guarded is a border with somebody, who is not helped by it."""
        lines = [thing for thing in self._grammar.objects(verb) if self._tree.lemmas[thing] in FRONTIERS]
        return any(self._grammar.prepositional(holder, "with") for holder in (*lines, *([verb] if lines else ())))

    def unfit(self, token: int, frame: Frame, objects: list[int]) -> bool:
        """Whether the words around a verb make a frame that it would fill mean something else."""
        tree = self._tree
        if frame.code == "051" and frame.lemma == "give" and self._lets_do(token, objects):
            return True
        if frame.code == "057" and frame.lemma in _COMING_TO_TERMS and self._to_do(objects):
            return True
        letter = frame.code in {"040", "051"} and bids_by_letter(self._lexicon, self._grammar, token)
        if (
            letter
            or only_likened(tree, token, frame.code)
            or mistakes_the_list(self._grammar, token, frame)
            or self._another_turn(token, frame)
            or self._of_people(token, frame)
            or self._other_sense(token, frame, objects)
            or self._no_measure(token, frame, objects)
        ):
            return True
        if frame.lemma == "expect" and tree.kids(token, "xcomp"):
            return True  # "In Baku, Li is expected to meet Putin": what is expected is the meeting
        if (
            frame.lemma == "vote"
            and frame.code[:2] == "12"
            and not frame.conditions
            and not any(tree.lemmas[kid] == "against" for kid in tree.children[token])
        ):
            return True  # "will vote on Sunday on whether to attend"
        if frame.lemma == "hold" and frame.code == "173" and self._takes_place(token):
            return True
        if frame.lemma == "order" and frame.code[:2] == "06" and tree.kids(token, "xcomp", "ccomp"):
            return True  # "ordered the vessel to leave" buys no vessel
        if frame.kind == "visit" and self._no_journey(token, frame, objects):
            return True
        if (frame.code == "090" and lends_a_hand(tree, token)) or (frame.code[:2] == "13" and of_anothers(self._grammar, token)):
            return True
        if frame.code == "074":  # troops sent to the border with somebody are no help for him
            return any(tree.lemmas[goal] in FRONTIERS for goal in self._grammar.prepositional(token, "to")) or self._own_border(
                token
            )
        return frame.kind == "mutual" and self._not_together(token, frame)
