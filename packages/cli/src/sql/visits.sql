-- Sessions of the lines of an export: as the export names them, else cut where a visitor was silent for 30 minutes.
-- Reads  line(visitor, session, ordered, product, t, position, line, row_hash): one look or purchase each; session is null
--        where time cuts, ordered 1 for clicks and 0 for baskets, t in epoch ms, line its number in the export.
-- Writes visit(sid, visitor, ordered, start, product, t, place): repeats of one product in a row folded into one,
--        sessions of more than 200 products (no person shops so) left out.
{{table:kept}}
with fresh as (
  select visitor, session, ordered, product, t, position, min(line) as line
  from line
  group by visitor, session, ordered, product, t, position, row_hash
),
cuts as (
  select *, min(line) over (partition by ordered, session, visitor) as first_line,
    case when session is null and t - {{lag}}(t) over (
      partition by ordered, session, visitor order by t, position, line{{lag_frame}}) > 1800000
    then 1 else 0 end as cut
  from fresh
),
parts as (
  select *, sum(cut) over (
    partition by ordered, session, visitor order by t, position, line
    rows between unbounded preceding and current row) as part
  from cuts
),
steps as (
  select *, min(t) over (partition by ordered, session, visitor, part) as start,
    {{lag}}(product) over (
      partition by ordered, session, visitor, part order by t, position, line{{lag_frame}}) as previous,
    row_number() over (
      partition by ordered, session, visitor, part, product order by t, position, line) as nth
  from parts
)
select dense_rank() over (order by ordered desc, first_line, part) as sid,
  visitor, ordered, start, product, t, position, line
from steps
where (ordered = 1 and (previous is null or previous <> product)) or (ordered = 0 and nth = 1);

{{table:overlong}}
select sid from kept where ordered = 1 group by sid having count(distinct product) > 200;

{{table:visit}}
select sid, visitor, ordered, start, product, t,
  row_number() over (partition by sid order by t, position, line) as place
from kept
where sid not in (select sid from overlong);
