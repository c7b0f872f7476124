-- What differs between the dataset that was there and the one that takes its place: events added, changed and removed, and why.
-- Grain: one row for each event that differs. Reads: for each of old and new: _article, _build, _event, _member.
-- A mention keeps its id as long as its article is coded in the same way, so mentions tell why an event differs: they came or
-- went with an article, moved from or to another event, or are coded otherwise. Only where they are the same do the columns
-- tell.
with lost_or_gained as (
    select
        coalesce(new_member.mention_id, old_member.mention_id) as mention_id,
        old_member.event_id as old_event_id,
        new_member.event_id as new_event_id,
        coalesce(new_member.article_id, old_member.article_id) as article_id
    from old_member
    full outer join new_member on old_member.mention_id = new_member.mention_id
    where old_member.event_id is distinct from new_member.event_id
),

sided as (
    select
        lost_or_gained.new_event_id as event_id,
        lost_or_gained.old_event_id as other_event_id,
        lost_or_gained.article_id,
        true as is_gained
    from lost_or_gained
    where lost_or_gained.new_event_id is not null
    union all
    select
        lost_or_gained.old_event_id as event_id,
        lost_or_gained.new_event_id as other_event_id,
        lost_or_gained.article_id,
        false as is_gained
    from lost_or_gained
    where lost_or_gained.old_event_id is not null
),

-- what a mention coded otherwise is due to
version as (
    select
        case
            when (old_build.dictionary_version is distinct from new_build.dictionary_version) then 'dictionaries'
            when (old_build.model_hash is distinct from new_build.model_hash) then 'model'
            else 'coder'
        end as coding,
        (old_build.coder_version is distinct from new_build.coder_version) as is_recoded,
        (old_build.scheme is distinct from new_build.scheme)
        or (old_build.scheme_version is distinct from new_build.scheme_version) as is_rescored
    from old_build
    cross join new_build
),

edited as (
    select new_article.article_id
    from new_article
    inner join old_article on new_article.article_id = old_article.article_id
    where
        old_article.text_sha256 <> new_article.text_sha256
        or (old_article.title is distinct from new_article.title)
        or old_article.published_at <> new_article.published_at
),

explained as (
    select
        sided.event_id,
        sided.other_event_id,
        case
            when
                sided.other_event_id is not null
                -- two events become one: one of them is no more
                and if(sided.is_gained, gone.event_id is null, gone_here.event_id is null) then 'merged'
            when sided.other_event_id is not null then 'split'
            when old_article.article_id is null then 'article added'
            when new_article.article_id is null then 'article removed'
            when edited.article_id is not null then 'article changed'
            else version.coding
        end as reason
    from sided
    cross join version
    left join old_article on sided.article_id = old_article.article_id
    left join new_article on sided.article_id = new_article.article_id
    left join edited on sided.article_id = edited.article_id
    left join new_event as gone on sided.other_event_id = gone.event_id
    left join new_event as gone_here on sided.event_id = gone_here.event_id
    union all
    select
        new_member.event_id,
        null as other_event_id,
        'article changed' as reason
    from new_member
    inner join edited on new_member.article_id = edited.article_id
),

reasoned as (
    select
        explained.event_id,
        string_agg(distinct explained.reason, '|' order by explained.reason asc) as reason,
        mode(explained.other_event_id order by explained.other_event_id asc) as other_event_id
    from explained
    group by explained.event_id
),

paired as (
    select
        old_event.event_id,
        to_json(old_event) as before,
        to_json(new_event) as after
    from old_event
    inner join new_event on old_event.event_id = new_event.event_id
    where (old_event is distinct from new_event)
),

named as (
    select
        paired.event_id,
        unnest(json_keys(paired.before)) as name,
        paired.before,
        paired.after
    from paired
),

valued as (
    select
        named.event_id,
        named.name,
        json_extract_string(named.before, named.name) as before,
        json_extract_string(named.after, named.name) as after
    from named
    where (json_extract_string(named.before, named.name) is distinct from json_extract_string(named.after, named.name))
),

differing as (
    select
        valued.event_id,
        string_agg(valued.name, '|' order by valued.name asc) as changed_columns,
        string_agg(
            valued.name || ': ' || coalesce(valued.before, 'none') || ' -> ' || coalesce(valued.after, 'none'), '; '
            order by valued.name asc
        ) as difference,
        bool_and(valued.name in ('goldstein', 'quad_class', 'plover')) as is_score,
        bool_and(valued.name in ('n_stories', 'n_publishers')) as is_story,
        bool_or(valued.name = 'mirror_event_id') as is_mirror
    from valued
    group by valued.event_id
)

select
    'changed' as change,
    differing.event_id,
    coalesce(
        reasoned.reason,
        case
            when differing.is_score and version.is_rescored then 'scores'
            when differing.is_story then 'stories'
            when version.is_recoded then version.coding
            when differing.is_mirror then 'mirror'
            else 'program'
        end
    ) as reason,
    reasoned.other_event_id,
    differing.changed_columns,
    differing.difference
from differing
cross join version
left join reasoned on differing.event_id = reasoned.event_id
union all
select
    'added' as change,
    new_event.event_id,
    coalesce(reasoned.reason, 'program') as reason,
    reasoned.other_event_id,
    null as changed_columns,
    null as difference
from new_event
anti join old_event on new_event.event_id = old_event.event_id
left join reasoned on new_event.event_id = reasoned.event_id
union all
select
    'removed' as change,
    old_event.event_id,
    coalesce(reasoned.reason, 'program') as reason,
    reasoned.other_event_id,
    null as changed_columns,
    null as difference
from old_event
anti join new_event on old_event.event_id = new_event.event_id
left join reasoned on old_event.event_id = reasoned.event_id
