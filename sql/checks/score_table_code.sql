-- Every score table covers every code, and no other.
with scheme as (
    select distinct score_table.scheme
    from score_table
)

select
    scheme.scheme,
    cameo_code.event_code
from scheme
cross join cameo_code
left join score_table on scheme.scheme = score_table.scheme and cameo_code.event_code = score_table.event_code
where score_table.event_code is null
union all
select
    score_table.scheme,
    score_table.event_code
from score_table
left join cameo_code on score_table.event_code = cameo_code.event_code
where cameo_code.event_code is null
