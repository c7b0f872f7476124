"""What an epoch shows: a share of the corpus once, articles as often as the recipe says."""

from collections import Counter
from types import SimpleNamespace

import pytest

pytest.importorskip("torch", reason="torch is part of the train extra: make train")


@pytest.mark.parametrize(("share", "shows"), [(1.0, 1), (0.25, 2), (0.5, 0)])
def test_an_epoch_shows_a_share_of_the_corpus_and_articles_again(share, shows):
    """Corpus sentences at most once, each of an article as often as wanted, other ones in another epoch."""
    from etl.training.fit import Recipe, _order

    examples = SimpleNamespace(
        of_article=[number >= 40 for number in range(50)], ids=[[0] * (number % 7 + 1) for number in range(50)]
    )
    recipe = Recipe(corpus_share=share, article_shows=shows, batch_size=4)
    shown = Counter(_order(examples, recipe, 0))
    assert sum(shown[number] for number in range(40)) == round(40 * share)
    assert max((shown[number] for number in range(40)), default=0) == 1
    assert {shown[number] for number in range(40, 50)} == {shows}
    assert _order(examples, recipe, 0) == _order(examples, recipe, 0) != _order(examples, recipe, 1)


@pytest.mark.parametrize(("kept", "weight"), [(0.0, 4.0), (0.25, 3.5), (1.0, 2.0)])
def test_who_learns_on_keeps_a_share_of_what_he_knew(kept, weight):
    """The mean of the weights before and after; counters are those after."""
    import torch

    from etl.training.fit import mixed

    before, after = ({"weight": torch.full((2,), one), "steps": torch.tensor(int(one))} for one in (2.0, 4.0))
    mean = mixed(before, after, kept)
    assert mean["weight"].tolist() == [weight, weight]
    assert mean["steps"].item() == 4
