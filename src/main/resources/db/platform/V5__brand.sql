-- What customers see of a desk around its articles, and the hosts that desks prove to be theirs.
alter table tenant
  add column welcome_title text not null default '' check (length(welcome_title) <= 120),
  add column welcome_lead text not null default '' check (length(welcome_lead) <= 300),
  add column footer text not null default '' check (length(footer) <= 500),
  add column link_labels text[] not null default '{}' check (cardinality(link_labels) <= 6),
  add column link_addresses text[] not null default '{}',
  add column home_blocks text[] not null default '{search,categories,popular,own_requests,contact}',
  add check (cardinality(link_labels) = cardinality(link_addresses));

-- Beside the registry's row, which every node keeps in memory: the bytes are read only to be served.
create table brand_picture (
  tenant_id bigint not null references tenant (id),
  kind text not null check (kind in ('logo', 'logo_dark', 'favicon', 'hero')),
  media_type text not null,
  bytes bytea not null,
  primary key (tenant_id, kind)
);
insert into brand_picture (tenant_id, kind, media_type, bytes)
select id, 'logo', logo_type, logo from tenant where logo is not null;
alter table tenant drop column logo, drop column logo_type;

grant update (welcome_title, welcome_lead, footer, link_labels, link_addresses, home_blocks) on tenant to ${role};

-- A host that a tenant says is its own, with the record in DNS that proves it. Any number of tenants may say so; a host is served only
-- for who has it in "domain". A host that an operator gave has no row here.
create table domain_claim (
  id bigint generated always as identity primary key,
  tenant_id bigint not null references tenant (id),
  host text not null check (host = lower(host) and length(host) between 3 and 236),
  -- Stands in the record; of this claim alone, so that one tenant's record proves nothing for another.
  token text not null,
  state text not null check (state in ('waiting', 'verified', 'failed', 'lost')),
  -- Since when it is in this state; asking again begins anew.
  since timestamptz not null,
  -- What the last look at DNS found, if it was not the record.
  finding text check (finding in ('absent', 'different', 'unreachable', 'taken')),
  checked_at timestamptz,
  -- Since when the record of a verified host is gone.
  missing_since timestamptz,
  -- When it is looked at again by itself; null for never.
  next_check_at timestamptz,
  created_at timestamptz not null,
  unique (tenant_id, host)
);
create index domain_claim_host on domain_claim (host);
create unique index domain_claim_one_holder on domain_claim (host) where state = 'verified';
