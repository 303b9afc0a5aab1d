-- One row per signal whose household accepted help without being reached.
select signal_id
from {{ ref('fct_signals') }}
where is_accepted and is_reached is distinct from true
