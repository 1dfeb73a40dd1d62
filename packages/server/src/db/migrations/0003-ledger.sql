-- Lots: a movement that gives points to a person opens a lot; one that takes points away names the lot it draws on.
-- What is left of a lot is the fold of both; nothing is ever updated.

alter table movement add column seq bigint generated always as identity;
-- 'points', or the currency of credit.
alter table movement add column unit text not null default 'points';
alter table movement add column lot_id text references movement (id);
-- The movement that this one takes back.
alter table movement add column reverses text references movement (id);
-- Set on lots that end so long after the last act of their person.
alter table movement add column sliding_ms bigint;

alter table movement disable trigger movement_fixed;
update movement set lot_id = order_id where source = 'expiry';
alter table movement enable trigger movement_fixed;

create index movement_lot on movement (lot_id) where lot_id is not null;
create index movement_order on movement (order_id);
create index movement_expiry on movement (expires_at) where expires_at is not null;
create index posting_account on posting (account);

-- The life of an order; refunds only grow.
alter table shop_order add column paid_at bigint;
alter table shop_order add column shipped_at bigint;
alter table shop_order add column delivered_at bigint;
alter table shop_order add column cancelled_at bigint;
alter table shop_order add column refunded bigint not null default 0;
-- From then on its points may be spent; null: it waits for the shop's word.
alter table shop_order add column points_at bigint;
update shop_order set paid_at = received_at, points_at = received_at where status = 'paid';
create index shop_order_points on shop_order (points_at) where points_at is not null;

-- Where a person stood when it was last looked at: to notice a rise or a fall once.
create table person_tier (
  person_id text primary key references person (id),
  tier text,
  since bigint not null
);

-- Payouts of rules that browsers can trigger.
create table payout (
  rule text primary key,
  paid integer not null
);
create table person_payout (
  rule text not null,
  person_id text not null references person (id),
  -- The browser's event that paid, so that it pays once.
  event_id text not null,
  t bigint not null,
  primary key (rule, event_id)
);
create index person_payout_person on person_payout (person_id, rule, t);

-- Wins that are not plays: entry rewards, offers bought, quests … A coupon among them waits for its claim.
create table award (
  id text primary key,
  person_id text not null references person (id),
  source text not null,
  source_id text not null,
  rule text not null,
  label jsonb not null,
  reward jsonb not null,
  t bigint not null,
  ends_at bigint,
  unique (source, source_id, rule)
);
create index award_person on award (person_id, t);

create table offer_stock (
  offer_id text primary key,
  remaining integer not null check (remaining >= 0)
);

-- A play that was lost when its visitor turned out to have played before.
alter table play add column voided_at bigint;
alter table play add column region text;
alter table play add column age_confirmed boolean not null default false;

create table pool_day (
  pool text not null,
  day integer not null,
  plays integer not null,
  primary key (pool, day)
);
alter table pool_version add column spent bigint not null default 0;

-- Entries without an order, recorded by staff.
create table free_entry (
  pool text not null,
  person_id text not null references person (id),
  t bigint not null,
  account_id text,
  primary key (pool, person_id)
);

-- A claim pays a play or an award.
alter table claim drop constraint claim_play_id_fkey;
alter table claim add column used_order text;
alter table claim add column used_at bigint;
alter table claim add column template text;
create index claim_code on claim (code) where code is not null;

-- Codes that the shop gave in advance, in the order in which they are given out.
create table coupon_code (
  template text not null,
  code text not null,
  position bigint generated always as identity,
  claim_id text unique,
  primary key (template, code)
);
create index coupon_code_free on coupon_code (template, position) where claim_id is null;
-- How many codes of a template were promised, over all people.
create table coupon_count (
  template text primary key,
  issued integer not null
);
create index movement_reverses on movement (reverses) where reverses is not null;

-- Set once the order was looked at for earnings: later words earn nothing more.
alter table shop_order add column earned_at bigint;
update shop_order set earned_at = received_at where status = 'paid' and person_id is not null;

-- YYYY-MM-DD, as the shop's customer token says; only for age gates.
alter table person add column birth_date text;

-- A claim to which a code of a template was promised; counts once.
create table coupon_promise (
  claim_id text primary key,
  template text not null
);
