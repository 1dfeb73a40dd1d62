-- The ledger stays append-only with one exception: erasing a person gives its lines to a pseudonym. Only names may change
-- then, in a transaction that says so; points, times and causes may not.
create or replace function forbid_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and current_setting('regulars.pseudonymise', true) = 'on' then
    if tg_table_name = 'movement'
      and (to_jsonb(new) - 'person_id' - 'order_id') = (to_jsonb(old) - 'person_id' - 'order_id') then
      return new;
    end if;
    if tg_table_name = 'posting' and (to_jsonb(new) - 'account') = (to_jsonb(old) - 'account') then
      return new;
    end if;
  end if;
  raise exception 'the ledger is append-only: % on %', tg_op, tg_table_name;
end $$;

-- A win that staff took back before it was claimed; unlike a repeat that was voided it still counts against limits.
alter table award add column voided_at bigint;
alter table play add column revoked boolean not null default false;
