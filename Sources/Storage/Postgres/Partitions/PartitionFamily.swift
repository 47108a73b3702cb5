#if Postgres
    import Expressions

    /// A table that grows for ever, in partitions by the numbers of its rows, and the table whose rows belong to its own.
    /// Numbers grow with time: with each period they go on at the beginning of a block, and each block has a partition. So a
    /// row is found by its number in one partition, its number is unique, and a partition is a stretch of time all the same.
    enum PartitionFamily: CaseIterable {
        case messages, lines, audit

        var table: String {
            switch self {
            case .messages: "outbox"
            case .lines: "transcript"
            case .audit: "audit"
            }
        }

        /// Numbers of a partition. The audit log's leave no gap, by which it can be told that none is missing: its partitions
        /// are as long as they take to fill.
        var block: Int64 {
            switch self {
            case .messages, .lines: 1_000_000_000
            case .audit: 1_000_000
            }
        }

        /// The column with the moment that a row came; nil where periods part nothing and nothing ever goes.
        var moment: String? {
            switch self {
            case .messages: "created_at"
            case .lines: "at"
            case .audit: nil
            }
        }

        /// What is true of a row that stays, however old it is: a message that waits.
        var stays: String? {
            switch self {
            case .messages: "due_at IS NOT NULL"
            case .lines, .audit: nil
            }
        }

        /// The table whose rows go with this one's, and what ties a partition of it to the one it belongs to.
        var child: (table: String, tie: String)? {
            switch self {
            case .messages: ("deliveries", "FOREIGN KEY (outbox) REFERENCES outbox_")
            case .lines: ("line_phrases", "FOREIGN KEY (line) REFERENCES transcript_")
            case .audit: nil
            }
        }

        /// What happens to a row when the one goes that it belongs to.
        var cascade: String {
            switch self {
            case .lines: " ON DELETE CASCADE"
            case .messages, .audit: ""
            }
        }

        /// Since when rows are kept; nil for ever.
        func kept(_ kept: KeptTexts) -> Timestamp? {
            switch self {
            case .messages: kept.messages
            case .lines: kept.transcripts
            case .audit: nil
            }
        }
    }
#endif
