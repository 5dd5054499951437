-- Decisions of before decisions were told: their own migration did not see them for the fence. Each goes once to the author
-- and to whoever handed the work in, as a decision of today does; one that anybody was told of stays as it is.
alter table quarantined_command no force row level security;
--> statement-breakpoint
alter table change_feed no force row level security;
--> statement-breakpoint
insert into change_feed (account_id, round_id, visit_id, kind, quarantined_id)
select distinct told.account_id, q.round_id, q.visit_id, 'decided', q.id
from quarantined_command q cross join lateral (values (q.author_id), (q.sender_id)) told(account_id)
where q.decision is not null and q.id = q.command_id and told.account_id is not null
  and not exists (select from change_feed f where f.quarantined_id = q.id);
--> statement-breakpoint
alter table change_feed force row level security;
--> statement-breakpoint
alter table quarantined_command force row level security;
