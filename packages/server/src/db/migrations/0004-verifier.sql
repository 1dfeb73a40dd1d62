-- The prize that paid when another had run out, for whoever checks a version that ended.
alter table pool_version add column fallback integer;
