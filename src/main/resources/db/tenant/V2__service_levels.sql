-- Service levels ------------------------------------------------------------------------------

create table calendar (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 80),
  name_key text not null,
  is_default boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Deleted calendars stay, because policies counted in them.
  deleted_at timestamptz,
  version integer not null default 1
);
create unique index calendar_name on calendar (name_key) where deleted_at is null;
create unique index calendar_one_default on calendar (is_default) where is_default;

-- What a calendar said, for ever: clocks are explained and replayed under the version that they ran on.
create table calendar_version (
  calendar_id bigint not null references calendar (id),
  version integer not null,
  name text not null,
  time_zone text not null,
  hours jsonb not null,
  holidays jsonb not null,
  created_at timestamptz not null,
  primary key (calendar_id, version)
);

create table sla_policy (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 80),
  name_key text not null,
  -- 1 is asked first. Null when deleted.
  position integer,
  calendar_id bigint references calendar (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- Deleted policies stay, because clocks ran under them; no ticket gets one any more.
  deleted_at timestamptz,
  version integer not null default 1,
  unique (position) deferrable initially deferred,
  check ((deleted_at is null) = (position is not null))
);
create unique index sla_policy_name on sla_policy (name_key) where deleted_at is null;
create index sla_policy_calendar on sla_policy (calendar_id);

create table sla_policy_version (
  policy_id bigint not null references sla_policy (id),
  version integer not null,
  name text not null,
  conditions jsonb not null,
  targets jsonb not null,
  pause_in text[] not null,
  calendar_id bigint,
  calendar_version integer,
  created_at timestamptz not null,
  primary key (policy_id, version),
  foreign key (calendar_id, calendar_version) references calendar_version (calendar_id, version)
);
create index sla_policy_version_calendar on sla_policy_version (calendar_id, calendar_version);

-- One running target of one ticket. A cache: all of it can be replayed from the ticket's ledger.
create table clock (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references ticket (id),
  metric text not null check (metric in ('first_response', 'next_response', 'periodic_update', 'resolution')),
  -- Counts the clocks of the same metric on a ticket, from 1.
  ordinal integer not null check (ordinal > 0),
  policy_id bigint not null,
  policy_version integer not null,
  target_seconds bigint not null check (target_seconds > 0),
  counts text not null check (counts in ('business', 'calendar')),
  status text not null check (status in ('running', 'paused', 'met', 'breached', 'cancelled')),
  started_at timestamptz not null,
  -- Null while paused before it came due, and when cancelled.
  due_at timestamptz,
  -- Without the stretch in which it runs now, so that a clock that runs need not be written.
  used_seconds bigint not null check (used_seconds >= 0),
  breached_at timestamptz,
  -- When it was fulfilled or cancelled; null while it can still be.
  ended_at timestamptz,
  -- When what was promised was done, in time or late.
  fulfilled_at timestamptz,
  -- The earliest moment at which something is still to be done about it: it comes due, or a level is reached.
  next_moment timestamptz,
  -- The levels of escalation that it reached: ids of escalation_rule, some of which may be gone. Each fires once per clock, because
  -- whoever adds one here has locked the ticket and read the row after that.
  levels_reached bigint[] not null default '{}',
  unique (ticket_id, metric, ordinal),
  foreign key (policy_id, policy_version) references sla_policy_version (policy_id, version)
);
create index clock_policy on clock (policy_id, policy_version);
create index clock_next_moment on clock (next_moment, id) where next_moment is not null;
-- When a clock was decided: what reports count. They write it in the same words.
create index clock_decided on clock ((coalesce(breached_at, fulfilled_at))) where status in ('met', 'breached');

create table escalation_rule (
  id bigint generated always as identity primary key,
  name text not null check (length(name) between 1 and 80),
  policy_id bigint not null references sla_policy (id),
  metric text not null check (metric in ('first_response', 'next_response', 'periodic_update', 'resolution')),
  -- Before due if negative.
  offset_seconds bigint not null,
  actions jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
create index escalation_rule_policy on escalation_rule (policy_id, metric, offset_seconds);

-- A row says that policies changed and that open tickets, in the order of their ids, are compared with them again.
create table sla_recount (
  singleton boolean primary key default true check (singleton),
  requested_at timestamptz not null,
  -- All up to this ticket are done.
  after_ticket bigint not null default 0,
  -- All were compared once; those that were being lodged meanwhile still have to be.
  settling boolean not null default false
);

create table closing_rule (
  singleton boolean primary key default true check (singleton),
  -- A ticket is closed so many days after it was solved; 0 for never.
  close_after_days integer not null default 4 check (close_after_days between 0 and 365),
  version bigint not null default 1
);
insert into closing_rule default values;
revoke insert, delete on closing_rule from ${role};

create table attainment_goal (
  singleton boolean primary key default true check (singleton),
  -- Of a hundred targets, how many the desk means to meet.
  percent integer not null default 95 check (percent between 1 and 100),
  version bigint not null default 1
);
insert into attainment_goal default values;
revoke insert, delete on attainment_goal from ${role};

alter table ticket
  -- A due date set by hand survives what clocks say.
  add column due_by_hand boolean not null default false,
  -- When that clock began, so that one sees how much of its time is left; null for a date set by hand.
  add column due_since timestamptz,
  -- How the clock stands that comes due next; of a ticket that is done, how its last one ended. One that runs stays running here when it
  -- comes due: whether its time has passed due_at tells. Only with a due date set by hand is it breached here then.
  add column sla_status text check (sla_status in ('running', 'paused', 'met', 'breached')),
  -- What that clock measures.
  add column sla_metric text check (sla_metric in ('first_response', 'next_response', 'periodic_update', 'resolution'));
update ticket set due_by_hand = true where due_at is not null;
create index ticket_sla_status on ticket (sla_status, due_at, id) where sla_status is not null;
