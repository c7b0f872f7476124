-- Articles of all batches, ranked within each id: place 1 stays, the others are duplicates.
-- Grain: one row for each article read. Reads: article_part.
-- The order is total but for exact copies, of which it does not matter which one stays.
select
    article_part.* exclude (story_id, coder_version),
    row_number() over (
        partition by article_part.article_id
        order by
            article_part.published_at asc,
            article_part.text_sha256 asc,
            article_part.content_hash asc,
            article_part.batch asc
    ) as place
from article_part
