-- Events that the changelog calls added or changed are there, and those it calls removed are not.
select
    change.change,
    change.event_id
from change
left join event on change.event_id = event.event_id and event.dataset = 'comity'
where (event.event_id is null) <> (change.change = 'removed')
