extension Migration {
    /// What became of messages, counted month by month, so that pages tell it without reading messages.
    static let figures = Migration(
        name: "024 figures",
        sql: """
            -- segments: how many SMS the text takes; 0 for messages from before that was counted.
            ALTER TABLE outbox ADD COLUMN segments INTEGER NOT NULL DEFAULT 0;

            -- month: in which it was sent or given up, 2026-11, by UTC.
            CREATE TABLE message_counts (
                month TEXT NOT NULL,
                channel TEXT NOT NULL,
                fate TEXT NOT NULL,
                total INTEGER NOT NULL,
                segments INTEGER NOT NULL,
                PRIMARY KEY (month, channel, fate)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO message_counts (month, channel, fate, total, segments)
            SELECT strftime('%Y-%m', settled_at / 1000, 'unixepoch'), channel, CASE
                WHEN dead_reason IS NOT NULL THEN 'dead'
                WHEN status = 'delivered' THEN 'delivered'
                WHEN status IN ('undelivered', 'failed', 'expired', 'opted_out') THEN 'lost'
                ELSE 'sent' END, count(*), 0
            FROM outbox WHERE settled_at IS NOT NULL GROUP BY 1, 2, 3;

            -- Wherever a message is settled, reported on or sent once more, it is counted anew. What is deleted later was
            -- sent or given up all the same. A generated column would say what became of it, but SQLite 3.40 does not
            -- VACUUM a table that has one.
            CREATE TRIGGER outbox_counted AFTER UPDATE OF settled_at, dead_reason, status ON outbox
            WHEN OLD.settled_at IS NOT NEW.settled_at OR OLD.dead_reason IS NOT NEW.dead_reason
                OR OLD.status IS NOT NEW.status
            BEGIN
                UPDATE message_counts SET total = total - 1, segments = segments - OLD.segments
                WHERE OLD.settled_at IS NOT NULL
                  AND month = strftime('%Y-%m', OLD.settled_at / 1000, 'unixepoch') AND channel = OLD.channel
                  AND fate = CASE
                    WHEN OLD.dead_reason IS NOT NULL THEN 'dead'
                    WHEN OLD.status = 'delivered' THEN 'delivered'
                    WHEN OLD.status IN ('undelivered', 'failed', 'expired', 'opted_out') THEN 'lost'
                    ELSE 'sent' END;
                INSERT INTO message_counts (month, channel, fate, total, segments)
                SELECT strftime('%Y-%m', NEW.settled_at / 1000, 'unixepoch'), NEW.channel, CASE
                    WHEN NEW.dead_reason IS NOT NULL THEN 'dead'
                    WHEN NEW.status = 'delivered' THEN 'delivered'
                    WHEN NEW.status IN ('undelivered', 'failed', 'expired', 'opted_out') THEN 'lost'
                    ELSE 'sent' END,
                    1, NEW.segments
                WHERE NEW.settled_at IS NOT NULL
                ON CONFLICT (month, channel, fate)
                DO UPDATE SET total = total + 1, segments = segments + excluded.segments;
            END;

            -- The trace that it belongs to, as other systems see it, too; NULL where none is known.
            ALTER TABLE outbox ADD COLUMN trace TEXT;
            ALTER TABLE requests ADD COLUMN trace TEXT;
            """)
}
