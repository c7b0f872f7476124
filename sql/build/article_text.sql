-- Text of the articles that stay.
-- Grain: one row for each article. Reads: article_ranked, article_text_part.
select
    article_text_part.article_id,
    article_text_part.title,
    article_text_part.text
from article_text_part
inner join article_ranked
    on
        article_text_part.content_hash = article_ranked.content_hash
        and article_text_part.batch = article_ranked.batch
where article_ranked.place = 1
