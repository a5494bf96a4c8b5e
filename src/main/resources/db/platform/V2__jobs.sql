-- Due work: one row for each tenant and kind of work that has something due, at its earliest moment; none for a tenant with nothing
-- due. The table's shape is db-scheduler's, whose nodes take up rows by it.
create table scheduled_tasks (
  -- The kind of work.
  task_name text not null,
  -- The tenant's id.
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_tenant on scheduled_tasks (task_instance);

-- Work that failed too often to be tried again by itself. It is done with when a later run of it succeeds.
create table dead_letter (
  tenant_id bigint not null references tenant (id),
  work text not null,
  failures integer not null check (failures > 0),
  error text not null,
  failed_at timestamptz not null,
  -- When an operator put it back in place; null until then, and again after it failed once more.
  replayed_at timestamptz,
  primary key (tenant_id, work)
);
create index dead_letter_recent on dead_letter (failed_at desc);

-- The lock by which a wake and the end of a run meet (docs/decisions/0009): whoever wakes shares it until its transaction ends; a run
-- that ends holds it alone while it looks for what is due next. It queues fairly, so that neither starves the other.
create function wakes_lock(work text, tenant text) returns bigint
language sql immutable set search_path = pg_catalog, pg_temp
return hashtextextended(work || ' ' || tenant, 0);

-- Begins the end of a run. It need not wait for the disk: should the server die before it is there, the run is taken for lost and
-- repeated, and finds nothing to do.
create function await_wakes(work text, tenant text) returns boolean
language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  perform set_config('synchronous_commit', 'off', true);
  perform pg_advisory_xact_lock(platform.wakes_lock(work, tenant));
  return true;
end $$;

-- The one thing of the platform that tenants' roles may call. A schema of its own, so that they need no right on the platform's.
create schema jobs;
grant usage on schema jobs to public;

-- Says that the tenant whose role is in force has this work at that moment. True when that is now scheduled for it, false when
-- something at least as early already was, or the work is running, or waits to be tried again after a failure.
create function jobs.wake(work text, moment timestamptz) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant text;
begin
  select id into tenant from platform.tenant where role_name = current_setting('role');
  if not found then
    raise exception 'No tenant''s role is in force.' using errcode = 'insufficient_privilege';
  end if;
  -- Until this transaction ends no run of this work ends, so that what is true of the row below stays true.
  perform pg_advisory_xact_lock_shared(platform.wakes_lock(work, tenant));
  loop
    update platform.scheduled_tasks set execution_time = moment
    where task_name = work and task_instance = tenant
      and execution_time > moment and not picked and coalesce(consecutive_failures, 0) = 0;
    if found then
      return true;
    end if;
    -- Not any row: one that came in between the two statements may be later than this moment, and is moved by the next turn.
    perform from platform.scheduled_tasks
    where task_name = work and task_instance = tenant
      and (execution_time <= moment or picked or coalesce(consecutive_failures, 0) > 0);
    if found then
      return false;
    end if;
    insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
    values (work, tenant, moment, false, 1)
    on conflict do nothing;
    if found then
      return true;
    end if;
    -- Another transaction put the row in place meanwhile.
  end loop;
end $$;
