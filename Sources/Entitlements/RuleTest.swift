package import Expressions

/// A case with its answer, written in the rule's file.
package struct RuleTest: Hashable, Sendable {
    /// What must come out; parts that a test does not name can be anything.
    package struct Expectation: Hashable, Sendable {
        /// The outcome's name.
        package let outcome: String
        /// Shown values by name; unknown where there must be none.
        package let values: [String: Value]
        /// What must be missing, in order.
        package let missing: [String]?
        /// What must be assumed, in order.
        package let assumed: [String]?
        /// Whether the answer rests on what is only usual.
        package let isUsual: Bool?

        package init(
            outcome: String, values: [String: Value] = [:], missing: [String]? = nil, assumed: [String]? = nil,
            isUsual: Bool? = nil
        ) {
            self.outcome = outcome
            self.values = values
            self.missing = missing
            self.assumed = assumed
            self.isUsual = isUsual
        }
    }

    /// What the case is, in a few words.
    package let name: String
    /// The file it stands in, as messages show it.
    package let file: String
    /// The line it stands in, from 1.
    package let line: Int
    /// The day of the question.
    package let day: CalendarDate
    /// Facts known beforehand, as from her profile.
    package let known: [String: Value]
    /// Her answers, by fact; null for "I do not know".
    package let given: [String: Value]
    /// What must come out.
    package let expected: Expectation
    /// What must be asked, in order; nil for any.
    package let asked: [String]?

    package init(
        name: String, file: String, line: Int, day: CalendarDate, known: [String: Value] = [:],
        given: [String: Value] = [:], expected: Expectation, asked: [String]? = nil
    ) {
        self.name = name
        self.file = file
        self.line = line
        self.day = day
        self.known = known
        self.given = given
        self.expected = expected
        self.asked = asked
    }
}

/// How a dialog over a rule went.
package struct RuleTalk: Hashable, Sendable {
    /// The facts that were asked, in order.
    package let asked: [String]
    /// What came out; nil when the dialog broke off.
    package let verdict: Verdict?
    /// The fact that was asked last and has no answer, if that is why it broke off.
    package let unanswered: String?
}

extension RuleBook {
    /// Plays a dialog: every fact that is asked gets its answer, until there is a verdict.
    package func talk(
        _ rule: String, known: [String: Value] = [:], answers: [String: Value], at now: Timestamp, utcOffset: Int,
        language: String
    ) -> RuleTalk {
        var facts = known
        var asked: [String] = []
        while let judgement = judge(rule, { facts[$0] }, at: now, utcOffset: utcOffset, language: language) {
            switch judgement {
            case .verdict(let verdict): return RuleTalk(asked: asked, verdict: verdict, unanswered: nil)
            case .ask(let fact):
                guard let answer = answers[fact], !asked.contains(fact) else {
                    return RuleTalk(asked: asked, verdict: nil, unanswered: fact)
                }
                facts[fact] = answer
                asked.append(fact)
            }
        }
        return RuleTalk(asked: asked, verdict: nil, unanswered: nil)
    }

    /// Plays a test of a rule.
    ///
    /// - Returns: What came out, and how it differs: nothing when the test is met.
    package func play(_ test: RuleTest, of rule: String, utcOffset: Int) -> (talk: RuleTalk, failures: [String]) {
        let talk = talk(
            rule, known: test.known, answers: test.given, at: Timestamp(date: test.day, utcOffset: utcOffset),
            utcOffset: utcOffset, language: languages.first ?? "en")
        return (talk, test.differences(from: talk))
    }
}

extension RuleTest {
    fileprivate func differences(from talk: RuleTalk) -> [String] {
        if let fact = talk.unanswered { return ["asks for '\(fact)', which the test does not give"] }
        guard let verdict = talk.verdict else { return ["the rule is not in force on \(day.iso)"] }
        var found: [String] = []
        if let fault = verdict.fault { found.append("an expression fails: \(fault.message)") }
        note("outcome", verdict.outcome, expected.outcome, in: &found)
        for (name, value) in expected.values.sorted(by: { $0.key < $1.key }) {
            let actual = verdict.values[name] ?? .unknown
            if actual != value { note(name, actual.inTest, value.inTest, in: &found) }
        }
        expected.missing.map { note("missing", verdict.missing.inTest, $0.inTest, in: &found) }
        expected.assumed.map { note("assumed", verdict.assumed.inTest, $0.inTest, in: &found) }
        expected.isUsual.map { note("usual", "\(verdict.isUsual)", "\($0)", in: &found) }
        asked.map { note("asked", talk.asked.inTest, $0.inTest, in: &found) }
        return found
    }

    private func note(_ what: String, _ actual: String, _ expected: String, in found: inout [String]) {
        if actual != expected { found.append("\(what) is \(actual), not \(expected)") }
    }
}

extension Value {
    /// The value as a test's row writes it.
    fileprivate var inTest: String {
        switch self {
        case .null: "null"
        case .unknown: "unknown"
        case .text, .number, .boolean, .date, .month, .time, .datetime, .duration, .list, .object, .error: text
        }
    }
}

extension [String] {
    fileprivate var inTest: String { "[\(joined(separator: ", "))]" }
}
