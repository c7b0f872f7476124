"""Each word piece's numbers cut to 8 bits on a scale of their own.

A dynamic 8-bit product has one scale for all rows of its input, and what one word piece makes large leaves few steps to the
others. So each row is divided by its largest number before it is cut to 8 bits, and the row of the product is multiplied by it:
the product is the same, and the steps are as fine as the row allows (the per-token scales of ZeroQuant, Yao et al. 2022).
"""

import numpy as np
from onnx import ModelProto, NodeProto, checker, helper, numpy_helper

_LEAST = "rows/least"  # a row of nothing but zeros stays one


def with_own_scales(model: ModelProto, ending: str = "") -> ModelProto:
    """Return an 8-bit ONNX model, itself changed, each row of whose products' inputs has a scale; opset 13 to 17.

    Changed are the products that `quantize_dynamic` wrote (DynamicQuantizeLinear, MatMulInteger, Cast, Mul) and whose input's
    name holds `ending`.
    """
    graph = model.graph
    made_by = {output: node for node in graph.node for output in node.output}
    read_by: dict[str, list[NodeProto]] = {}
    for node in graph.node:
        for name in node.input:
            read_by.setdefault(name, []).append(node)
    before: dict[str, list[NodeProto]] = {}
    after: dict[str, list[NodeProto]] = {}
    for product in graph.node:
        if product.op_type != "MatMulInteger":
            continue
        cut = made_by[product.input[0]]
        [cast] = read_by[product.output[0]]
        [scaled] = read_by[cast.output[0]]
        [states], [whole] = cut.input, scaled.output
        if ending not in states or cut.name in before:
            continue
        size, largest, row, even, small = (f"{states}/{part}" for part in ("size", "largest", "row", "even", "small"))
        before[cut.name] = [
            helper.make_node("Abs", [states], [size]),
            helper.make_node("ReduceMax", [size], [largest], axes=[-1], keepdims=1),
            helper.make_node("Max", [largest, _LEAST], [row]),
            helper.make_node("Div", [states, row], [even]),
        ]
        cut.input[0] = even
        scaled.output[0] = small
        after[scaled.name] = [helper.make_node("Mul", [small, row], [whole])]
    nodes = [one for node in graph.node for one in (*before.get(node.name, ()), node, *after.get(node.name, ()))]
    if before:
        graph.initializer.append(numpy_helper.from_array(np.array(1e-20, dtype=np.float32), _LEAST))
    del graph.node[:]
    graph.node.extend(nodes)
    checker.check_model(model)
    return model
