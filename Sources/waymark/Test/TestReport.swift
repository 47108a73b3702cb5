import Providers

/// What came of all talks and rule tests.
struct TestReport {
    let packs: [PackResult]

    /// How many talks and rule tests were met.
    var passed: Int { packs.reduce(0) { $0 + $1.passed } }
    /// How many were not, and how many errors kept others from being played.
    var failed: Int { packs.reduce(0) { $0 + $1.failures.count } }

    /// For people: failures, coverage by pack, and the counts.
    func text(for terminal: Terminal, verbose: Bool) -> String {
        var lines = packs.flatMap { $0.failures.map { $0.text(for: terminal) } }
        for pack in packs {
            guard let coverage = pack.coverage else { continue }
            lines.append("\(pack.pack): " + coverage.parts.map(\.summary).joined(separator: ", "))
            lines += pack.rules.map(\.summary)
            guard verbose else { continue }
            lines += coverage.parts.flatMap { part in part.missing.map { "  not walked: \(part.name) \($0)" } }
        }
        lines.append(terminal.painted("\(passed) passed, \(failed) failed", failed == 0 ? .green : .red))
        return lines.joined(separator: "\n") + "\n"
    }

    /// For programs.
    var json: String {
        let failures = packs.flatMap { pack in pack.failures.map { $0.json(pack: pack.pack) } }
        return Datum.object([
            Datum.Member("passed", .count(passed)), Datum.Member("failed", .count(failed)),
            Datum.Member("failures", .list(failures)),
            Datum.Member("coverage", .list(packs.compactMap(\.coverageJSON))),
            Datum.Member("rules", .list(packs.flatMap { pack in pack.rules.map { $0.json(pack: pack.pack) } })),
        ]).line
    }
}

extension Coverage.Part {
    fileprivate var summary: String { "\(name) \(walked)/\(all.count) (\(percent)%)" }

    fileprivate var json: Datum {
        .object([
            Datum.Member("walked", .count(walked)), Datum.Member("all", .count(all.count)),
            Datum.Member("missing", .list(missing.map(Datum.text))),
        ])
    }
}

extension RuleResult {
    fileprivate var summary: String {
        "  \(rule): \(passed) of \(tests.counted("test")), at most \(mostQuestions.counted("question"))"
    }

    fileprivate func json(pack: String) -> Datum {
        .object([
            Datum.Member("pack", .text(pack)), Datum.Member("rule", .text(rule)),
            Datum.Member("tests", .count(tests)), Datum.Member("passed", .count(passed)),
            Datum.Member("most_questions", .count(mostQuestions)),
        ])
    }
}

extension PackResult {
    fileprivate var coverageJSON: Datum? {
        coverage.map { coverage in
            .object([Datum.Member("pack", .text(pack))] + coverage.parts.map { Datum.Member($0.name, $0.json) })
        }
    }
}

extension PackResult.Failure {
    fileprivate func json(pack: String) -> Datum {
        .object([
            Datum.Member("pack", .text(pack)), Datum.Member("file", .text(file)), Datum.Member("line", .count(line)),
            Datum.Member("talk", .optional(talk)), Datum.Member("message", .text(message)),
        ])
    }

    /// `file:line: message`, and below it how the screen differs.
    fileprivate func text(for terminal: Terminal) -> String {
        var rows = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isScreen = message.hasPrefix("expected:")
        let subject = talk.map { terminal.painted($0, .bold) + ": " } ?? ""
        let head = "\(file):\(line): \(subject)" + (isScreen ? "another screen is shown" : rows.removeFirst())
        let mark = isScreen ? Self.mark(rows) : nil
        return ([head] + (rows + [mark].compactMap(\.self)).map { "    " + $0 }).joined(separator: "\n")
    }

    /// A mark below the first character by which two rows differ, behind their labels of the same width.
    private static func mark(_ rows: [String]) -> String? {
        let label = "expected: ".count
        guard rows.count == 2, rows[0].count > label, rows[1].count > label else { return nil }
        let same = zip(rows[0].dropFirst(label), rows[1].dropFirst(label)).prefix { $0 == $1 }.map(\.0)
        return String(repeating: " ", count: label + TextWidth.columns(String(same))) + "^"
    }
}
