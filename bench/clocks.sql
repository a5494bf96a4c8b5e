-- Ten tickets of one tenant whose first response is due at one moment, as Lodge itself would have written them when they were opened an
-- hour before. In the tenant's role, with its schema as the search path; ${due} is put in by DueClocks.java.

insert into sla_policy (name, name_key, position, created_at, updated_at)
select 'Bench', 'bench', 1, now(), now() where not exists (select from sla_policy);

insert into sla_policy_version (policy_id, version, name, conditions, targets, pause_in, created_at)
select id, version, name, '{}', '[{"metric": "first_response", "priority": "normal", "seconds": 3600, "time": "calendar"}]', '{}', now()
from sla_policy
on conflict do nothing;

insert into escalation_rule (name, policy_id, metric, offset_seconds, actions, created_at, updated_at)
select 'Late', id, 'first_response', 0, '[{"type": "notify", "to": ["assignee", "manager"]}]', now(), now()
from sla_policy where not exists (select from escalation_rule);

update ticket_counter set last_number = last_number + 10, tickets = tickets + 10;

insert into ticket (
  number, subject, description, status, priority, channel, assignee_id, due_at, due_since, sla_status, sla_metric, preview,
  awaiting_reply, created_at, updated_at)
select last_number - 10 + n, 'The parcel arrived broken', 'The corner is bent and the screen is dark.', 'open', 'normal', 'api',
       (select min(id) from agent) + n, '${due}', timestamptz '${due}' - interval '1 hour', 'running', 'first_response',
       'The corner is bent and the screen is dark.', true, timestamptz '${due}' - interval '1 hour',
       timestamptz '${due}' - interval '1 hour'
from ticket_counter, generate_series(1, 10) n;

insert into ticket_event (ticket_id, type, data, created_at)
select ticket.id, type, data, ticket.created_at
from ticket_counter join ticket on number > last_number - 10 join agent on agent.id = assignee_id, sla_policy, lateral (values
  ('opened', jsonb_build_object('status', status, 'priority', priority, 'channel', channel,
    'assignee', jsonb_build_object('id', assignee_id, 'name', agent.name))),
  ('policy_applied', jsonb_build_object(
    'policy', sla_policy.id, 'name', sla_policy.name, 'version', sla_policy.version))) fact (type, data)
order by ticket.id, type;

insert into clock (
  ticket_id, metric, ordinal, policy_id, policy_version, target_seconds, counts, status, started_at, due_at, used_seconds, next_moment)
select ticket.id, 'first_response', 1, sla_policy.id, sla_policy.version, 3600, 'calendar', 'running', ticket.created_at, due_at, 0,
       due_at
from ticket_counter join ticket on number > last_number - 10, sla_policy;

select jobs.wake('sla', '${due}');
