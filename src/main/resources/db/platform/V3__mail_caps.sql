-- How many automatic mails an address was sent in an hour, by all tenants together: who fills in the forms of many desks with somebody
-- else's address must not flood that person. Nobody reads these tables but the function below, not even the platform's role.
create table mail_cap (
  -- Of the address, under the key below, so that no address is kept here.
  address_hash bytea not null,
  hour timestamptz not null,
  mails integer not null check (mails > 0),
  primary key (address_hash, hour)
);
create index mail_cap_hour on mail_cap (hour);

create table mail_cap_key (
  singleton boolean primary key default true check (singleton),
  key bytea not null
);
insert into mail_cap_key (key)
values (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
revoke all on mail_cap, mail_cap_key from ${role};

-- What tenants' roles may call, in a schema of its own as with jobs.
create schema mails;
grant usage on schema mails to public;

-- Counts an automatic mail of the tenant whose role is in force, within its transaction. False when the address had as many this hour.
create function mails.admit(address text, most integer) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp set lock_timeout = '1s' as $$
declare
  hashed bytea;
  this_hour timestamptz := date_trunc('hour', now());
begin
  perform from platform.tenant where role_name = current_setting('role');
  if not found then
    raise exception 'No tenant''s role is in force.' using errcode = 'insufficient_privilege';
  end if;
  select sha256(key || convert_to(address, 'UTF8') || key) into strict hashed from platform.mail_cap_key;
  delete from platform.mail_cap where (address_hash, hour) in (
    select old.address_hash, old.hour from platform.mail_cap old
    where old.hour < this_hour order by old.hour limit 20 for update skip locked);
  insert into platform.mail_cap as cap (address_hash, hour, mails) values (hashed, this_hour, 1)
  on conflict (address_hash, hour) do update set mails = cap.mails + 1 where cap.mails < most;
  return found;
exception when lock_not_available or deadlock_detected then
  -- Another transaction counts a mail to this address and does not end. No tenant waits long for another, and one mail less is no loss.
  return false;
end $$;
