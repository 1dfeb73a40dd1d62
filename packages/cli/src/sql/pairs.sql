-- Pairs of products that at least {{floor}} visitors made, in sessions that began by {{until}} (epoch ms).
-- Reads  visit, from visits.sql.
-- Writes pair(low, high, forward, backward, sessions, visitors): low < high; forward is the sum of 1 / distance over at
--        most ten steps where high came after low, backward the other way round; sessions and visitors that hold both.
{{table:seen}}
select sid, visitor, product
from (
  select sid, visitor, product, row_number() over (partition by sid order by first_place) as nth
  from (
    select sid, visitor, product, min(place) as first_place
    from visit
    where start <= {{until}}
    group by sid, visitor, product
  ) as distinct_products
) as numbered
where nth <= 50;

{{table:step}}
select visit.sid as sid, visit.product as product,
  row_number() over (partition by visit.sid order by visit.place) as place
from visit
join seen on seen.sid = visit.sid and seen.product = visit.product
where visit.ordered = 1;

{{table:together}}
select low, high, sum(sessions) as sessions, count(*) as visitors
from (
  select a.product as low, b.product as high, a.visitor as visitor, count(*) as sessions
  from seen as a
  join seen as b on a.sid = b.sid
  where a.product < b.product
  group by a.product, b.product, a.visitor
) as by_visitor
group by low, high
having count(*) >= {{floor}};

{{table:pair}}
select together.low as low, together.high as high, coalesce(forward, 0) as forward, coalesce(backward, 0) as backward,
  sessions, visitors
from together
left join (
  select least(a.product, b.product) as low, greatest(a.product, b.product) as high,
    sum(case when a.product < b.product then {{double:1}} / (b.place - a.place) else 0 end) as forward,
    sum(case when a.product < b.product then 0 else {{double:1}} / (b.place - a.place) end) as backward
  from step as a
  join step as b on a.sid = b.sid
  where b.place > a.place and b.place <= a.place + 10 and a.product <> b.product
  group by least(a.product, b.product), greatest(a.product, b.product)
) as follows on follows.low = together.low and follows.high = together.high;
