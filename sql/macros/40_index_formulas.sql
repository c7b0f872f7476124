-- The named indices: version, family, range, and who uses it.
-- Grain: one row for each index. Reads: nothing. The formulas are the files of sql/indices. family says what an index needs:
-- dyad (the events of the direction), both (those of both directions), volume (denominators). is_sum says that it adds up over
-- periods. used_by holds keys of SOURCES.csv joined by |.
-- Example: select index_name, meaning, used_by from index_formulas() where family = 'volume';
create or replace macro index_formulas() as table
    with formula (index_name, index_version, family, measured_in, is_sum, lowest, highest, meaning, used_by) as (
        values
        (
            'event_count', 1, 'dyad', 'events', true, 0, null,
            'Events, or with weighting story their stories', 'azar1980|shellman2004'
        ),
        ('goldstein_sum', 1, 'dyad', 'score points', true, null, null, 'Sum of the scores', 'goldstein1992|king_lowe2003'),
        ('goldstein_mean', 1, 'dyad', 'score points', false, -10, 10, 'Score of the average event', 'blr|chi_hou2019'),
        (
            'goldstein_positive', 1, 'dyad', 'score points', true, 0, null,
            'Sum of the scores above 0', 'goldstein1992|goldstein_freeman1990'
        ),
        (
            'goldstein_negative', 1, 'dyad', 'score points', true, null, 0,
            'Sum of the scores below 0', 'goldstein1992|goldstein_freeman1990'
        ),
        (
            'net_cooperation', 1, 'dyad', 'score points', true, null, null,
            'Positive sum less the size of the negative sum', 'goldstein_freeman1990|schrodt_gerner1994'
        ),
        ('cooperation_balance', 1, 'dyad', 'share', false, -1, 1, 'Net cooperation as a part of all that was scored', 'own|blr'),
        ('conflict_share', 1, 'dyad', 'share', false, 0, 1, 'Events of quad classes 3 and 4 among all', 'worldmonitor'),
        ('material_conflict_share', 1, 'dyad', 'share', false, 0, 1, 'Events of quad class 4 among all', 'gdelt'),
        (
            'conflict_risk', 1, 'dyad', 'percent', false, 0, 100,
            'Material conflict and half of verbal conflict among all', 'riskalab'
        ),
        (
            'plover_mean', 1, 'dyad', 'score points', false, -10, 10,
            'Score of the average event on the scale of PLOVER types', 'plover|halterman2023'
        ),
        ('sent_share', 1, 'both', 'share', false, 0, 1, 'Events of this direction among those of both', 'goldstein_freeman1990'),
        (
            'reciprocity', 1, 'both', 'share', false, 0, 1,
            'How alike the net cooperation of both directions is', 'goldstein_freeman1990|bray_curtis1957'
        ),
        ('share_of_events', 1, 'volume', 'share', false, 0, 1, 'Events among all events of the dataset', 'gdelt'),
        ('share_of_source_events', 1, 'volume', 'share', false, 0, 1, 'Events among all events of the acting country', 'own'),
        ('events_per_1000_articles', 1, 'volume', 'events', false, 0, null, 'Events against articles read', 'gpr'),
        ('share_of_stories', 1, 'volume', 'share', false, 0, 1, 'Distinct stories among all stories read', 'own|gpr')
    )

    select
        formula.index_name,
        formula.index_version,
        formula.family,
        formula.measured_in,
        formula.is_sum,
        formula.lowest::double as lowest,
        formula.highest::double as highest,
        formula.meaning,
        formula.used_by
    from formula;
