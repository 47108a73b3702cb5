import ContentFiles
import Conversation
import Entitlements

/// What came of the talks and rule tests of one pack.
struct PackResult {
    /// A talk or rule test that was not met, or cannot be read.
    struct Failure {
        let file: String
        let line: Int
        /// The title of the talk or rule test; nil when the file itself is at fault.
        let talk: String?
        let message: String
    }

    /// The pack's name.
    private(set) var pack: String
    private(set) var passed = 0
    private(set) var failures: [Failure] = []
    /// Nil for a pack with errors, of which no talk can be played.
    private(set) var coverage: Coverage?
    /// The rules whose tests were played, by id.
    private(set) var rules: [RuleResult] = []

    /// Plays a pack's talks and the tests of its rules.
    ///
    /// - Parameters:
    ///   - only: The files to play; empty means all.
    ///   - progress: Told before each file.
    init(folder: String, only: Set<String>, progress: (String) -> Void) {
        pack = folder
        let log = DiagnosticLog()
        guard let source = PackSource.read(folder: folder, log: log), let pack = PackLoader.load(source, log: log)
        else {
            fail(log)
            return
        }
        self.pack = pack.id
        var reports: [TalkRun.Report] = []
        for file in source.files where file.path.hasSuffix(".talk") {
            let path = source.shown(file.path)
            guard only.isEmpty || only.contains(path) else { continue }
            progress(path)
            let own = DiagnosticLog()
            let talks = TalkFile.read(file.content, file: path, log: own)
            fail(own)
            for talk in talks where !own.hasErrors { reports.append(play(talk, of: path, in: pack)) }
        }
        for rule in pack.rules.rules.values.sorted(by: { $0.id < $1.id }) { play(rule, in: pack, only: only) }
        coverage = Coverage(of: pack, by: reports, rules: rules)
    }

    private mutating func play(_ rule: Rule, in pack: Pack, only: Set<String>) {
        let tests = rule.tests.filter { only.isEmpty || only.contains($0.file) }
        guard !tests.isEmpty else { return }
        let result = RuleResult(of: rule, tests, in: pack)
        passed += result.passed
        failures += result.failures
        rules.append(result)
    }

    private mutating func play(_ talk: Talk, of path: String, in pack: Pack) -> TalkRun.Report {
        let report = TalkRun.play(talk, in: pack)
        if report.failures.isEmpty { passed += 1 }
        if let first = report.failures.first {
            failures.append(Failure(file: path, line: first.line, talk: talk.title, message: first.message))
        }
        return report
    }

    private mutating func fail(_ log: DiagnosticLog) {
        for error in log.sorted where error.severity == .error {
            let hint = error.suggestion.map { " (\($0))" } ?? ""
            let message = "\(error.message)\(hint) [\(error.id)]"
            failures.append(Failure(file: error.position.file, line: error.position.line, talk: nil, message: message))
        }
    }
}
