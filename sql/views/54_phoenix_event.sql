-- Events in the shape of a daily Phoenix file: 26 columns, names, order and types; our own, and those of Phoenix where imported.
-- Grain: one row for each event of the datasets comity and phoenix.
-- Reads: article, country, event_mention, event_named, mention, score_table.
-- Source of the shape: the Open Event Data Alliance's daily files; rows of the historical files stand under the same names. An
-- imported row is as its file has it, but for repaired codes. Of our own rows scores and quad classes (0 to 4) are those of
-- Phoenix; issues are not coded; SentenceID lists article and sentence of each mention, sentence 0 being the headline. The place
-- is the one that the text names, never a country as a whole; GeoCountryName is its country in English, empty at sea and in
-- dispute, GeoStateName a region, a state or not, and empty where the place is no region.
-- Example: select "Date", "SourceActorEntity", "TargetActorEntity", "EventCode" from phoenix_event where "QuadClass" = 4 limit 5;
create or replace view phoenix_event as
with told as (
    select
        event_mention.event_id,
        string_agg(mention.article_id || '_' || mention.sentence_index, ';' order by mention.article_id, mention.sentence_index)
            as sentences,
        string_agg(distinct article.url, ';' order by article.url) as urls,
        string_agg(distinct event_mention.publisher, ';' order by event_mention.publisher) as publishers
    from event_mention
    inner join mention on event_mention.mention_id = mention.mention_id
    inner join article on event_mention.article_id = article.article_id
    group by event_mention.event_id
),

present as (
    select
        country.iso3,
        arg_max(country.name, coalesce(country.valid_from, '-infinity'::date)) as name
    from country
    group by country.iso3
),

own as (
    select
        event_named.event_id as "EventID",
        strftime(event_named.event_date, '%Y%m%d')::integer as "Date",
        year(event_named.event_date)::integer as "Year",
        month(event_named.event_date)::integer as "Month",
        day(event_named.event_date)::integer as "Day",
        coalesce(event_named.source_country, 'IGO') || event_named.source_role as "SourceActorFull",
        coalesce(event_named.source_country, 'IGO') as "SourceActorEntity",
        if(event_named.source_country is null, null, event_named.source_role) as "SourceActorRole",
        if(event_named.source_country is null, event_named.source_role, null) as "SourceActorAttribute",
        coalesce(event_named.target_country, 'IGO') || event_named.target_role as "TargetActorFull",
        coalesce(event_named.target_country, 'IGO') as "TargetActorEntity",
        if(event_named.target_country is null, null, event_named.target_role) as "TargetActorRole",
        if(event_named.target_country is null, event_named.target_role, null) as "TargetActorAttribute",
        event_named.event_code as "EventCode",
        event_named.event_root_code as "EventRootCode",
        score_table.quad_class::integer as "QuadClass",
        score_table.goldstein as "GoldsteinScore",
        null::varchar as "Issues",
        event_named.latitude as "ActionLat",
        event_named.longitude as "ActionLong",
        event_named.place_name as "LocationName",
        present.name as "GeoCountryName",
        if(event_named.place_kind = 'region', event_named.place_name, null) as "GeoStateName",
        told.sentences as "SentenceID",
        told.urls as "URLs",
        told.publishers as "NewsSources"
    from event_named
    left join told on event_named.event_id = told.event_id
    left join present on event_named.place_country = present.iso3
    left join score_table on event_named.event_code = score_table.event_code and score_table.scheme = 'phoenix'
    where event_named.dataset = 'comity'
),

imported as (
    select
        event_named.*,
        try(from_json(
            event_named.evidence,
            '{
                "EventID": "VARCHAR", "SourceActorFull": "VARCHAR", "SourceActorAttribute": "VARCHAR",
                "TargetActorFull": "VARCHAR", "TargetActorAttribute": "VARCHAR", "Issues": "VARCHAR", "ActionLat": "VARCHAR",
                "ActionLong": "VARCHAR", "LocationName": "VARCHAR", "GeoCountryName": "VARCHAR", "GeoStateName": "VARCHAR",
                "SentenceID": "VARCHAR", "URLs": "VARCHAR", "NewsSources": "VARCHAR"
            }'
        )) as record
    from event_named
    where event_named.dataset = 'phoenix'
),

theirs as (
    select
        coalesce(imported.record."EventID", imported.event_id) as "EventID",
        strftime(imported.event_date, '%Y%m%d')::integer as "Date",
        year(imported.event_date)::integer as "Year",
        month(imported.event_date)::integer as "Month",
        day(imported.event_date)::integer as "Day",
        imported.record."SourceActorFull",
        try(imported.evidence ->> 'SourceActorEntity') as "SourceActorEntity",
        try(imported.evidence ->> 'SourceActorRole') as "SourceActorRole",
        imported.record."SourceActorAttribute",
        imported.record."TargetActorFull",
        try(imported.evidence ->> 'TargetActorEntity') as "TargetActorEntity",
        try(imported.evidence ->> 'TargetActorRole') as "TargetActorRole",
        imported.record."TargetActorAttribute",
        imported.event_code as "EventCode",
        imported.event_root_code as "EventRootCode",
        coalesce(try_cast(try(imported.evidence ->> 'QuadClass') as integer), imported.quad_class) as "QuadClass",
        coalesce(try_cast(try(imported.evidence ->> 'GoldsteinScore') as double), imported.goldstein) as "GoldsteinScore",
        imported.record."Issues",
        try_cast(imported.record."ActionLat" as double) as "ActionLat",
        try_cast(imported.record."ActionLong" as double) as "ActionLong",
        imported.record."LocationName",
        imported.record."GeoCountryName",
        imported.record."GeoStateName",
        imported.record."SentenceID",
        imported.record."URLs",
        imported.record."NewsSources"
    from imported
)

select * from own
union all
select * from theirs;

comment on view phoenix_event is 'Events of ours and of Phoenix in the shape of a Phoenix file: one row for each event';
