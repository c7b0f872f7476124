-- Tension between governments: material conflict and half of verbal conflict as a share, weighted by the logarithm of mentions.
select
    least(Actor1CountryCode, Actor2CountryCode) as side_a,
    greatest(Actor1CountryCode, Actor2CountryCode) as side_b,
    SQLDATE // 100 as month,
    round(
        sum(ln(1 + NumMentions) * case QuadClass when 4 then 1.0 when 3 then 0.5 else 0.0 end) / sum(ln(1 + NumMentions)), 4
    ) as tension
from gdelt_event
where Actor1CountryCode <> Actor2CountryCode and Actor1Type1Code = 'GOV' and Actor2Type1Code = 'GOV'
group by side_a, side_b, month
order by side_a, side_b, month
