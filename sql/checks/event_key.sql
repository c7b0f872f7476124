-- An event id stands for one event, over all datasets.
select
    event.event_id,
    count(*) as n_rows
from event
group by event.event_id
having count(*) > 1
