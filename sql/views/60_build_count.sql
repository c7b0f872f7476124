-- What the build says it counted beside what the tables hold.
-- Grain: one row for each item. Reads: article, build, event, mention, reject, story.
-- Example: select * from build_count where n_stated <> n_found;
create or replace view build_count as
with stated as (
    unpivot (
        select
            build.n_read,
            build.n_coded,
            build.n_skipped,
            build.n_rejected,
            build.n_mentions,
            build.n_mentions_rejected,
            build.n_events,
            build.n_stories
        from build
    ) on columns(*) into name item value n_stated
),

refused as (
    select
        count(*) filter (where reject.stage = 'load' and reject.file = 'mention') as n_mentions_rejected,
        count(*) filter (where not (reject.stage = 'load' and reject.file = 'mention')) as n_rejected
    from reject
    where reject.stage <> 'import'
),

held as (
    select
        count(*) filter (where article.skipped is null) as n_coded,
        count(*) filter (where article.skipped is not null) as n_skipped
    from article
),

found as (
    unpivot (
        select
            held.n_coded + held.n_skipped + refused.n_rejected as n_read,
            held.n_coded,
            held.n_skipped,
            refused.n_rejected,
            (select count(*) from mention) as n_mentions,
            refused.n_mentions_rejected,
            (select count(*) filter (event.dataset = 'comity') from event) as n_events,
            (select count(*) from story) as n_stories
        from held
        cross join refused
    ) on columns(*) into name item value n_found
)

select
    stated.item,
    stated.n_stated,
    found.n_found
from stated
inner join found on stated.item = found.item;

comment on view build_count is 'What the build says it counted beside what the tables hold: one row for each item';
