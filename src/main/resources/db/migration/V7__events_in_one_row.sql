-- An event is one row. What it refers to stands there by id, which never changes, and what it has several of as JSON:
-- an index for each way back to it was more than a third of what H2 did for a loaded row. Quotes, backslashes, tabs and line
-- ends are all that a text of an event may hold and JSON writes otherwise.

alter table event rename to event_of_several_rows;
alter table statement rename to statement_on_several_rows;
alter table statement_about rename to statement_about_several_rows;

create table event (
    pk           bigint primary key,
    slug         varchar(128) not null unique,
    revision     bigint not null,
    created_at   timestamp(6) with time zone not null,
    updated_at   timestamp(6) with time zone not null,
    type         varchar(128) not null,
    title        varchar(500) not null,
    summary      varchar(10000),
    edtf         varchar(64) not null,
    earliest     timestamp(6) with time zone,
    latest       timestamp(6) with time zone,
    place        varchar(128),
    lat          double precision check (lat between -90 and 90),
    lon          double precision check (lon between -180 and 180),
    point_precision varchar(32),
    participants varchar(1000000),
    relations    varchar(1000000),
    reports      varchar(1000000),
    low          integer check (low >= 0),
    best         integer check (best >= 0),
    high         integer check (high >= 0),
    of_initiator integer check (of_initiator >= 0),
    of_target    integer check (of_target >= 0),
    of_civilians integer check (of_civilians >= 0),
    of_unknown   integer check (of_unknown >= 0),
    codings      varchar(240) array,
    tags         varchar(64) array,
    dataset      varchar(128),
    check (earliest <= latest)
);

insert into event (pk, slug, revision, created_at, updated_at, type, title, summary, edtf, earliest, latest, place, lat, lon,
    point_precision, participants, relations, reports, low, best, high, of_initiator, of_target, of_civilians, of_unknown,
    codings, tags, dataset)
select e.pk, e.slug, e.revision, e.created_at, e.updated_at,
    (select t.slug from event_type t where t.pk = e.type_pk),
    e.title, e.summary, e.edtf, e.earliest, e.latest,
    (select p.slug from place p where p.pk = e.place_pk),
    e.lat, e.lon, e.point_precision,
    (select '[' || string_agg('{"role":"' || lower(p.role) || '","actor":"' || a.slug || '"}', ',' order by p.position) || ']'
        from event_participant p join actor a on a.pk = p.actor_pk where p.event_pk = e.pk),
    (select '[' || string_agg('{"kind":"'
            || case r.kind when 'PART_OF' then 'partOf' when 'RESPONDS_TO' then 'respondsTo' when 'CAUSES' then 'causes'
                when 'PRECEDES' then 'precedes' when 'REFERS_TO' then 'refersTo' when 'CONTRADICTS' then 'contradicts'
                when 'SAME_INCIDENT_AS' then 'sameIncidentAs' end
            || '","event":"' || o.slug
            || '","title":"' || replace(replace(replace(replace(replace(r.title, '\', '\\'), '"', '\"'), chr(10), '\n'), chr(13), '\r'), chr(9), '\t') || '"}', ',' order by r.position) || ']'
        from event_relation r join event_of_several_rows o on o.pk = r.other_pk where r.event_pk = e.pk),
    (select '[' || string_agg('{"source":"' || s.slug
            || '","title":"' || replace(replace(replace(replace(replace(r.title, '\', '\\'), '"', '\"'), chr(10), '\n'), chr(13), '\r'), chr(9), '\t')
            || '","publisher":"' || replace(replace(replace(replace(replace(r.publisher, '\', '\\'), '"', '\"'), chr(10), '\n'), chr(13), '\r'), chr(9), '\t')
            || coalesce('","attribution":"' || replace(replace(replace(replace(replace(r.attribution, '\', '\\'), '"', '\"'), chr(10), '\n'), chr(13), '\r'), chr(9), '\t'), '')
            || coalesce('","note":"' || replace(replace(replace(replace(replace(r.note, '\', '\\'), '"', '\"'), chr(10), '\n'), chr(13), '\r'), chr(9), '\t'), '')
            || '"}', ',' order by r.position) || ']'
        from event_report r join source s on s.pk = r.source_pk where r.event_pk = e.pk),
    e.low, e.best, e.high, e.of_initiator, e.of_target, e.of_civilians, e.of_unknown, e.codings, e.tags,
    (select d.slug from dataset d where d.pk = e.dataset_pk)
from event_of_several_rows e order by e.pk;

-- statements are the same, and refer to the events where they are now

create table statement (
    pk            bigint primary key,
    slug          varchar(128) not null unique,
    revision      bigint not null,
    created_at    timestamp(6) with time zone not null,
    updated_at    timestamp(6) with time zone not null,
    speaker_pk    bigint not null references actor (pk),
    made_in_pk    bigint references event (pk),
    made_in_title varchar(500),
    edtf          varchar(64),
    gist          varchar(5000) not null,
    quote         varchar(10000),
    language      varchar(64),
    source_pk     bigint references source (pk),
    source_title  varchar(1000)
);

insert into statement (pk, slug, revision, created_at, updated_at, speaker_pk, made_in_pk, made_in_title, edtf, gist, quote,
    language, source_pk, source_title)
select pk, slug, revision, created_at, updated_at, speaker_pk, made_in_pk, made_in_title, edtf, gist, quote, language,
    source_pk, source_title
from statement_on_several_rows order by pk;

create table statement_about (
    statement_pk bigint not null references statement (pk),
    position     integer not null,
    event_pk     bigint references event (pk),
    event_title  varchar(500),
    actor_pk     bigint references actor (pk),
    place_pk     bigint references place (pk),
    primary key (statement_pk, position),
    check ((case when event_pk is null then 0 else 1 end)
         + (case when actor_pk is null then 0 else 1 end)
         + (case when place_pk is null then 0 else 1 end) = 1)
);

insert into statement_about (statement_pk, position, event_pk, event_title, actor_pk, place_pk)
select statement_pk, position, event_pk, event_title, actor_pk, place_pk
from statement_about_several_rows order by statement_pk, position;

drop table statement_about_several_rows;
drop table statement_on_several_rows;
drop table event_participant;
drop table event_relation;
drop table event_report;
drop table event_of_several_rows;

create index statement_speaker on statement (speaker_pk);
create index statement_made_in on statement (made_in_pk);
create index statement_source on statement (source_pk);
create index statement_about_event on statement_about (event_pk);
create index statement_about_actor on statement_about (actor_pk);
create index statement_about_place on statement_about (place_pk);
