-- The value of a named index over the sums of a period: each formula is a file of sql/indices.
-- Sums may be those of a day, a month, a trailing window or a bootstrap replicate: the formula is the same.
-- Example: select index_value('conflict_share', 4, 4, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) as value;
create or replace macro index_value(
    index_name, n_events, n_weighted, n_verbal_conflict, n_material_conflict, positive, negative, plover, n_plover,
    n_weighted_back, net_back, n_events_all, n_events_source, n_articles, n_stories, n_stories_read
) as case index_name
    when 'event_count' then formula_event_count(n_weighted)
    when 'goldstein_sum' then formula_goldstein_sum(positive, negative)
    when 'goldstein_mean' then formula_goldstein_mean(positive, negative, n_weighted)
    when 'goldstein_positive' then formula_goldstein_positive(positive)
    when 'goldstein_negative' then formula_goldstein_negative(negative)
    when 'net_cooperation' then formula_net_cooperation(positive, negative)
    when 'cooperation_balance' then formula_cooperation_balance(positive, negative)
    when 'conflict_share' then formula_conflict_share(n_verbal_conflict, n_material_conflict, n_weighted)
    when 'material_conflict_share' then formula_material_conflict_share(n_material_conflict, n_weighted)
    when 'conflict_risk' then formula_conflict_risk(n_verbal_conflict, n_material_conflict, n_weighted)
    when 'plover_mean' then formula_plover_mean(plover, n_plover)
    when 'sent_share' then formula_sent_share(n_weighted, n_weighted_back)
    when 'reciprocity' then formula_reciprocity(positive + negative, net_back)
    when 'share_of_events' then formula_share_of_events(n_events, n_events_all)
    when 'share_of_source_events' then formula_share_of_source_events(n_events, n_events_source)
    when 'events_per_1000_articles' then formula_events_per_1000_articles(n_events, n_articles)
    when 'share_of_stories' then formula_share_of_stories(n_stories, n_stories_read)
end;
