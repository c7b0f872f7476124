-- Mentions of the articles that stay, with their story.
-- Grain: one row for each mention. Reads: article_ranked, article_story, mention_part.
select
    mention_part.* exclude (content_hash, batch)
    replace (article_story.story_id as story_id)
from mention_part
inner join article_ranked
    on
        mention_part.content_hash = article_ranked.content_hash
        and mention_part.batch = article_ranked.batch
inner join article_story on article_ranked.article_id = article_story.article_id
where article_ranked.place = 1
