-- One row per household and pilot that is not exactly one of during, after
-- and none.
select bailiff_outcome_id
from {{ ref('fct_bailiff_outcomes') }}
where is_during::integer + is_after::integer + is_none::integer <> 1
