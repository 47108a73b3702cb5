/// The statements of a turn. `SQL` has their texts, so that the tests can ask for their query plans.
struct TurnQueries {
    let recall: Query
    let rememberKey: Query
    let addKey: Query
    let renewKey: Query
    let knownByAddress: Query
    let knownByTimer: Query
    let addPerson: Query
    let addNumberedPerson: Query
    let changePerson: Query
    let addAddress: Query
    let addNumberedAddress: Query
    let moveAddress: Query
    let beginSession: Query
    let beginNumbered: Query
    let advanceSession: Query
    let moveSession: Query
    let endSession: Query
    let armTimer: Query
    let dropTimer: Query
    let addLine: Query
    let addMessage: Query
    let addCase: Query
    let planReminder: Query
    let addRequest: Query

    init(_ database: any Connection) throws(StoreFault) {
        recall = try Query(database, SQL.recall)
        rememberKey = try Query(database, SQL.rememberKey)
        addKey = try Query(database, SQL.addKey)
        renewKey = try Query(database, SQL.renewKey)
        knownByAddress = try Query(database, SQL.knownByAddress)
        knownByTimer = try Query(database, SQL.knownByTimer)
        addPerson = try Query(database, SQL.addPerson)
        addNumberedPerson = try Query(database, SQL.addNumberedPerson)
        changePerson = try Query(database, SQL.changePerson)
        addAddress = try Query(database, SQL.addAddress)
        addNumberedAddress = try Query(database, SQL.addNumberedAddress)
        moveAddress = try Query(database, SQL.moveAddress)
        beginSession = try Query(database, SQL.beginSession)
        beginNumbered = try Query(database, SQL.beginNumbered)
        advanceSession = try Query(database, SQL.advanceSession)
        moveSession = try Query(database, SQL.moveSession)
        endSession = try Query(database, SQL.endSession)
        armTimer = try Query(database, SQL.armTimer)
        dropTimer = try Query(database, SQL.dropTimer)
        addLine = try Query(database, SQL.addLine)
        addMessage = try Query(database, SQL.addMessage)
        addCase = try Query(database, SQL.addCase)
        planReminder = try Query(database, SQL.planReminder)
        addRequest = try Query(database, SQL.addRequest)
    }

    /// The statements' texts.
    enum SQL {
        static let recall = "SELECT answer, at FROM inbound_keys WHERE key = ?"

        static let rememberKey =
            "INSERT INTO inbound_keys (key, at, answer) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING"

        /// The same with a key that is known to be new.
        static let addKey = "INSERT INTO inbound_keys (key, at, answer) VALUES (?, ?, ?)"

        /// It counts from now on, and is the last to be forgotten.
        static let renewKey = """
            UPDATE inbound_keys SET id = (SELECT max(id) + 1 FROM inbound_keys), at = ?, answer = ? WHERE key = ?
            """

        /// What `KnownAddress` and `KnownPerson` read of whoever has an address.
        static let known = """
            addresses.id, addresses.person, addresses.channel, persons.record,
                   sessions.id, sessions.address, sessions.state, sessions.silence_at,
                   addresses.standing, addresses.heard_at, addresses.gate, addresses.attempts,
                   addresses.shared, addresses.stopped, 1, addresses.blocked_until,
                   addresses.objection_until, sessions.day, sessions.revision, sessions.language, sessions.step
            """

        static let fromAddresses = """
            FROM addresses
            JOIN persons ON persons.id = addresses.person
            LEFT JOIN sessions ON sessions.person = addresses.person AND sessions.ended_at IS NULL
            """

        static let knownByAddress = "SELECT \(known) \(fromAddresses) WHERE addresses.fingerprint = ?"

        static let knownByTimer = """
            SELECT addresses.id, sessions.person, addresses.channel, persons.record,
                   sessions.id, sessions.address, sessions.state, sessions.silence_at,
                   addresses.standing, addresses.heard_at, addresses.gate, addresses.attempts,
                   addresses.shared, addresses.stopped, addresses.person = sessions.person,
                   addresses.blocked_until, addresses.objection_until,
                   sessions.day, sessions.revision, sessions.language, sessions.step
            FROM timers
            JOIN sessions ON sessions.id = timers.session
            JOIN persons ON persons.id = sessions.person
            JOIN addresses ON addresses.id = sessions.address
            WHERE timers.session = ? AND sessions.ended_at IS NULL AND sessions.silence_at <= ?
            """

        static let addPerson = "INSERT INTO persons (record, created_at) VALUES (?, ?)"

        /// The same with a number that was taken for it, here and below.
        static let addNumberedPerson = "INSERT INTO persons (record, created_at, id) VALUES (?, ?, ?)"

        static let changePerson = "UPDATE persons SET record = ? WHERE id = ?"

        static let addAddress = """
            INSERT INTO addresses (person, fingerprint, sealed, channel, created_at, heard_at) VALUES (?, ?, ?, ?, ?, ?)
            """

        static let addNumberedAddress = """
            INSERT INTO addresses (person, fingerprint, sealed, channel, created_at, heard_at, id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """

        static let moveAddress = "UPDATE addresses SET channel = ? WHERE id = ?"

        private static let session = """
            person, address, channel, revision, began_at, last_at, ended_at, outcome, step, silence_at, state, flow,
            language, day
            """

        static let beginSession =
            "INSERT INTO sessions (\(session)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

        static let beginNumbered =
            "INSERT INTO sessions (\(session), id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

        /// A turn that walked nowhere names no step.
        static let advanceSession = """
            UPDATE sessions SET last_at = ?, step = coalesce(nullif(?, ''), step), silence_at = ?, state = ? WHERE id = ?
            """

        static let moveSession = "UPDATE sessions SET address = ? WHERE id = ?"

        static let endSession = """
            UPDATE sessions SET ended_at = ?, outcome = ?, step = coalesce(?, step), silence_at = NULL, state = NULL
            WHERE id = ?
            """

        static let armTimer = """
            INSERT INTO timers (session, due_at) VALUES (?, ?) ON CONFLICT (session) DO UPDATE SET due_at = excluded.due_at
            """

        static let dropTimer = "DELETE FROM timers WHERE session = ?"

        static let addLine = """
            INSERT INTO transcript (session, person, at, step, line, arrival) VALUES (?, ?, ?, ?, ?, ?)
            """

        static let addMessage = """
            INSERT INTO outbox (
                person, address, channel, message, created_at, due_at, session, expires_at, quiet_from, quiet_to,
                segments, trace)
            VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
            """

        static let addCase = """
            INSERT INTO cases (number, person, session, topic, words, step, opened_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            """

        static let planReminder = """
            INSERT INTO reminders (person, address, channel, step, rule, version, due_at) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (person, step, rule) DO UPDATE
            SET address = excluded.address, channel = excluded.channel, version = excluded.version,
                due_at = excluded.due_at
            """

        static let addRequest = """
            INSERT INTO requests (session, number, channel, arrival_key, system, question, within, step, deadline_at, trace)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """

        /// All of them; each must reach its rows by an index.
        static let all = [
            recall, rememberKey, addKey, renewKey, knownByAddress, knownByTimer, addPerson, addNumberedPerson,
            changePerson, addAddress, addNumberedAddress, moveAddress, beginSession, beginNumbered, advanceSession,
            moveSession, endSession, armTimer, dropTimer, addLine, addMessage, addCase, planReminder, addRequest,
        ]
    }
}
