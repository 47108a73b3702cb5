import ArgumentParser
import ContentFiles
import Conversation
import Entitlements
import Expressions
import Foundation

/// `waymark bench inquiry`: what a turn of a check of several rules costs. Other people's turns wait for it, because the
/// store commits one after the other.
struct BenchInquiry: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inquiry", abstract: "How long a pack takes to judge all its rules and find the next question.",
        discussion: """
            Made-up people are asked until no rule is open, on the day of the newest rule test. The first question is told \
            apart, because most rules are open then.
            """)

    @OptionGroup var choice: PackChoice

    @ArgumentParser.Option(help: "Made-up people.")
    var people = 60

    @ArgumentParser.Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        guard people > 0 else { throw WrongUse("the number of people must be at least 1") }
        let pack = try choice.load()
        let book = pack.rules
        guard let day = book.rules.values.flatMap({ $0.tests.map(\.day) }).max() else {
            throw WrongUse("the pack '\(pack.id)' has no rules with tests")
        }
        let everybody = MadeUpPeople(for: book.rules(in: .all), in: book, on: day)
        let now = Timestamp(date: day, utcOffset: pack.settings.utcOffset)
        let talks = (0..<people).map { person in
            times(of: everybody.answers(of: person), in: pack, at: now)
        }
        let questions = talks.reduce(0) { $0 + $1.count - 1 }
        let figures = [
            TimeFigures("first", "the first question", times: talks.compactMap(\.first)),
            TimeFigures("turn", "any turn", times: talks.flatMap(\.self)),
        ]
        try report(figures, rules: book.rules.count, questions: questions)
    }

    /// The seconds that each turn of one person takes, the last of which asks nothing more.
    private func times(of answers: [String: Value], in pack: Pack, at now: Timestamp) -> [Double] {
        let clock = ContinuousClock()
        var times: [Double] = []
        var given: [String: Value] = [:]
        var next: String?
        repeat {
            if let fact = next { given[fact] = answers[fact] ?? .null }
            let time = clock.measure {
                let inquiry = pack.rules.inquire(
                    .all, { given[$0] }, at: now, utcOffset: pack.settings.utcOffset,
                    language: pack.languages[pack.sourceLanguage].tag)
                next = inquiry.next
            }
            times.append(time.inSeconds)
        } while next != nil
        return times
    }

    private func report(_ figures: [TimeFigures], rules: Int, questions: Int) throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let report = Report(rules: rules, people: people, questions: questions, times: figures)
            return print(String(decoding: try encoder.encode(report), as: UTF8.self))
        }
        print("inquiry: \(rules) rules, \(people) people, \(questions) questions in all")
        for line in figures { print(line) }
    }

    private struct Report: Encodable {
        let rules: Int
        let people: Int
        let questions: Int
        let times: [TimeFigures]
    }
}
