-- Five classes of Phoenix by month for acts of one country on another.
select
    Year,
    Month,
    SourceActorEntity,
    TargetActorEntity,
    sum((QuadClass = 0)::int) as neutral,
    sum((QuadClass in (1, 2))::int) as cooperation,
    sum((QuadClass in (3, 4))::int) as conflict
from phoenix_event
where SourceActorEntity <> TargetActorEntity
group by all
order by all
