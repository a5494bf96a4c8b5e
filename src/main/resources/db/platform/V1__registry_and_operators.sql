-- Runs in the schema "platform", as its owner. ${role} is the role that the application assumes for platform data.

create table tenant (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])$'),
  name text not null check (length(name) between 1 and 120),
  schema_name text not null unique,
  role_name text not null unique,
  status text not null check (status in ('active', 'suspended')),
  suspended_reason text,
  schema_version integer not null check (schema_version >= 0),
  accent text not null check (accent ~ '^#[0-9a-f]{6}$'),
  support_address text,
  logo bytea,
  logo_type text,
  brand_version bigint not null default 1,
  created_at timestamptz not null,
  version bigint not null default 1
);

-- One row per host. The primary key makes a host belong to one tenant at most.
create table domain (
  host text primary key check (host = lower(host) and length(host) between 1 and 253),
  tenant_id bigint not null references tenant (id),
  is_primary boolean not null,
  verified_at timestamptz,
  created_at timestamptz not null
);
create index domain_tenant on domain (tenant_id);
create unique index domain_one_primary on domain (tenant_id) where is_primary;

create table operator (
  id bigint generated always as identity primary key,
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text,
  active boolean not null default true,
  created_at timestamptz not null,
  version bigint not null default 1
);

create table operator_session (
  id bigint generated always as identity primary key,
  operator_id bigint not null references operator (id),
  token_hash bytea not null unique,
  user_agent text not null,
  address text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index operator_session_operator on operator_session (operator_id);

create table operator_link (
  id bigint generated always as identity primary key,
  operator_id bigint not null references operator (id),
  purpose text not null check (purpose in ('invitation', 'password_reset')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index operator_link_operator on operator_link (operator_id);

create table operator_signin_throttle (
  subject text primary key,
  failures integer not null,
  first_failure_at timestamptz not null,
  locked_until timestamptz
);

-- What operators did: append only, the application's role may neither change nor delete it.
create table operator_event (
  id bigint generated always as identity primary key,
  operator_id bigint references operator (id),
  tenant_id bigint references tenant (id),
  type text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null
);
create index operator_event_tenant on operator_event (tenant_id, id desc);
create index operator_event_operator on operator_event (operator_id);

-- The registry belongs to provisioning, which works as the owner: the application reads it and keeps status and branding.
revoke insert, update, delete on tenant, domain from ${role};
grant update (name, status, suspended_reason, accent, support_address, logo, logo_type, brand_version, version) on tenant to ${role};
grant insert, delete, update on domain to ${role};
revoke update, delete on operator_event from ${role};
