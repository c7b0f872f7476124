"""What the relation model says of one pair: how likely each act is that a source may do to a target, and how it is asserted."""

from dataclasses import dataclass

NONE = "none"
"""The root of a pair between which there is no act."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What the model says of one pair: probabilities by CAMEO root (`none`: no act), and, given an act, of its status and code.

    It tells only such codes apart as its corpus has often; `xx0` stands for the rest of a root.
    """

    roots: dict[str, float]
    statuses: dict[str, float]
    codes: dict[str, float]

    @property
    def root(self) -> str:
        """The likeliest root, or `none`."""
        return max(self.roots, key=self.roots.__getitem__)

    @property
    def status(self) -> str:
        """The likeliest status."""
        return max(self.statuses, key=self.statuses.__getitem__)

    @property
    def act(self) -> float:
        """The probability that there is any act."""
        return 1.0 - self.roots[NONE]

    def sure_code(self, root: str) -> str | None:
        """Return the likeliest code of a root where it is likelier than all others of that root together, else None."""
        shares = {code: share for code, share in self.codes.items() if code[:2] == root}
        best = max(shares, key=shares.__getitem__, default=None)
        return best if best is not None and 2 * shares[best] > sum(shares.values()) else None

    def code(self, root: str) -> str:
        """Return the code of a root that is surely meant, else `xx0`."""
        return self.sure_code(root) or f"{root}0"
