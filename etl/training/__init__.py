"""How the relation model is made: our own marked sentences in, a small quantised network and its card out.

`make train` begins with the pretrained encoder.

Needs the extra `[train]`. Nothing outside this package imports it: a build reads the finished model through
`etl.coder.second_reader.model`.
"""
