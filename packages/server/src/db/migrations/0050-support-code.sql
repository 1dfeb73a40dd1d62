-- The six characters by which a visitor is found, as `supportCode` of core/rules makes them: 30 bits of FNV-1a over UTF-8. An index over
-- them answers a look-up at once; a column would have to be kept beside the id it is made of.
create function support_code(id text) returns text language plpgsql immutable strict parallel safe as $$
declare
  bytes bytea := convert_to('support:' || id, 'UTF8');
  bits bigint := 2166136261;
  code text := '';
begin
  for at in 0 .. length(bytes) - 1 loop
    bits := ((bits # get_byte(bytes, at)) * 16777619) & 4294967295;
  end loop;
  for at in 0 .. 5 loop
    code := code || substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', ((bits >> (at * 5)) & 31)::int + 1, 1);
  end loop;
  return code;
end $$;

create index visitor_code on visitor (support_code(anonymous_id));
