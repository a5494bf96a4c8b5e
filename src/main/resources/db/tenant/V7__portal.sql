-- Help center: customers who sign in ----------------------------------------------------------

alter table organization
  -- Its people see each other's requests.
  add column shares_requests boolean not null default false;

alter table customer
  -- Only of those who want one: a link by mail does as well.
  add column password_hash text,
  add column signed_in_at timestamptz,
  -- What the person wants to be mailed.
  add column mail_answered boolean not null default true,
  add column mail_solved boolean not null default true;

create table customer_session (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer (id) on delete cascade,
  token_hash bytea not null unique,
  user_agent text not null,
  address text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index customer_session_customer on customer_session (customer_id, last_seen_at desc);

-- A link that was asked for with a mail address. It is mailed by a job, so that asking takes the same whoever has the address; used or
-- over, its row goes. A link may hold a request that waits for its address to be confirmed.
create table portal_link (
  id bigint generated always as identity primary key,
  email text not null check (length(email) between 3 and 254),
  language text,
  -- Where it leads afterwards, a path of this host.
  next text,
  -- Null until it was mailed.
  token_hash bytea unique,
  name text,
  subject text,
  description text,
  -- When something is to be done about it: it is to be mailed, or it is over.
  due_at timestamptz not null,
  check ((subject is null) = (description is null))
);
create index portal_link_due on portal_link (due_at);

create table portal_settings (
  singleton boolean primary key default true check (singleton),
  -- Whether people whom the desk does not know may sign in.
  sign_up boolean not null default true,
  -- Whether a request can be sent without signing in; its address is confirmed first.
  anonymous_requests boolean not null default false,
  -- Whether somebody new joins the organisation that has the domain of the address.
  joins_organization boolean not null default false,
  version bigint not null default 1
);
insert into portal_settings default values;
revoke insert, delete on portal_settings from ${role};
