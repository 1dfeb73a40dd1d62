-- What people did, as far as quests, streaks and referral need it beyond events and orders. Rewards themselves are awards.

-- A day (or week) that counts for a streak: kept, because events have an end.
create table streak_mark (
  person_id text not null references person (id),
  streak text not null,
  unit integer not null,
  t bigint not null,
  primary key (person_id, streak, unit)
);

-- A milestone that was paid, and at which day: once per run.
create table streak_paid (
  person_id text not null references person (id),
  streak text not null,
  count integer not null,
  unit integer not null,
  primary key (person_id, streak, count, unit)
);

create table quest_done (
  person_id text not null references person (id),
  quest text not null,
  finished_at bigint not null,
  primary key (person_id, quest, finished_at)
);

-- What a person told of itself: birthday (MM-DD), zone of its device.
create table person_setting (
  person_id text not null references person (id),
  name text not null,
  value text not null,
  t bigint not null,
  primary key (person_id, name)
);
create index person_setting_value on person_setting (name, value);

create table nickname (
  person_id text primary key references person (id),
  nickname text not null,
  -- The nickname as it is compared: nobody takes another one's.
  folded text not null unique,
  t bigint not null,
  -- Staff took it off the public lists.
  hidden_at bigint
);

create table referral_code (
  person_id text primary key references person (id),
  code text not null unique
);

create table referral (
  friend_id text primary key references person (id),
  referrer_id text not null references person (id),
  t bigint not null,
  state text not null check (state in ('waiting', 'review', 'rewarded', 'refused')),
  reasons jsonb not null,
  order_id text,
  decided_at bigint
);
create index referral_referrer on referral (referrer_id, decided_at);
create index referral_open on referral (t) where state in ('waiting', 'review');

-- What the shop told of an order's payment and address, as keyed hashes: they only answer "the same?".
create table order_signal (
  order_id text not null,
  kind text not null check (kind in ('payment', 'address')),
  hash text not null,
  person_id text not null references person (id),
  primary key (order_id, kind)
);
create index order_signal_person on order_signal (person_id, kind);
create index order_signal_hash on order_signal (hash);

-- Browsers that changed hands: who was seen in one before, whatever code moved it on. Only referral checks read it.
create table shared_device (
  anonymous_id text not null,
  person_id text not null references person (id),
  primary key (anonymous_id, person_id)
);
create index shared_device_person on shared_device (person_id);
create function note_shared_device() returns trigger language plpgsql as $$
begin
  insert into shared_device (anonymous_id, person_id)
  values (new.anonymous_id, old.person_id), (new.anonymous_id, new.person_id) on conflict do nothing;
  return null;
end $$;
create trigger visitor_changes_hands after update of person_id on visitor
  for each row when (old.person_id is distinct from new.person_id) execute function note_shared_device();
