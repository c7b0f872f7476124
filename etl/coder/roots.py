"""Sets of CAMEO roots that several modules of the coder ask for.

A set stands here where two modules mean the same by it. What holds the same roots for a reason of its own, or is asked for in one
place alone, stays where it is used.
"""

ASKING = frozenset({"02", "10"})
"""Appeals and demands."""

ADDRESSED = frozenset({"02", "03", "10", "11", "13"})
"""What is put to somebody, who can answer it: appeals, offers, demands, reproaches, threats."""

UTTERED = frozenset({"02", "10", "11", "12", "13"})
"""What is done by saying it, so that a remark, a statement or an answer may be it; a bare statement (01) aside."""

JUDGING = frozenset({"05", "11", "12"})
"""Words for or against what somebody else did: praise and support, criticism, rejection."""

REPROACHING = frozenset({"11", "12"})
"""Words against somebody: criticism and rejection."""

OBJECTING = frozenset({"11", "14"})
"""Criticism, whether in words or in the street."""

MEETING = frozenset({"03", "04"})
"""Meetings and the intent to hold one."""

PENALTIES = frozenset({"16", "17"})
"""What a state imposes short of force: relations cut back, coercion."""

SEIZING = frozenset({"17", "18"})
"""Coercion and assault, arrests and abductions among them: acts that take somebody or something."""

DEFENSIBLE = frozenset({"15", "16", "17", "18", "19"})
"""Measures and blows that whoever took them may defend in public; nobody defends mass violence as such."""

VIOLENT = frozenset({"18", "19", "20"})
"""Force that hits somebody: assault, fighting, mass violence."""

ARMED = VIOLENT | {"15"}
"""Force, shown or used."""

PHYSICAL = ARMED | {"17"}
"""Acts that take place where those are whom they are done to."""

PUNISHING = VIOLENT | PENALTIES
"""Penalties and force: what answers or punishes somebody by deeds."""

HARMFUL = PUNISHING | {"15"}
"""What a state does against another, from a show of force up."""

HOSTILE = HARMFUL | {"14"}
"""All that is done against somebody and not merely said: protests and what is `HARMFUL`."""
