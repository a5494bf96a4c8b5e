-- How many mails one address was sent because somebody filled in a form with it, over all tenants. Of the address only a digest is here.
create table form_recipient (
  recipient bytea primary key,
  since timestamptz not null,
  mails integer not null
);
create index form_recipient_since on form_recipient (since);
