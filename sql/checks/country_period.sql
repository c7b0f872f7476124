-- The periods of a country do not overlap: on any day it has one row at most.
select
    country.iso3,
    country.valid_from,
    other.valid_from as valid_from_of_other
from country
inner join country as other
    on
        country.iso3 = other.iso3
        and coalesce(country.valid_from, '-infinity'::date) < coalesce(other.valid_from, '-infinity'::date)
where coalesce(country.valid_to, 'infinity'::date) >= coalesce(other.valid_from, '-infinity'::date)
