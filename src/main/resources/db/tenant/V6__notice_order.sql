-- Notices are listed by when it happened, not by when it was told: what was imported came about earlier.
drop index notification_agent;
create index notification_agent on notification (agent_id, created_at desc, id desc) where shown;
