-- A state that ended, beside the revision that ended it: most revisions create, and end nothing. What was there before
-- is found by its resource here, so that a revision that creates needs no entry for it.

alter table revision rename to revision_with_state;

create table revision (
    number      bigint primary key,
    kind        varchar(32) not null,
    resource    varchar(128) not null,
    dataset     varchar(128),
    operation   varchar(16) not null check (operation in ('CREATE', 'UPDATE', 'DELETE')),
    recorded_at timestamp(6) with time zone not null,
    author      varchar(200) not null,
    reason      varchar(500)
);

-- a revision is of the dataset that its resource came into, or else left
insert into revision (number, kind, resource, dataset, operation, recorded_at, author, reason)
select number, kind, resource, coalesce(dataset, dataset_before), operation, recorded_at, author, reason
from revision_with_state order by number;

create table ending (
    number   bigint primary key references revision (number),
    kind     varchar(32) not null,
    resource varchar(128) not null,
    dataset  varchar(128),
    began    bigint not null unique,
    state    varchar(1000000) not null
);

insert into ending (number, kind, resource, dataset, began, state)
select number, kind, resource, dataset_before, began, before_state
from revision_with_state where began is not null order by number;

drop table revision_with_state;

create index revision_of_dataset on revision (dataset, number);
create index ending_of_resource on ending (kind, resource, number);
create index ending_in_dataset on ending (dataset, number);

-- asked for once at the end of a release, and then all origins are walked through
drop index origin_not_seen;
