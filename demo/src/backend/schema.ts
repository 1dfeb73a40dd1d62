import type { Database } from '@regulars/server';

/** Tables of the shop, in their own schema beside the server's; each step runs once, in order. */
const steps: readonly string[] = [
  `create table shop.cart (
     id text primary key,
     visitor_ref text,
     coupon text,
     customer_id text,
     at bigint not null
   );
   create table shop.cart_line (
     cart_id text not null references shop.cart on delete cascade,
     product_id text not null,
     variant text not null,
     quantity integer not null check (quantity between 1 and 99),
     at bigint not null,
     primary key (cart_id, product_id, variant)
   );
   create table shop.coupon (
     code text primary key,
     claim_id text not null unique,
     template text not null,
     person_id text not null,
     valid_until bigint,
     used_by text
   );
   create table shop.placed_order (
     id text primary key,
     cart_id text not null,
     customer_id text,
     visitor_ref text,
     coupon text references shop.coupon,
     address jsonb not null,
     subtotal bigint not null,
     discount bigint not null,
     delivery bigint not null,
     total bigint not null,
     at bigint not null,
     thanked boolean not null default false,
     delivery_id text not null,
     told_at bigint,
     tries integer not null default 0
   );
   create table shop.order_line (
     order_id text not null references shop.placed_order on delete cascade,
     product_id text not null,
     variant text not null,
     quantity integer not null,
     price bigint not null,
     primary key (order_id, product_id, variant)
   );
   create table shop.sold (product_id text primary key, quantity integer not null);
   create index on shop.placed_order (customer_id);
   create index on shop.placed_order (told_at) where told_at is null;`,
  `alter table shop.placed_order add column next_try_at bigint not null default 0;`,
  `alter table shop.cart add column use_points boolean not null default false;
   alter table shop.placed_order add column member bigint not null default 0;
   alter table shop.placed_order add column points bigint not null default 0;
   create table shop.board_month (month text primary key);`,
  `create table shop.wish (
     customer_id text not null,
     product_id text not null,
     place integer not null,
     primary key (customer_id, product_id)
   );`,
];

const lock = 7_402_002;

/** Brings the shop's tables up to date. Processes that start together wait for each other. */
export async function migrateShop(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [lock]);
    await tx.script(
      'create schema if not exists shop; create table if not exists shop.step (n integer primary key)',
    );
    const [row] = await tx.query<{ n: number }>('select count(*)::integer as n from shop.step');
    for (let n = row?.n ?? 0; n < steps.length; n++) {
      await tx.script(steps[n] ?? '');
      await tx.query('insert into shop.step values ($1)', [n]);
    }
  });
}
