"""What several agree to do to a third: "agreed to send tanks to Ukraine", "to meet Li", "to impose sanctions on Iran"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.actors import Actor
from etl.coder.acts import Proto
from etl.dictionaries import ActLexicon, Operator


def agreed_on(lexicon: ActLexicon, proto: Proto, token: int, operator: Operator, parties: Sequence[Actor]) -> Iterator[Proto]:
    """Yield what the parties to an agreement are then to do to others than themselves, each of them: a plan, or a threat.

    What one alone agrees to do is the operator's own act.
    """
    keys = {actor.key for actor in parties}
    mutual = proto.kind in {"mutual", "visit"}
    thirds = tuple(actor for actor in (*proto.targets, *(proto.sources if mutual else ())) if actor.key not in keys)
    code = lexicon.compose("intend", proto.code)
    if len(keys) > 1 and thirds and code is not None and proto.status == "happened":
        yield replace(
            proto,
            code=code,
            sources=tuple(parties),
            targets=thirds,
            kind="mutual" if mutual else "oneway",
            rule_id=f"{operator.rule_id}({proto.rule_id})~third",
            trigger=token,
            rank=8,
            operators=("intend", *proto.operators),
        )
