-- Events with the names and codes of both countries on the day, and the names of code, root and quad class.
-- Grain: one row for each event. Reads: cameo_code, country, event.
-- Example: select event_date, source_country_name, event_name, target_country_name from event_named order by 1 desc limit 5;
create or replace view event_named as
select
    event.*,
    source.name as source_country_name,
    source.cow as source_cow,
    source.gw as source_gw,
    target.name as target_country_name,
    target.cow as target_cow,
    target.gw as target_gw,
    code.name as event_name,
    root.name as root_name,
    case event.quad_class
        when 0 then 'neutral'
        when 1 then 'verbal cooperation'
        when 2 then 'material cooperation'
        when 3 then 'verbal conflict'
        when 4 then 'material conflict'
    end as quad_name
from event
left join country as source
    on
        event.source_country = source.iso3
        and event.event_date >= coalesce(source.valid_from, '-infinity'::date)
        and event.event_date <= coalesce(source.valid_to, 'infinity'::date)
left join country as target
    on
        event.target_country = target.iso3
        and event.event_date >= coalesce(target.valid_from, '-infinity'::date)
        and event.event_date <= coalesce(target.valid_to, 'infinity'::date)
left join cameo_code as code on event.event_code = code.event_code
left join cameo_code as root on event.event_root_code = root.event_code;

comment on view event_named is 'Events with the names and codes of both countries on the day: one row for each event';
