"""The codebook says what the schemas and views say, and is up to date."""

from etl.codebook import PAGE, generate
from schemas import TABLES, arrow_schema
from schemas.view import VIEWS


def test_page_is_up_to_date():
    """docs/codebook.md is what the schemas and views would write; if not, run `python -m etl.codebook`."""
    assert PAGE.read_text(encoding="utf-8") == generate()


def test_page_names_every_table_view_and_column():
    """Each table and view has a section with a line for each column."""
    sections = {part.split("\n", 1)[0]: part for part in generate().split("\n### ")[1:]}
    for name, model in {**TABLES, **VIEWS}.items():
        missing = [field.name for field in arrow_schema(model) if f"\n| `{field.name}` | " not in sections[name]]
        assert missing == []


def test_page_says_how_much_of_a_score_table_is_filled_in():
    """GDELT's table has two filled values, Phoenix's more."""
    page = generate()
    assert "| gdelt | 2.0 | 313 | 2 | -10.0 | 10.0 |" in page
    assert "| phoenix | oeda | 313 | 35 |" in page
