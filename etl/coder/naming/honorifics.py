"""Who is meant by "Mr." and a surname alone: the leader of that name, but no plumber from Ohio.

"Mr. Modi criticised Pakistan" is India's premier; "Mr. Moon, a plumber from Ohio" is nobody known.
"""

from etl.coder.days.almanac import DAYS
from etl.coder.naming.bearers import LEADING
from etl.coder.naming.setting import Setting
from etl.coder.tree import Tree
from etl.dictionaries import ActorLexicon, Name
from etl.dictionaries.phrases import fold

HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lady"})
_PLAIN = frozenset({"mr", "mrs", "ms"})
_STATESMEN = frozenset({"leader", "president", "premier", "minister", "politician", "nationalist", "conservative", "reformer"})


def honoured(tree: Tree, token: int) -> bool:
    """Whether "Mr." or the like stands right in front of a word."""
    return token > 0 and tree.words[token - 1].rstrip(".").lower() in _PLAIN


def beside_another(lexicon: ActorLexicon, tree: Tree, token: int) -> bool:
    """Whether a surname with "Mr." stands in one sentence with another that a leader bears: "Mr. Trump met Mr. Kim"."""
    others = (fold(tree.words[other]) for other in range(len(tree)) if other != token and tree.words[other] != tree.words[token])
    return honoured(tree, token) and any(name.office in LEADING for word in others for name in lexicon.shorts.get(word, ()))


def neighbours(tree: Tree, token: int) -> list[int]:
    """Return the words beside a surname that may be more of a name: neither days nor "Mr."."""
    beside = [word for word in (token - 1, token + 1) if 0 <= word < len(tree) and tree.words[word].lower() not in DAYS]
    return [word for word in beside if word > token or not honoured(tree, token)]


def leads(tree: Tree, token: int, name: Name, setting: Setting) -> bool:
    """Whether a surname can be that of somebody in office: with "Mr." only a leader's, or a minister's whose country is named.

    Who is told to be "a plumber from Ohio", "the plumber Mr. Moon", is no leader.
    """
    if not honoured(tree, token):
        return True
    told = [noun for noun in tree.kids(token, "appos") if any(tree.lemmas[det] == "a" for det in tree.kids(noun, "det"))]
    told += [tree.head[token]] if tree.deps[token] == "appos" and tree.pos[tree.head[token]] == "NOUN" else []
    told += [token - 2] if token > 1 and tree.pos[token - 2] == "NOUN" and tree.head[token - 2] == token else []
    if any(tree.lemmas[noun] not in _STATESMEN for noun in told):
        return False
    return name.office in LEADING or (setting.present is not None and name.country in setting.present)
