#if Postgres
    extension PostgresMigration {
        /// Gateways write beside each other as long as they are about different people.
        static let company = PostgresMigration(
            name: "012 company",
            sql: """
                -- Its rows say nothing: whoever writes holds the table, alone or with others who write beside each other.
                ALTER TABLE writers DROP COLUMN name, DROP COLUMN epoch;
                CREATE SEQUENCE groups;

                -- What a transaction changes of message_counts: its last statement adds it there and empties it.
                CREATE TABLE message_changes (
                    month TEXT COLLATE "C" NOT NULL,
                    channel TEXT COLLATE "C" NOT NULL,
                    fate TEXT COLLATE "C" NOT NULL,
                    total BIGINT NOT NULL,
                    segments BIGINT NOT NULL
                );
                CREATE OR REPLACE FUNCTION count_message() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD.settled_at IS NOT NULL THEN
                        INSERT INTO message_changes VALUES (
                            strftime('%Y-%m', OLD.settled_at / 1000, 'unixepoch'), OLD.channel,
                            fate(OLD.dead_reason, OLD.status), -1, -OLD.segments);
                    END IF;
                    IF NEW.settled_at IS NOT NULL THEN
                        INSERT INTO message_changes VALUES (
                            strftime('%Y-%m', NEW.settled_at / 1000, 'unixepoch'), NEW.channel,
                            fate(NEW.dead_reason, NEW.status), 1, NEW.segments);
                    END IF;
                    RETURN NULL;
                END $$;
                """)
    }
#endif
