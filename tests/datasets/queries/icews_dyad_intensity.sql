-- Intensity between countries by month, acts at home left out, one event a day, pair and code, as scripts in R filter it.
with one_a_day as (
    select distinct "Event Date", "Source Country", "Target Country", "CAMEO Code", "Intensity"
    from icews_event
    where "Source Country" <> "Target Country" and "Source Sectors" like '%Government%'
)

select
    "Source Country",
    "Target Country",
    strftime("Event Date", '%Y-%m') as yearmonth,
    count(*) as events,
    round(sum("Intensity"), 2) as intensity,
    sum(case when left("CAMEO Code", 2) in ('18', '19', '20') then 1 else 0 end) as violent
from one_a_day
group by "Source Country", "Target Country", yearmonth
order by "Source Country", "Target Country", yearmonth
