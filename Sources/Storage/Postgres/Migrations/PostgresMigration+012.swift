#if Postgres
    extension PostgresMigration {
        /// Gateways write beside each other as long as they are about different people.
        static let company = PostgresMigration(
            name: "012 company",
            sql: """
                -- Its rows say nothing: whoever writes holds the table, alone or with others who write beside each other.
                ALTER TABLE writers DROP COLUMN name, DROP COLUMN epoch;
                CREATE SEQUENCE groups;

                -- Where waymark.counts is set, what a transaction changes of message_counts is put there: its last statement
                -- adds it, so that others wait no longer than for its commit.
                CREATE OR REPLACE FUNCTION count_message() RETURNS trigger LANGUAGE plpgsql AS $$
                DECLARE
                    changes jsonb[] := '{}';
                    change jsonb;
                BEGIN
                    IF OLD.settled_at IS NOT NULL THEN
                        changes := changes || jsonb_build_array(
                            strftime('%Y-%m', OLD.settled_at / 1000, 'unixepoch'), OLD.channel,
                            fate(OLD.dead_reason, OLD.status), -1, -OLD.segments);
                    END IF;
                    IF NEW.settled_at IS NOT NULL THEN
                        changes := changes || jsonb_build_array(
                            strftime('%Y-%m', NEW.settled_at / 1000, 'unixepoch'), NEW.channel,
                            fate(NEW.dead_reason, NEW.status), 1, NEW.segments);
                    END IF;
                    IF changes = '{}' THEN
                        RETURN NULL;
                    END IF;
                    IF current_setting('waymark.counts', true) <> '' THEN
                        PERFORM set_config('waymark.counts',
                            current_setting('waymark.counts') || array_to_string(changes, ',') || ',', true);
                    ELSE
                        FOREACH change IN ARRAY changes LOOP
                            INSERT INTO message_counts AS known (month, channel, fate, total, segments)
                            VALUES (change ->> 0, change ->> 1, change ->> 2, (change ->> 3)::bigint, (change ->> 4)::bigint)
                            ON CONFLICT (month, channel, fate)
                            DO UPDATE SET total = known.total + excluded.total, segments = known.segments + excluded.segments;
                        END LOOP;
                    END IF;
                    RETURN NULL;
                END $$;
                """)
    }
#endif
