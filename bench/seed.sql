-- One tenant's desk. The search path is its schema; ${tickets}, ${token} and ${manager} are put in by Seed.java, which gives empty tenants the
-- part before the tickets only.

insert into agent (email, email_key, name, role, created_at, updated_at)
select email, email, 'Agent ' || n, case when n % 4 = 0 then 'manager' else 'agent' end, now(), now()
from (select n, 'agent' || n || '@bench.example' as email from generate_series(1, 12) n) person;

insert into api_token (agent_id, name, token_hash, hint, scopes, created_at)
select agent.id, 'Bench', sha256(token::bytea), right(token, 4), '{all}', now()
from (values ('agent1@bench.example', '${token}'), ('agent4@bench.example', '${manager}')) held (email, token)
join agent on email_key = held.email;

-- Tickets and what they need

insert into team (name, name_key, created_at)
select name, lower(name), now() from unnest(array['Billing', 'Delivery', 'Returns', 'Technical']) name;

insert into team_member (team_id, agent_id)
select team.id, agent.id from team join agent on agent.id % 4 = team.id % 4;

insert into customer (name, created_at, updated_at)
select 'Customer ' || n, now() - n * interval '1 hour', now() from generate_series(1, greatest(${tickets} / 8, 1)) n;

insert into customer_email (customer_id, email, email_key, is_primary)
select id, 'customer' || id || '@people.example', 'customer' || id || '@people.example', true from customer;

create temporary table drawn as
select n,
       (array['closed', 'closed', 'closed', 'closed', 'solved', 'solved', 'open', 'open', 'pending', 'new'])[1 + n % 10] as status,
       now() - interval '180 days' * (1 - n::float / ${tickets}) as created_at,
       (select initcap(string_agg(words[1 + (hashint4(n * 131 + k) & 63)], ' ' order by k))
        from generate_series(1, 6) k) as subject,
       (select string_agg(words[1 + (hashint4(n * 257 + k) & 63)], ' ' order by k)
        from generate_series(1, 60) k) as description
from generate_series(1, ${tickets}) n, regexp_split_to_array(
  'order invoice parcel printer refund address account password delivery return label charge battery screen cable manual '
  'update license export import report calendar contract payment receipt discount warranty repair spare colour size shelf '
  'arrived broken missing wrong late twice again never since yesterday monday morning warehouse office customer number '
  'could would should still today tomorrow tracking carrier driver box because before after without check thanks',
  ' ') words;

insert into ticket (
  number, subject, description, status, priority, channel, customer_id, assignee_id, team_id, tags, due_at, preview,
  awaiting_reply, created_at, updated_at, first_responded_at, solved_at, closed_at)
select n, subject, description, status,
       (array['normal', 'normal', 'low', 'high', 'normal', 'urgent', 'normal'])[1 + n % 7],
       (array['email', 'web', 'api'])[1 + n % 3],
       (select min(id) from customer) + n % (select count(*) from customer),
       case when status <> 'new' then (select min(id) from agent) + n % 12 end,
       case when n % 5 > 0 then (select min(id) from team) + n % 4 end,
       case when n % 3 = 0 then array['vip', 'returns'] else '{}' end,
       case when n % 4 = 0 then created_at + interval '3 days' end,
       left(description, 120), status in ('new', 'open'),
       created_at, created_at + interval '2 hours',
       case when status <> 'new' then created_at + interval '1 hour' end,
       case when status in ('solved', 'closed') then created_at + interval '2 days' end,
       case when status = 'closed' then created_at + interval '6 days' end
from drawn;

update ticket_counter set last_number = ${tickets}, tickets = ${tickets};

insert into message (ticket_id, visibility, author_customer_id, body, channel, created_at)
select id, 'public', customer_id, description, channel, created_at from ticket;

insert into message (ticket_id, visibility, author_agent_id, body, channel, created_at)
select id, 'public', assignee_id, 'Thanks for writing. ' || preview, 'web', first_responded_at from ticket
where first_responded_at is not null and number % 4 = 0;

insert into ticket_event (ticket_id, type, actor_customer_id, data, created_at)
select id, 'opened', customer_id, jsonb_build_object('status', status, 'priority', priority, 'channel', channel, 'customer', customer_id),
       created_at
from ticket;

drop table drawn;
