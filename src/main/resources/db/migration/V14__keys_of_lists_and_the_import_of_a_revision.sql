-- What V13 filled is complete: its foreign keys are checked at once, and the columns of JSON go.

drop table event_with_json;

create index event_participant_actor on event_participant (actor_pk);
create index event_relation_other on event_relation (other_pk);
create index event_report_source on event_report (source_pk);
alter table event_participant add constraint participant_event_exists foreign key (event_pk) references event (pk);
alter table event_participant add constraint participant_actor_exists foreign key (actor_pk) references actor (pk);
alter table event_relation add constraint relation_event_exists foreign key (event_pk) references event (pk);
alter table event_relation add constraint relation_other_exists foreign key (other_pk) references event (pk);
alter table event_report add constraint report_event_exists foreign key (event_pk) references event (pk);
alter table event_report add constraint report_source_exists foreign key (source_pk) references source (pk);

-- The import that made a revision. Before, only its reason said so, which an editor may have typed as well: it counts where the
-- author is the import's.

alter table revision add column import bigint;

create table reason_of_import (
    reason varchar(500) not null,
    author varchar(200) not null,
    import bigint not null,
    primary key (reason, author)
);

insert into reason_of_import (reason, author, import)
select 'import ' || id, author, id from import_job;

insert into reason_of_import (reason, author, import)
select 'not in ' || dataset || coalesce(' ' || release_name, '') || ' any more, import ' || id, author, id
from import_job where load_mode = 'RELEASE' and dataset is not null;

update revision set import = (
    select m.import from reason_of_import m where m.reason = revision.reason and m.author = revision.author)
where reason like 'import %' or reason like 'not in %';

drop table reason_of_import;
