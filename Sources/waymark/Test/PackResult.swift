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
        /// Where a talk failed and why; nil for everything else.
        var detail: TalkReport.Failure?
    }

    /// The pack's name.
    private(set) var pack: String
    private(set) var passed = 0
    private(set) var failures: [Failure] = []
    /// Nil for a pack with errors, of which no talk can be played.
    private(set) var coverage: Coverage?
    /// The rules whose tests were played, by id.
    private(set) var rules: [RuleResult] = []
    /// What was counted of checks of several rules.
    private(set) var inquiries: [InquiryResult] = []
    /// The files with lines that are to say what is shown.
    private(set) var updates: [TalkUpdate] = []

    /// Plays a pack's talks and the tests of its rules.
    ///
    /// - Parameters:
    ///   - only: The files to play; empty means all.
    ///   - accepts: Whether screens that differ are taken for right and become updates.
    ///   - counts: Whether the questions of checks of several rules are counted.
    ///   - progress: Told before each file.
    init(folder: String, only: Set<String>, accepts: Bool, counts: Bool, progress: (String) -> Void) {
        pack = folder
        let log = DiagnosticLog()
        guard let source = PackSource.read(folder: folder, log: log), let pack = PackLoader.load(source, log: log)
        else {
            fail(log)
            return
        }
        self.pack = pack.id
        var walked = TalkReport.Walked()
        for file in source.files where file.path.hasSuffix(".talk") {
            let path = source.shown(file.path)
            guard only.isEmpty || only.contains(path) else { continue }
            progress(path)
            walked.formUnion(play(file.content, of: path, in: pack, accepts: accepts))
        }
        for rule in pack.rules.rules.values.sorted(by: { $0.id < $1.id }) { play(rule, in: pack, only: only) }
        if counts { inquiries = InquiryResult.all(of: pack, progress) }
        coverage = Coverage(of: pack, by: walked, rules: rules)
    }

    private mutating func play(_ rule: Rule, in pack: Pack, only: Set<String>) {
        let tests = rule.tests.filter { only.isEmpty || only.contains($0.file) }
        guard !tests.isEmpty else { return }
        let result = RuleResult(of: rule, tests, in: pack)
        passed += result.passed
        failures += result.failures
        rules.append(result)
    }

    /// Plays the talks of one file. A talk that fails for another reason keeps its screens as they are.
    private mutating func play(
        _ content: String, of path: String, in pack: Pack, accepts: Bool
    ) -> TalkReport.Walked {
        let log = DiagnosticLog()
        let talks = TalkFile.read(content, file: path, log: log)
        fail(log)
        var walked = TalkReport.Walked()
        var corrections: [TalkReport.Correction] = []
        let played = talks.map { talk in (talk: talk, report: TalkRun.play(talk, in: pack, accepts: accepts)) }
        for (talk, report) in played {
            walked.formUnion(report.walked)
            let twins = played.filter { $0.talk.line == talk.line && $0.report.failures.isEmpty }.map(\.report)
            let clash = report.corrections.first { one in !twins.allSatisfy { $0.corrects(one) } }
            if let first = report.failures.first {
                failures.append(Failure(first, of: talk, in: path))
            } else if let clash {
                failures.append(Failure(clashing: clash, of: talk, in: path))
            } else {
                passed += 1
                corrections += report.corrections
            }
        }
        if !corrections.isEmpty { updates.append(TalkUpdate(file: path, content: content, corrections: corrections)) }
        return walked
    }

    private mutating func fail(_ log: DiagnosticLog) {
        for error in log.sorted where error.severity == .error {
            let hint = error.suggestion.map { " (\($0))" } ?? ""
            let message = "\(error.message)\(hint) [\(error.id)]"
            failures.append(Failure(file: error.position.file, line: error.position.line, talk: nil, message: message))
        }
    }
}

extension PackResult.Failure {
    fileprivate init(_ failure: TalkReport.Failure, of talk: Talk, in file: String) {
        self.init(
            file: file, line: failure.place.line, talk: talk.title, message: failure.reason.message, detail: failure)
    }

    /// A line of a talk that is played on both channels cannot say what only one of them shows.
    fileprivate init(clashing clash: TalkReport.Correction, of talk: Talk, in file: String) {
        self.init(
            file: file, line: clash.place.line, talk: talk.title,
            message: "the other channel shows something else here: write a talk for each, and then --update")
    }
}

extension TalkReport {
    /// Whether a line is to say here what a talk's twin wants it to say.
    fileprivate func corrects(_ correction: Correction) -> Bool {
        corrections.contains {
            $0.place.line == correction.place.line && $0.difference.shown == correction.difference.shown
        }
    }
}
