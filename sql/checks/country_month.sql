-- What countries send, receive and do at home adds up to the events with a country on that side.
with held as (
    select
        event.dataset,
        count(event.source_country) filter (where event.source_country is distinct from event.target_country) as n_sent,
        count(event.target_country) filter (where event.source_country is distinct from event.target_country) as n_received,
        count(*) filter (where event.source_country = event.target_country) as n_domestic
    from event
    where event.source_country is not null or event.target_country is not null
    group by event.dataset
),

summed as (
    select
        country_month.dataset,
        sum(country_month.n_events_sent) as n_sent,
        sum(country_month.n_events_received) as n_received,
        sum(country_month.n_events_domestic) as n_domestic
    from country_month
    group by country_month.dataset
)

select
    held.*,
    summed.n_sent as n_sent_summed,
    summed.n_received as n_received_summed,
    summed.n_domestic as n_domestic_summed
from held
left join summed on held.dataset = summed.dataset
where
    held.n_sent is distinct from summed.n_sent
    or held.n_received is distinct from summed.n_received
    or held.n_domestic is distinct from summed.n_domestic
