#if Postgres
    extension PostgresMigration {
        /// What SQLite has and PostgreSQL has not, so that both run the same statements.
        /// <https://www.sqlite.org/lang_corefunc.html>
        static let functions = PostgresMigration(
            name: "001 functions",
            sql: """
                CREATE FUNCTION iif(condition boolean, yes anycompatible, no anycompatible) RETURNS anycompatible
                LANGUAGE sql IMMUTABLE PARALLEL SAFE AS 'SELECT CASE WHEN condition THEN yes ELSE no END';

                CREATE FUNCTION max(one bigint, other bigint) RETURNS bigint
                LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS 'SELECT greatest(one, other)';

                CREATE FUNCTION min(one bigint, other bigint) RETURNS bigint
                LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS 'SELECT least(one, other)';

                CREATE FUNCTION instr(words text, part text) RETURNS bigint
                LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS 'SELECT strpos(words, part)::bigint';

                CREATE FUNCTION substr(words text, start bigint, count bigint) RETURNS text
                LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS 'SELECT substr(words, start::integer, count::integer)';

                -- Months of seconds since 1970, the only thing that is asked.
                CREATE FUNCTION strftime(format text, seconds bigint, unit text) RETURNS text
                LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
                    SELECT CASE WHEN format = '%Y-%m' AND unit = 'unixepoch'
                        THEN to_char(to_timestamp(seconds) AT TIME ZONE 'UTC', 'YYYY-MM') END
                $$;

                -- Bytes that nobody can guess, at most 32.
                CREATE FUNCTION randomblob(count integer) RETURNS bytea
                LANGUAGE sql VOLATILE STRICT AS $$
                    SELECT substr(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 1, count)
                $$;

                -- How many are true.
                CREATE FUNCTION sum_step(so_far bigint, value boolean) RETURNS bigint
                LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
                'SELECT CASE WHEN value IS NULL THEN so_far ELSE coalesce(so_far, 0) + value::integer END';
                CREATE AGGREGATE sum(boolean) (SFUNC = sum_step, STYPE = bigint);
                """)
    }
#endif
