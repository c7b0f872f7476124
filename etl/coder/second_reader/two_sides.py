"""The model's acts that two do with each other, told from both their sides."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.coder.acts import VISITS, Act
from etl.coder.recall.memory import staged
from etl.coder.second_reader.scene import Scene

_PACTS = frozenset({"057"})
_TALKS = frozenset({"036"})
_FRIENDLY = frozenset({"03", "04", "05"})


def two_sided(scene: Scene, found: Sequence[Act]) -> Iterator[Act]:
    """Yield the model's acts with both their sides: of two who visit each other one is the host, and a pact is signed by two."""
    pairs = {(act.source.key, act.target.key): act for act in found}
    joined = {(act.source.key, act.target.key): act.code[:2] for act in scene.acts}
    for act in found:
        one, other = act.source.key, act.target.key
        back = pairs.get((other, one))
        if act.code in VISITS and back is not None and back.code == act.code:
            host = _host(scene, act)
            yield replace(act, code="040" if host is None else "043" if host == one else "042")
            continue
        yield act
        otherwise = joined.get((other, one))
        talks = act.code in _TALKS or act.code[:2] == "04"
        apart = otherwise is not None and otherwise not in _FRIENDLY  # "threatened tariffs as Beijing readied new talks"
        if back is None and ((act.code in _PACTS and otherwise is None) or (talks and apart)):
            yield replace(act, source=act.target, target=act.source)


def _host(scene: Scene, act: Act) -> str | None:
    """Return who of two is visited: whom the rules saw visited, else the one who is only a place."""
    hint = scene.hints.get("04")
    undergoing = {actor.key for actor in hint.targets} if hint is not None else set()
    doing = {actor.key for actor in hint.sources} if hint is not None else set()
    for guest, host in ((act.source, act.target), (act.target, act.source)):
        if host.key not in doing and (guest.key in doing - undergoing or host.key in undergoing):
            return host.key
    places = [actor for actor in (act.source, act.target) if staged(scene.tree, actor) or actor.basis in {"capital", "city"}]
    people = [actor for actor in (act.source, act.target) if actor.person]
    if len(places) == 1:
        return places[0].key
    return next((actor.key for actor in (act.source, act.target) if len(people) == 1 and actor not in people), None)
