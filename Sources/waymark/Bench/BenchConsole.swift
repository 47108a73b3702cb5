import ArgumentParser
import Foundation
import Storage

/// `waymark bench console`: how long the console waits for the store among a million conversations.
struct BenchConsole: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console", abstract: "What the console's pages ask of a store with many conversations.")

    @Option(help: "Conversations in the database.")
    var sessions = 1_000_000

    @Option(help: "The database; it is made where it is missing, which takes minutes, and kept.")
    var database = FileManager.default.temporaryDirectory.appending(path: "waymark-bench-console.sqlite")
        .path(percentEncoded: false)

    @Option(help: "Times that each page is asked for.")
    var pages = 200

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        guard sessions > 0, pages > 0 else { throw ValidationError("sessions and pages are numbers above 0") }
    }

    func run() async throws {
        let database = try ConsoleDatabase(path: database)
        try await database.fill(to: sessions) { count in
            FileHandle.standardError.write(Data("made \(count) of \(sessions) conversations\n".utf8))
        }
        try await database.readWords { count in
            FileHandle.standardError.write(Data("read the words of \(count) lines\n".utf8))
        }
        guard let last = try await database.store.recentSessions(limit: 1).first else {
            throw WrongUse("there is no conversation in \(self.database): name another file")
        }
        let people = max(1, sessions / ConsoleDatabase.perPerson)
        var lines: [TimeFigures] = []
        for question in ConsoleQuestion.allCases {
            var times: [Double] = []
            for number in 0..<pages {
                let start = ContinuousClock.now
                _ = try await question.ask(database, number: number, last: last, people: people)
                times.append((ContinuousClock.now - start).inSeconds)
            }
            lines.append(TimeFigures(question.rawValue, question.title, times: times))
        }
        await database.store.close()
        try report(lines)
    }

    private func report(_ lines: [TimeFigures]) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return print(String(decoding: try encoder.encode(lines), as: UTF8.self))
        }
        print("console: \(sessions) conversations, each page asked for \(pages) times")
        for line in lines { print(line) }
    }
}
