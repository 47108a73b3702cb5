import ArgumentParser
import Foundation
import Gateway

extension Waymark {
    /// `waymark retention`: what is kept too long.
    struct Retention: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what is kept longer than the pack says, and let it go at once.",
            discussion: """
                It asks the running gateway, which lets it go by itself once a day. Without --run nothing changes. No numbers, \
                names or texts are shown.
                """)

        @ArgumentParser.Flag(name: .customLong("run"), help: "Delete it now.")
        var isRun = false

        @OptionGroup var gateway: RunningGateway

        /// Seconds: it walks over everybody, in small stretches.
        private static let longest = 86_400

        func run() async throws {
            if isRun {
                let answer = try await gateway.ask("POST", "/retention/run", within: Self.longest)
                try gateway.tell(answer) { (tally: RetentionTally) in tally.report }
            } else {
                let answer = try await gateway.ask("GET", "/retention", within: Self.longest)
                try gateway.tell(answer) { (note: RetentionNote) in note.report }
            }
        }
    }
}

extension RetentionNote {
    /// A line for each kind, and what follows from it.
    fileprivate var report: [String] {
        let width = kinds.map(\.name.count).max() ?? 0
        let rows = kinds.map { kind in
            let name = kind.name + String(repeating: " ", count: width - kind.name.count)
            let kept = "kept \(kind.kept)"
            let oldest = kind.oldest.map { "  the oldest from \($0)" } ?? ""
            return
                "\(name)  \(kept)\(String(repeating: " ", count: max(0, 14 - kept.count)))  \(kind.count) to go\(oldest)"
        }
        let total = kinds.reduce(0) { $0 + $1.count }
        return rows + [total == 0 ? "nothing is kept too long" : "nothing is changed; --run deletes it now"]
    }
}

extension RetentionTally {
    /// What went, in one line.
    fileprivate var report: [String] {
        [
            "deleted: "
                + [
                    "\(people) people", "something of \(records.counted("record"))",
                    lines.counted("line") + " of transcripts", messages.counted("message"),
                    notes.counted("case note"), claims.counted("claim"),
                ].joined(separator: ", ")
        ]
    }
}
