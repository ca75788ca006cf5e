-- A file of Casus's own names the dataset of each event itself, and an event may be of none.

alter table import_job alter column dataset drop not null;
alter table origin alter column dataset drop not null;
