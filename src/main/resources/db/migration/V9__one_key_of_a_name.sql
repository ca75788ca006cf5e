-- A name that revisions know their author by belongs to one key in force: it stands here as long as the key is.
alter table api_key add column name_in_force varchar(200);
update api_key set name_in_force = name
where revoked_at is null and not exists (
    select 1 from api_key before
    where before.name = api_key.name and before.revoked_at is null
      and (before.created_at < api_key.created_at or before.created_at = api_key.created_at and before.id < api_key.id));
alter table api_key add constraint api_key_name_in_force unique (name_in_force);
