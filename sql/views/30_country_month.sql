-- Countries by month: what each did, received and did at home.
-- Grain: one row for each dataset, country and month with an event. Reads: event.
-- Sides without a country (bodies) are partners of no one, but what is sent to or received from them counts.
-- Example: select month, n_events_sent, conflict_share_sent from country_month where country = 'JPN' order by month;
create or replace view country_month as
with sided as (
    select
        event.dataset,
        event.source_country as country,
        date_trunc('month', event.event_date)::date as month,
        if(event.source_country is not distinct from event.target_country, 'domestic', 'sent') as direction,
        event.target_country as partner,
        event.quad_class,
        event.goldstein::decimal(9, 2) as score
    from event
    where event.source_country is not null
    union all
    select
        event.dataset,
        event.target_country as country,
        date_trunc('month', event.event_date)::date as month,
        'received' as direction,
        event.source_country as partner,
        event.quad_class,
        event.goldstein::decimal(9, 2) as score
    from event
    where event.target_country is not null and event.source_country is distinct from event.target_country
),

counted as (
    select
        sided.dataset,
        sided.country,
        sided.month,
        count(*) filter (where sided.direction = 'sent') as n_events_sent,
        count(*) filter (where sided.direction = 'received') as n_events_received,
        count(*) filter (where sided.direction = 'domestic') as n_events_domestic,
        count(distinct sided.partner) filter (where sided.direction <> 'domestic') as n_partners,
        count(*) filter (where sided.direction = 'sent' and sided.quad_class = 1) as n_verbal_cooperation_sent,
        count(*) filter (where sided.direction = 'sent' and sided.quad_class = 2) as n_material_cooperation_sent,
        count(*) filter (where sided.direction = 'sent' and sided.quad_class = 3) as n_verbal_conflict_sent,
        count(*) filter (where sided.direction = 'sent' and sided.quad_class = 4) as n_material_conflict_sent,
        coalesce(sum(sided.score) filter (where sided.direction = 'sent'), 0)::double as goldstein_sum_sent,
        coalesce(sum(sided.score) filter (where sided.direction = 'received'), 0)::double as goldstein_sum_received
    from sided
    group by all
)

select
    counted.*,
    (counted.n_verbal_conflict_sent + counted.n_material_conflict_sent) / nullif(counted.n_events_sent, 0) as conflict_share_sent
from counted;

comment on view country_month is 'Countries by month: one row for each dataset, country and month with an event';
