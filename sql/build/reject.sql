-- Records that became no row: those refused on reading, coding and loading, and articles whose id was taken.
-- Grain: one row for each refused record. Reads: article_ranked, origin, reject_part.
-- Mentions refused in an article that does not stay go with it. A duplicate names where it stands and where the article stands
-- that has the id; of exact copies the one that stands first, by file and line, is taken for the one that stays.
with refused as (
    select reject_part.* exclude (content_hash, coder_version, batch)
    from reject_part
    left join article_ranked
        on
            reject_part.content_hash = article_ranked.content_hash
            and reject_part.batch = article_ranked.batch
            and article_ranked.place = 1
    where reject_part.content_hash is null or article_ranked.article_id is not null
),

taken as (
    select distinct article_ranked.article_id
    from article_ranked
    where article_ranked.place > 1
),

repeated as (
    select
        article_ranked.*,
        row_number() over (partition by article_ranked.content_hash order by article_ranked.place asc) as copy
    from article_ranked
    inner join taken on article_ranked.article_id = taken.article_id
),

placed as (
    select
        origin.*,
        row_number() over (partition by origin.content_hash order by origin.file asc, origin.line asc) as copy
    from origin
),

located as (
    select
        repeated.article_id,
        repeated.place,
        repeated.url,
        placed.file,
        placed.line
    from repeated
    left join placed on repeated.content_hash = placed.content_hash and repeated.copy = placed.copy
),

duplicates as (
    select
        'load' as stage,
        coalesce(located.file, 'article') as file,
        located.line,
        located.article_id as record_id,
        'article_id: unique' as "check",
        'duplicate article_id' || coalesce(
            '; the article that stays is in ' || kept.file || coalesce(', line ' || kept.line::varchar, ''), ''
        ) as reason,
        located.url as value
    from located
    inner join located as kept on located.article_id = kept.article_id and kept.place = 1
    where located.place > 1
)

select * from refused
union all
select * from duplicates
