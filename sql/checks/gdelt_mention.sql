-- The mention shape of GDELT holds each mention of an event of ours once, and mentions of no event that gdelt_event does not
-- hold.
with held as (
    select
        4503599627370496 + ('0x' || left(event_mention.event_id, 13))::bigint as number,
        count(*) as n_mentions
    from event_mention
    group by event_mention.event_id
),

summed as (
    select
        gdelt_mention."GLOBALEVENTID" as number,
        count(*) as n_mentions
    from gdelt_mention
    group by gdelt_mention."GLOBALEVENTID"
),

known as (
    select gdelt_event."GLOBALEVENTID" as number
    from gdelt_event
)

select
    coalesce(held.number, summed.number) as number,
    held.n_mentions,
    summed.n_mentions as n_mentions_found
from held
full outer join summed on held.number = summed.number
left join known on summed.number = known.number
where
    (summed.number is null or summed.number >= 4503599627370496) and held.n_mentions is distinct from summed.n_mentions
    or known.number is null
