extension Migration {
    /// SMS that are held while a USSD dialogue is open.
    static let held = Migration(
        name: "011 held",
        sql: """
            -- In the order of their ids. due_at: when it is looked at whether the dialogue is over; its end may move it
            -- nearer. They are of whoever has the number by then, as if the network had brought them then.
            CREATE TABLE held_messages (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                address INTEGER NOT NULL REFERENCES addresses ON DELETE CASCADE,
                channel TEXT NOT NULL,
                message BLOB NOT NULL,
                at INTEGER NOT NULL,
                due_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX held_messages_address ON held_messages (address, id);
            CREATE INDEX held_messages_due ON held_messages (due_at);
            """)
}
