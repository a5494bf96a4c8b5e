-- Notifications -------------------------------------------------------------------------------

create table notification (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agent (id),
  kind text not null check (kind in ('assigned', 'new_in_team', 'customer_replied', 'mentioned', 'sla_warning', 'sla_breached')),
  ticket_id bigint not null references ticket (id),
  -- What it says beyond the ticket: who did it, which clock, an excerpt.
  data jsonb not null default '{}',
  created_at timestamptz not null,
  read_at timestamptz,
  -- When a mail about it is to go out, alone or bundled with others; null when none is, or when it went.
  mail_at timestamptz,
  shown boolean not null default true
);
create index notification_agent on notification (agent_id, id desc) where shown;
create index notification_unread on notification (agent_id) where shown and read_at is null;
create index notification_ticket on notification (ticket_id);
create index notification_mail on notification (mail_at, agent_id) where mail_at is not null;

-- What differs from the usual. A row says both channels.
create table notification_preference (
  agent_id bigint not null references agent (id),
  kind text not null,
  in_app boolean not null,
  by_mail boolean not null,
  primary key (agent_id, kind)
);
