-- Plain SQL that H2 and PostgreSQL both run. Keys are internal; slugs are what the world sees.

create sequence casus_key start with 1 increment by 50;

-- The ledger: append-only, and the one row whose lock gives out numbers.
create table ledger_head (
    id          integer primary key check (id = 1),
    number      bigint not null,
    recorded_at timestamp(6) with time zone not null,
    lineage     varchar(36)
);
insert into ledger_head (id, number, recorded_at) values (1, 0, timestamp with time zone '1970-01-01 00:00:00+00:00');

create table revision (
    number         bigint primary key,
    kind           varchar(32) not null,
    resource       varchar(128) not null,
    dataset        varchar(128),
    dataset_before varchar(128),
    operation      varchar(16) not null check (operation in ('CREATE', 'UPDATE', 'DELETE')),
    recorded_at    timestamp(6) with time zone not null,
    author         varchar(200) not null,
    reason         varchar(500),
    began          bigint,
    before_state   varchar(1000000),
    check ((began is null) = (before_state is null)),
    check ((began is null) = (operation = 'CREATE'))
);
create index revision_of_resource on revision (kind, resource, number);
create index revision_by_time on revision (recorded_at, number);
create index revision_of_dataset on revision (dataset, number);
create index revision_of_dataset_before on revision (dataset_before, number);

create table api_key (
    id         varchar(32) primary key,
    name       varchar(200) not null,
    role       varchar(16) not null check (role in ('READER', 'EDITOR', 'ADMIN')),
    hash       varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone
);

create table dataset (
    pk           bigint primary key,
    slug         varchar(128) not null unique,
    revision     bigint not null,
    created_at   timestamp(6) with time zone not null,
    updated_at   timestamp(6) with time zone not null,
    title        varchar(500) not null,
    publisher    varchar(500),
    licence      varchar(200),
    citation     varchar(2000),
    url          varchar(2000),
    release_name varchar(100)
);

create table source (
    pk         bigint primary key,
    slug       varchar(128) not null unique,
    revision   bigint not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    publisher  varchar(500) not null,
    title      varchar(1000) not null,
    url        varchar(2000),
    edtf       varchar(64),
    language   varchar(64),
    kind       varchar(32) not null
);

create table event_type (
    pk         bigint primary key,
    slug       varchar(128) not null unique,
    revision   bigint not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    name       varchar(500) not null,
    parent_pk  bigint references event_type (pk),
    definition varchar(2000) not null
);
create index event_type_parent on event_type (parent_pk);

create table event_type_mapping (
    event_type_pk bigint not null references event_type (pk),
    position      integer not null,
    scheme        varchar(32) not null,
    code          varchar(200) not null,
    primary key (event_type_pk, position)
);

create table place (
    pk         bigint primary key,
    slug       varchar(128) not null unique,
    revision   bigint not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    name       varchar(500) not null,
    kind       varchar(32) not null,
    within_pk  bigint references place (pk),
    lat        double precision check (lat between -90 and 90),
    lon        double precision check (lon between -180 and 180),
    point_precision varchar(32),
    west       double precision,
    south      double precision,
    east       double precision,
    north      double precision
);
create index place_within on place (within_pk);

create table place_name (
    place_pk bigint not null references place (pk),
    position integer not null,
    name     varchar(500) not null,
    language varchar(64),
    edtf     varchar(64),
    primary key (place_pk, position)
);

create table place_identifier (
    place_pk bigint not null references place (pk),
    position integer not null,
    scheme   varchar(64) not null,
    code     varchar(200) not null,
    primary key (place_pk, position)
);

create table actor (
    pk          bigint primary key,
    slug        varchar(128) not null unique,
    revision    bigint not null,
    created_at  timestamp(6) with time zone not null,
    updated_at  timestamp(6) with time zone not null,
    name        varchar(500) not null,
    kind        varchar(32) not null,
    description varchar(10000)
);

create table actor_name (
    actor_pk bigint not null references actor (pk),
    position integer not null,
    name     varchar(500) not null,
    language varchar(64),
    edtf     varchar(64),
    primary key (actor_pk, position)
);

create table actor_membership (
    actor_pk bigint not null references actor (pk),
    position integer not null,
    kind     varchar(32) not null,
    of_pk    bigint not null references actor (pk),
    role     varchar(200),
    edtf     varchar(64),
    primary key (actor_pk, position)
);
create index actor_membership_of on actor_membership (of_pk);

create table actor_identifier (
    actor_pk bigint not null references actor (pk),
    position integer not null,
    scheme   varchar(64) not null,
    code     varchar(200) not null,
    primary key (actor_pk, position)
);

create table event (
    pk         bigint primary key,
    slug       varchar(128) not null unique,
    revision   bigint not null,
    created_at timestamp(6) with time zone not null,
    updated_at timestamp(6) with time zone not null,
    type_pk    bigint not null references event_type (pk),
    title      varchar(500) not null,
    summary    varchar(10000),
    edtf       varchar(64) not null,
    earliest   timestamp(6) with time zone,
    latest     timestamp(6) with time zone,
    place_pk   bigint references place (pk),
    lat        double precision check (lat between -90 and 90),
    lon        double precision check (lon between -180 and 180),
    point_precision varchar(32),
    low        integer check (low >= 0),
    best       integer check (best >= 0),
    high       integer check (high >= 0),
    dataset_pk bigint references dataset (pk),
    check (earliest <= latest)
);
create index event_of_type on event (type_pk);
create index event_at_place on event (place_pk);
create index event_in_dataset on event (dataset_pk);

create table event_participant (
    event_pk bigint not null references event (pk),
    position integer not null,
    role     varchar(32) not null,
    actor_pk bigint not null references actor (pk),
    primary key (event_pk, position)
);
create index event_participant_actor on event_participant (actor_pk);

create table event_relation (
    event_pk bigint not null references event (pk),
    position integer not null,
    kind     varchar(32) not null,
    other_pk bigint not null references event (pk),
    title    varchar(500) not null,
    primary key (event_pk, position)
);
create index event_relation_other on event_relation (other_pk);

create table event_report (
    event_pk    bigint not null references event (pk),
    position    integer not null,
    source_pk   bigint not null references source (pk),
    title       varchar(1000) not null,
    attribution varchar(500),
    note        varchar(2000),
    primary key (event_pk, position)
);
create index event_report_source on event_report (source_pk);

create table event_coding (
    event_pk bigint not null references event (pk),
    position integer not null,
    scheme   varchar(32) not null,
    code     varchar(200) not null,
    primary key (event_pk, position)
);

create table event_tag (
    event_pk bigint not null references event (pk),
    position integer not null,
    tag      varchar(64) not null,
    primary key (event_pk, position)
);

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
create index statement_speaker on statement (speaker_pk);
create index statement_made_in on statement (made_in_pk);
create index statement_source on statement (source_pk);

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
create index statement_about_event on statement_about (event_pk);
create index statement_about_actor on statement_about (actor_pk);
create index statement_about_place on statement_about (place_pk);
