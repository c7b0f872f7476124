-- The POLECAT shape holds each event of ours and of POLECAT once, with its date and whether it has a type.
with held as (
    select
        count(*) as n_events,
        coalesce(sum((event.plover is not null)::integer), 0) as n_typed,
        coalesce(sum(year(event.event_date)), 0) as years
    from event
    where event.dataset in ('comity', 'polecat')
),

summed as (
    select
        count(polecat_event."Event ID") as n_events,
        coalesce(sum((polecat_event."Event Type" is not null)::integer), 0) as n_typed,
        coalesce(sum(year(polecat_event."Event Date")), 0) as years
    from polecat_event
)

select
    held.*,
    summed.n_events as n_events_found,
    summed.n_typed as n_typed_found,
    summed.years as years_found
from held
cross join summed
where held.n_events <> summed.n_events or held.n_typed <> summed.n_typed or held.years <> summed.years

-- ICEWS and POLECAT have blanks in their names.
-- sqlfluff:rules:references.special_chars:allow_space_in_identifier:True
