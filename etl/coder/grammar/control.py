"""Verbs whose object is the subject of their infinitive: "urged Japan to stop". All others pass their own subject down."""

OBJECT_CONTROL = frozenset(
    (
        "urge ask tell order call press pressure push force compel allow permit let help invite request persuade "
        "convince encourage warn advise require get want expect enable instruct implore beg authorize authorise cause "
        "lead prompt spur accuse blame thank praise stop prevent bar ban suspect remind command direct oblige lobby "
        "challenge dare entreat exhort plead demand appeal"
    ).split(" ")
)
