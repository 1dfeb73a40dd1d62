-- Erasing a person renames it to a pseudonym, and nothing else may change: the transaction names both ids, `old>new`, the
-- new one must be an erased person, and every changed line must read as the old one with that one id replaced.
create or replace function forbid_change() returns trigger language plpgsql as $$
declare
  pair text[] := string_to_array(nullif(current_setting('regulars.pseudonymise', true), ''), '>');
  was jsonb;
  becomes jsonb;
begin
  if tg_op = 'UPDATE' and array_length(pair, 1) = 2
    and exists (select 1 from person where id = pair[2] and erased_at is not null) then
    was := to_jsonb(old);
    becomes := to_jsonb(new);
    if tg_table_name = 'movement'
      and becomes - 'person_id' - 'order_id' = was - 'person_id' - 'order_id'
      and becomes->>'person_id' in (was->>'person_id', case when was->>'person_id' = pair[1] then pair[2] end)
      and becomes->>'order_id' in (was->>'order_id', replace(was->>'order_id', pair[1], pair[2])) then
      return new;
    end if;
    if tg_table_name = 'posting'
      and becomes - 'account' = was - 'account'
      and becomes->>'account' in (was->>'account', replace(was->>'account', pair[1], pair[2])) then
      return new;
    end if;
  end if;
  raise exception 'the ledger is append-only: % on %', tg_op, tg_table_name;
end $$;
create trigger movement_kept before truncate on movement for each statement execute function forbid_change();
create trigger posting_kept before truncate on posting for each statement execute function forbid_change();

-- Erasing looks up what a browser and a person left; without these it read whole tables.
create index play_visitor on play (anonymous_id) where anonymous_id is not null;
create index free_entry_person on free_entry (person_id);
create index audit_target on audit (target) where target is not null;
