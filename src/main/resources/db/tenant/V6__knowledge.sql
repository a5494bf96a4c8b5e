-- Knowledge base ------------------------------------------------------------------------------

create table article_category (
  id bigint generated always as identity primary key,
  parent_id bigint references article_category (id),
  -- Its place among those of the same parent, from 1.
  position integer not null check (position > 0),
  name varchar(80) not null check (length(name) > 0),
  description varchar(300) not null default '',
  slug varchar(80) not null unique,
  -- Name and description in further languages: {"de": {"name": …, "description": …}}.
  names jsonb not null default '{}',
  -- Null for the first letter of its name.
  icon text check (icon in ('account', 'api', 'clothing', 'company', 'dates', 'delivery', 'devices', 'fire', 'guide', 'help', 'history', 'mail', 'outdoors', 'payment', 'people', 'returns', 'security', 'settings', 'upload', 'warranty')),
  created_at timestamptz not null,
  version bigint not null default 1,
  check (parent_id <> id)
);
create index article_category_order on article_category (parent_id, position, id);

create table article (
  id bigint generated always as identity primary key,
  -- What the same article in other languages has too: the id of the first of them, which may be gone.
  family_id bigint,
  language varchar(35) not null,
  category_id bigint references article_category (id),
  title varchar(200) not null check (length(title) > 0),
  slug varchar(80) not null,
  -- Those it had before: they lead here as long as no other article has them.
  former_slugs text[] not null default '{}',
  -- Markdown.
  body text not null,
  -- What is read of it, without any markup; and its title, tags and headings without accents, for guesses and unfinished words.
  plain text not null,
  words text not null,
  status text not null check (status in ('draft', 'in_review', 'published', 'archived')),
  visibility text not null check (visibility in ('public', 'customers', 'agents')),
  tags text[] not null default '{}',
  -- Ids. Those of articles that are gone stay and lead nowhere.
  related bigint[] not null default '{}',
  publish_at timestamptz,
  -- When it first was there to be read since it was last published; null while that is still to come.
  published_at timestamptz,
  expires_at timestamptz,
  -- When it next begins or ends to be there, which its status is yet to follow.
  due_at timestamptz generated always as (case when status = 'published' then case when published_at is null then publish_at else expires_at end end) stored,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 1,
  search tsvector generated always as (
    setweight(to_tsvector(case split_part(language, '-', 1)
        when 'en' then 'pg_catalog.english'::regconfig when 'de' then 'pg_catalog.german'::regconfig
        when 'fr' then 'pg_catalog.french'::regconfig when 'es' then 'pg_catalog.spanish'::regconfig
        when 'ar' then 'pg_catalog.arabic'::regconfig else 'pg_catalog.simple'::regconfig end, title), 'A')
    || setweight(to_tsvector('pg_catalog.simple', words), 'B')
    || setweight(to_tsvector(case split_part(language, '-', 1)
        when 'en' then 'pg_catalog.english'::regconfig when 'de' then 'pg_catalog.german'::regconfig
        when 'fr' then 'pg_catalog.french'::regconfig when 'es' then 'pg_catalog.spanish'::regconfig
        when 'ar' then 'pg_catalog.arabic'::regconfig else 'pg_catalog.simple'::regconfig end, plain), 'C')) stored,
  check (status <> 'published' or publish_at is not null),
  check (expires_at > publish_at)
);
create unique index article_language on article (family_id, language);
create unique index article_slug on article (language, slug);
-- What a category of the help center lists, without a look at the articles themselves.
create index article_listed on article (category_id, language, title, id) include (slug, status, visibility, publish_at, expires_at);
create index article_title on article (title, id);
create index article_updated on article (updated_at, id);
create index article_due on article (due_at, id) where due_at is not null;
create index article_search on article using gin (search, tags, former_slugs, words extensions.gin_trgm_ops);

-- How often it was read and judged. Beside the article, so that counting neither waits for its writers nor makes it longer.
create table article_count (
  article_id bigint primary key references article (id) on delete cascade,
  views bigint not null default 0,
  helpful bigint not null default 0,
  unhelpful bigint not null default 0
) with (fillfactor = 50);

-- What it said, each time that changed. The version is the article's at that moment.
create table article_version (
  article_id bigint not null references article (id) on delete cascade,
  version bigint not null,
  title varchar(200) not null,
  body text not null,
  author_agent_id bigint references agent (id),
  created_at timestamptz not null,
  primary key (article_id, version)
);
create index article_version_author on article_version (author_agent_id);

-- Whether it helped, once for each who said so: "customer:7", "agent:7", or a hash of what a browser is known by.
create table article_feedback (
  voter varchar(90) not null,
  article_id bigint not null references article (id) on delete cascade,
  helpful boolean not null,
  comment varchar(1000) not null default '',
  created_at timestamptz not null,
  primary key (voter, article_id)
);
create index article_feedback_recent on article_feedback (article_id, created_at desc);

revoke update on article_version from ${role};
