-- The mirror of a code's mirror is the code itself.
select
    cameo_code.event_code,
    cameo_code.mirror_code,
    mirror.mirror_code as mirror_of_mirror
from cameo_code
left join cameo_code as mirror on cameo_code.mirror_code = mirror.event_code
where cameo_code.mirror_code is not null and mirror.mirror_code is distinct from cameo_code.event_code
