-- Events in the shape of an ICEWS file: 20 columns, its names, order and types; our own, and those of ICEWS where it is imported.
-- Grain: one row for each event of the datasets comity and icews.
-- Reads: country, event_mention, event_named, mention, score_table.
-- Source of the shape: the header of the published year files. An imported row is as its file has it, `NA` as null, codes
-- repaired. Of our own rows intensities are those of the ICEWS table, sectors the nearest names of ICEWS, story and sentence
-- those of the surest mention (sentence 0 is the headline). The place is the one that the text names, never a country as a
-- whole: City is a city, Province a region, a province or not; islands, waters, sites and lines have no column of their name and
-- give Country, Latitude and Longitude. Country is empty at sea and in dispute, District always. Our numbers are 4503599627370496
-- and above, theirs below.
-- Example: select "Event Date", "Source Country", "Event Text", "Target Country" from icews_event where "CAMEO Code" = '190';
create or replace view icews_event as
with told as (
    select
        event_mention.event_id,
        arg_min(mention.source_name, row(not event_mention.is_representative, mention.mention_id)) as source_name,
        arg_min(mention.target_name, row(not event_mention.is_representative, mention.mention_id)) as target_name,
        arg_min(mention.sentence_index, row(not event_mention.is_representative, mention.mention_id)) as sentence_index,
        arg_min(event_mention.story_id, row(not event_mention.is_representative, mention.mention_id)) as story_id,
        arg_min(event_mention.publisher, row(not event_mention.is_representative, mention.mention_id)) as publisher
    from event_mention
    inner join mention on event_mention.mention_id = mention.mention_id
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
        4503599627370496 + ('0x' || left(event_named.event_id, 13))::bigint as "Event ID",
        event_named.event_date as "Event Date",
        coalesce(told.source_name, event_named.source_country_name, event_named.source_role) as "Source Name",
        case event_named.source_role
            when 'GOV' then 'Government'
            when 'MIL' then 'Military,Government'
            when 'COP' then 'Police,Government'
            when 'JUD' then 'Judicial,Government'
            when 'LEG' then 'Legislative / Parliamentary,Government'
            when 'SPY' then 'Intelligence,Government'
            when 'OPP' then 'Dissident'
            when 'PTY' then 'Parties'
            when 'BUS' then 'Business'
            when 'LAB' then 'Labor'
            when 'MED' then 'Media'
            when 'EDU' then 'Education'
            when 'CVL' then 'General Population / Civilian / Social,Social'
            when 'REF' then 'Refugees / Displaced'
            when 'REB' then 'Rebel'
            when 'INS' then 'Insurgents'
            when 'CRM' then 'Criminals / Gangs'
            when 'ELI' then 'Elite'
            when 'NGO' then 'Nongovernmental Organizations / Activists'
            when 'REL' then 'Religious'
            when 'AGR' then 'Agricultural'
            when 'HLH' then 'Medical / Health'
            when 'HRI' then 'Human Rights NGOs'
            else if(event_named.source_country is null, 'International Government Organization', null)
        end as "Source Sectors",
        event_named.source_country_name as "Source Country",
        regexp_replace(event_named.event_name, ',? not spec(ified)? below$', '') as "Event Text",
        event_named.event_code as "CAMEO Code",
        score_table.goldstein as "Intensity",
        coalesce(told.target_name, event_named.target_country_name, event_named.target_role) as "Target Name",
        case event_named.target_role
            when 'GOV' then 'Government'
            when 'MIL' then 'Military,Government'
            when 'COP' then 'Police,Government'
            when 'JUD' then 'Judicial,Government'
            when 'LEG' then 'Legislative / Parliamentary,Government'
            when 'SPY' then 'Intelligence,Government'
            when 'OPP' then 'Dissident'
            when 'PTY' then 'Parties'
            when 'BUS' then 'Business'
            when 'LAB' then 'Labor'
            when 'MED' then 'Media'
            when 'EDU' then 'Education'
            when 'CVL' then 'General Population / Civilian / Social,Social'
            when 'REF' then 'Refugees / Displaced'
            when 'REB' then 'Rebel'
            when 'INS' then 'Insurgents'
            when 'CRM' then 'Criminals / Gangs'
            when 'ELI' then 'Elite'
            when 'NGO' then 'Nongovernmental Organizations / Activists'
            when 'REL' then 'Religious'
            when 'AGR' then 'Agricultural'
            when 'HLH' then 'Medical / Health'
            when 'HRI' then 'Human Rights NGOs'
            else if(event_named.target_country is null, 'International Government Organization', null)
        end as "Target Sectors",
        event_named.target_country_name as "Target Country",
        ('0x' || left(sha256(told.story_id), 13))::bigint as "Story ID",
        told.sentence_index as "Sentence Number",
        told.publisher as "Publisher",
        if(event_named.place_kind in ('capital', 'city'), event_named.place_name, null) as "City",
        null::varchar as "District",
        if(event_named.place_kind = 'region', event_named.place_name, null) as "Province",
        present.name as "Country",
        event_named.latitude as "Latitude",
        event_named.longitude as "Longitude"
    from event_named
    left join told on event_named.event_id = told.event_id
    left join present on event_named.place_country = present.iso3
    left join score_table on event_named.event_code = score_table.event_code and score_table.scheme = 'icews'
    where event_named.dataset = 'comity'
),

imported as (
    select
        event_named.*,
        try(from_json(
            event_named.evidence,
            '{
                "Source Sectors": "VARCHAR", "Event Text": "VARCHAR", "Target Sectors": "VARCHAR", "Sentence Number": "VARCHAR",
                "Publisher": "VARCHAR", "City": "VARCHAR", "District": "VARCHAR", "Province": "VARCHAR", "Country": "VARCHAR",
                "Latitude": "VARCHAR", "Longitude": "VARCHAR"
            }'
        )) as record
    from event_named
    where event_named.dataset = 'icews'
),

theirs as (
    select
        try_cast(split_part(imported.event_id, '-', 2) as bigint) as "Event ID",
        imported.event_date as "Event Date",
        try(imported.evidence ->> 'Source Name') as "Source Name",
        imported.record."Source Sectors",
        coalesce(try(imported.evidence ->> 'Source Country'), imported.source_country_name) as "Source Country",
        coalesce(imported.record."Event Text", imported.event_name) as "Event Text",
        imported.event_code as "CAMEO Code",
        coalesce(try_cast(try(imported.evidence ->> 'Intensity') as double), imported.goldstein) as "Intensity",
        try(imported.evidence ->> 'Target Name') as "Target Name",
        imported.record."Target Sectors",
        coalesce(try(imported.evidence ->> 'Target Country'), imported.target_country_name) as "Target Country",
        try_cast(imported.article_id as bigint) as "Story ID",
        try_cast(imported.record."Sentence Number" as integer) as "Sentence Number",
        imported.record."Publisher",
        imported.record."City",
        imported.record."District",
        imported.record."Province",
        imported.record."Country",
        try_cast(imported.record."Latitude" as double) as "Latitude",
        try_cast(imported.record."Longitude" as double) as "Longitude"
    from imported
)

select * from own
union all
select * from theirs;

comment on view icews_event is 'Events of ours and of ICEWS in the shape of an ICEWS file: one row for each event';

-- ICEWS and POLECAT have blanks in their names.
-- sqlfluff:rules:references.special_chars:allow_space_in_identifier:True
