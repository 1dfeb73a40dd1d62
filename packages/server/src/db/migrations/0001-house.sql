-- Times are epoch ms. Money is minor units. Points live only in posting.

create table person (
  id text primary key,
  customer_id text unique,
  -- Set at identify: what this person did counts for that one, from every read on.
  merged_into text references person (id),
  created_at bigint not null,
  erased_at bigint
);
create index person_merged on person (merged_into) where merged_into is not null;

create table visitor (
  anonymous_id text primary key,
  person_id text not null references person (id),
  first_seen bigint not null,
  last_seen bigint not null,
  -- Set when a token came back: from then on this visitor must show it.
  token_seen_at bigint
);
create index visitor_last on visitor (last_seen desc);
create index visitor_person on visitor (person_id);

create table batch (
  id text primary key,
  write_key text not null,
  batch_id text not null,
  anonymous_id text,
  sent_at bigint,
  received_at bigint not null,
  store text not null,
  bytes integer not null,
  accepted integer not null,
  repeats integer not null,
  rejected jsonb not null
);
create index batch_received on batch (received_at desc);
create index batch_visitor on batch (anonymous_id);

create table event (
  id uuid primary key,
  write_key text not null,
  anonymous_id text not null,
  name text not null,
  -- As the device said, and corrected when its clock is off.
  device_t bigint not null,
  t bigint not null,
  sid text not null,
  seq bigint not null,
  tab text not null,
  tseq bigint not null,
  url text not null,
  title text,
  props jsonb not null,
  consent text[] not null,
  test boolean not null,
  batch text not null references batch (id),
  received_at bigint not null
);
create index event_visitor on event (anonymous_id, t);
create index event_name on event (name, t desc);
create index event_time on event (t desc);

create table shop_order (
  order_id text primary key,
  status text not null,
  total bigint not null,
  currency text not null,
  items jsonb not null,
  coupon text,
  customer_id text,
  anonymous_id text,
  person_id text references person (id),
  joined_by text,
  placed_at bigint not null,
  received_at bigint not null
);
create index shop_order_person on shop_order (person_id);
create index shop_order_received on shop_order (received_at desc);

create table webhook_delivery (
  id text primary key,
  received_at bigint not null,
  answer jsonb
);

create table movement (
  id text primary key,
  kind text not null,
  source text not null,
  order_id text not null,
  rule text not null,
  person_id text not null references person (id),
  t bigint not null,
  expires_at bigint,
  untrusted boolean not null default false,
  unique (source, order_id, rule)
);
create index movement_person on movement (person_id, t);

create table posting (
  movement_id text not null references movement (id),
  account text not null,
  points bigint not null check (points <> 0),
  primary key (movement_id, account)
);

-- The ledger is append-only and every movement sums to zero: the database says so itself.
create function forbid_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % on %', tg_op, tg_table_name;
end $$;
create trigger movement_fixed before update or delete on movement for each row execute function forbid_change();
create trigger posting_fixed before update or delete on posting for each row execute function forbid_change();

create function check_balance() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(points), 0) from posting where movement_id = new.movement_id) <> 0 then
    raise exception 'postings of movement % do not sum to zero', new.movement_id;
  end if;
  return null;
end $$;
create constraint trigger posting_balanced after insert on posting
  deferrable initially deferred for each row execute function check_balance();

create table pool_version (
  pool text not null,
  version integer not null,
  seed text not null,
  commitment text not null,
  prizes jsonb not null,
  started_at bigint not null,
  revealed_at bigint,
  primary key (pool, version)
);

create table pool_stock (
  pool text not null,
  version integer not null,
  prize_index integer not null,
  remaining integer not null check (remaining >= 0),
  primary key (pool, version, prize_index),
  foreign key (pool, version) references pool_version (pool, version)
);

create table play (
  id text primary key,
  campaign_id text not null,
  play_key text not null,
  pool text not null,
  version integer not null,
  person_id text not null references person (id),
  anonymous_id text,
  -- What the draw said, and what was paid: they differ when the drawn prize was out of stock.
  drawn_index integer not null,
  prize_index integer not null,
  label jsonb not null,
  reward jsonb not null,
  -- Units left of the drawn prize after this play, for the verifier.
  remaining integer,
  t bigint not null,
  ends_at bigint,
  unique (campaign_id, play_key),
  foreign key (pool, version) references pool_version (pool, version)
);
create index play_person on play (person_id, t);
create index play_time on play (t desc);

create table claim (
  play_id text primary key references play (id),
  kind text not null,
  code text,
  points integer,
  ends_at bigint,
  t bigint not null
);

create table pause (
  campaign_id text primary key,
  t bigint not null,
  account_id text not null
);

create table account (
  id text primary key,
  name text not null unique,
  role text not null check (role in ('viewer', 'editor', 'publisher', 'admin')),
  password text,
  created_at bigint not null,
  disabled_at bigint
);

create table sign_in_link (
  token_hash text primary key,
  account_id text not null references account (id),
  expires_at bigint not null,
  used_at bigint
);

create table session (
  token_hash text primary key,
  account_id text not null references account (id),
  created_at bigint not null,
  expires_at bigint not null
);

create table audit (
  id bigint generated always as identity primary key,
  t bigint not null,
  account_id text,
  account_name text not null,
  action text not null,
  target text,
  detail jsonb not null
);
create index audit_time on audit (t desc);
