"""Text as it arrives in a field, made plain: markup, entities, line ends, and characters that no table can hold.

A field of an export often holds fragments of HTML (`<p>`, `<br>`, `&amp;`). Those are cleaned, since the words are the
article's own. A whole page is not: its menus and teasers would be read as news, so the record is refused.
"""

import html
import re
from html.parser import HTMLParser

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"<(?:/(?:a|b|i|u|p|em|strong|div|span|ul|ol|li|h[1-6]|blockquote|table|tr|td|th|figure|figcaption|script|style|section|article)"
    r"|(?:br|hr|p)\s*/?|(?:p|a|div|span|img|h[1-6]|script|style)\s[^<>]*)>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{1,7}|#x[0-9a-fA-F]{1,6});")
_BLOCK = {"p", "br", "hr", "div", "li", "ul", "ol", "tr", "table", "blockquote", "section", "article", "figure"} | {
    f"h{level}" for level in range(1, 7)
}
_UNREAD = {"script", "style", "noscript", "template"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\s*\n\s*")
# NUL ends a string for R and many C readers; a replacement of the same length keeps every offset.
_NUL = str.maketrans({"\x00": " "})


class _Words(HTMLParser):
    """Collects the words between tags; blocks become line ends, scripts and styles nothing."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser's signature)
        """Enter a block or an unread element."""
        if tag in _UNREAD:
            self.unread += 1
        elif tag in _BLOCK:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Leave a block or an unread element."""
        if tag in _UNREAD:
            self.unread = max(0, self.unread - 1)
        elif tag in _BLOCK:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if not self.unread:
            self.parts.append(data)


def is_page(text: str) -> bool:
    """Whether the text is a whole HTML page and no fragment."""
    return _PAGE.search(text, 0, 4096) is not None


def plain(text: str) -> str:
    """Return the text without markup, entities, carriage returns, NULs and lone surrogates.

    NUL becomes a space, a lone surrogate U+FFFD (neither can stand in UTF-8 Parquet or be read by R). Text without any of
    these comes back as it was; a bare `<` or `&` is no markup and stays.
    """
    if _TAG.search(text):
        words = _Words()
        words.feed(text)
        words.close()
        text = _BLANK_LINES.sub("\n", "".join(words.parts)).strip()
    elif _ENTITY.search(text):
        text = html.unescape(text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_NUL)
    return _SURROGATE.sub("\ufffd", text)
