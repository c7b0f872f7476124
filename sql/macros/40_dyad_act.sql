-- The acts of every dyad with their scores by one table: what indices add up.
-- Grain: one row for each event between two countries. Reads: event, score_table.
-- scheme_name: own (the scores that stand in event) or a scheme of score_table. An act is official if both roles are GOV, MIL or
-- SPY.
-- Example: select event_date, score from dyad_act('gdelt') where source_country = 'CHN' and is_official;
create or replace macro dyad_act(scheme_name) as table
    select
        event.event_id,
        event.article_id,
        event.dataset,
        event.source_country,
        event.target_country,
        event.event_date,
        coalesce(event.n_stories, 1) as n_stories,
        coalesce(
            event.source_role in ('GOV', 'MIL', 'SPY') and event.target_role in ('GOV', 'MIL', 'SPY'), false
        ) as is_official,
        if(scheme_name = 'own', event.goldstein, chosen.goldstein)::decimal(9, 2) as score,
        if(scheme_name = 'own', event.quad_class, chosen.quad_class) as quad_class,
        plover_score.goldstein::decimal(9, 2) as plover_score
    from event
    left join score_table as chosen on event.event_code = chosen.event_code and chosen.scheme = scheme_name
    left join score_table as plover_score on event.event_code = plover_score.event_code and plover_score.scheme = 'plover'
    where event.source_country <> event.target_country;
