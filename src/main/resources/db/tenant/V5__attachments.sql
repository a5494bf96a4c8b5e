-- Attachments ---------------------------------------------------------------------------------

-- Files that people brought. What is in them lies in the blob store, under the hash of their bytes.
create table attachment (
  id bigint generated always as identity primary key,
  hash bytea not null check (length(hash) = 32),
  -- As shown; no path, and nothing invisible in it.
  name text not null check (length(name) between 1 and 150),
  -- Told by the bytes, never by whoever brought it.
  media_type text not null,
  size bigint not null check (size > 0),
  -- Of pictures that browsers may show.
  width integer check (width > 0),
  height integer check (height > 0),
  -- The hash of a small picture of it.
  thumbnail bytea check (length(thumbnail) = 32),
  -- agent:7 or customer:7.
  uploader text not null,
  -- What holds it. Null until something does.
  subject text check (subject ~ '^[a-z_]{1,20}$'),
  subject_id bigint,
  -- From when on it is swept away, because nothing holds it; null while something does.
  sweep_at timestamptz,
  created_at timestamptz not null,
  check ((subject is null) = (subject_id is null)),
  check ((width is null) = (height is null)),
  check (subject is not null or sweep_at is not null)
);
create index attachment_hash on attachment (hash);
create index attachment_thumbnail on attachment (thumbnail) where thumbnail is not null;
create index attachment_subject on attachment (subject, subject_id) where subject is not null;
create index attachment_sweep on attachment (sweep_at, id) where sweep_at is not null;

-- What may be brought, and how much is there. Whoever adds to the store or sweeps it holds this row.
create table attachment_rule (
  singleton boolean primary key default true check (singleton),
  largest_file bigint not null default 20971520 check (largest_file > 0),
  -- Bytes in all; null for no limit.
  storage_limit bigint check (storage_limit > 0),
  -- Endings such as pdf; empty for all that are not forbidden.
  allowed text[] not null default '{}',
  -- Null for those that Lodge forbids by itself.
  forbidden text[],
  stored bigint not null default 0 check (stored >= 0),
  version bigint not null default 1
);
insert into attachment_rule default values;
revoke insert, delete on attachment_rule from ${role};
