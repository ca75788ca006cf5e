-- Codes and tags of an event are words that no other row refers to: an array in its row, where they were rows of their
-- own. Writing and reading an event takes fewer rows for it.

alter table event add column codings varchar(240) array;
alter table event add column tags varchar(64) array;

update event set codings = (
    select array_agg(lower(c.scheme) || ':' || c.code order by c.position)
    from event_coding c where c.event_pk = event.pk)
where pk in (select event_pk from event_coding);

update event set tags = (
    select array_agg(t.tag order by t.position) from event_tag t where t.event_pk = event.pk)
where pk in (select event_pk from event_tag);

drop table event_coding;
drop table event_tag;

-- Times never decrease from one number to the next, so the number at a time is found by halving.
drop index revision_by_time;
