#if Postgres
    extension PostgresMigration {
        /// Tables that grow for ever lie in partitions, so that what is old can go without a search for its rows.
        static let partitions = PostgresMigration(
            name: "010 partitions",
            sql: """
                -- What there is becomes the first partition, so that no row is written anew.
                CREATE FUNCTION set_aside(name text) RETURNS void LANGUAGE plpgsql AS $$
                DECLARE
                    entry record;
                BEGIN
                    FOR entry IN SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid WHERE indrelid = name::regclass
                    LOOP
                        EXECUTE format('ALTER INDEX %I RENAME TO %I', entry.relname, entry.relname || '_0');
                    END LOOP;
                    FOR entry IN SELECT tgname FROM pg_trigger WHERE tgrelid = name::regclass AND NOT tgisinternal LOOP
                        EXECUTE format('DROP TRIGGER %I ON %I', entry.tgname, name);
                    END LOOP;
                    EXECUTE format('ALTER TABLE %I RENAME TO %I', name, name || '_0');
                END $$;

                -- The numbers of a table go on in a sequence of its own: partitions have none (PostgreSQL 17 would give them the
                -- parent's, PostgreSQL 16 does not).
                CREATE FUNCTION number_on(name text) RETURNS void LANGUAGE plpgsql AS $$
                DECLARE
                    numbers text := name || '_numbers';
                    next bigint := nextval(pg_get_serial_sequence(name || '_0', 'id'));
                BEGIN
                    EXECUTE format('ALTER TABLE %I ALTER COLUMN id DROP IDENTITY', name || '_0');
                    EXECUTE format('CREATE SEQUENCE %I OWNED BY %I.id', numbers, name);
                    EXECUTE format('ALTER TABLE %I ALTER COLUMN id SET DEFAULT nextval(%L)', name, numbers);
                    PERFORM setval(numbers::regclass, next, false);
                END $$;

                -- Each number is in the partition of its block, and the table's first one holds all that there is.
                CREATE FUNCTION attach_first(name text, block bigint, numbers text) RETURNS void LANGUAGE plpgsql AS $$
                DECLARE
                    last bigint;
                BEGIN
                    EXECUTE format('SELECT last_value FROM %I', numbers) INTO last;
                    EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (MINVALUE) TO (%s)',
                        name, name || '_0', (last / block + 1) * block);
                END $$;

                SELECT set_aside('outbox'), set_aside('deliveries'), set_aside('transcript'), set_aside('line_phrases'),
                    set_aside('audit');

                CREATE TABLE outbox (
                    LIKE outbox_0 INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
                    PRIMARY KEY (id),
                    FOREIGN KEY (person) REFERENCES persons,
                    FOREIGN KEY (address) REFERENCES addresses,
                    FOREIGN KEY (session) REFERENCES sessions
                ) PARTITION BY RANGE (id);
                CREATE INDEX outbox_due ON outbox (channel, due_at) WHERE due_at IS NOT NULL;
                CREATE INDEX outbox_order ON outbox (person, channel, id) WHERE due_at IS NOT NULL;
                CREATE INDEX outbox_person ON outbox (person, id);
                CREATE INDEX outbox_session ON outbox (session) WHERE session IS NOT NULL;
                CREATE INDEX outbox_channel ON outbox (channel);
                CREATE INDEX outbox_dead ON outbox (channel) WHERE dead_reason IS NOT NULL;
                CREATE INDEX outbox_waiting ON outbox (channel) WHERE due_at IS NOT NULL;
                CREATE INDEX outbox_settled ON outbox (channel, settled_at) WHERE settled_at IS NOT NULL;
                CREATE TRIGGER outbox_counted AFTER UPDATE OF settled_at, dead_reason, status ON outbox FOR EACH ROW
                WHEN (OLD.settled_at IS DISTINCT FROM NEW.settled_at
                    OR OLD.dead_reason IS DISTINCT FROM NEW.dead_reason OR OLD.status IS DISTINCT FROM NEW.status)
                EXECUTE FUNCTION count_message();

                -- That a row is of a message is said from partition to partition: so both can go without a look at what stays.
                CREATE TABLE deliveries (LIKE deliveries_0 INCLUDING DEFAULTS INCLUDING CONSTRAINTS, PRIMARY KEY (outbox, part))
                PARTITION BY RANGE (outbox);
                CREATE INDEX deliveries_provider ON deliveries (channel, provider_id) WHERE provider_id IS NOT NULL;

                CREATE TABLE transcript (
                    LIKE transcript_0 INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
                    PRIMARY KEY (id),
                    FOREIGN KEY (session) REFERENCES sessions,
                    FOREIGN KEY (person) REFERENCES persons
                ) PARTITION BY RANGE (id);
                CREATE INDEX transcript_session ON transcript (session);
                CREATE INDEX transcript_person ON transcript (person) WHERE person IS NOT NULL;

                CREATE TABLE line_phrases (
                    LIKE line_phrases_0 INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
                    PRIMARY KEY (line, phrase),
                    FOREIGN KEY (phrase) REFERENCES phrases
                ) PARTITION BY RANGE (line);
                CREATE INDEX line_phrases_phrase ON line_phrases (phrase, session);
                CREATE TRIGGER phrases_unsaid AFTER DELETE ON line_phrases FOR EACH ROW EXECUTE FUNCTION drop_unsaid();

                CREATE TABLE audit (
                    LIKE audit_0 INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
                    PRIMARY KEY (id),
                    FOREIGN KEY (staff) REFERENCES staff,
                    FOREIGN KEY (token) REFERENCES tokens
                ) PARTITION BY RANGE (id);
                CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit FOR EACH ROW
                EXECUTE FUNCTION refuse('the audit log is never changed');
                CREATE TRIGGER audit_kept BEFORE DELETE ON audit FOR EACH ROW
                EXECUTE FUNCTION refuse('nothing is taken from the audit log');
                ALTER TABLE audit_reasons DROP CONSTRAINT audit_reasons_entry_fkey;

                SELECT number_on('outbox'), number_on('transcript'), number_on('audit');
                SELECT attach_first('outbox', 1000000000, 'outbox_numbers'), attach_first('deliveries', 1000000000, 'outbox_numbers'),
                    attach_first('transcript', 1000000000, 'transcript_numbers'),
                    attach_first('line_phrases', 1000000000, 'transcript_numbers'), attach_first('audit', 1000000, 'audit_numbers');
                ALTER TABLE audit_reasons ADD CONSTRAINT audit_reasons_entry_fkey FOREIGN KEY (entry) REFERENCES audit;

                -- No row is refused for want of a partition.
                CREATE TABLE outbox_rest PARTITION OF outbox DEFAULT;
                CREATE TABLE deliveries_rest PARTITION OF deliveries (FOREIGN KEY (outbox) REFERENCES outbox_rest) DEFAULT;
                CREATE TABLE transcript_rest PARTITION OF transcript DEFAULT;
                CREATE TABLE line_phrases_rest PARTITION OF line_phrases
                    (FOREIGN KEY (line) REFERENCES transcript_rest ON DELETE CASCADE) DEFAULT;
                CREATE TABLE audit_rest PARTITION OF audit DEFAULT;
                DROP FUNCTION set_aside, number_on, attach_first;
                """)
    }
#endif
