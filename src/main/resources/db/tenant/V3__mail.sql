-- Mail ----------------------------------------------------------------------------------------

-- Every mail that was to be sent, and what became of it.
create table outgoing_mail (
  id bigint generated always as identity primary key,
  message_id text not null unique,
  -- Which template it was made from.
  kind text not null,
  ticket_id bigint references ticket (id),
  to_address text not null,
  to_name text not null default '',
  subject text not null,
  text_body text not null,
  html_body text not null,
  -- Both bodies of a mail that lets somebody in, encrypted with the deployment's secret; the two above are empty then. Gone when it is
  -- sent.
  sealed_body bytea,
  -- What holds the mails of one ticket together in mail programs (In-Reply-To and References).
  thread_id text,
  automatic boolean not null,
  -- kept: there was no mail server to send it by.
  status text not null check (status in ('queued', 'sent', 'failed', 'kept')),
  attempts integer not null default 0,
  -- While somebody sends it, the moment from which another may try, because that somebody must have died.
  next_attempt_at timestamptz,
  give_up_at timestamptz,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  check ((status = 'queued') = (next_attempt_at is not null)),
  check ((status = 'queued') = (give_up_at is not null))
);
create index outgoing_mail_due on outgoing_mail (next_attempt_at, id) where status = 'queued';
create index outgoing_mail_ticket on outgoing_mail (ticket_id, id);
create index outgoing_mail_status on outgoing_mail (status, id);

-- What a tenant's mails say in place of what Lodge would say.
create table mail_template (
  kind text not null,
  language text not null,
  subject text not null,
  body text not null,
  updated_at timestamptz not null,
  version bigint not null default 1,
  primary key (kind, language)
);

create table mail_settings (
  singleton boolean primary key default true check (singleton),
  sender_address text,
  sender_name text,
  smtp_host text,
  smtp_port integer check (smtp_port between 1 and 65535),
  smtp_security text check (smtp_security in ('tls', 'starttls', 'none')),
  smtp_user text,
  -- Encrypted with the deployment's secret.
  smtp_password bytea,
  version bigint not null default 1,
  check ((smtp_host is null) = (smtp_port is null) and (smtp_host is null) = (smtp_security is null))
);
insert into mail_settings default values;
revoke insert, delete on mail_settings from ${role};

-- Links to a password, by mail -----------------------------------------------------------------

-- Somebody asked for a new password. Whether the address is anybody's is looked up later, so that whoever asks cannot tell by the time
-- that it takes; until then not even the address is kept.
create table password_request (
  -- SHA-256 of the address in the form in which addresses are compared.
  address_hash bytea primary key,
  asked_at timestamptz not null
);
create index password_request_age on password_request (asked_at);
