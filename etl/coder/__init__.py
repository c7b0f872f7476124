"""The coder: one article in, its mentions out. Pure: no frame, no database, no file but a model loaded once.

The modules here are the stations of a sentence, from `sentences` to `mentions`; `coder` leads through them. Each folder holds
what one stage is made of: `text` before the parser, `mending` behind it, `naming` of actors, `recall` of what was told,
`grammar` of a clause, `sides` of an act, `constructions` of news English, `status` and `days` of an act, `second_reader`, and
`settling` at last.
"""
