-- Which outcomes are among the receipts of a block, a bit for each: who asks for one reads no others. Blocks from before
-- may have all.
alter table import_block add column outcomes integer default 127 not null;
