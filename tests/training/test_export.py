"""What a build reads is the network that was trained: the same sentences, marked alike, get the same answers."""

import copy

import pytest

from etl import paths
from etl.coder.second_reader.marking import Briefing
from etl.coder.second_reader.model import load_model
from etl.errors import InputError
from etl.training.corpus import NONE, ROOTS, Pair

torch = pytest.importorskip("torch", reason="torch is part of the train extra: make train")
transformers = pytest.importorskip("transformers", reason="transformers is part of the train extra: make train")

TEXT = "China, Japan and Peru met in Lima on Monday."
PARTIES = ((0, 5), (7, 12), (17, 21))
MET = ((0, 5), (22, 25))
CODES = tuple(f"{root}0" for root in ROOTS if root != NONE)


@pytest.fixture(scope="module")
def trained():
    """Return a small network that has learned nothing, with signs and missing sides that matter, and its tokenizer."""
    from etl.training.fit import load_tokenizer
    from etl.training.network import RelationNetwork

    torch.manual_seed(5)
    config = transformers.MPNetConfig(
        vocab_size=30_600, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    config._attn_implementation = "eager"
    tokenizer = load_tokenizer(paths.MODELS, 64)
    signs = tuple(tokenizer.token_to_id(sign) for sign in ("[unused1]", "[unused2]"))
    network = RelationNetwork(transformers.MPNetModel(config, add_pooling_layer=False), signs, len(CODES))
    for part in (network.signs, network.heads.absent):
        torch.nn.init.normal_(part.data)
    for head in network.heads.heads:
        torch.nn.init.normal_(head.weight, std=0.5)
    return network.eval(), tokenizer


def pairs() -> list[Pair]:
    """Return pairs of one sentence: two ways, one without a source, one without what the rules tell."""
    told = Briefing(("forward 04", "hint 11 not done"), MET, PARTIES)
    untold = Briefing((), (), PARTIES)
    sides = [(PARTIES[0], PARTIES[1], told), (PARTIES[1], PARTIES[0], told), (None, PARTIES[2], untold), (*PARTIES[1:], untold)]
    return [Pair(TEXT, source, target, "040", "happened", "a", 1, briefing=briefing) for source, target, briefing in sides]


@pytest.mark.filterwarnings("ignore")
def test_a_build_reads_as_the_network_does(trained, tmp_path):
    """Within what eight bits lose, every pair has its probabilities, and pairs differ."""
    from etl.training.export import export
    from etl.training.fit import Examples, Recipe, predict

    network, tokenizer = trained
    examples = Examples(pairs(), tokenizer, dict.fromkeys(("040", *CODES), 1), CODES)
    wanted = [part.softmax(-1) for part in predict(network, examples)]
    export(network, tokenizer, examples, Recipe(max_length=64), CODES, 1.0, tmp_path)
    model = load_model(tmp_path)
    for number, pair in enumerate(pairs()):
        vote = model.vote(pair.text, pair.source, pair.target, pair.briefing)
        assert list(vote.roots.values()) == pytest.approx(wanted[0][number].tolist(), abs=0.02)
        assert list(vote.codes.values()) == pytest.approx(wanted[3][number].tolist(), abs=0.02)
    assert max(float((wanted[0][0] - other).abs().max()) for other in wanted[0][1:]) > 0.05


def test_evening_out_changes_no_product(trained):
    """The layers answer as before, whatever was moved from the numbers to the weights."""
    from etl.training.smoothing import smoothed

    network, _ = trained
    ids = torch.tensor([[0, 40, 7, 900, 2]])
    given = {"inputs_embeds": network.words(ids), "attention_mask": torch.ones_like(ids)}
    with torch.inference_mode():
        before = network.encoder(**given).last_hidden_state
        after = smoothed(copy.deepcopy(network.encoder), network.words, [ids[0].tolist()])(**given).last_hidden_state
    assert torch.allclose(before, after, atol=1e-4)


@pytest.mark.filterwarnings("ignore")
def test_an_exported_model_learns_on_from_where_it_stands(trained, tmp_path):
    """Read back, it is the network that was exported, but for what eight bits lost."""
    from etl.training.export import export
    from etl.training.fit import Examples, Recipe, predict
    from etl.training.resume import resumed

    network, tokenizer = copy.deepcopy(trained[0]), trained[1]
    for part in network.parameters():  # as after training: no two the same
        part.data += 0.02 * torch.randn(part.shape)
    examples = Examples(pairs(), tokenizer, dict.fromkeys(("040", *CODES), 1), CODES)
    export(network, tokenizer, examples, Recipe(max_length=64), CODES, 1.0, tmp_path)
    back, again, codes = resumed(tmp_path, 0.1, 64)
    assert (codes, again.encode(TEXT).ids) == (CODES, tokenizer.encode(TEXT).ids)
    for wanted, found in zip(predict(network, examples), predict(back.eval(), examples), strict=True):
        assert torch.allclose(wanted.softmax(-1), found.softmax(-1), atol=0.02)
    back(*next(examples.batches(8, [0], 1))[0])[0].sum().backward()
    assert back.encoder.encoder.layer[1].output.dense.weight.grad is not None


def test_what_is_no_model_is_refused(tmp_path):
    """A folder without the files is named, with what is missing."""
    from etl.training.resume import resumed

    with pytest.raises(InputError, match=r"no relation\.json"):
        resumed(tmp_path, 0.1, 64)
