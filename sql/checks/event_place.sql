-- A place is whole: with its name come kind, precision and coordinates; that of an event of ours is one of its mentions'.
with told as (
    select
        event_member.event_id,
        mention.place_name,
        mention.latitude,
        mention.longitude
    from event_member
    inner join mention on event_member.mention_id = mention.mention_id
    where mention.place_name is not null
),

placed as (
    select
        mention.mention_id as row_id,
        mention.place_name,
        [mention.place_kind, mention.place_precision, mention.latitude::varchar, mention.longitude::varchar] as parts
    from mention
    union all
    select
        event.event_id as row_id,
        event.place_name,
        [event.place_kind, event.place_precision, event.latitude::varchar, event.longitude::varchar] as parts
    from event
    where event.dataset = 'comity'
)

select
    placed.row_id,
    placed.place_name
from placed
where len(list_filter(placed.parts, lambda part: part is not null)) <> if(placed.place_name is null, 0, 4)
union all
select
    event.event_id as row_id,
    event.place_name
from event
where
    event.dataset = 'comity'
    and exists (select 1 from mention)
    and (
        (event.place_name is null and event.event_id in (select told.event_id from told))
        or (
            event.place_name is not null
            and not exists (
                select 1
                from told
                where
                    told.event_id = event.event_id
                    and told.place_name = event.place_name
                    and told.latitude = event.latitude
                    and told.longitude = event.longitude
            )
        )
    )
