-- The ICEWS shape holds each event of ours and of ICEWS once, with its date and root.
with held as (
    select
        count(*) as n_events,
        coalesce(sum(event.event_root_code::integer), 0) as roots,
        coalesce(sum(year(event.event_date)), 0) as years
    from event
    where event.dataset in ('comity', 'icews')
),

summed as (
    select
        count(icews_event."Event ID") as n_events,
        coalesce(sum(left(icews_event."CAMEO Code", 2)::integer), 0) as roots,
        coalesce(sum(year(icews_event."Event Date")), 0) as years
    from icews_event
)

select
    held.*,
    summed.n_events as n_events_found,
    summed.roots as roots_found,
    summed.years as years_found
from held
cross join summed
where held.n_events <> summed.n_events or held.roots <> summed.roots or held.years <> summed.years

-- ICEWS and POLECAT have blanks in their names.
-- sqlfluff:rules:references.special_chars:allow_space_in_identifier:True
