-- A split unit's dossiers go to several units by the area they concern; only those of no area named need one unit.
alter table dossiers.succession_batch alter column to_unit drop not null;
comment on column dossiers.succession_batch.to_unit is 'Đơn vị được chỉ định; trống khi chỉ chia theo địa bàn.';
