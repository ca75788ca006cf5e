-- Who published the source of a report, as it stood when the event was written, like its title.
alter table event_report add column publisher varchar(500);

update event_report set publisher = (select s.publisher from source s where s.pk = event_report.source_pk);

alter table event_report alter column publisher set not null;
