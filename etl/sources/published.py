"""The moment an article was published, from the forms in which files write it, as naive UTC."""

import re
from datetime import UTC, date, datetime, timedelta, timezone

ALLOWED_FORMS = (
    "YYYY-MM-DD, YYYY-MM-DDThh:mm[:ss] with or without a zone (Z, +09:00), YYYYMMDD, YYYYMMDDhhmmss, "
    "or RFC 2822 (Fri, 02 Jan 2026 09:30:00 +0900)"
)
FIRST_YEAR, LAST_YEAR = 1800, 2100  # outside lie typing errors, not newspapers

_ZONE = r"(?P<zone>Z|UTC?|GMT|[ECMP][SD]T|[+-]\d{2}:?\d{2})?"
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?\s?" + _ZONE + r")?",
    re.IGNORECASE,
)
_DIGITS = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})(?P<zone>Z)?)?",
    re.IGNORECASE,
)
_RFC = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(?P<day>\d{1,2})\s+(?P<name>[A-Za-z]{3})[a-z]*\s+(?P<year>\d{4})"
    r"(?:\s+(?P<hour>\d{2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s*" + _ZONE + r")?",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# North American zones that RFC 2822 (section 4.3) still defines, in hours.
_NAMED_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}


def parse_published(value: object) -> datetime:
    """Return the moment as a naive UTC datetime; a form without a zone is taken as UTC, one without a time as midnight.

    Raises ValueError, naming the allowed forms, for anything else.
    """
    if isinstance(value, datetime):
        return _checked(_to_utc(value))
    if isinstance(value, date):
        return _checked(datetime(value.year, value.month, value.day))
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(  # noqa: TRY004 (one error for the one caller)
            f"a date must be text, not {type(value).__name__}; allowed: {ALLOWED_FORMS}"
        )
    text = value.strip()
    # \d and str.isdigit take Arabic-Indic and full-width digits too; dates are written in ASCII.
    match = (_ISO.fullmatch(text) or _DIGITS.fullmatch(text) or _RFC.fullmatch(text)) if text.isascii() else None
    if match is None:
        raise ValueError(f"unknown form of date; allowed: {ALLOWED_FORMS}")
    try:
        return _checked(_assemble(match.groupdict()))
    except (ValueError, OverflowError) as error:
        raise ValueError(f"no such date ({error}); allowed: {ALLOWED_FORMS}") from error


def _assemble(parts: dict[str, str | None]) -> datetime:
    """Build the moment from matched parts."""
    name = parts.get("name")
    if name is not None and name.lower() not in _MONTHS:
        raise ValueError(f"month {name!r}")
    month = _MONTHS.index(name.lower()) + 1 if name is not None else int(parts["month"] or 0)
    fraction = (parts.get("fraction") or "0")[:6].ljust(6, "0")
    moment = datetime(
        int(parts["year"] or 0),
        month,
        int(parts["day"] or 0),
        int(parts.get("hour") or 0),
        int(parts.get("minute") or 0),
        int(parts.get("second") or 0),
        int(fraction),
    )
    return _to_utc(moment.replace(tzinfo=_zone(parts.get("zone"))))


def _zone(text: str | None) -> timezone | None:
    """Return the zone of a suffix; None where there is none."""
    if not text:
        return None
    upper = text.upper()
    if upper in ("Z", "UT", "UTC", "GMT"):
        return UTC
    if upper in _NAMED_ZONES:
        return timezone(timedelta(hours=_NAMED_ZONES[upper]))
    hours, minutes = int(text[1:3]), int(text[-2:])
    if minutes > 59:
        raise ValueError(f"zone {text}")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _to_utc(moment: datetime) -> datetime:
    """Shift to UTC and drop the zone."""
    return moment if moment.tzinfo is None else moment.astimezone(UTC).replace(tzinfo=None)


def _checked(moment: datetime) -> datetime:
    """Refuse years in which no newspaper of ours appeared."""
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"year {moment.year} lies outside {FIRST_YEAR}-{LAST_YEAR}")
    return moment
