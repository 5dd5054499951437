-- What a person may upload under an id, in one statement: asked before every piece of a photo. Enters as that person, so
-- the fence decides as everywhere; no row for what is not there, not the person's, or of a disabled account.
create function upload_ticket(p_actor uuid, p_on date, p_at timestamptz, p_evidence uuid)
returns table (id uuid, sha256 text, size integer, media_type text, status text)
language plpgsql set plan_cache_mode = force_generic_plan as $$
begin
  if enter(p_actor, p_on, p_at) is null then
    return;
  end if;
  return query
    select e.id, e.sha256, e.size, e.media_type, e.status
    from evidence e
    where e.id = p_evidence and (e.attached_by = p_actor or e.sender_id = p_actor);
end $$;
