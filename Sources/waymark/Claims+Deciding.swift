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

        @OptionGroup var place: Place

        func run() async throws {
            let data = try await ControlCall(data: place.data).send("GET", "/claims/waiting")
            if place.json { return Terminal.output.write(String(decoding: data, as: UTF8.self) + "\n") }
            let waiting = try JSONDecoder().decode([PleaNote].self, from: data)
            for plea in waiting {
                let records = plea.records.map(String.init).joined(separator: ", ")
                Terminal.output.write(
                    "\(plea.id)  \(plea.at)  case \(plea.caseNumber)  record \(plea.person) asks for "
                        + (records.isEmpty ? "a number that had no record\n" : "record \(records)\n"))
            }
            Terminal.output.write("\(waiting.count) waiting\n")
        }
    }

    /// `waymark claims approve`.
    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring a record to whoever asks for it.",
            discussion: "She is told by SMS, and so is her old number. It can be undone as any other claim.")

        @OptionGroup var place: Place

        @ArgumentParser.Argument(help: "The number that 'waymark claims waiting' lists it by.")
        var id: Int64

        @ArgumentParser.Option(help: "Whose record, where her old number had several.")
        var record: Int64?

        func run() async throws {
            try await decide("/claims/approve?id=\(id)" + (record.map { "&record=\($0)" } ?? ""), place)
        }
    }

    /// `waymark claims refuse`.
    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Refuse a record to whoever asks for it.",
            discussion: "She is told by SMS that it cannot be done.")

        @OptionGroup var place: Place

        @ArgumentParser.Argument(help: "The number that 'waymark claims waiting' lists it by.")
        var id: Int64

        func run() async throws { try await decide("/claims/refuse?id=\(id)", place) }
    }
}

/// Tells the running gateway what staff decided, and says what became of it.
private func decide(_ path: String, _ place: Waymark.Claims.Place) async throws {
    let data = try await ControlCall(data: place.data).send("POST", path)
    let answer = try JSONDecoder().decode([String: String].self, from: data)["outcome"] ?? ""
    guard let outcome = PleaOutcome(rawValue: answer) else { throw ExitCode(1) }
    Terminal.output.write(place.json ? "{\"outcome\":\"\(answer)\"}\n" : outcome.sentence + "\n")
    if outcome != .done { throw ExitCode(1) }
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
