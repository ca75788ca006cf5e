-- An event is one row. What it refers to stands there by id, which never changes, and what it has several of as JSON:
-- an index for each way back to it was most of what loading a million events cost.

alter table event add column type varchar(128);
alter table event add column place varchar(128);
alter table event add column dataset varchar(128);
alter table event add column participants varchar(1000000);
alter table event add column relations varchar(1000000);
alter table event add column reports varchar(1000000);

update event set
    type = (select t.slug from event_type t where t.pk = event.type_pk),
    place = (select p.slug from place p where p.pk = event.place_pk),
    dataset = (select d.slug from dataset d where d.pk = event.dataset_pk),
    participants = (
        select cast(json_arrayagg(json_object('role': lower(p.role), 'actor': a.slug) order by p.position) as varchar(1000000))
        from event_participant p join actor a on a.pk = p.actor_pk where p.event_pk = event.pk),
    relations = (
        select cast(json_arrayagg(json_object(
            'kind': case r.kind when 'PART_OF' then 'partOf' when 'RESPONDS_TO' then 'respondsTo' when 'CAUSES' then 'causes'
                when 'PRECEDES' then 'precedes' when 'REFERS_TO' then 'refersTo' when 'CONTRADICTS' then 'contradicts'
                when 'SAME_INCIDENT_AS' then 'sameIncidentAs' end,
            'event': o.slug, 'title': r.title) order by r.position) as varchar(1000000))
        from event_relation r join event o on o.pk = r.other_pk where r.event_pk = event.pk),
    reports = (
        select cast(json_arrayagg(json_object('source': s.slug, 'title': r.title, 'publisher': r.publisher,
            'attribution': r.attribution, 'note': r.note absent on null) order by r.position) as varchar(1000000))
        from event_report r join source s on s.pk = r.source_pk where r.event_pk = event.pk);

alter table event alter column type set not null;
alter table event drop column type_pk;
alter table event drop column place_pk;
alter table event drop column dataset_pk;

drop table event_participant;
drop table event_relation;
drop table event_report;
