"""Softmax that comes out alike on every processor: what is added up are whole numbers.

A library adds eight numbers at a time where a processor has AVX2, sixteen where it has AVX-512, and floating-point sums depend on
the order. Of all the steps of the encoder this was the only one that differed; its last bits tip values over the steps of the
8-bit products behind it, and by the eighth layer a state could be off by a tenth. So the powers are rounded to whole numbers of
at most 2 ** 14 before they are added: the sum of up to 1,024 of them is exact in a 24-bit mantissa, in any order. The largest
difference that this makes to a share is 2 ** -15 of the largest share in its row.
"""

import math

import numpy as np
from onnx import ModelProto, NodeProto, checker, helper, numpy_helper

_BITS = 14


def with_whole_sums(model: ModelProto) -> ModelProto:
    """Return an ONNX model, itself changed, whose every Softmax over the last axis adds up whole numbers; opset 13 to 17."""
    graph = model.graph
    nodes: list[NodeProto] = []
    for node in graph.node:
        if node.op_type != "Softmax":
            nodes.append(node)
            continue
        [scores], [shares] = node.input, node.output
        top, base, away, power, whole, total = (f"{shares}/{part}" for part in ("top", "base", "away", "power", "whole", "total"))
        nodes += [
            helper.make_node("ReduceMax", [scores], [top], axes=[-1], keepdims=1),
            helper.make_node("Sub", [top, "softmax/bits"], [base]),
            helper.make_node("Sub", [scores, base], [away]),
            helper.make_node("Exp", [away], [power]),
            helper.make_node("Round", [power], [whole]),
            helper.make_node("ReduceSum", [whole, "softmax/axis"], [total], keepdims=1),
            helper.make_node("Div", [whole, total], [shares]),
        ]
    if len(nodes) > len(graph.node):
        graph.initializer.append(numpy_helper.from_array(np.array(_BITS * math.log(2), dtype=np.float32), "softmax/bits"))
        graph.initializer.append(numpy_helper.from_array(np.array([-1], dtype=np.int64), "softmax/axis"))
    del graph.node[:]
    graph.node.extend(nodes)
    checker.check_model(model)
    return model
