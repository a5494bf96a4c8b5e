-- Links to a password, by mail -----------------------------------------------------------------

-- Somebody asked for a new password. Whether the address is anybody's is looked up later, so that whoever asks cannot tell by the time
-- that it takes; until then not even the address is kept.
create table password_request (
  -- SHA-256 of the address in the form in which addresses are compared.
  address_hash bytea primary key,
  asked_at timestamptz not null
);
create index password_request_age on password_request (asked_at);

-- The bodies of a mail that lets somebody in, encrypted with the deployment's secret; text_body and html_body are empty then. Gone when it is sent.
alter table outgoing_mail add column sealed_body bytea;
