import Foundation

/// What `waymark bench nodes` measured.
struct NodesFigures: Codable, CustomStringConvertible {
    let connections: Int
    /// The medians for one gateway, for two, and so on.
    let gateways: [NodesLine]
    /// What pgbench did; nil where it is not installed.
    let pgbench: PgbenchLine?
    let stored: StoredFigures

    var description: String {
        var lines = [
            """
            nodes: durable webhook to answer, half USSD half SMS, \(connections) phones that turn to the gateways by turns;
            medians over the rounds, with the least and the most in brackets
            """
        ]
        lines += gateways.map(\.description)
        if let pgbench {
            lines.append("pgbench: \(pgbench)")
            lines += gateways.map { line in
                "\(line.title): \(Figures.rounded(line.perSecond.median / pgbench.perSecond.median * 100, 0)) % of pgbench"
            }
            lines.append(PgbenchLine.contents)
        } else {
            lines.append("pgbench is not installed, so there is nothing to compare with")
        }
        return (lines + [stored.description]).joined(separator: "\n")
    }
}

/// The figures of so many gateways.
struct NodesLine: Codable, CustomStringConvertible {
    let nodes: Int
    /// Turns per second.
    let perSecond: Spread
    /// Latency in seconds.
    let p50: Spread
    let p99: Spread
    /// The share of turns that were met with the busy answer.
    let busy: Spread
    /// Seconds of the gateways' processor time for one turn.
    let processor: Spread
    /// Seconds of the server's processor time for one turn; nil where it is on another machine.
    let postgres: Spread?
    /// Bytes of PostgreSQL's log for one turn.
    let log: Spread
    /// Transactions for one turn, those that read among them.
    let transactions: Spread
    /// Changes in one commit.
    let group: Spread
    /// One turn's share, in seconds, of the time that the transaction of its group takes.
    let held: Spread

    init(nodes: Int, _ runs: [NodesRun]) {
        self.nodes = nodes
        perSecond = Spread(runs.map(\.perSecond))
        p50 = Spread(runs.map(\.p50))
        p99 = Spread(runs.map(\.p99))
        busy = Spread(runs.map(\.busy))
        processor = Spread(runs.map(\.used.processor))
        let server = runs.compactMap(\.used.postgres)
        postgres = server.isEmpty ? nil : Spread(server)
        log = Spread(runs.map(\.used.log))
        transactions = Spread(runs.map(\.used.transactions))
        group = Spread(runs.map(\.used.group))
        held = Spread(runs.map(\.used.held))
    }

    var title: String { nodes == 1 ? "1 gateway" : "\(nodes) gateways" }

    var description: String {
        let server = postgres.map { ", PostgreSQL \($0.times)" } ?? ", PostgreSQL on another machine"
        let refused = busy.most > 0 ? ", busy \(Figures.rounded(busy.median * 100, 1)) %" : ""
        return """
            \(title): \(perSecond.whole) turns/s, p50 \(p50.times), p99 \(p99.times)\(refused)
              CPU a turn: gateways \(processor.times)\(server)
              a turn: \(log.whole) bytes of WAL, \(transactions.fine) transactions, \(held.times) of its group's; \
            groups of \(group.fine)
            """
    }
}

/// One run of so many gateways.
struct NodesRun {
    let perSecond: Double
    let p50: Double
    let p99: Double
    let busy: Double
    let used: TurnUsage
}

/// What one turn uses.
struct TurnUsage {
    /// Seconds of the gateways' processor time.
    let processor: Double
    /// Seconds of the server's processor time; nil where it is on another machine.
    let postgres: Double?
    /// Bytes of PostgreSQL's log.
    let log: Double
    let transactions: Double
    /// Changes in one commit.
    let group: Double
    /// Seconds for which it keeps everybody else from writing.
    let held: Double
}

/// What pgbench did.
struct PgbenchLine: Codable, CustomStringConvertible {
    let perSecond: Spread
    /// Seconds of the server's processor time for one turn; nil where it is on another machine.
    let postgres: Spread?
    let log: Spread

    /// What a transaction of it is, for whoever judges the comparison.
    static let contents = """
        pgbench's transaction is one turn, in a commit of its own: it reads the person, her number and her session, and
        writes the key of the request with the answer, the session (begun, advanced twice, ended), a line of the
        transcript, the counts of moves, and the timer where a session begins or ends. It works on the same tables and
        indexes, with rows as long, prepared; each connection has people and counts of its own, so that none waits for
        another. It reads no HTTP, judges nothing and seals nothing.
        """

    init(_ runs: [PgbenchRun]) {
        perSecond = Spread(runs.map(\.perSecond))
        let server = runs.compactMap(\.used.postgres)
        postgres = server.isEmpty ? nil : Spread(server)
        log = Spread(runs.map(\.used.log))
    }

    var description: String {
        "\(perSecond.whole) turns/s, PostgreSQL \(postgres?.times ?? "?") CPU and \(log.whole) bytes of WAL a turn"
    }
}

/// One run of pgbench.
struct PgbenchRun {
    let perSecond: Double
    let used: TurnUsage
}

/// What was on the disk after the runs.
struct StoredFigures: Codable, CustomStringConvertible {
    let people: Int
    let turns: Int
    /// Bytes, with indexes.
    let perPerson: Double
    let perTurn: Double

    var description: String {
        "stored, with indexes: \(Figures.rounded(perPerson, 0)) bytes a person (of \(people)), "
            + "\(Figures.rounded(perTurn, 0)) bytes a turn (of \(turns))"
    }
}

/// The median of some runs, of which there is at least one, and how far they lie apart.
struct Spread: Codable {
    let median: Double
    let least: Double
    let most: Double

    init(_ values: [Double]) {
        let sorted = values.sorted()
        (median, least, most) = (sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1])
    }

    var whole: String { text { Figures.rounded($0, 0) } }

    var fine: String { text { Figures.rounded($0, 2) } }

    /// Of seconds.
    var times: String { text(Figures.microseconds) }

    private func text(_ write: (Double) -> String) -> String {
        least == most ? write(median) : "\(write(median)) (\(write(least)) to \(write(most)))"
    }
}
