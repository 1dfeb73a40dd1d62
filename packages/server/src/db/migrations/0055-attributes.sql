-- What the shop's backend says of a person, and what is counted over all customers (RFM). `by_shop`: the shop's word, which
-- no count of ours overwrites. `at`: when it was true, epoch ms.
create table person_attribute (
  person_id text not null references person (id),
  name text not null,
  value jsonb not null,
  at bigint not null,
  by_shop boolean not null,
  primary key (person_id, name)
);
