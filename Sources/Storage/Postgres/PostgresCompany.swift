#if Postgres
    /// Which statements may run while others write who are about other people, and what they need for that.
    ///
    /// Each of them reads and writes rows of the people whom the transaction holds, rows that are new, or rows that it locks
    /// itself; counts of everybody are written last, in one order. Whatever else a transaction wants to do, it does alone.
    enum PostgresCompany {
        static let statements = Set(
            ofTransactions + ofTurns + ofSessions + ofPeople + ofMessages + ofReports)

        private static let ofTransactions = [
            PostgresSQL.begin, PostgresSQL.takeBeside, PostgresSQL.hold, PostgresSQL.elsewhere, PostgresSQL.leaveGroup,
            PostgresSQL.keysThere, PostgresSQL.peopleThere, PostgresSQL.numbers, Memory.sql, Writer.PassageSQL.several,
            Writer.NeedSQL.several, PostgresSQL.gatherCounts, PostgresSQL.countMessages, PostgresSQL.commit,
            PostgresSQL.rollBack,
        ]

        /// Not the one that gives a key the highest number, nor the one that gives a case the next.
        private static let ofTurns = TurnQueries.SQL.all.filter {
            ![TurnQueries.SQL.renewKey, TurnQueries.SQL.addCase].contains($0)
        }

        private static let ofSessions =
            [Writer.SessionSQL.describe, Writer.SessionSQL.hand, Writer.SessionSQL.flag] + Writer.PlaceSQL.all

        private static let ofPeople = [
            Writer.IdentitySQL.keepState, Writer.IdentitySQL.addProfile, Writer.PartingSQL.isSuppressed,
            Writer.PartingSQL.unsuppress, Writer.GuestSQL.add, Writer.GuestSQL.drop, Writer.ConsentSQL.addWording,
            Writer.ConsentSQL.wording, Writer.ConsentSQL.add,
        ]

        /// A message is leased to one gateway until it is settled.
        private static let ofMessages = [
            Writer.OutboxSQL.due, Writer.OutboxSQL.claim, Writer.OutboxSQL.renew, Writer.OutboxSQL.postpone,
            Writer.OutboxSQL.settle, Writer.SessionSQL.flagOfMessage,
        ]

        private static let ofReports = Writer.ReportSQL.all.filter { $0 != Writer.ReportSQL.forgetEarly }

        /// A statement with the locks on the rows that it finds: messages that others take are left to them, and whoever
        /// writes what a report tells of a message waits until others have.
        static func locking(_ sql: String) -> String {
            switch sql {
            case Writer.OutboxSQL.due: sql + " FOR UPDATE OF outbox SKIP LOCKED"
            case Writer.ReportSQL.byProvider, Writer.ReportSQL.message: sql + " FOR UPDATE OF outbox"
            default: sql
            }
        }
    }
#endif
