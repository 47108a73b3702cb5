/// Holds what the provider wrote down against what the machine says must be sent, and against itself.
struct SendCheck: Sendable {
    /// How long a gateway may take to write down that a message was taken.
    private static let record = Duration.seconds(2)
    /// How long a message may be on its way already when the report of it is taken.
    private static let crossing = Duration.seconds(2)

    /// How long the end of a process may be seen before an answer to it has left.
    private static let glance = Duration.milliseconds(50)

    private(set) var findings: [String] = []
    /// Requests that repeat what was confirmed, because the gateway was killed before it wrote that down.
    private(set) var repeatsAfterCrash = 0
    /// Requests that repeat what was taken, and nobody could know.
    private(set) var repeatsOfUnknown = 0
    /// Messages whose delivery was reported.
    private(set) var reported = 0

    private let diary: Lives.Diary

    init(_ ledger: ProviderLedger, _ diary: Lives.Diary) {
        self.diary = diary
        for (id, message) in ledger.messages {
            if message.isChanged { findings.append("message \(id) was sent with another number or text") }
            if !message.isTaken { findings.append("message \(id) was never taken") }
            if message.reportedAt != nil { reported += 1 }
            checkRepeats(of: message, id)
        }
    }

    /// Compares what a person got with what she must have got.
    mutating func compare(_ texts: [String], _ meant: [String], to number: String) {
        guard texts != meant else { return }
        let place = zip(texts, meant).prefix { $0 == $1 }.count
        let (seen, wanted) = (texts.dropFirst(place).first, meant.dropFirst(place).first)
        findings.append(
            "\(number) got \(texts.count) SMS and not \(meant.count); number \(place + 1) is "
                + "\(seen.map { "'\($0)'" } ?? "missing") and not \(wanted.map { "'\($0)'" } ?? "there")")
    }

    private mutating func checkRepeats(of message: ProviderLedger.Message, _ id: String) {
        for (place, attempt) in message.attempts.enumerated() {
            for later in message.attempts.dropFirst(place + 1).prefix(1) where attempt.fate.isTaken {
                if let confirmed = attempt.confirmedAt {
                    checkRepeat(of: id, confirmed, by: attempt.gateway, later)
                } else {
                    repeatsOfUnknown += 1
                }
            }
            if let reported = message.reportedAt, attempt.at - reported > Self.crossing {
                findings.append("message \(id) was sent again \(attempt.at - reported) after it was reported delivered")
            }
        }
    }

    /// A gateway that was killed before it wrote down what it was told may cause one; for as long as it was kept from
    /// writing, nothing was written down.
    private mutating func checkRepeat(
        of id: String, _ confirmed: ContinuousClock.Instant, by gateway: Int, _ later: ProviderLedger.Attempt
    ) {
        let death = diary.lives.lazy.filter { $0.gateway == gateway }.compactMap(\.ended)
            .first { $0 >= confirmed - Self.glance }
        if let death, diary.calm(from: confirmed, to: death) < Self.record, later.at >= death {
            repeatsAfterCrash += 1
        } else {
            findings.append("message \(id) was sent again \(later.at - confirmed) after it was taken and confirmed")
        }
    }
}
