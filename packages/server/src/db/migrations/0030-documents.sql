-- What marketers wrote and put live. A published revision never changes: what a visitor saw can be read for ever.

create table document_revision (
  kind text not null check (kind in ('campaigns', 'program')),
  revision integer not null check (revision >= 0),
  -- The JSON as it was written, so that it comes back with its order and spacing.
  content text not null,
  way text not null check (way in ('file', 'publish', 'rollback')),
  -- The revision whose content a rollback brought back.
  restored integer,
  why text,
  author text not null,
  publisher text not null,
  t bigint not null,
  primary key (kind, revision)
);

create function forbid_document_change() returns trigger language plpgsql as $$
begin
  raise exception 'published revisions are fixed: % on %', tg_op, tg_table_name;
end $$;
create trigger document_revision_fixed before update or delete on document_revision
  for each row execute function forbid_document_change();

create table document_draft (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('campaigns', 'program')),
  base integer not null,
  content text not null,
  why text,
  author text not null,
  author_id text,
  t bigint not null,
  state text not null default 'open' check (state in ('open', 'published', 'replaced', 'discarded'))
);
create unique index document_draft_open on document_draft (kind) where state = 'open';

-- The file that the server was started with, to know at the next start whether somebody edited it.
create table document_file (
  kind text primary key,
  hash text not null
);

-- What a colleague's command line signs in with; only the hash is kept.
create table command_token (
  token_hash text primary key,
  account_id text not null references account (id),
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index command_token_account on command_token (account_id);
