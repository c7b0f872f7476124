-- Events in the shape of a GDELT 2.0 event file, 61 columns: our own, and GDELT's where it is imported.
-- Grain: one row for each event of the datasets comity and gdelt.
-- Reads: country, event, event_mention, event_named, mention, score_table.
-- Source of the shape: the GDELT event codebook, version 2.0. An imported row is as its file has it, scores included, but for
-- repaired event codes. Of our own rows scores are GDELT's whatever the build used; tone, ethnic and religious codes are not
-- coded and stay empty; country codes are ISO 3166-1 alpha-3, which GDELT's actor codes follow for all but a few countries.
-- ActionGeo is the place that the text names, never a country as a whole: Type is 3 (USA) or 4 for cities, sites, waters, islands
-- and lines, 2 (USA) or 5 for regions, states or not, 0 where there is none, and so never 1. CountryCode is FIPS 10-4, Serbia RB
-- as in GDELT; it is empty at sea and in dispute. Where the text says near, Lat and Long are those of the place it is near. We
-- know no ADM1 and ADM2 codes, and our ids of places are those of GeoNames, not the GNS and GNIS ids of FeatureID, so these stay
-- empty. Where the actors are is not coded: Actor1Geo_Type and Actor2Geo_Type are 0. Our own numbers are 4503599627370496 (2 to
-- the 52nd) and above, GDELT's below. The columns that most queries use are read one by one, the others together, which is faster
-- for each.
-- Example: select "SQLDATE", "Actor1Code", "Actor2Code", "EventCode" from gdelt_event where "QuadClass" = 4 limit 5;
create or replace view gdelt_event as
with led as (
    select
        event_mention.event_id,
        bool_or(mention.sentence_index <= 1) as is_root
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

-- FIPS 10-4 as data/dictionaries/crosswalk/fips_countries.csv has it; a test holds the two together
fips (iso3, code) as (
    values
    ('ABW', 'AA'), ('AFG', 'AF'), ('AGO', 'AO'), ('AIA', 'AV'), ('ALB', 'AL'), ('AND', 'AN'), ('ARE', 'AE'), ('ARG', 'AR'),
    ('ARM', 'AM'), ('ASM', 'AQ'), ('ATA', 'AY'), ('ATG', 'AC'), ('AUS', 'AS'), ('AUT', 'AU'), ('AZE', 'AJ'), ('BDI', 'BY'),
    ('BEL', 'BE'), ('BEN', 'BN'), ('BFA', 'UV'), ('BGD', 'BG'), ('BGR', 'BU'), ('BHR', 'BA'), ('BHS', 'BF'), ('BIH', 'BK'),
    ('BLM', 'TB'), ('BLR', 'BO'), ('BLZ', 'BH'), ('BMU', 'BD'), ('BOL', 'BL'), ('BRA', 'BR'), ('BRB', 'BB'), ('BRN', 'BX'),
    ('BTN', 'BT'), ('BWA', 'BC'), ('CAF', 'CT'), ('CAN', 'CA'), ('CCK', 'CK'), ('CHE', 'SZ'), ('CHL', 'CI'), ('CHN', 'CH'),
    ('CIV', 'IV'), ('CMR', 'CM'), ('COD', 'CG'), ('COG', 'CF'), ('COK', 'CW'), ('COL', 'CO'), ('COM', 'CN'), ('CPV', 'CV'),
    ('CRI', 'CS'), ('CUB', 'CU'), ('CUW', 'UC'), ('CXR', 'KT'), ('CYM', 'CJ'), ('CYP', 'CY'), ('CZE', 'EZ'), ('DEU', 'GM'),
    ('DJI', 'DJ'), ('DMA', 'DO'), ('DNK', 'DA'), ('DOM', 'DR'), ('DZA', 'AG'), ('ECU', 'EC'), ('EGY', 'EG'), ('ERI', 'ER'),
    ('ESH', 'WI'), ('ESP', 'SP'), ('EST', 'EN'), ('ETH', 'ET'), ('FIN', 'FI'), ('FJI', 'FJ'), ('FLK', 'FK'), ('FRA', 'FR'),
    ('FRO', 'FO'), ('FSM', 'FM'), ('GAB', 'GB'), ('GBR', 'UK'), ('GEO', 'GG'), ('GGY', 'GK'), ('GHA', 'GH'), ('GIB', 'GI'),
    ('GIN', 'GV'), ('GLP', 'GP'), ('GMB', 'GA'), ('GNB', 'PU'), ('GNQ', 'EK'), ('GRC', 'GR'), ('GRD', 'GJ'), ('GRL', 'GL'),
    ('GTM', 'GT'), ('GUF', 'FG'), ('GUM', 'GQ'), ('GUY', 'GY'), ('HKG', 'HK'), ('HND', 'HO'), ('HRV', 'HR'), ('HTI', 'HA'),
    ('HUN', 'HU'), ('IDN', 'ID'), ('IMN', 'IM'), ('IND', 'IN'), ('IOT', 'IO'), ('IRL', 'EI'), ('IRN', 'IR'), ('IRQ', 'IZ'),
    ('ISL', 'IC'), ('ISR', 'IS'), ('ITA', 'IT'), ('JAM', 'JM'), ('JEY', 'JE'), ('JOR', 'JO'), ('JPN', 'JA'), ('KAZ', 'KZ'),
    ('KEN', 'KE'), ('KGZ', 'KG'), ('KHM', 'CB'), ('KIR', 'KR'), ('KNA', 'SC'), ('KOR', 'KS'), ('KWT', 'KU'), ('LAO', 'LA'),
    ('LBN', 'LE'), ('LBR', 'LI'), ('LBY', 'LY'), ('LCA', 'ST'), ('LIE', 'LS'), ('LKA', 'CE'), ('LSO', 'LT'), ('LTU', 'LH'),
    ('LUX', 'LU'), ('LVA', 'LG'), ('MAC', 'MC'), ('MAF', 'RN'), ('MAR', 'MO'), ('MCO', 'MN'), ('MDA', 'MD'), ('MDG', 'MA'),
    ('MDV', 'MV'), ('MEX', 'MX'), ('MHL', 'RM'), ('MKD', 'MK'), ('MLI', 'ML'), ('MLT', 'MT'), ('MMR', 'BM'), ('MNE', 'MJ'),
    ('MNG', 'MG'), ('MNP', 'CQ'), ('MOZ', 'MZ'), ('MRT', 'MR'), ('MSR', 'MH'), ('MTQ', 'MB'), ('MUS', 'MP'), ('MWI', 'MI'),
    ('MYS', 'MY'), ('MYT', 'MF'), ('NAM', 'WA'), ('NCL', 'NC'), ('NER', 'NG'), ('NFK', 'NF'), ('NGA', 'NI'), ('NIC', 'NU'),
    ('NIU', 'NE'), ('NLD', 'NL'), ('NOR', 'NO'), ('NPL', 'NP'), ('NRU', 'NR'), ('NZL', 'NZ'), ('OMN', 'MU'), ('PAK', 'PK'),
    ('PAN', 'PM'), ('PCN', 'PC'), ('PER', 'PE'), ('PHL', 'RP'), ('PLW', 'PS'), ('PNG', 'PP'), ('POL', 'PL'), ('PRI', 'RQ'),
    ('PRK', 'KN'), ('PRT', 'PO'), ('PRY', 'PA'), ('PSE', 'WE'), ('PYF', 'FP'), ('QAT', 'QA'), ('REU', 'RE'), ('ROU', 'RO'),
    ('RUS', 'RS'), ('RWA', 'RW'), ('SAU', 'SA'), ('SCG', 'YI'), ('SDN', 'SU'), ('SEN', 'SG'), ('SGP', 'SN'), ('SHN', 'SH'),
    ('SJM', 'SV'), ('SLB', 'BP'), ('SLE', 'SL'), ('SLV', 'ES'), ('SMR', 'SM'), ('SOM', 'SO'), ('SPM', 'SB'), ('SRB', 'RB'),
    ('SSD', 'OD'), ('STP', 'TP'), ('SUN', 'UR'), ('SUR', 'NS'), ('SVK', 'LO'), ('SVN', 'SI'), ('SWE', 'SW'), ('SWZ', 'WZ'),
    ('SXM', 'NN'), ('SYC', 'SE'), ('SYR', 'SY'), ('TCA', 'TK'), ('TCD', 'CD'), ('TGO', 'TO'), ('THA', 'TH'), ('TJK', 'TI'),
    ('TKL', 'TL'), ('TKM', 'TX'), ('TLS', 'TT'), ('TON', 'TN'), ('TTO', 'TD'), ('TUN', 'TS'), ('TUR', 'TU'), ('TUV', 'TV'),
    ('TWN', 'TW'), ('TZA', 'TZ'), ('UGA', 'UG'), ('UKR', 'UP'), ('URY', 'UY'), ('USA', 'US'), ('UZB', 'UZ'), ('VAT', 'VT'),
    ('VCT', 'VC'), ('VEN', 'VE'), ('VGB', 'VI'), ('VIR', 'VQ'), ('VNM', 'VM'), ('VUT', 'NH'), ('WLF', 'WF'), ('WSM', 'WS'),
    ('XKX', 'KV'), ('YEM', 'YM'), ('ZAF', 'SF'), ('ZMB', 'ZA'), ('ZWE', 'ZI')
),

own as (
    select
        4503599627370496 + ('0x' || left(event_named.event_id, 13))::bigint as "GLOBALEVENTID",
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
        case
            when event_named.place_name is null then 0
            when event_named.place_kind = 'region' then if(event_named.place_country = 'USA', 2, 5)
            else if(event_named.place_country = 'USA', 3, 4)
        end::integer as "ActionGeo_Type",
        event_named.place_name || coalesce(', ' || present.name, '') as "ActionGeo_FullName",
        case
            when event_named.place_country = 'PSE' and event_named.longitude < 34.7 then 'GZ' -- between Gaza and the West Bank
            when event_named.place_country = 'SJM' and event_named.longitude < 0 then 'JN'
            else fips.code
        end as "ActionGeo_CountryCode",
        null::varchar as "ActionGeo_ADM1Code",
        null::varchar as "ActionGeo_ADM2Code",
        event_named.latitude as "ActionGeo_Lat",
        event_named.longitude as "ActionGeo_Long",
        null::varchar as "ActionGeo_FeatureID",
        strftime(event_named.first_published, '%Y%m%d%H%M%S')::bigint as "DATEADDED",
        event_named.url as "SOURCEURL"
    from event_named
    left join score_table on event_named.event_code = score_table.event_code and score_table.scheme = 'gdelt'
    left join led on event_named.event_id = led.event_id
    left join present on event_named.place_country = present.iso3
    left join fips on event_named.place_country = fips.iso3
    where event_named.dataset = 'comity'
),

imported as (
    select
        event.*,
        try(from_json(
            event.evidence,
            '{
                "FractionDate": "VARCHAR", "Actor1Code": "VARCHAR", "Actor1Name": "VARCHAR", "Actor1KnownGroupCode": "VARCHAR",
                "Actor1EthnicCode": "VARCHAR", "Actor1Religion1Code": "VARCHAR", "Actor1Religion2Code": "VARCHAR",
                "Actor1Type2Code": "VARCHAR", "Actor1Type3Code": "VARCHAR", "Actor2Code": "VARCHAR", "Actor2Name": "VARCHAR",
                "Actor2KnownGroupCode": "VARCHAR", "Actor2EthnicCode": "VARCHAR", "Actor2Religion1Code": "VARCHAR",
                "Actor2Religion2Code": "VARCHAR", "Actor2Type2Code": "VARCHAR", "Actor2Type3Code": "VARCHAR",
                "Actor1Geo_Type": "VARCHAR", "Actor1Geo_FullName": "VARCHAR", "Actor1Geo_CountryCode": "VARCHAR",
                "Actor1Geo_ADM1Code": "VARCHAR", "Actor1Geo_ADM2Code": "VARCHAR", "Actor1Geo_Lat": "VARCHAR",
                "Actor1Geo_Long": "VARCHAR", "Actor1Geo_FeatureID": "VARCHAR", "Actor2Geo_Type": "VARCHAR",
                "Actor2Geo_FullName": "VARCHAR", "Actor2Geo_CountryCode": "VARCHAR", "Actor2Geo_ADM1Code": "VARCHAR",
                "Actor2Geo_ADM2Code": "VARCHAR", "Actor2Geo_Lat": "VARCHAR", "Actor2Geo_Long": "VARCHAR",
                "Actor2Geo_FeatureID": "VARCHAR", "ActionGeo_Type": "VARCHAR", "ActionGeo_FullName": "VARCHAR",
                "ActionGeo_ADM1Code": "VARCHAR", "ActionGeo_ADM2Code": "VARCHAR", "ActionGeo_Lat": "VARCHAR",
                "ActionGeo_Long": "VARCHAR", "ActionGeo_FeatureID": "VARCHAR"
            }'
        )) as record
    from event
    where event.dataset = 'gdelt'
),

theirs as (
    select
        try_cast(split_part(imported.event_id, '-', 2) as bigint) as "GLOBALEVENTID",
        strftime(imported.event_date, '%Y%m%d')::integer as "SQLDATE",
        strftime(imported.event_date, '%Y%m')::integer as "MonthYear",
        year(imported.event_date)::integer as "Year",
        try_cast(imported.record."FractionDate" as double) as "FractionDate",
        imported.record."Actor1Code",
        imported.record."Actor1Name",
        try(imported.evidence ->> 'Actor1CountryCode') as "Actor1CountryCode",
        imported.record."Actor1KnownGroupCode",
        imported.record."Actor1EthnicCode",
        imported.record."Actor1Religion1Code",
        imported.record."Actor1Religion2Code",
        try(imported.evidence ->> 'Actor1Type1Code') as "Actor1Type1Code",
        imported.record."Actor1Type2Code",
        imported.record."Actor1Type3Code",
        imported.record."Actor2Code",
        imported.record."Actor2Name",
        try(imported.evidence ->> 'Actor2CountryCode') as "Actor2CountryCode",
        imported.record."Actor2KnownGroupCode",
        imported.record."Actor2EthnicCode",
        imported.record."Actor2Religion1Code",
        imported.record."Actor2Religion2Code",
        try(imported.evidence ->> 'Actor2Type1Code') as "Actor2Type1Code",
        imported.record."Actor2Type2Code",
        imported.record."Actor2Type3Code",
        try_cast(try(imported.evidence ->> 'IsRootEvent') as integer) as "IsRootEvent",
        imported.event_code as "EventCode",
        imported.event_base_code as "EventBaseCode",
        imported.event_root_code as "EventRootCode",
        coalesce(try_cast(try(imported.evidence ->> 'QuadClass') as integer), imported.quad_class) as "QuadClass",
        coalesce(try_cast(try(imported.evidence ->> 'GoldsteinScale') as double), imported.goldstein) as "GoldsteinScale",
        imported.n_mentions as "NumMentions",
        imported.n_publishers as "NumSources",
        imported.n_articles as "NumArticles",
        try_cast(try(imported.evidence ->> 'AvgTone') as double) as "AvgTone",
        try_cast(imported.record."Actor1Geo_Type" as integer) as "Actor1Geo_Type",
        imported.record."Actor1Geo_FullName",
        imported.record."Actor1Geo_CountryCode",
        imported.record."Actor1Geo_ADM1Code",
        imported.record."Actor1Geo_ADM2Code",
        try_cast(imported.record."Actor1Geo_Lat" as double) as "Actor1Geo_Lat",
        try_cast(imported.record."Actor1Geo_Long" as double) as "Actor1Geo_Long",
        imported.record."Actor1Geo_FeatureID",
        try_cast(imported.record."Actor2Geo_Type" as integer) as "Actor2Geo_Type",
        imported.record."Actor2Geo_FullName",
        imported.record."Actor2Geo_CountryCode",
        imported.record."Actor2Geo_ADM1Code",
        imported.record."Actor2Geo_ADM2Code",
        try_cast(imported.record."Actor2Geo_Lat" as double) as "Actor2Geo_Lat",
        try_cast(imported.record."Actor2Geo_Long" as double) as "Actor2Geo_Long",
        imported.record."Actor2Geo_FeatureID",
        try_cast(imported.record."ActionGeo_Type" as integer) as "ActionGeo_Type",
        imported.record."ActionGeo_FullName",
        try(imported.evidence ->> 'ActionGeo_CountryCode') as "ActionGeo_CountryCode",
        imported.record."ActionGeo_ADM1Code",
        imported.record."ActionGeo_ADM2Code",
        try_cast(imported.record."ActionGeo_Lat" as double) as "ActionGeo_Lat",
        try_cast(imported.record."ActionGeo_Long" as double) as "ActionGeo_Long",
        imported.record."ActionGeo_FeatureID",
        try_cast(try(imported.evidence ->> 'DATEADDED') as bigint) as "DATEADDED",
        imported.url as "SOURCEURL"
    from imported
)

select * from own
union all
select * from theirs;

comment on view gdelt_event is 'Events of ours and of GDELT in the shape of a GDELT 2.0 event file: one row for each event';
