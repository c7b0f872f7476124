-- What is coerced over, by context and month: a list in one column, so it is cut first.
select
    strftime("Event Date", '%Y-%m') as month,
    trim(unnest(string_split("Contexts", ';'))) as context,
    count(*) as events,
    round(avg("Intensity"), 2) as intensity
from polecat_event
where "Event Type" in ('COERCE', 'SANCTION') and "Actor Country" <> "Recipient Country"
group by month, context
order by month, context
