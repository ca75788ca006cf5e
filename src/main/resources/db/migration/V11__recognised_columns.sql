-- The columns of a file that were read, as JSON; '*' where the whole of a row is. Of files from before it is not known.
alter table import_job add column recognised_columns varchar(20000);
update import_job set recognised_columns = '*' where format = 'casus-ndjson';
