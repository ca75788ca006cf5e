-- Files that are loaded, what became of each of their rows, and where each loaded event comes from.

create table import_job (
    id             bigint primary key,
    state          varchar(16) not null check (state in ('WAITING', 'RUNNING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED')),
    format         varchar(32),
    seen           varchar(1000),
    dataset        varchar(128) not null,
    release_name   varchar(100),
    load_mode      varchar(16),
    scope          varchar(200),
    file_name      varchar(500),
    sha256         varchar(64) not null,
    bytes          bigint not null,
    author         varchar(200) not null,
    created_at     timestamp(6) with time zone not null,
    started_at     timestamp(6) with time zone,
    ended_at       timestamp(6) with time zone,
    cancelling     boolean not null,
    detail         varchar(2000),
    position       bigint not null,
    line           bigint not null,
    rows_all       bigint not null,
    rows_before    bigint not null,
    rows_read      bigint not null,
    created        bigint not null,
    updated        bigint not null,
    unchanged      bigint not null,
    flagged        bigint not null,
    refused        bigint not null,
    deleted        bigint not null,
    kept           bigint not null,
    changes        varchar(1000),
    first_revision bigint,
    last_revision  bigint
);
create sequence import_key start with 1 increment by 1;
create index import_of_dataset on import_job (dataset, id);

-- receipts and raw rows of a batch, compressed
create table import_block (
    import_id bigint not null references import_job (id),
    number    integer not null,
    first_row bigint not null,
    last_row  bigint not null,
    receipts  bytea not null,
    raw_rows  bytea not null,
    primary key (import_id, number)
);

-- where an event was last loaded from
create table origin (
    event     varchar(128) primary key,
    dataset   varchar(128) not null,
    import_id bigint not null references import_job (id),
    block     integer not null,
    row_index integer not null,
    line      bigint not null,
    hash      varchar(32) not null,
    revision  bigint not null,
    said      varchar(1000000),
    seen_in   bigint not null
);
create index origin_not_seen on origin (dataset, seen_in);

-- the revision at which a release had been loaded
create table dataset_release (
    import_id bigint primary key references import_job (id),
    dataset   varchar(128) not null,
    name      varchar(100) not null,
    revision  bigint not null,
    loaded_at timestamp(6) with time zone not null
);
create index release_of_dataset on dataset_release (dataset, name);

create index place_identifier_value on place_identifier (code, scheme);
create index actor_identifier_value on actor_identifier (code, scheme);

-- how many died on which side
alter table event add column of_initiator integer check (of_initiator >= 0);
alter table event add column of_target integer check (of_target >= 0);
alter table event add column of_civilians integer check (of_civilians >= 0);
alter table event add column of_unknown integer check (of_unknown >= 0);
