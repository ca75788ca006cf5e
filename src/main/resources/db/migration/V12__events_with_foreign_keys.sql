-- The type, the place and the dataset of an event are foreign keys, and so are its actors, related events and sources, each in a
-- row of its own. The lists stand in columns of JSON until V13 has read them, which no SQL does in both databases.

alter table event rename to event_with_json;
alter table statement rename to statement_before;
alter table statement_about rename to statement_about_before;

create table event (
    pk           bigint primary key,
    slug         varchar(128) not null unique,
    revision     bigint not null,
    created_at   timestamp(6) with time zone not null,
    updated_at   timestamp(6) with time zone not null,
    type_pk      bigint not null,
    title        varchar(500) not null,
    summary      varchar(10000),
    edtf         varchar(64) not null,
    earliest     timestamp(6) with time zone,
    latest       timestamp(6) with time zone,
    place_pk     bigint,
    lat          double precision check (lat between -90 and 90),
    lon          double precision check (lon between -180 and 180),
    point_precision varchar(32),
    low          integer check (low >= 0),
    best         integer check (best >= 0),
    high         integer check (high >= 0),
    of_initiator integer check (of_initiator >= 0),
    of_target    integer check (of_target >= 0),
    of_civilians integer check (of_civilians >= 0),
    of_unknown   integer check (of_unknown >= 0),
    codings      varchar(240) array,
    tags         varchar(64) array,
    dataset_pk   bigint,
    check (earliest <= latest)
);

-- an id that nothing has any more becomes 0, which no foreign key lets pass: nothing is lost without a word
insert into event (pk, slug, revision, created_at, updated_at, type_pk, title, summary, edtf, earliest, latest, place_pk, lat, lon,
    point_precision, low, best, high, of_initiator, of_target, of_civilians, of_unknown, codings, tags, dataset_pk)
select e.pk, e.slug, e.revision, e.created_at, e.updated_at,
    coalesce(t.pk, 0),
    e.title, e.summary, e.edtf, e.earliest, e.latest,
    case when e.place is null then null else coalesce(p.pk, 0) end,
    e.lat, e.lon, e.point_precision, e.low, e.best, e.high, e.of_initiator, e.of_target, e.of_civilians, e.of_unknown,
    e.codings, e.tags,
    case when e.dataset is null then null else coalesce(d.pk, 0) end
from event_with_json e
    left join event_type t on t.slug = e.type
    left join place p on p.slug = e.place
    left join dataset d on d.slug = e.dataset
order by e.pk;

-- the database makes no index of its own for a foreign key that finds one
create index event_of_type on event (type_pk);
create index event_at_place on event (place_pk);
create index event_in_dataset on event (dataset_pk);
alter table event add constraint event_type_exists foreign key (type_pk) references event_type (pk);
alter table event add constraint event_place_exists foreign key (place_pk) references place (pk);
alter table event add constraint event_dataset_exists foreign key (dataset_pk) references dataset (pk);

create table event_participant (
    event_pk bigint not null,
    position integer not null,
    role     varchar(32) not null,
    actor_pk bigint not null,
    primary key (event_pk, position)
);

create table event_relation (
    event_pk bigint not null,
    position integer not null,
    kind     varchar(32) not null,
    other_pk bigint not null,
    title    varchar(500) not null,
    primary key (event_pk, position)
);

create table event_report (
    event_pk    bigint not null,
    position    integer not null,
    source_pk   bigint not null,
    title       varchar(1000) not null,
    publisher   varchar(500) not null,
    attribution varchar(500),
    note        varchar(2000),
    primary key (event_pk, position)
);

-- statements are the same, and refer to the events where they are now

create table statement (
    pk            bigint primary key,
    slug          varchar(128) not null unique,
    revision      bigint not null,
    created_at    timestamp(6) with time zone not null,
    updated_at    timestamp(6) with time zone not null,
    speaker_pk    bigint not null,
    made_in_pk    bigint,
    made_in_title varchar(500),
    edtf          varchar(64),
    gist          varchar(5000) not null,
    quote         varchar(10000),
    language      varchar(64),
    source_pk     bigint,
    source_title  varchar(1000)
);

insert into statement (pk, slug, revision, created_at, updated_at, speaker_pk, made_in_pk, made_in_title, edtf, gist, quote,
    language, source_pk, source_title)
select pk, slug, revision, created_at, updated_at, speaker_pk, made_in_pk, made_in_title, edtf, gist, quote, language,
    source_pk, source_title
from statement_before order by pk;

create table statement_about (
    statement_pk bigint not null,
    position     integer not null,
    event_pk     bigint,
    event_title  varchar(500),
    actor_pk     bigint,
    place_pk     bigint,
    primary key (statement_pk, position),
    check ((case when event_pk is null then 0 else 1 end)
         + (case when actor_pk is null then 0 else 1 end)
         + (case when place_pk is null then 0 else 1 end) = 1)
);

insert into statement_about (statement_pk, position, event_pk, event_title, actor_pk, place_pk)
select statement_pk, position, event_pk, event_title, actor_pk, place_pk
from statement_about_before order by statement_pk, position;

drop table statement_about_before;
drop table statement_before;

create index statement_speaker on statement (speaker_pk);
create index statement_made_in on statement (made_in_pk);
create index statement_source on statement (source_pk);
alter table statement add constraint statement_speaker_exists foreign key (speaker_pk) references actor (pk);
alter table statement add constraint statement_event_exists foreign key (made_in_pk) references event (pk);
alter table statement add constraint statement_source_exists foreign key (source_pk) references source (pk);

create index statement_about_event on statement_about (event_pk);
create index statement_about_actor on statement_about (actor_pk);
create index statement_about_place on statement_about (place_pk);
alter table statement_about add constraint about_statement_exists foreign key (statement_pk) references statement (pk);
alter table statement_about add constraint about_event_exists foreign key (event_pk) references event (pk);
alter table statement_about add constraint about_actor_exists foreign key (actor_pk) references actor (pk);
alter table statement_about add constraint about_place_exists foreign key (place_pk) references place (pk);
