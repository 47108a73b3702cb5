import Entitlements
import Providers

/// What came of all talks and rule tests.
struct TestReport {
    let packs: [PackResult]

    /// How many talks and rule tests were met.
    var passed: Int { packs.reduce(0) { $0 + $1.passed } }
    /// How many were not, and how many errors kept others from being played.
    var failed: Int { packs.reduce(0) { $0 + $1.failures.count } }

    private var updates: [TalkUpdate] { packs.flatMap(\.updates) }

    /// For people: failures, coverage by pack, and the counts.
    func text(for terminal: Terminal, verbose: Bool) -> String {
        var lines = updates.flatMap { $0.text(for: terminal) }
        lines += packs.flatMap { $0.failures.flatMap { $0.text(for: terminal) } }
        for pack in packs {
            guard let coverage = pack.coverage else { continue }
            lines.append("\(pack.pack): " + coverage.parts.map { $0.summary }.joined(separator: ", "))
            if !coverage.languages.isEmpty {
                lines.append("  steps by language: " + coverage.languages.map { $0.summary }.joined(separator: ", "))
            }
            lines.append("  steps by channel: " + coverage.channels.map { $0.summary }.joined(separator: ", "))
            lines += pack.rules.map(\.summary) + [pack.questions].compactMap(\.self) + pack.inquiries.flatMap(\.summary)
            if verbose { lines += coverage.missing }
        }
        if !updates.isEmpty {
            let changed = updates.reduce(0) { $0 + $1.corrections.count }
            lines.append("updated \(changed.counted("line")) in \(updates.count.counted("file"))")
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
            Datum.Member("updated", .list(updates.flatMap(\.json))),
            Datum.Member("coverage", .list(packs.compactMap { $0.coverage?.json(pack: $0.pack) })),
            Datum.Member("rules", .list(packs.flatMap { pack in pack.rules.map { $0.json(pack: pack.pack) } })),
            Datum.Member(
                "inquiries", .list(packs.flatMap { pack in pack.inquiries.map { $0.json(pack: pack.pack) } })),
        ]).line
    }
}

extension Coverage {
    fileprivate var missing: [String] {
        parts.flatMap { part in part.missing.map { "  not walked: \(part.name) \($0)" } }
            + (languages + channels).flatMap { part in part.missing.map { "  not walked: steps \($0) in \(part.name)" }
            }
    }

    fileprivate func json(pack: String) -> Datum {
        let languages = languages.map { Datum.Member($0.name, $0.json) }
        let channels = channels.map { Datum.Member($0.name, $0.json) }
        return .object(
            [Datum.Member("pack", .text(pack))] + parts.map { Datum.Member($0.name, $0.json) }
                + [
                    Datum.Member("steps_by_language", .object(languages)),
                    Datum.Member("steps_by_channel", .object(channels)),
                ])
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
            Datum.Member("most_questions", .count(mostQuestions)), Datum.Member("asked", .count(asked)),
            Datum.Member("usable", .count(usable)),
        ])
    }
}

extension PackResult {
    /// How many questions the rule tests ask; nil for a pack without.
    fileprivate var questions: String? {
        let asked = rules.reduce(0) { $0 + $1.asked }
        let usable = rules.reduce(0) { $0 + $1.usable }
        guard usable > 0 else { return nil }
        return "  \(asked.counted("question")) asked in the rule tests; every fact the rules can use: \(usable)"
    }
}

extension InquiryResult {
    fileprivate var summary: [String] {
        [
            "  \(step): \(survey.rules.counted("rule")), \(survey.facts.counted("fact")), "
                + "\(InquirySurvey.people) made-up people",
            "    best question first: \(survey.best.summary(limit))",
            "    most asked first: \(survey.mostAsked.summary(limit))",
        ]
    }

    fileprivate func json(pack: String) -> Datum {
        .object([
            Datum.Member("pack", .text(pack)), Datum.Member("step", .text(step)),
            Datum.Member("rules", .count(survey.rules)), Datum.Member("facts", .count(survey.facts)),
            Datum.Member("best", survey.best.json), Datum.Member("most_asked", survey.mostAsked.json),
        ])
    }
}

extension InquirySurvey.Way {
    fileprivate func summary(_ limit: Int) -> String {
        "\(questions.inTenths) questions to the end; after \(limit), \(found.inTenths) rights are found"
    }

    fileprivate var json: Datum {
        .object([
            Datum.Member("questions", .number(questions.inTenths)), Datum.Member("found", .number(found.inTenths)),
        ])
    }
}

extension Double {
    /// With one digit behind the point.
    fileprivate var inTenths: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
