ALTER TABLE "daily_use" DROP CONSTRAINT "daily_use_kind";--> statement-breakpoint
ALTER TABLE "daily_use" ADD CONSTRAINT "daily_use_kind" CHECK ("daily_use"."kind" in ('evidence', 'staged', 'parcel', 'import', 'kept'));--> statement-breakpoint
-- Counts on a subject's day what the transaction writes, or fails it where the day has no room for that (KC001).
create function count_use(
  p_subject uuid, p_kind text, p_day date, p_number integer, p_bytes bigint, p_most_number integer, p_most_bytes bigint
) returns void language plpgsql as $$
begin
  if p_number <= p_most_number and p_bytes <= p_most_bytes then
    insert into daily_use as u (subject, kind, day, number, bytes)
    values (p_subject, p_kind, p_day, p_number, p_bytes)
    on conflict (subject, kind, day) do update set number = u.number + excluded.number, bytes = u.bytes + excluded.bytes
    where u.number + excluded.number <= p_most_number and u.bytes + excluded.bytes <= p_most_bytes;
    if found then return; end if;
  end if;
  raise exception 'the day is full' using errcode = 'KC001';
end $$;
