"""The coder: one article in, its mentions out. Pure: no frame, no database, no file but a model loaded once.

The modules here are the stations of a sentence, from `sentences` to `mentions`; `coder` leads through them. What only serves one
of them lies in a folder of its own: `mending` serves `parser`, `naming` serves `actors`, `recall` serves `coreference`, `status`
serves `assertion`, `days` serves `dates`, `constructions`, `sides` and `grammar` serve `predicates`.
"""
