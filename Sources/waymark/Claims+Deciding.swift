import ArgumentParser
import Foundation
import Gateway
import Storage

extension Waymark.Claims {
    /// `waymark claims waiting`.
    struct Waiting: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the records that people ask for who have neither a code nor a PIN.",
            discussion: "Call her first and make sure that she is who she says. Then approve or refuse.")

        @OptionGroup var gateway: RunningGateway

        func run() async throws {
            try gateway.tell(try await gateway.ask("GET", "/claims/waiting")) { (waiting: [PleaNote]) in
                waiting.map(\.line) + ["\(waiting.count) waiting"]
            }
        }
    }

    /// `waymark claims approve`.
    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring a record to whoever asks for it.",
            discussion: "She is told by SMS, and so is her old number. It can be undone as any other claim.")

        @OptionGroup var gateway: RunningGateway

        @ArgumentParser.Argument(help: "The number that 'waymark claims waiting' lists it by.")
        var id: Int64

        @ArgumentParser.Option(help: "Whose record, where her old number had several.")
        var record: Int64?

        func run() async throws {
            try await decide("/claims/approve?id=\(id)" + (record.map { "&record=\($0)" } ?? ""), gateway)
        }
    }

    /// `waymark claims refuse`.
    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse a record to whoever asks for it.",
            discussion: "She is told by SMS that it cannot be done.")

        @OptionGroup var gateway: RunningGateway

        @ArgumentParser.Argument(help: "The number that 'waymark claims waiting' lists it by.")
        var id: Int64

        func run() async throws { try await decide("/claims/refuse?id=\(id)", gateway) }
    }
}

/// Tells the running gateway what staff decided, and says what became of it.
private func decide(_ path: String, _ gateway: RunningGateway) async throws {
    let data = try await gateway.ask("POST", path)
    let answer = try JSONDecoder().decode([String: String].self, from: data)["outcome"] ?? ""
    guard let outcome = PleaOutcome(rawValue: answer) else { throw ExitCode(1) }
    Terminal.output.write(gateway.json ? "{\"outcome\":\"\(answer)\"}\n" : outcome.sentence + "\n")
    if outcome != .done { throw ExitCode(1) }
}

extension PleaNote {
    /// What is said of it.
    fileprivate var line: String {
        let asked = records.map(String.init).joined(separator: ", ")
        return "\(id)  \(at)  case \(caseNumber)  record \(person) asks for "
            + (asked.isEmpty ? "a number that had no record" : "record \(asked)")
    }
}

extension PleaOutcome {
    /// What is said to staff.
    fileprivate var sentence: String {
        switch self {
        case .done: "it is decided, and she is told"
        case .unknown: "nobody waits under this number, or it was decided before"
        case .missing: "her old number had no such record"
        case .several: "her old number had several records: say whose by --record"
        case .overtaken: "she has brought a record herself meanwhile, or her number is somebody else's now: refuse it"
        }
    }
}
