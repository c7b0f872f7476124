"""The 20 columns of an ICEWS event file, in its order, with its names.

Source of the names: the header of the published year files (key `icews` in SOURCES.csv). Codes stay strings.
"""

from schemas.shape import day, large, model_of, number, text, whole

IcewsEvent = model_of(
    "IcewsEvent",
    "Events of ours and of ICEWS in the shape of an ICEWS file, so that queries and scripts written for it run on them.",
    {
        "Event ID": (large, "Number of the event; of ours 2 to the 52nd and more, made of event_id"),
        "Event Date": (day, "Day of the act"),
        "Source Name": (text, "Name of the acting side"),
        "Source Sectors": (text, "Sectors of the acting side, a comma list"),
        "Source Country": (text, "English name of the acting country"),
        "Event Text": (text, "Name of the CAMEO code as ICEWS words it"),
        "CAMEO Code": (text, "CAMEO code"),
        "Intensity": (number, "Score of the code in the table of ICEWS"),
        "Target Name": (text, "Name of the side acted upon"),
        "Target Sectors": (text, "Sectors of the side acted upon, a comma list"),
        "Target Country": (text, "English name of the country acted upon"),
        "Story ID": (large, "Number of the story"),
        "Sentence Number": (whole, "Sentence of the story; of ours 0 is the headline"),
        "Publisher": (text, "Publisher of the story"),
        "City": (text, "City of the act; of ours only where the text names one"),
        "District": (text, "District of the act. Imported rows only"),
        "Province": (text, "Province of the act; of ours a region that the text names, a province or not"),
        "Country": (text, "English name of the country of the place; of ours empty at sea and where it is in dispute"),
        "Latitude": (number, "Degrees north of the place"),
        "Longitude": (number, "Degrees east of the place"),
    },
)
