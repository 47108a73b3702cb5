/// What a country needs, reckoned from what one turn costs.
struct CapacityModel {
    /// What one turn and one person cost, as `waymark bench nodes` measured it for the most gateways.
    struct Cost {
        /// Seconds of the gateways' processor time for a turn.
        let gateway: Double
        /// Seconds of PostgreSQL's processor time for a turn.
        let postgres: Double
        /// A turn's share, in seconds, of the time that the transaction of its group takes: a gateway writes one after the other.
        let held: Double
        /// Bytes of PostgreSQL's log for a turn.
        let log: Double
        /// Bytes that a turn leaves, with indexes.
        let stored: Double
        /// Bytes of a person and her number, with indexes.
        let person: Double
    }

    /// How busy the busiest hour may make whatever is the limit.
    static let use = 0.6
    /// Turns of a mean second for each of the busiest.
    static let mean = 0.2
    /// Days that turns are kept.
    static let days = 90.0
    /// Cores of a gateway's machine.
    static let cores = 4.0
    /// The most cores of a database's machine.
    static let databaseCores = 16.0

    /// People of whom it is reckoned.
    static let sizes = [1e5, 1e6, 1e7, 1e8]
    /// Turns a second at the busiest for each person: 20,000 for 100 million.
    static let perPerson = 2e-4

    let people: Double
    let cost: Cost

    /// Turns a second at the busiest.
    var turns: Double { people * Self.perPerson }

    /// Gateways; never one alone at a database, which could not die.
    var gateways: Double {
        max(2 * shards, (turns * max(cost.gateway / Self.cores, cost.held) / Self.use).rounded(.up))
    }

    /// Databases, each with gateways and people of its own: their cores are the first limit.
    var shards: Double { max(1, (turns * cost.postgres / Self.use / Self.databaseCores).rounded(.up)) }

    /// Cores that PostgreSQL needs for one of them.
    var coresOfEach: Double { (turns / shards * cost.postgres / Self.use).rounded(.up) }

    /// Bytes a second of the log of one of them.
    var log: Double { turns / shards * cost.log }

    /// Bytes on the disk of one of them.
    var disk: Double { (people * cost.person + turns * Self.mean * 86_400 * Self.days * cost.stored) / shards }

    /// The table of what countries of several sizes need.
    static func table(_ cost: Cost) -> String {
        let head = """
            | people | turns/s at the busiest | gateways of \(Figures.rounded(cores, 0)) cores | databases \
            | cores of each | WAL/s of each | disk of each |
            |---|---|---|---|---|---|---|
            """
        let rows = sizes.map { CapacityModel(people: $0, cost: cost).row }
        return ([head] + rows).joined(separator: "\n")
    }

    private var row: String {
        let cells = [
            Self.grouped(people), Self.grouped(turns), Self.grouped(gateways), Self.grouped(shards),
            Self.grouped(coresOfEach), Self.bytes(log), Self.bytes(disk),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    private static func grouped(_ number: Double) -> String {
        var digits = Figures.rounded(number, 0)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: ",")
    }

    private static func bytes(_ count: Double) -> String {
        let units = ["bytes", "kB", "MB", "GB", "TB"]
        var (count, unit) = (count, 0)
        while count >= 1_000, unit < units.count - 1 { (count, unit) = (count / 1_000, unit + 1) }
        return "\(Figures.rounded(count, count < 10 ? 1 : 0)) \(units[unit])"
    }
}

extension CapacityModel.Cost {
    /// Nil where the server's processor time is missing.
    init?(_ figures: NodesFigures) {
        guard let line = figures.gateways.last, let postgres = line.postgres else { return nil }
        self.init(
            gateway: line.processor.median, postgres: postgres.median, held: line.held.median, log: line.log.median,
            stored: figures.stored.perTurn, person: figures.stored.perPerson)
    }
}
