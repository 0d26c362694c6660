-- The register of dossiers (sổ theo dõi hồ sơ): what a one-stop office received in a span of days, by when; a page costs what a page costs.
create index case_register_index on cases.case (receiving_unit, received_at, id) where received_at is not null;
