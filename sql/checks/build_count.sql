-- What the build counted is what the tables hold, and what was read was coded, skipped or rejected.
select
    build_count.item,
    build_count.n_stated,
    build_count.n_found
from build_count
where build_count.n_stated <> build_count.n_found
union all
select
    'n_read' as item,
    build.n_read as n_stated,
    build.n_coded + build.n_skipped + build.n_rejected as n_found
from build
where build.n_read <> build.n_coded + build.n_skipped + build.n_rejected
