-- Runs with the tenant's schema as the search path, as its owner. ${role} is the tenant's role.
-- No triggers, no reference to another schema: a tenant's schema can live on any node.

-- Accounts ------------------------------------------------------------------------------------

create table role (
  name text primary key check (name in ('owner', 'admin', 'manager', 'agent', 'light_agent', 'auditor')),
  ticket_scope text not null check (ticket_scope in ('all', 'team_own_unassigned', 'own_unassigned', 'own')),
  version bigint not null default 1
);
insert into role (name, ticket_scope)
values ('owner', 'all'), ('admin', 'all'), ('manager', 'all'), ('agent', 'all'), ('light_agent', 'all'), ('auditor', 'all');

create table agent (
  id bigint generated always as identity primary key,
  email text not null check (length(email) between 3 and 254),
  email_key text not null unique,
  name text not null check (length(name) between 1 and 120),
  role text not null references role (name),
  password_hash text,
  active boolean not null default true,
  locale text not null default 'en',
  time_zone text,
  theme text not null default 'auto' check (theme in ('auto', 'light', 'dark')),
  shortcuts boolean not null default true,
  last_seen_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 1
);
create index agent_role on agent (role);
create index agent_name on agent (name, id);

create table team (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 80),
  name_key text not null unique,
  created_at timestamptz not null,
  version bigint not null default 1
);

create table team_member (
  team_id bigint not null references team (id) on delete cascade,
  agent_id bigint not null references agent (id),
  primary key (team_id, agent_id)
);
create index team_member_agent on team_member (agent_id, team_id);

create table session (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agent (id),
  token_hash bytea not null unique,
  user_agent text not null,
  address text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_agent on session (agent_id, last_seen_at desc);

create table api_token (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agent (id),
  name text not null check (length(name) between 1 and 80),
  token_hash bytea not null unique,
  hint text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index api_token_agent on api_token (agent_id, id desc);

create table account_link (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agent (id),
  purpose text not null check (purpose in ('invitation', 'password_reset')),
  token_hash bytea not null unique,
  created_by bigint references agent (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_link_agent on account_link (agent_id);
create index account_link_created_by on account_link (created_by);

create table signin_throttle (
  subject text primary key,
  failures integer not null,
  first_failure_at timestamptz not null,
  locked_until timestamptz
);

-- What was done to accounts and settings: append only.
create table account_event (
  id bigint generated always as identity primary key,
  type text not null,
  actor_agent_id bigint references agent (id),
  agent_id bigint references agent (id),
  data jsonb not null default '{}',
  created_at timestamptz not null
);
create index account_event_actor on account_event (actor_agent_id);
create index account_event_agent on account_event (agent_id, id desc);
create index account_event_recent on account_event (created_at desc, id desc);

-- Customers -----------------------------------------------------------------------------------

create table organization (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  name_key text not null unique,
  domains text[] not null default '{}',
  notes text not null default '',
  created_at timestamptz not null,
  version bigint not null default 1
);

create table customer (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 120),
  organization_id bigint references organization (id),
  language text,
  time_zone text,
  notes text not null default '',
  anonymized_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 1,
  search tsvector generated always as (to_tsvector('simple', name)) stored
);
create index customer_organization on customer (organization_id);
create index customer_name on customer (name, id);
create index customer_created on customer (created_at, id);
create index customer_search on customer using gin (search);

create table customer_email (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customer (id) on delete cascade,
  email text not null check (length(email) between 3 and 254),
  email_key text not null unique,
  is_primary boolean not null
);
create index customer_email_customer on customer_email (customer_id);
create unique index customer_email_one_primary on customer_email (customer_id) where is_primary;

-- Tickets -------------------------------------------------------------------------------------

create table ticket_counter (
  singleton boolean primary key default true check (singleton),
  last_number bigint not null,
  -- How many there are. Tickets are never deleted, so the list of all need not count them.
  tickets bigint not null
);
insert into ticket_counter (last_number, tickets) values (0, 0);

create table ticket (
  id bigint generated always as identity primary key,
  number bigint not null unique,
  subject text not null check (length(subject) between 1 and 200),
  description text not null,
  status text not null check (status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  -- 1 low … 4 urgent: lists sort by it.
  urgency smallint not null generated always as (case priority when 'urgent' then 4 when 'high' then 3 when 'normal' then 2 else 1 end) stored,
  -- 1 new … 6 closed: lists sort by it.
  stage smallint not null generated always as (case status when 'new' then 1 when 'open' then 2 when 'pending' then 3 when 'on_hold' then 4 when 'solved' then 5 else 6 end) stored,
  channel text not null check (channel in ('web', 'email', 'api', 'phone')),
  customer_id bigint references customer (id),
  assignee_id bigint references agent (id),
  team_id bigint references team (id),
  follows_id bigint references ticket (id),
  tags text[] not null default '{}',
  due_at timestamptz,
  preview text not null default '',
  -- The customer wrote last: no agent has answered the newest public message.
  awaiting_reply boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  first_responded_at timestamptz,
  solved_at timestamptz,
  closed_at timestamptz,
  version bigint not null default 1,
  search tsvector generated always as (setweight(to_tsvector('simple', subject), 'A') || setweight(to_tsvector('simple', description), 'B')) stored
);
create index ticket_created on ticket (created_at desc, id desc);
create index ticket_updated on ticket (updated_at desc, id desc);
create index ticket_overdue on ticket (due_at, id) where status in ('new', 'open', 'pending', 'on_hold');
create index ticket_due_first on ticket (due_at, id);
create index ticket_due_last on ticket (due_at desc nulls last, id desc);
create index ticket_urgency on ticket (urgency, id);
create index ticket_stage on ticket (stage, id);
create index ticket_solved on ticket (solved_at, id) where status = 'solved';
create index ticket_status on ticket (status, created_at desc, id desc);
create index ticket_assignee on ticket (assignee_id, status, created_at desc, id desc);
create index ticket_team on ticket (team_id, status, created_at desc, id desc);
create index ticket_customer on ticket (customer_id, created_at desc, id desc);
create index ticket_follows on ticket (follows_id) where follows_id is not null;
create index ticket_tags on ticket using gin (tags);
-- Words, and words like them in subjects, in one index: two would weigh more in each empty schema.
create index ticket_search on ticket using gin (search, subject extensions.gin_trgm_ops);

create table message (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket (id),
  visibility text not null check (visibility in ('public', 'internal')),
  author_agent_id bigint references agent (id),
  author_customer_id bigint references customer (id),
  body text not null,
  channel text not null check (channel in ('web', 'email', 'api', 'phone')),
  created_at timestamptz not null,
  search tsvector generated always as (to_tsvector('simple', body)) stored,
  check (num_nonnulls(author_agent_id, author_customer_id) = 1),
  check (visibility = 'public' or author_agent_id is not null)
);
create index message_ticket on message (ticket_id, id);
create index message_author_agent on message (author_agent_id) where author_agent_id is not null;
create index message_author_customer on message (author_customer_id) where author_customer_id is not null;
create index message_search on message using gin (search);

-- The ledger: timeline, audit and service levels are read from it, and nobody rewrites it.
create table ticket_event (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket (id),
  type text not null,
  actor_agent_id bigint references agent (id),
  actor_customer_id bigint references customer (id),
  message_id bigint references message (id),
  data jsonb not null default '{}',
  created_at timestamptz not null
);
create index ticket_event_ticket on ticket_event (ticket_id, id);
create index ticket_event_actor_agent on ticket_event (actor_agent_id) where actor_agent_id is not null;
create index ticket_event_actor_customer on ticket_event (actor_customer_id) where actor_customer_id is not null;
create index ticket_event_message on ticket_event (message_id) where message_id is not null;

-- Web -----------------------------------------------------------------------------------------

create table idempotency_key (
  principal text not null,
  key text not null check (length(key) between 1 and 255),
  request_hash bytea not null,
  status integer,
  location text,
  body bytea,
  created_at timestamptz not null,
  primary key (principal, key)
);
create index idempotency_key_age on idempotency_key (created_at);

revoke update, delete on ticket_event, account_event from ${role};
revoke insert, delete on role, ticket_counter from ${role};
