import ArgumentParser
import Foundation
import Gateway

extension Waymark {
    /// `waymark keys`: what is kept is sealed with these, and how they are changed.
    struct Keys: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the keys that everything kept is sealed with, and change them.",
            discussion: "It asks the running gateway. Keys are told by their ids, never shown.",
            subcommands: [List.self, Rotate.self], defaultSubcommand: List.self)

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Show the keys.")

            @OptionGroup var gateway: RunningGateway

            func run() async throws { try gateway.show(try await gateway.keys()) }
        }

        struct Rotate: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Seal everything with a new key, while the gateway serves.",
                discussion: """
                    Keys in a file: the gateway makes a new one, and forgets the old one when nothing needs it any more. \
                    Keys in WAYMARK_KEY: put the new one first, with a comma before the old one, start the gateway anew, \
                    and take the old one away after this. What is cut short goes on with the next start.
                    """)

            @OptionGroup var gateway: RunningGateway

            func run() async throws {
                let data = try await gateway.ask("POST", "/keys/rotate")
                if let fault = try JSONDecoder().decode([String: String].self, from: data)["fault"] {
                    throw WrongUse(fault)
                }
                let bar = ProgressBar("sealing")
                var note = try await gateway.keys()
                while note.isUnderWay {
                    bar.show(min(0.99, Double(note.seen) / Double(max(1, note.values))))
                    try await Task.sleep(for: .milliseconds(200))
                    note = try await gateway.keys()
                }
                if note.isDone { bar.show(1) }
                try gateway.show(note)
                if !note.isDone {
                    Terminal.errors.line(
                        "the rotation was cut short: the gateway's log says why, and its next start goes on")
                }
                if !note.isDone || note.lost > 0 { throw ExitCode(1) }
            }
        }
    }
}

extension RunningGateway {
    fileprivate func keys() async throws -> KeyNote {
        try JSONDecoder().decode(KeyNote.self, from: try await ask("GET", "/keys"))
    }

    /// Prints how things stand.
    fileprivate func show(_ note: KeyNote) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try tell(try encoder.encode(note)) { (note: KeyNote) in note.lines }
    }
}

extension KeyNote {
    /// What is said to staff.
    fileprivate var lines: [String] {
        var lines = ["\(current)  seals"] + others.map { "\($0)  only opens" }
        if isUnderWay { lines.append("a rotation has looked at \(seen) of \(values.counted("value"))") }
        if lost > 0 { lines.append("\(lost.counted("value")) cannot be opened with any key, and stayed as they are") }
        if isDone, !isInFile, !others.isEmpty {
            lines.append("nothing needs the keys after the first any more: take them out of WAYMARK_KEY")
        }
        return lines
    }
}
