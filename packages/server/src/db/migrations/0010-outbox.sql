-- What the shop is told, once per cause; a delivery per endpoint, at least once each.

create table outbox (
  id text primary key,
  type text not null,
  -- The cause: a second word of the same kind about it is not written.
  key text not null,
  person_id text references person (id),
  content jsonb not null,
  t bigint not null,
  unique (type, key)
);
create index outbox_time on outbox (t desc);
create index outbox_person on outbox (person_id);

create table outbox_delivery (
  outbox_id text not null references outbox (id) on delete cascade,
  endpoint text not null,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  tries integer not null default 0,
  -- Due at; while somebody is sending it, the end of that lease.
  next_at bigint not null,
  status integer,
  problem text,
  done_at bigint,
  primary key (outbox_id, endpoint)
);
create index outbox_delivery_due on outbox_delivery (next_at) where state = 'waiting';

-- The delivery log.
create table outbox_try (
  id bigint generated always as identity primary key,
  outbox_id text not null references outbox (id) on delete cascade,
  endpoint text not null,
  t bigint not null,
  ms integer not null,
  status integer,
  problem text
);
create index outbox_try_of on outbox_try (outbox_id, endpoint);
create index outbox_try_time on outbox_try (t desc);
