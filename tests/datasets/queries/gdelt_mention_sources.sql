-- Events that several outlets report and that the coder was sure of: outlets, sentences and the delay of the last report in days.
select
    e.GLOBALEVENTID,
    e.EventCode,
    count(distinct m.MentionSourceName) as outlets,
    min(m.SentenceID) as first_sentence,
    max(m.MentionTimeDate // 1000000) - min(m.EventTimeDate // 1000000) as days
from gdelt_event as e
join gdelt_mention as m on m.GLOBALEVENTID = e.GLOBALEVENTID
where m.Confidence >= 50
group by e.GLOBALEVENTID, e.EventCode
having count(distinct m.MentionSourceName) >= 2
order by e.GLOBALEVENTID
