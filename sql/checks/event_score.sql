-- Our own events have the quad class and Goldstein value of the score table that the build names.
select
    event.event_id,
    event.event_code,
    event.quad_class,
    event.goldstein,
    score_table.quad_class as quad_class_of_table,
    score_table.goldstein as goldstein_of_table
from event
cross join build
left join score_table on event.event_code = score_table.event_code and build.scheme = score_table.scheme
where
    event.dataset = 'comity'
    and (event.quad_class is distinct from score_table.quad_class or event.goldstein is distinct from score_table.goldstein)
