-- How the United States treat China month by month: events of the lead paragraph, their mean Goldstein value and tone.
select
    MonthYear,
    count(*) as events,
    round(avg(GoldsteinScale), 3) as goldstein,
    round(avg(AvgTone), 3) as tone
from gdelt_event
where Actor1CountryCode = 'USA' and Actor2CountryCode = 'CHN' and IsRootEvent = 1
group by MonthYear
order by MonthYear
