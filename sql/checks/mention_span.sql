-- The offsets of trigger, source and target cut their texts out of the evidence.
with spanned as (
    select
        mention.mention_id,
        mention.evidence,
        mention.trigger_text as said,
        mention.trigger_start as first_character,
        mention.trigger_end as end_character
    from mention
    union all
    select
        mention.mention_id,
        mention.evidence,
        mention.source_text as said,
        mention.source_start as first_character,
        mention.source_end as end_character
    from mention
    union all
    select
        mention.mention_id,
        mention.evidence,
        mention.target_text as said,
        mention.target_start as first_character,
        mention.target_end as end_character
    from mention
)

select spanned.*
from spanned
where
    spanned.first_character is not null
    and substring(spanned.evidence, spanned.first_character + 1, spanned.end_character - spanned.first_character) <> spanned.said
