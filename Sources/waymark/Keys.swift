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

        struct Place: ParsableArguments {
            @ArgumentParser.Option(help: "The data folder of the running gateway.")
            var data = "Data"

            @ArgumentParser.Flag(help: "Print JSON.")
            var json = false

            func note() async throws -> KeyNote {
                let data = try await ControlCall(data: data).send("GET", "/keys")
                return try JSONDecoder().decode(KeyNote.self, from: data)
            }

            /// Prints how things stand.
            func show(_ note: KeyNote) throws {
                if json {
                    let encoder = JSONEncoder()
                    encoder.outputFormatting = [.sortedKeys]
                    return Terminal.output.write(String(decoding: try encoder.encode(note), as: UTF8.self) + "\n")
                }
                Terminal.output.write(note.lines.map { $0 + "\n" }.joined())
            }
        }

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Show the keys.")

            @OptionGroup var place: Place

            func run() async throws { try place.show(try await place.note()) }
        }

        struct Rotate: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Seal everything with a new key, while the gateway serves.",
                discussion: """
                    Keys in a file: the gateway makes a new one, and forgets the old one when nothing needs it any more. \
                    Keys in WAYMARK_KEY: put the new one first, with a comma before the old one, start the gateway anew, \
                    and take the old one away after this. What is cut short goes on with the next start.
                    """)

            @OptionGroup var place: Place

            func run() async throws {
                let data = try await ControlCall(data: place.data).send("POST", "/keys/rotate")
                if let fault = try JSONDecoder().decode([String: String].self, from: data)["fault"] {
                    throw WrongUse(fault)
                }
                let bar = ProgressBar("sealing")
                var note = try await place.note()
                while note.isUnderWay {
                    bar.show(min(0.99, Double(note.seen) / Double(max(1, note.values))))
                    try await Task.sleep(for: .milliseconds(200))
                    note = try await place.note()
                }
                if note.isDone { bar.show(1) }
                try place.show(note)
                if !note.isDone {
                    Terminal.errors.line(
                        "the rotation was cut short: the gateway's log says why, and its next start goes on")
                }
                if !note.isDone || note.lost > 0 { throw ExitCode(1) }
            }
        }
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
