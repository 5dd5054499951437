drop function upload_ticket(text, uuid, timestamptz, uuid);
--> statement-breakpoint
-- What a person may upload under an id, in one statement: asked before every piece of a photo. Of the person named, or of
-- the one whose session a cookie's hash names. Enters without roles or teams, for what is one's own needs none; no row for
-- what is not there, not the person's, without a session or of a disabled account. Beside it what that person has sent today:
-- of a colleague's day, whose work the person handed in, nothing is known here, and it is judged once the bytes are there.
create function upload_ticket(p_session text, p_actor uuid, p_at timestamptz, p_evidence uuid)
returns table (
  session_until timestamptz, id uuid, sha256 text, size integer, media_type text, status text,
  author uuid, used_number integer, used_bytes bigint
)
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  actor uuid := p_actor;
  until timestamptz;
begin
  if p_session is not null then
    select o.account_id, o.expires_at into actor, until
    from open_session(p_session) o where o.expires_at > p_at;
    if actor is null then return; end if;
  end if;
  perform enter_alone(actor);
  if p_session is null and not exists (select 1 from account a where a.id = actor and a.disabled_at is null) then
    return;
  end if;
  return query
    select until, e.id, e.sha256, e.size, e.media_type, e.status,
      e.attached_by, coalesce(u.number, 0), coalesce(u.bytes, 0)
    from evidence e
    left join daily_use u on u.subject = e.attached_by and u.kind = 'evidence'
      and u.day = (p_at at time zone 'Asia/Ho_Chi_Minh')::date
    where e.id = p_evidence and (e.attached_by = actor or e.sender_id = actor);
end $$;
--> statement-breakpoint
-- As of the other functions of field work: planned for tables that have grown.
alter function upload_ticket(text, uuid, timestamptz, uuid) set enable_seqscan = off set jit = off;
