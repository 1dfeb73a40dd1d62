-- Lines of a click table as the further files read them. Put the names of your own columns in; leave out test traffic.
-- For orders set ordered to 0, session to the order's number, and leave out what was cancelled or returned.
{{table:line}}
select visitor, session, 1 as ordered, product, t, 0 as position,
  row_number() over (order by t, visitor, product) as line, 0 as row_hash
from (
  select cast(visitor_id as {{text}}) as visitor, cast(null as {{text}}) as session,
    cast(product_id as {{text}}) as product, {{epoch_ms:viewed_at}} as t
  from {{read:clicks}}
) as clicks
where visitor is not null and product is not null and t is not null;
