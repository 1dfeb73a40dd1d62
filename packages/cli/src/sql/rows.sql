-- Neighbours of every product with weights that sum to 1: order and togetherness, each pair by how far it is from chance
-- (Dunning's log-likelihood ratio), then 0.3 of the neighbours of the first twenty neighbours.
-- Reads  visit and pair, from visits.sql and pairs.sql.
-- Writes neighbour(product, other, weight): twenty a product at most, ties in the order of product ids.
{{table:held}}
select product, count(distinct sid) as sessions
from visit
where start <= {{until}}
group by product;

{{table:weighed}}
select low, high,
  (forward + sessions / {{double:2}}) * surprise as there,
  (backward + sessions / {{double:2}}) * surprise as back
from (
  select low, high, forward, backward, sessions,
    {{log1p:greatest(0.01, 2 * (
      {{xlogx:total}} - {{xlogx:a}} - {{xlogx:(total - a)}}
      + {{xlogx:total}} - {{xlogx:b}} - {{xlogx:(total - b)}}
      - ({{xlogx:total}} - {{xlogx:sessions}} - {{xlogx:(a - sessions)}} - {{xlogx:(b - sessions)}} - {{xlogx:(total - a - b + sessions)}})
    ))}} as surprise
  from (
    select pair.low as low, pair.high as high, forward, backward, {{double:pair.sessions}} as sessions,
      {{double:lower_held.sessions}} as a, {{double:upper_held.sessions}} as b, {{double:everything.total}} as total
    from pair
    join held as lower_held on lower_held.product = pair.low
    join held as upper_held on upper_held.product = pair.high
    cross join (select count(distinct sid) as total from visit where start <= {{until}}) as everything
  ) as counted
) as judged;

{{table:first_row}}
select product, other, weight / sum(weight) over (partition by product) as weight, nth
from (
  select product, other, weight, row_number() over (partition by product order by weight desc, other) as nth
  from (
    select low as product, high as other, there as weight from weighed
    union all
    select high as product, low as other, back as weight from weighed
  ) as both_ways
  where weight > 0
) as ranked
where nth <= 60;

{{table:neighbour}}
select product, other, weight / sum(weight) over (partition by product) as weight
from (
  select product, other, weight, row_number() over (partition by product order by weight desc, other) as nth
  from (
    select product, other, sum(weight) as weight
    from (
      select product, other, weight from first_row
      union all
      select near.product as product, far.other as other, 0.3 * near.weight * far.weight as weight
      from first_row as near
      join first_row as far on far.product = near.other
      where near.nth <= 20 and far.other <> near.product
    ) as paths
    group by product, other
  ) as summed
) as ranked
where nth <= 20;
