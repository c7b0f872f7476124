"""Dictionaries that become tables: which file holds which."""

import pandera.pandas as pa

from schemas.cameo import CameoCode, ScoreTable
from schemas.country import Country

FILES: dict[str, tuple[str, type[pa.DataFrameModel]]] = {
    "country": ("countries.csv", Country),
    "cameo_code": ("cameo_codes.csv", CameoCode),
    "score_table": ("score_tables.csv", ScoreTable),
}
"""Table -> its file in data/dictionaries and its model; the file's header is the model's columns, in that order."""
