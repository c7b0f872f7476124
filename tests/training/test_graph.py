"""What the export changes in the graphs it wrote: the answers stay, up to what is said of each change."""

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="onnx is part of the train extra: make train")
pytest.importorskip("onnxruntime", reason="onnxruntime is part of the model extra")

ROWS = np.random.default_rng(5).normal(size=(2, 40, 64)).astype(np.float32)


def answers(model, values):
    """Return the only output of a model of one input."""
    import onnxruntime

    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: values})[0]


def graph_of(nodes, initializers, shape):
    """Return a model that reads `scores` and answers with `shares`."""
    from onnx import TensorProto, helper

    seen, said = (helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in ("scores", "shares"))
    graph = helper.make_graph(nodes, "one", [seen], [said], initializers)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def test_a_softmax_of_whole_sums_is_a_softmax():
    """Shares add up to one and differ from the plain softmax by no more than said; their order of adding does not count."""
    from onnx import helper

    from etl.training.softmax import with_whole_sums

    plain = graph_of([helper.make_node("Softmax", ["scores"], ["shares"], axis=-1)], [], [2, 40, 64])
    wanted = answers(plain, ROWS * 3)
    changed = with_whole_sums(plain)
    assert all(node.op_type != "Softmax" for node in changed.graph.node)
    found = answers(changed, ROWS * 3)
    # Half a step in the row's own largest share, and what sixty-four such halves do to the sum.
    assert np.abs(found - wanted).max() <= wanted.max() * 64 * 2**-15
    np.testing.assert_allclose(found.sum(-1), 1, atol=1e-5)
    turned = np.random.default_rng(6).permutation(64)
    assert (answers(changed, (ROWS * 3)[..., turned]) == found[..., turned]).all()


@pytest.fixture
def product(tmp_path):
    """Return an 8-bit product as the quantiser writes it, and the same in floating point."""
    from onnx import helper, numpy_helper
    from onnxruntime.quantization import QuantType, quantize_dynamic

    weights = numpy_helper.from_array(np.random.default_rng(7).normal(size=(64, 32)).astype(np.float32), "weight")
    factor = numpy_helper.from_array(np.ones(64, dtype=np.float32), "factor")
    nodes = [
        helper.make_node("Mul", ["scores", "factor"], ["even"], name="mul"),
        helper.make_node("MatMul", ["even", "weight"], ["shares"], name="product"),
    ]
    whole, cut = tmp_path / "whole.onnx", tmp_path / "cut.onnx"
    onnx.save(graph_of(nodes, [weights, factor], [1, 40, None]), whole)
    quantize_dynamic(whole, cut, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    return onnx.load(whole), onnx.load(cut)


def test_rows_with_scales_of_their_own_lose_less(product):
    """One row a hundred times as large as the others costs them nothing; a row of zeros stays one; other products stay."""
    from etl.training.rows import with_own_scales

    whole, cut = product
    values = ROWS[:1].copy()
    values[0, 3] *= 100
    values[0, 5] = 0
    wanted = answers(whole, values)
    before = np.abs(answers(cut, values) - wanted)[0, 8:].mean()
    assert len(with_own_scales(cut, "nothing of this name").graph.node) == len(cut.graph.node)
    found = answers(with_own_scales(cut, "even"), values)
    assert np.abs(found - wanted)[0, 8:].mean() < before / 10
    assert (found[0, 5] == 0).all()
