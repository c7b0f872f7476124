"""The coder's map says what the modules say of themselves, names each of them, and is up to date."""

from etl import paths
from etl.coder_map import PAGE, generate


def test_page_is_up_to_date():
    """docs/coder_map.md is what the docstrings would write; if not, run `python -m etl.coder_map`."""
    assert PAGE.read_text(encoding="utf-8") == generate()


def test_every_module_stands_on_the_page_once():
    """No module of the coder is left out, and each has something to say of itself."""
    page = generate()
    for name, _ in paths.modules_of("coder"):
        inside = name.removeprefix("coder/")
        shown = f"**`{inside.removesuffix('__init__.py')}`**" if inside.endswith("/__init__.py") else f"`{inside}`"
        if inside != "__init__.py":
            assert page.count(f"| {shown} | ") == 1, name
    assert "|  |" not in page
