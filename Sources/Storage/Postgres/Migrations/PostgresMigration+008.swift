#if Postgres
    extension PostgresMigration {
        /// Who writes, what stands for nobody, and what the tables see to themselves.
        static let writers = PostgresMigration(
            name: "008 writers",
            sql: """
                -- One row, which whoever writes holds till its commit. epoch: grows whenever somebody else writes.
                CREATE TABLE writers (
                    id BIGINT PRIMARY KEY CHECK (id = 1),
                    name TEXT COLLATE "C" NOT NULL,
                    epoch BIGINT NOT NULL
                ) WITH (fillfactor = 10);
                INSERT INTO writers (id, name, epoch) VALUES (1, '', 0);

                INSERT INTO persons (id, record, created_at) VALUES (0, ''::bytea, 0);
                INSERT INTO addresses (id, person, fingerprint, sealed, channel, created_at)
                VALUES (0, 0, '\\x00', ''::bytea, '', 0);
                INSERT INTO word_place (id, line, form) VALUES (1, 0, 0);

                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE integrity_constraint_violation USING MESSAGE = TG_ARGV[0];
                END $$;
                CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit FOR EACH ROW
                EXECUTE FUNCTION refuse('the audit log is never changed');
                CREATE TRIGGER audit_kept BEFORE DELETE ON audit FOR EACH ROW
                EXECUTE FUNCTION refuse('nothing is taken from the audit log');
                CREATE TRIGGER audit_reasons_kept BEFORE DELETE ON audit_reasons FOR EACH ROW
                EXECUTE FUNCTION refuse('nothing is taken from the audit log');

                -- A key that counts from now on has a number of its own, which none that comes later gets.
                CREATE FUNCTION renew_key() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    NEW.id := nextval(pg_get_serial_sequence('inbound_keys', 'id'));
                    RETURN NEW;
                END $$;
                CREATE TRIGGER inbound_keys_renewed BEFORE UPDATE OF id ON inbound_keys FOR EACH ROW
                EXECUTE FUNCTION renew_key();

                -- Other gateways hear of a pack that is published.
                CREATE FUNCTION tell_published() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    PERFORM pg_notify('waymark', TG_TABLE_SCHEMA);
                    RETURN NULL;
                END $$;
                CREATE TRIGGER revisions_told AFTER INSERT OR UPDATE ON revisions FOR EACH ROW
                EXECUTE FUNCTION tell_published();

                CREATE FUNCTION drop_unsaid() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    DELETE FROM phrases WHERE id = OLD.phrase
                        AND NOT EXISTS (SELECT 1 FROM line_phrases WHERE phrase = OLD.phrase);
                    RETURN NULL;
                END $$;
                CREATE TRIGGER phrases_unsaid AFTER DELETE ON line_phrases FOR EACH ROW EXECUTE FUNCTION drop_unsaid();

                CREATE FUNCTION fate(dead_reason text, status text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
                    SELECT CASE
                        WHEN dead_reason IS NOT NULL THEN 'dead'
                        WHEN status = 'delivered' THEN 'delivered'
                        WHEN status IN ('undelivered', 'failed', 'expired', 'opted_out') THEN 'lost'
                        ELSE 'sent' END
                $$;
                CREATE FUNCTION count_message() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF OLD.settled_at IS NOT NULL THEN
                        UPDATE message_counts SET total = total - 1, segments = segments - OLD.segments
                        WHERE month = strftime('%Y-%m', OLD.settled_at / 1000, 'unixepoch') AND channel = OLD.channel
                          AND fate = fate(OLD.dead_reason, OLD.status);
                    END IF;
                    IF NEW.settled_at IS NOT NULL THEN
                        INSERT INTO message_counts AS known (month, channel, fate, total, segments)
                        VALUES (strftime('%Y-%m', NEW.settled_at / 1000, 'unixepoch'), NEW.channel,
                                fate(NEW.dead_reason, NEW.status), 1, NEW.segments)
                        ON CONFLICT (month, channel, fate)
                        DO UPDATE SET total = known.total + 1, segments = known.segments + excluded.segments;
                    END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER outbox_counted AFTER UPDATE OF settled_at, dead_reason, status ON outbox FOR EACH ROW
                WHEN (OLD.settled_at IS DISTINCT FROM NEW.settled_at
                    OR OLD.dead_reason IS DISTINCT FROM NEW.dead_reason OR OLD.status IS DISTINCT FROM NEW.status)
                EXECUTE FUNCTION count_message();
                """)
    }
#endif
