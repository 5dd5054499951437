-- A plan that must do what the settings forbid is reckoned ten thousand million dearer, and a PostgreSQL with LLVM compiles
-- whatever is that dear: forty times as long as the work itself, at every call.
alter function open_session(text) set jit = off;
--> statement-breakpoint
alter function enter(uuid, date, timestamptz) set jit = off;
--> statement-breakpoint
alter function enter_visits(uuid, date, timestamptz, uuid[]) set jit = off;
--> statement-breakpoint
alter function read_desk(uuid, uuid[], uuid[], json, uuid[], text[]) set jit = off;
--> statement-breakpoint
alter function upload_ticket(text, uuid, timestamptz, uuid) set jit = off;
--> statement-breakpoint
alter function pull_page(text, uuid, date, timestamptz, text, text, text) set jit = off;
