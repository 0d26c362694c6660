-- Borders that a province has given for its map, read from its pack at each start.
alter table operations_centre.rules add column outline jsonb not null default '{"communes": {}, "lines": []}';
comment on column operations_centre.rules.outline is 'Đường ranh giới theo tệp GeoJSON của gói dữ liệu; trống khi tỉnh không có tệp.';
