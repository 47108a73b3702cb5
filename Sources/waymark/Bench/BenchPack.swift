import ContentFiles
import Conversation

/// The conversation that benchmarks hold: a menu three levels deep, in two languages.
enum BenchPack {
    /// The answers that walk from the first screen to the end; each walk is `answers.count + 1` turns.
    static let answers = ["2", "1", "3"]

    private static let file = """
        pack: bench
        title: Benchmark
        language: en
        languages: { en: English, sw: Kiswahili }
        start: main
        numbering: " "
        """

    private static let flow = """
        steps:
          start:
            menu: What do you need?
            options: [My pay -> pay, My insurance -> insurance, Find a school -> done, Talk to a person -> done]
          pay:
            menu: What about your pay?
            options: [Not paid -> when, Overtime -> done, Minimum wage -> done]
          insurance:
            menu: Which insurance?
            options: [Pension -> when, Medical -> done, Hurt at work -> done, Lost my job -> done]
          when:
            menu: How long have you worked there?
            save: worked
            options: [Under 1 year -> done, 1 to 10 years -> done, Over 10 years -> done]
          done:
            end: Thank you. Please call the office with this. You said ${worked}.
        """

    /// The compiled pack with its files.
    static func make() throws -> (pack: Pack, source: PackSource) {
        let translation = texts.map { context, text in
            "msgctxt \"\(context)\"\nmsgid \"\(text)\"\nmsgstr \"\(text)\"\n"
        }
        let source = PackSource(
            folder: "bench",
            files: [
                PackSource.File(path: "pack.yaml", content: file), PackSource.File(path: "main.yaml", content: flow),
                PackSource.File(path: "languages/sw.po", content: translation.joined(separator: "\n")),
            ])
        let log = DiagnosticLog()
        guard let pack = PackLoader.load(source, log: log) else {
            throw WrongUse(log.sorted.map(\.description).joined(separator: "\n"))
        }
        return (pack, source)
    }

    /// Every text by its context: the benchmark's second language repeats the first.
    private static let texts: [(String, String)] =
        BuiltInTexts.Name.allCases.map { ($0 == .apology ? "pack#apology" : "pack#texts.\($0.rawValue)", $0.english) }
        + [
            ("main#start.menu", "What do you need?"), ("main#start.options.1", "My pay"),
            ("main#start.options.2", "My insurance"), ("main#start.options.3", "Find a school"),
            ("main#start.options.4", "Talk to a person"), ("main#pay.menu", "What about your pay?"),
            ("main#pay.options.1", "Not paid"), ("main#pay.options.2", "Overtime"),
            ("main#pay.options.3", "Minimum wage"),
            ("main#insurance.menu", "Which insurance?"), ("main#insurance.options.1", "Pension"),
            ("main#insurance.options.2", "Medical"), ("main#insurance.options.3", "Hurt at work"),
            ("main#insurance.options.4", "Lost my job"), ("main#when.menu", "How long have you worked there?"),
            ("main#when.options.1", "Under 1 year"), ("main#when.options.2", "1 to 10 years"),
            ("main#when.options.3", "Over 10 years"),
            ("main#done.end", "Thank you. Please call the office with this. You said ${worked}."),
        ]
}
