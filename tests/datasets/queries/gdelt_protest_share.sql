-- Protests in a country as a share of all events placed there, by year; places are FIPS codes, so the United Kingdom is UK.
select
    Year,
    sum(case when EventRootCode = '14' then 1 else 0 end) as protests,
    count(*) as events,
    round(sum(case when EventRootCode = '14' then NumMentions else 0 end) * 100.0 / sum(NumMentions), 2) as share_of_mentions
from gdelt_event
where ActionGeo_CountryCode = 'UK' and ActionGeo_Type in (1, 4, 5)
group by Year
order by Year
