-- Naming neither loses nor doubles an event, and every country and code finds its name.
select
    event.event_id,
    count(event_named.event_id) as n_rows
from event
left join event_named on event.event_id = event_named.event_id
group by event.event_id
having count(event_named.event_id) <> 1 or count(event_named.event_name) <> 1 or count(event_named.quad_name) <> 1
