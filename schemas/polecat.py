"""The 40 columns of a POLECAT event file, in its order, with its names.

Source of the names: the header of the published files (key `plover` in SOURCES.csv). Codes stay strings.
"""

from schemas.shape import day, model_of, number, text

PolecatEvent = model_of(
    "PolecatEvent",
    "Events of ours and of POLECAT in the shape of a POLECAT file, so that queries and scripts written for it run on them.",
    {
        "Event ID": (text, "Id of the event"),
        "Event Date": (day, "Day of the act"),
        "Event Type": (text, "PLOVER type; empty for public statements of ours"),
        "Event Mode": (text, "Imported rows only"),
        "Intensity": (number, "Score of the type in the PLOVER table; of imported rows their own"),
        "Quad Code": (text, "Quad class in words"),
        "Contexts": (text, "Imported rows only"),
        "Actor Name": (text, "Name of the acting side"),
        "Actor Country": (text, "Country of the acting side, ISO 3166-1 alpha-3"),
        "Actor COW": (text, "Correlates of War number of the acting side"),
        "Primary Actor Sector": (text, "Sector of the acting side; of ours that of CAMEO"),
        "Actor Sectors": (text, "All sectors of the acting side"),
        "Actor Title": (text, "Title of the acting side. Imported rows only"),
        "Actor Name Raw": (text, "The acting side as the text has it"),
        "Wikipedia Actor ID": (text, "Imported rows only"),
        "Recipient Name": (text, "Name of the side acted upon"),
        "Recipient Country": (text, "Country of the side acted upon, ISO 3166-1 alpha-3"),
        "Recipient COW": (text, "Correlates of War number of the side acted upon"),
        "Primary Recipient Sector": (text, "Sector of the side acted upon; of ours that of CAMEO"),
        "Recipient Sectors": (text, "All sectors of the side acted upon"),
        "Recipient Title": (text, "Title of the side acted upon. Imported rows only"),
        "Recipient Name Raw": (text, "The side acted upon as the text has it"),
        "Wikipedia Recipient ID": (text, "Imported rows only"),
        "Placename": (text, "Place of the act; of ours its name in the gazetteer"),
        "City": (text, "City of the act; of ours only where the text names one"),
        "District": (text, "District of the act. Imported rows only"),
        "Province": (text, "Province of the act; of ours a region that the text names, a province or not"),
        "Country": (text, "Country of the place, ISO 3166-1 alpha-3; of ours empty at sea and where it is in dispute"),
        "Latitude": (number, "Degrees north of the place"),
        "Longitude": (number, "Degrees east of the place"),
        "GeoNames ID": (text, "GeoNames id of the place; empty where we gave it none"),
        "Raw Placename": (text, "The place as the text has it. Imported rows only"),
        "Feature Type": (text, "Imported rows only"),
        "Source": (text, "Publisher"),
        "Publication Date": (day, "Day of publication"),
        "Story People": (text, "Imported rows only"),
        "Story Organizations": (text, "Imported rows only"),
        "Story Locations": (text, "Imported rows only"),
        "Language": (text, "Language of the article"),
        "Version": (text, "Version of the coder"),
    },
)
