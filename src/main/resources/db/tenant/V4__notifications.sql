-- Notifications -------------------------------------------------------------------------------

create table notification (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agent (id),
  kind text not null check (kind in ('assigned', 'new_in_team', 'customer_replied', 'mentioned', 'sla_warning', 'sla_breached')),
  ticket_id bigint not null references ticket (id),
  -- What was written, if it is about words. They are read there, so that nothing of a customer is kept twice.
  message_id bigint references message (id),
  -- What it says beyond that: which agent did it, which clock.
  data jsonb not null default '{}',
  -- What may be said again but is told once to each agent; null for what happens once anyway.
  once text,
  created_at timestamptz not null,
  read_at timestamptz,
  -- When a mail about it is to go out, alone or bundled with others; null when none is, or when it went.
  mail_at timestamptz,
  -- False for who wants it by mail alone.
  shown boolean not null
);
-- By when it happened, not by when it was told: what was imported came about earlier.
create index notification_agent on notification (agent_id, created_at desc, id desc) where shown;
create index notification_unread on notification (agent_id, ticket_id) where read_at is null;
create index notification_message on notification (message_id) where message_id is not null;
create index notification_mail on notification (mail_at, agent_id) where mail_at is not null;
create unique index notification_once on notification (ticket_id, agent_id, once);

-- What an agent chose, for each kind both channels. A kind without an entry, or an agent without a row, has the usual.
create table notification_preference (
  agent_id bigint primary key references agent (id),
  choices jsonb not null,
  updated_at timestamptz not null,
  version bigint not null default 1
);
