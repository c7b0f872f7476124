"""How the relation model is made: our own marked sentences in, a small quantised network and its card out.

`make train` begins with the bare encoder, `make train-on` goes on from the present model.

Needs the extra `[train]`. Nothing outside this package imports it: a build reads the finished model through `etl.coder.model`.
"""
