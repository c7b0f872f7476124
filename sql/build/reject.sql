-- Records that became no row: those refused on reading, coding and loading, and articles whose id was taken.
-- Grain: one row for each refused record. Reads: article_ranked, reject_part.
-- Mentions refused in an article that does not stay go with it.
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

duplicates as (
    select
        'load' as stage,
        'article' as file,
        null::integer as line,
        article_ranked.article_id as record_id,
        'article_id: unique' as "check",
        'duplicate article_id' as reason,
        article_ranked.url as value
    from article_ranked
    where article_ranked.place > 1
)

select * from refused
union all
select * from duplicates
