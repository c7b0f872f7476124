"""Every column of every table, declared once: description, range, pattern, unit, and the Parquet type where pandas has none.

Each name is a `functools.partial` of `pandera.Field`; a model calls it. Never share the object that a call returns: Pandera drops
the first of two columns that share one field. Types stand in the models. Dates are whole days and moments are UTC without a zone.
Imports nothing from the pipeline.
"""

from functools import partial

import pandera.pandas as pa
import pyarrow  # noqa: ICN001 - its usual name is Pandera's here

CODE = r"^(0[1-9]|1[0-9]|20)[0-9]{0,2}$"
ISO3 = r"^[A-Z]{3}$"
ROLE = r"^[A-Z]{3}[A-Z]*$"
HASH16 = r"^[0-9a-f]{16}$"

STATUSES = ("happened", "announced", "hypothetical", "negated", "recalled", "alleged")
PRECISIONS = ("day", "week", "month", "year")
PLACE_KINDS = ("capital", "city", "site", "region", "island", "water", "line")
PLACE_PRECISIONS = ("site", "city", "region", "water", "near")
PLOVER_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip

_field = partial(pa.Field, nullable=False)
_maybe = partial(pa.Field, nullable=True)
_text = partial(_field, str_length={"min_value": 1})
_hash = partial(_field, str_matches=HASH16)
_date = partial(_field, dtype_kwargs={"unit": "us"}, metadata={"arrow": pyarrow.date32()})
_maybe_date = partial(_maybe, dtype_kwargs={"unit": "us"}, metadata={"arrow": pyarrow.date32()})
_moment = partial(_field, dtype_kwargs={"unit": "us"}, metadata={"arrow": pyarrow.timestamp("us")})
_count = partial(_field, ge=0, metadata={"arrow": pyarrow.int32()})
_total = partial(_field, ge=0)
_maybe_int = partial(_maybe, ge=0, metadata={"arrow": pyarrow.int32()})

# Articles and stories
article_id = partial(_text, description="The article's own id, else a hash of its url, else of source, date, title and text")
story_id = partial(_text, description="Copies and versions of one text share it: the id of the one published first")
source = partial(_text, description="Publisher or feed the article came from")
publisher_country = partial(_maybe, str_matches=ISO3, description="Country of the publisher, ISO 3166-1 alpha-3")
url = partial(_maybe, description="Address of the article")
title = partial(_maybe, description="Headline")
text = partial(_field, description="Full text; stays on the machine that read it")
language = partial(_maybe, str_matches=r"^[a-z]{2,3}(-[A-Za-z0-9-]+)?$", description="ISO 639-1 code of the language")
published_at = partial(_moment, description="Moment of publication, UTC")
n_sentences = partial(_count, description="Sentences of the article, its headline included")
n_candidates = partial(_count, description="Sentences that could hold a dyad and were parsed")
text_sha256 = partial(_field, str_matches=r"^[0-9a-f]{64}$", description="SHA-256 of the text as UTF-8")
skipped = partial(_maybe, isin=("language", "empty"), description="Why the article was not coded; empty where it was")
content_hash = partial(_hash, description="Hash of everything read about the article; the key of what is coded already")
n_publishers = partial(_count, description="Independent publishers: each story speaks for one, copies of it for none")
n_sources = partial(_count, description="Distinct sources, those that ran copies included")
agency = partial(_maybe, description="News agency that the article credits; empty where it credits none")
voice = partial(_text, description="Who speaks in a story: the agency credited in it, else the source that ran it first")
n_articles = partial(_count, description="Distinct articles")
n_stories = partial(_count, description="Distinct stories")
n_mentions = partial(_count, description="Mentions, before any de-duplication")
first_published = partial(_moment, description="Moment of the earliest article, UTC")
last_published = partial(_moment, description="Moment of the latest article, UTC")

# Mentions
mention_id = partial(_hash, description="Hash of article, sentence, both sides, code, status and trigger")
sentence_index = partial(_count, description="Place of the sentence in its article; 0 is the headline")
evidence = partial(_text, description="The sentence that says so")
source_country = partial(_maybe, str_matches=ISO3, description="Acting country, ISO 3166-1 alpha-3; empty for a body")
source_role = partial(_field, str_matches=ROLE, description="CAMEO sector of the acting side, or the code of a body (UNO, EUR)")
source_name = partial(_text, description="Dictionary name of the acting side")
source_text = partial(_text, description="The acting side as the text has it")
source_start = partial(_maybe_int, description="Where source_text starts in evidence, from 0; empty if elsewhere")
source_end = partial(_maybe_int, description="End of source_text in the evidence, exclusive")
source_basis = partial(_text, description="What told the acting country: name, office, capital, coreference ...")
target_country = partial(_maybe, str_matches=ISO3, description="Country acted upon, ISO 3166-1 alpha-3; empty for a body")
target_role = partial(_field, str_matches=ROLE, description="CAMEO sector of the side acted upon, or the CAMEO code of a body")
target_name = partial(_text, description="Dictionary name of the side acted upon")
target_text = partial(_text, description="The side acted upon as the text has it")
target_start = partial(_maybe_int, description="Where target_text starts in evidence, from 0; empty if elsewhere")
target_end = partial(_maybe_int, description="End of target_text in the evidence, exclusive")
target_basis = partial(_text, description="What told the country acted upon")
trigger_text = partial(_text, description="The words that carry the act")
trigger_start = partial(_count, description="First character of trigger_text in the evidence, from 0")
trigger_end = partial(_count, description="End of trigger_text in the evidence, exclusive")
event_code = partial(_field, str_matches=CODE, description="CAMEO code, a string with its leading zero")
event_base_code = partial(_field, str_matches=CODE, description="First three digits of the CAMEO code")
event_root_code = partial(_field, str_matches=r"^(0[1-9]|1[0-9]|20)$", description="First two digits of the CAMEO code")
status = partial(_field, isin=STATUSES, description="How the text asserts the act, one of six")
speaker_country = partial(_maybe, str_matches=ISO3, description="Country on whose word the sentence says so, ISO 3166-1 alpha-3")
event_date = partial(_date, description="Day of the act; the first day where only a longer period is known")
date_precision = partial(_field, isin=PRECISIONS, description="Length of the period the text names for the act")
date_text = partial(_maybe, description="The words that gave the date")
date_basis = partial(
    _text,
    description="Where the date comes from: `sentence`, `article` (the lead for a headline, or the sentence before), `published`",
)
place_name = partial(_maybe, description="Where the act happened, where the text says so; never a country as a whole")
place_geonames_id = partial(_maybe_int, description="GeoNames id of the place; empty where we gave it none")
place_kind = partial(_maybe, isin=PLACE_KINDS, description="Kind of the place: capital, city, site, region, island, water, line")
place_precision = partial(
    _maybe, isin=PLACE_PRECISIONS,
    description="How close the coordinates are: site, city, region, water; near where the text says near or off",
)  # fmt: skip
place_country = partial(
    _maybe, str_matches=ISO3, description="Country of the place, ISO 3166-1 alpha-3; empty at sea and where it is in dispute"
)
latitude = partial(_maybe, ge=-90.0, le=90.0, description="Degrees north of the place, WGS 84")
longitude = partial(_maybe, ge=-180.0, le=180.0, description="Degrees east of the place, WGS 84")
is_domestic = partial(_field, description="Both sides belong to one country")
rule_id = partial(
    _text,
    description="What gave the code: pos:lemma... of a row of the dictionaries, with (inner) what an operator governs, ~suffix "
    "what was done beyond the row, |model:CODE where the relation model gave another code; model:ROOT where it alone saw one. "
    "docs/rule_ids.md has every suffix",
)
confidence = partial(_field, ge=0.0, le=1.0, description="Between 0 and 1; an event has that of its surest mention")
coder_version = partial(_text, description="Version of coder, dictionaries and models that made the row")

# Events
event_id = partial(_text, description="Deterministic id; of ours the raw_event_id of the raw event that was published first")
dataset = partial(_field, str_matches=r"^[a-z][a-z0-9_]*$", description="Which dataset the event comes from; comity is our own")
quad_class = partial(
    _field, ge=0, le=4, metadata={"arrow": pyarrow.int8()},
    description="1 verbal, 2 material cooperation; 3 verbal, 4 material conflict; 0 neutral",
)  # fmt: skip
plover = partial(_maybe, isin=PLOVER_TYPES, description="PLOVER event type; empty for public statements (root 01)")
goldstein = partial(_field, ge=-10.0, le=10.0, description="Score of the code, -10 (conflict) to 10 (cooperation)")
raw_event_id = partial(_hash, description="Hash of dataset, day, both sides with roles, code and status: what agrees in these")
n_raw_events = partial(
    _maybe_int, description="Raw events that are this act: how many there are without grouping; empty for imported events"
)
mirror_event_id = partial(_maybe, description="The same act seen from the other side: same day, sides swapped, mirrored code")

# Changes
change = partial(_field, isin=("added", "changed", "removed"), description="What became of the event: added, changed or removed")
change_reason = partial(
    _text,
    description="Why, joined by |: article added, article removed, article changed, merged, split, dictionaries, model, coder, "
    "scores, stories, mirror, program",
)
other_event_id = partial(_maybe, description="The event that its mentions went to or came from, if any did")
changed_columns = partial(_maybe, description="Columns of the event that differ, joined by |; empty for added and removed ones")
difference = partial(_maybe, description="Column: value before -> value after, joined by ;")

# Countries and codes
iso3 = partial(_field, str_matches=ISO3, description="ISO 3166-1 alpha-3 code")
country_name = partial(_text, description="Short English name")
cow = partial(_maybe, str_matches=r"^[0-9]{1,3}$", description="Correlates of War number; empty where there is none")
gw = partial(_maybe, str_matches=r"^[0-9]{1,4}$", description="Gleditsch-Ward number; empty where there is none")
valid_from = partial(_maybe_date, description="First day on which the row holds; empty is open")
valid_to = partial(_maybe_date, description="Last day on which the row holds; empty is open")
region = partial(_maybe, description="Region of the world")
subregion = partial(_maybe, description="Part of the region, after UN M49")
groups = partial(_maybe, description="Organisations the country belongs to, joined by |")
fact_source = partial(_text, description="Key of SOURCES.csv: where the fact comes from")
note = partial(_maybe, description="What else is to know")
code_name = partial(_text, description="Name of the CAMEO code")
level = partial(_field, ge=0, le=2, metadata={"arrow": pyarrow.int8()}, description="0 root, 1 base code, 2 full code")
mirror_code = partial(_maybe, str_matches=CODE, description="The other side's code of a mutual act; empty for others")
scheme = partial(_field, isin=("gdelt", "icews", "phoenix", "plover"), description="Whose score table")
scheme_version = partial(_text, description="Version of the score table")
filled_from = partial(_maybe, str_matches=CODE, description="Base or root code whose value stands in; empty for own values")

# Rejects
stage = partial(
    _field, isin=("read", "code", "load", "import"), description="Step that refused the record: read, code, load or import"
)
file = partial(_text, description="Input file; for load, the table the row was meant for")
line = partial(_maybe_int, description="Line of the input file, from 1; empty where lines mean nothing")
record_id = partial(_maybe, description="Id of the record, where it had one")
check = partial(_maybe, description="Column and check that failed; empty where none ran")
reason = partial(_text, description="What is wrong with the record")
value = partial(_maybe, description="The value that is wrong, shortened to 200 characters")

# Volume: the denominators
published_date = partial(_date, description="Day of publication, UTC")
n_read = partial(_total, description="Articles read and kept, coded or not")
n_coded = partial(_total, description="Articles coded, with or without a mention")
n_skipped = partial(_total, description="Articles kept but not coded (language, empty)")
n_with_mentions = partial(_total, description="Articles with at least one mention")
sum_sentences = partial(_total, description="Sentences of these articles")
sum_mentions = partial(_total, description="Mentions in these articles, all statuses")
distinct_stories = partial(_total, description="Distinct stories; on one day, of one source and language")

# Build
version = partial(_text, description="Version of the program that built the dataset")
dictionary_version = partial(_text, description="One hash over all dictionary files")
dictionary_hashes = partial(_text, description="JSON object: dictionary file -> its hash")
parser_name = partial(_text, description="Parser and its version")
model_hash = partial(_maybe, description="Hash of the relation model; empty where the rules worked alone")
inputs = partial(_text, description="JSON list of what was read")
build_total = partial(_total, description="Rows counted by the build")
