"""What a noun says of who somebody is: the roles and titles of the dictionaries, at a token of a parsed sentence."""

import re

from etl.coder.tree import Tree
from etl.dictionaries import ActorLexicon, Role

_SOCIETY = re.compile(r"(?:\s+(?:[A-Z][\w’'-]*|of|for|and)){0,3}?\s+(?:Association|Society|Club|Foundation|Institute|League)\b")
_POST = re.compile(r"(?:[Aa]mbassador|[Ee]nvoy|[Cc]onsul(?: [Gg]eneral)?|[Rr]epresentative) to (?:the )?$")
_BEARER = re.compile(r" (?!Union\b|Nations\b)[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")


def only_in_a_title(text: str, start: int, end: int) -> bool:
    """Whether a country is named for somebody's post or for a society's field, and acts not itself.

    "US Ambassador to the European Union Gordon Sondland", "the Denmark-DPRK Friendship Association".
    """
    second = start > 1 and text[start - 1] in "-–" and text[start - 2].isalpha()
    if second and _SOCIETY.match(text, end):
        return True
    return bool(_POST.search(text[max(0, start - 40) : start]) and _BEARER.match(text, end))


class Titles:
    """Finds the role words of sentences."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        """Take the roles and what modifies them."""
        self._lexicon = lexicon
        self._role_ends: dict[str, int] = {}  # the most words of a role phrase by its last word
        for phrase in lexicon.roles:
            self._role_ends[phrase[-1]] = max(len(phrase), self._role_ends.get(phrase[-1], 0))

    def title_role(self, tree: Tree, noun: int) -> Role | None:
        """Return the role of the title words in front of a name ("Foreign Minister Taro Kono")."""
        for token in sorted(tree.kids(noun, "compound", "nmod", "amod"), reverse=True):
            if (role := self.role_at(tree, token)) is not None:
                return role
        return None

    def former(self, tree: Tree, noun: int, role: str) -> str:
        """Return ELI for a former holder, else the role (which a modifier such as "naval" may change)."""
        for token in tree.kids(noun, "amod", "compound", "nmod"):
            modifier = self._lexicon.modifiers.get(tree.lemmas[token])
            if modifier is not None and (modifier == "ELI" or role in {"CVL", "GOV"}):
                return modifier
        return role

    def role_at(self, tree: Tree, token: int) -> Role | None:
        """Return the role of the longest role phrase that ends at a token."""
        word = tree.words[token].lower()
        ends = [(last, size) for last in (tree.lemmas[token], word, _singular(word)) if (size := self._role_ends.get(last))]
        if not ends:
            return None
        for size in range(min(max(size for _, size in ends), token + 1), 0, -1):
            left = tuple(word.lower() for word in tree.words[token - size + 1 : token])
            for last, longest in ends:
                if size <= longest and (role := self._lexicon.roles.get((*left, last))) is not None:
                    return role
        return None


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
