-- The articles that stay, with their story and the agency they credit.
-- Grain: one row for each article. Reads: article_ranked, article_story, signature_part.
select
    article_ranked.* exclude (content_hash, batch, place),
    article_story.story_id,
    signature_part.agency
from article_ranked
inner join article_story on article_ranked.article_id = article_story.article_id
inner join signature_part
    on
        article_ranked.content_hash = signature_part.content_hash
        and article_ranked.batch = signature_part.batch
where article_ranked.place = 1
