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

    private static func keywords(_ flows: ArraySlice<String>) -> String {
        flows.isEmpty ? "" : "\nkeywords:\n" + flows.map { "  \($0): [\($0.uppercased())]" }.joined(separator: "\n")
    }

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
    ///
    /// - Parameter flows: How many flows it has; people walk the first, and the others are its like.
    static func make(flows: Int = 1) throws -> (pack: Pack, source: PackSource) {
        let names = ["main"] + (1..<max(1, flows)).map { "other\($0)" }
        let all = builtIn + names.flatMap { name in texts.map { ("\(name)#\($0)", $1) } }
        let translation = all.map { "msgctxt \"\($0)\"\nmsgid \"\($1)\"\nmsgstr \"\($1)\"\n" }
        let source = PackSource(
            folder: "bench",
            files: [PackSource.File(path: "pack.yaml", content: file + keywords(names.dropFirst()))]
                + names.map { PackSource.File(path: "\($0).yaml", content: flow) }
                + [PackSource.File(path: "languages/sw.po", content: translation.joined(separator: "\n"))])
        let log = DiagnosticLog()
        guard let pack = PackLoader.load(source, log: log) else {
            throw WrongUse(log.sorted.first { $0.severity == .error }?.description ?? "the benchmark's pack is broken")
        }
        return (pack, source)
    }

    /// The texts that come with every pack, by their contexts.
    private static let builtIn = BuiltInTexts.Name.allCases.map { name in
        (name == .apology ? "pack#apology" : "pack#texts.\(name.rawValue)", name.english)
    }

    /// Every text of a flow by its step and key: the benchmark's second language repeats the first.
    private static let texts = [
        ("start.menu", "What do you need?"), ("start.options.1", "My pay"),
        ("start.options.2", "My insurance"), ("start.options.3", "Find a school"),
        ("start.options.4", "Talk to a person"), ("pay.menu", "What about your pay?"),
        ("pay.options.1", "Not paid"), ("pay.options.2", "Overtime"),
        ("pay.options.3", "Minimum wage"),
        ("insurance.menu", "Which insurance?"), ("insurance.options.1", "Pension"),
        ("insurance.options.2", "Medical"), ("insurance.options.3", "Hurt at work"),
        ("insurance.options.4", "Lost my job"), ("when.menu", "How long have you worked there?"),
        ("when.options.1", "Under 1 year"), ("when.options.2", "1 to 10 years"),
        ("when.options.3", "Over 10 years"),
        ("done.end", "Thank you. Please call the office with this. You said ${worked}."),
    ]
}
