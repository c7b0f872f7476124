-- Mentions in the shape of a GDELT 2.0 mention file: 16 columns, its names, order and types; our own, and GDELT's where imported.
-- Grain: one row for each mention of an event of the datasets comity and gdelt. Reads: article, event, event_mention, mention.
-- Source of the shape: the GDELT event codebook, version 2.0. Of our own rows sentences count from 1, the headline included;
-- offsets into the document, its length and its tone are not kept: offsets are -1, as in GDELT where there is none; nothing is
-- translated. Numbers are those of gdelt_event. Imported mentions are part of the record of their event.
-- Example: select "MentionSourceName", count(*) as n_mentions from gdelt_mention group by "MentionSourceName" order by 2 desc;
create or replace view gdelt_mention as
with own as (
    select
        4503599627370496 + ('0x' || left(event.event_id, 13))::bigint as "GLOBALEVENTID",
        strftime(event.first_published, '%Y%m%d%H%M%S')::bigint as "EventTimeDate",
        strftime(article.published_at, '%Y%m%d%H%M%S')::bigint as "MentionTimeDate",
        1::integer as "MentionType",
        article.source as "MentionSourceName",
        coalesce(article.url, article.article_id) as "MentionIdentifier",
        (mention.sentence_index + 1)::integer as "SentenceID",
        -1::integer as "Actor1CharOffset",
        -1::integer as "Actor2CharOffset",
        -1::integer as "ActionCharOffset",
        1::integer as "InRawText",
        round(100 * mention.confidence)::integer as "Confidence",
        null::integer as "MentionDocLen",
        null::double as "MentionDocTone",
        null::varchar as "MentionDocTranslationInfo",
        null::varchar as "Extras"
    from event_mention
    inner join event on event_mention.event_id = event.event_id
    inner join mention on event_mention.mention_id = mention.mention_id
    inner join article on mention.article_id = article.article_id
),

imported as (
    select unnest(try(from_json(event.evidence, '{"mentions": [["VARCHAR"]]}'))."mentions") as cells
    from event
    where event.dataset = 'gdelt'
),

theirs as (
    select
        try_cast(imported.cells[1] as bigint) as "GLOBALEVENTID",
        try_cast(imported.cells[2] as bigint) as "EventTimeDate",
        try_cast(imported.cells[3] as bigint) as "MentionTimeDate",
        try_cast(imported.cells[4] as integer) as "MentionType",
        nullif(imported.cells[5], '') as "MentionSourceName",
        nullif(imported.cells[6], '') as "MentionIdentifier",
        try_cast(imported.cells[7] as integer) as "SentenceID",
        try_cast(imported.cells[8] as integer) as "Actor1CharOffset",
        try_cast(imported.cells[9] as integer) as "Actor2CharOffset",
        try_cast(imported.cells[10] as integer) as "ActionCharOffset",
        try_cast(imported.cells[11] as integer) as "InRawText",
        try_cast(imported.cells[12] as integer) as "Confidence",
        try_cast(imported.cells[13] as integer) as "MentionDocLen",
        try_cast(imported.cells[14] as double) as "MentionDocTone",
        nullif(imported.cells[15], '') as "MentionDocTranslationInfo",
        nullif(imported.cells[16], '') as "Extras"
    from imported
)

select * from own
union all
select * from theirs;

comment on view gdelt_mention is 'Our mentions and GDELTs own in the shape of a GDELT 2.0 mention file: one row for each mention';
