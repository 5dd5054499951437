-- The receipts of these commands held a hash of the whole input, by which a password could be guessed. Nothing that can be
-- guessed takes its place: such a command sent again is refused. Their table is insert-only and fenced, also for the owner.
alter table command_receipt disable trigger insert_only;
--> statement-breakpoint
alter table command_receipt no force row level security;
--> statement-breakpoint
update command_receipt set content_hash = 'cleared:' || gen_random_uuid()
where action in ('access.create-account', 'access.change-password', 'access.import-users');
--> statement-breakpoint
alter table command_receipt force row level security;
--> statement-breakpoint
alter table command_receipt enable trigger insert_only;
