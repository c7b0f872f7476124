-- Events in the shape of a POLECAT file: 40 columns, its names, order and types; our own, and POLECAT's where it is imported.
-- Grain: one row for each event of the datasets comity and polecat.
-- Reads: article, event_mention, event_named, mention, score_table.
-- Source of the shape: the header of the published files. An imported row is as its file has it, a missing value as null.
-- Of our own rows type and intensity are PLOVER's by the CAMEO code, sectors are CAMEO's, raw names those of the surest mention;
-- modes, contexts, titles, Wikipedia ids and the names in the story are not coded. The place is the one that the text names,
-- never a country as a whole: Placename is its name in our gazetteer, City is filled for a city and Province for a region, a
-- province or not; Country is ISO 3166-1 alpha-3, empty at sea and in dispute. We keep neither the name as the text has it nor a
-- feature type of GeoNames, and know no district: these stay empty.
-- Example: select "Event Date", "Actor Country", "Event Type", "Recipient Country" from polecat_event where "Event Type" = 'AID';
create or replace view polecat_event as
with told as (
    select
        event_mention.event_id,
        arg_min(mention.source_text, row(not event_mention.is_representative, mention.mention_id)) as source_text,
        arg_min(mention.target_text, row(not event_mention.is_representative, mention.mention_id)) as target_text,
        arg_min(event_mention.publisher, row(not event_mention.is_representative, mention.mention_id)) as publisher,
        arg_min(mention.coder_version, row(not event_mention.is_representative, mention.mention_id)) as coder_version,
        arg_min(article.language, row(not event_mention.is_representative, mention.mention_id)) as language
    from event_mention
    inner join mention on event_mention.mention_id = mention.mention_id
    inner join article on event_mention.article_id = article.article_id
    group by event_mention.event_id
),

own as (
    select
        event_named.event_id as "Event ID",
        event_named.event_date as "Event Date",
        event_named.plover as "Event Type",
        null::varchar as "Event Mode",
        score_table.goldstein as "Intensity",
        case score_table.quad_class
            when 1 then 'VERBAL COOPERATION'
            when 2 then 'MATERIAL COOPERATION'
            when 3 then 'VERBAL CONFLICT'
            when 4 then 'MATERIAL CONFLICT'
        end as "Quad Code",
        null::varchar as "Contexts",
        coalesce(event_named.source_country_name, event_named.source_role) as "Actor Name",
        event_named.source_country as "Actor Country",
        event_named.source_cow as "Actor COW",
        if(event_named.source_country is null, null, event_named.source_role) as "Primary Actor Sector",
        if(event_named.source_country is null, null, event_named.source_role) as "Actor Sectors",
        null::varchar as "Actor Title",
        told.source_text as "Actor Name Raw",
        null::varchar as "Wikipedia Actor ID",
        coalesce(event_named.target_country_name, event_named.target_role) as "Recipient Name",
        event_named.target_country as "Recipient Country",
        event_named.target_cow as "Recipient COW",
        if(event_named.target_country is null, null, event_named.target_role) as "Primary Recipient Sector",
        if(event_named.target_country is null, null, event_named.target_role) as "Recipient Sectors",
        null::varchar as "Recipient Title",
        told.target_text as "Recipient Name Raw",
        null::varchar as "Wikipedia Recipient ID",
        event_named.place_name as "Placename",
        if(event_named.place_kind in ('capital', 'city'), event_named.place_name, null) as "City",
        null::varchar as "District",
        if(event_named.place_kind = 'region', event_named.place_name, null) as "Province",
        event_named.place_country as "Country",
        event_named.latitude as "Latitude",
        event_named.longitude as "Longitude",
        event_named.place_geonames_id::varchar as "GeoNames ID",
        null::varchar as "Raw Placename",
        null::varchar as "Feature Type",
        told.publisher as "Source",
        event_named.first_published::date as "Publication Date",
        null::varchar as "Story People",
        null::varchar as "Story Organizations",
        null::varchar as "Story Locations",
        told.language as "Language",
        told.coder_version as "Version"
    from event_named
    left join told on event_named.event_id = told.event_id
    left join score_table on event_named.event_code = score_table.event_code and score_table.scheme = 'plover'
    where event_named.dataset = 'comity'
),

imported as (
    select
        event_named.*,
        try(from_json(
            event_named.evidence,
            '{
                "Event ID": "VARCHAR", "Event Mode": "VARCHAR", "Quad Code": "VARCHAR", "Contexts": "VARCHAR",
                "Actor Name": "VARCHAR", "Actor COW": "VARCHAR", "Actor Sectors": "VARCHAR", "Actor Title": "VARCHAR",
                "Actor Name Raw": "VARCHAR", "Wikipedia Actor ID": "VARCHAR", "Recipient Name": "VARCHAR",
                "Recipient COW": "VARCHAR", "Recipient Sectors": "VARCHAR", "Recipient Title": "VARCHAR",
                "Recipient Name Raw": "VARCHAR", "Wikipedia Recipient ID": "VARCHAR", "Placename": "VARCHAR", "City": "VARCHAR",
                "District": "VARCHAR", "Province": "VARCHAR", "Country": "VARCHAR", "Latitude": "VARCHAR",
                "Longitude": "VARCHAR", "GeoNames ID": "VARCHAR", "Raw Placename": "VARCHAR", "Feature Type": "VARCHAR",
                "Source": "VARCHAR", "Story People": "VARCHAR", "Story Organizations": "VARCHAR", "Story Locations": "VARCHAR",
                "Language": "VARCHAR", "Version": "VARCHAR"
            }'
        )) as record
    from event_named
    where event_named.dataset = 'polecat'
),

theirs as (
    select
        coalesce(imported.record."Event ID", imported.event_id) as "Event ID",
        imported.event_date as "Event Date",
        imported.plover as "Event Type",
        imported.record."Event Mode",
        coalesce(try_cast(try(imported.evidence ->> 'Intensity') as double), imported.goldstein) as "Intensity",
        imported.record."Quad Code",
        imported.record."Contexts",
        imported.record."Actor Name",
        coalesce(try(imported.evidence ->> 'Actor Country'), imported.source_country) as "Actor Country",
        imported.record."Actor COW",
        try(imported.evidence ->> 'Primary Actor Sector') as "Primary Actor Sector",
        imported.record."Actor Sectors",
        imported.record."Actor Title",
        imported.record."Actor Name Raw",
        imported.record."Wikipedia Actor ID",
        imported.record."Recipient Name",
        coalesce(try(imported.evidence ->> 'Recipient Country'), imported.target_country) as "Recipient Country",
        imported.record."Recipient COW",
        try(imported.evidence ->> 'Primary Recipient Sector') as "Primary Recipient Sector",
        imported.record."Recipient Sectors",
        imported.record."Recipient Title",
        imported.record."Recipient Name Raw",
        imported.record."Wikipedia Recipient ID",
        imported.record."Placename",
        imported.record."City",
        imported.record."District",
        imported.record."Province",
        imported.record."Country",
        try_cast(imported.record."Latitude" as double) as "Latitude",
        try_cast(imported.record."Longitude" as double) as "Longitude",
        imported.record."GeoNames ID",
        imported.record."Raw Placename",
        imported.record."Feature Type",
        imported.record."Source",
        imported.first_published::date as "Publication Date",
        imported.record."Story People",
        imported.record."Story Organizations",
        imported.record."Story Locations",
        imported.record."Language",
        imported.record."Version"
    from imported
)

select * from own
union all
select * from theirs;

comment on view polecat_event is 'Events of ours and of POLECAT in the shape of a POLECAT file: one row for each event';

-- ICEWS and POLECAT have blanks in their names.
-- sqlfluff:rules:references.special_chars:allow_space_in_identifier:True
