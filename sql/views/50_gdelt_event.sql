-- Our own events in the shape of a GDELT 2.0 event file: 61 columns, its names, order and types.
-- Grain: one row for each event of dataset comity. Reads: event_mention, event_named, mention, score_table.
-- Source of the shape: the GDELT event codebook, version 2.0. Scores are GDELT's whatever the build used. Places, tone, ethnic
-- and religious codes are not coded and stay empty; Geo_Type is 0, as in GDELT where no place was found. Country codes are
-- ISO 3166-1 alpha-3, which GDELT's actor codes follow for all but a few countries.
-- Example: select "SQLDATE", "Actor1Code", "Actor2Code", "EventCode" from gdelt_event where "QuadClass" = 4 limit 5;
create or replace view gdelt_event as
with led as (
    select
        event_mention.event_id,
        bool_or(mention.sentence_index <= 1) as is_root
    from event_mention
    inner join mention on event_mention.mention_id = mention.mention_id
    group by event_mention.event_id
)

select
    ('0x' || left(event_named.event_id, 13))::bigint as "GLOBALEVENTID",
    strftime(event_named.event_date, '%Y%m%d')::integer as "SQLDATE",
    strftime(event_named.event_date, '%Y%m')::integer as "MonthYear",
    year(event_named.event_date)::integer as "Year",
    round(
        year(event_named.event_date) + ((month(event_named.event_date) - 1) * 30 + day(event_named.event_date)) / 365, 4
    )::double as "FractionDate",
    coalesce(event_named.source_country, 'IGO') || event_named.source_role as "Actor1Code",
    upper(coalesce(event_named.source_country_name, event_named.source_country, event_named.source_role)) as "Actor1Name",
    event_named.source_country as "Actor1CountryCode",
    if(event_named.source_country is null, event_named.source_role, null) as "Actor1KnownGroupCode",
    null::varchar as "Actor1EthnicCode",
    null::varchar as "Actor1Religion1Code",
    null::varchar as "Actor1Religion2Code",
    if(event_named.source_country is null, 'IGO', event_named.source_role) as "Actor1Type1Code",
    null::varchar as "Actor1Type2Code",
    null::varchar as "Actor1Type3Code",
    coalesce(event_named.target_country, 'IGO') || event_named.target_role as "Actor2Code",
    upper(coalesce(event_named.target_country_name, event_named.target_country, event_named.target_role)) as "Actor2Name",
    event_named.target_country as "Actor2CountryCode",
    if(event_named.target_country is null, event_named.target_role, null) as "Actor2KnownGroupCode",
    null::varchar as "Actor2EthnicCode",
    null::varchar as "Actor2Religion1Code",
    null::varchar as "Actor2Religion2Code",
    if(event_named.target_country is null, 'IGO', event_named.target_role) as "Actor2Type1Code",
    null::varchar as "Actor2Type2Code",
    null::varchar as "Actor2Type3Code",
    coalesce(led.is_root, false)::integer as "IsRootEvent",
    event_named.event_code as "EventCode",
    event_named.event_base_code as "EventBaseCode",
    event_named.event_root_code as "EventRootCode",
    score_table.quad_class::integer as "QuadClass",
    score_table.goldstein as "GoldsteinScale",
    event_named.n_mentions as "NumMentions",
    event_named.n_publishers as "NumSources",
    event_named.n_articles as "NumArticles",
    null::double as "AvgTone",
    0::integer as "Actor1Geo_Type",
    null::varchar as "Actor1Geo_FullName",
    null::varchar as "Actor1Geo_CountryCode",
    null::varchar as "Actor1Geo_ADM1Code",
    null::varchar as "Actor1Geo_ADM2Code",
    null::double as "Actor1Geo_Lat",
    null::double as "Actor1Geo_Long",
    null::varchar as "Actor1Geo_FeatureID",
    0::integer as "Actor2Geo_Type",
    null::varchar as "Actor2Geo_FullName",
    null::varchar as "Actor2Geo_CountryCode",
    null::varchar as "Actor2Geo_ADM1Code",
    null::varchar as "Actor2Geo_ADM2Code",
    null::double as "Actor2Geo_Lat",
    null::double as "Actor2Geo_Long",
    null::varchar as "Actor2Geo_FeatureID",
    0::integer as "ActionGeo_Type",
    null::varchar as "ActionGeo_FullName",
    null::varchar as "ActionGeo_CountryCode",
    null::varchar as "ActionGeo_ADM1Code",
    null::varchar as "ActionGeo_ADM2Code",
    null::double as "ActionGeo_Lat",
    null::double as "ActionGeo_Long",
    null::varchar as "ActionGeo_FeatureID",
    strftime(event_named.first_published, '%Y%m%d%H%M%S')::bigint as "DATEADDED",
    event_named.url as "SOURCEURL"
from event_named
left join score_table on event_named.event_code = score_table.event_code and score_table.scheme = 'gdelt'
left join led on event_named.event_id = led.event_id
where event_named.dataset = 'comity';

comment on view gdelt_event is 'Our own events in the shape of a GDELT 2.0 event file: one row for each event of dataset comity';
