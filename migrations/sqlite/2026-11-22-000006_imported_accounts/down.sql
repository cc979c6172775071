DROP TABLE imported_accounts;
