-- A file of Casus's own names the dataset of each event itself, and an event may be of none.

alter table import_job alter column dataset drop not null;
alter table origin alter column dataset drop not null;

-- refused rows of which it is not known which event they are of
alter table import_job add column nameless bigint default 0 not null;
