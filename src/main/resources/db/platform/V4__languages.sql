-- In which languages and at which clock a tenant meets people who have not said: the first language is the default.

alter table tenant
  add column languages text[] not null default '{en}'
    check (cardinality(languages) > 0 and array_position(languages, null) is null),
  add column time_zone text not null default 'UTC';

grant update (languages, time_zone) on tenant to ${role};
