-- Events between two different countries, directed and undirected: the rows that all dyad and pair views count.
-- Grain: two rows for each event, one of form dyad and one of form pair. Reads: event.
-- Self-dyads and sides without a country are left out. A mutual act is two events that mirror one another; of these a pair
-- counts one:
-- the visit (042) rather than its hosting (043), else the event with the lower id.
-- Example: select event_date, goldstein from relation_event where form = 'pair' and country_a = 'CHN' and is_counted;
create or replace view relation_event as
with bilateral as (
    select
        event.*,
        -- a role that a foreign dataset does not tell is no official one
        coalesce(
            event.source_role in ('GOV', 'MIL', 'SPY') and event.target_role in ('GOV', 'MIL', 'SPY'), false
        ) as is_official,
        event.mirror_event_id is null
        or event.event_code = '042'
        or (event.event_code <> '043' and event.event_id < event.mirror_event_id) as is_first
    from event
    where event.source_country <> event.target_country
),

formed as (
    select
        'dyad' as form,
        bilateral.*,
        bilateral.source_country as country_a,
        bilateral.target_country as country_b,
        true as is_counted
    from bilateral
    union all
    select
        'pair' as form,
        bilateral.*,
        least(bilateral.source_country, bilateral.target_country) as country_a,
        greatest(bilateral.source_country, bilateral.target_country) as country_b,
        bilateral.is_first as is_counted
    from bilateral
)

select
    formed.form,
    formed.event_id,
    formed.dataset,
    formed.event_date,
    formed.country_a,
    formed.country_b,
    formed.is_official,
    formed.is_counted,
    formed.quad_class,
    formed.goldstein,
    formed.n_mentions,
    formed.n_articles,
    formed.n_stories,
    formed.n_publishers
from formed;

comment on view relation_event is 'Events between two countries: one row of form dyad and one of form pair for each event';
