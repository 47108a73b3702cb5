import Conversation
import Entitlements

/// What came of the tests of one rule.
struct RuleResult {
    /// The rule's id.
    let rule: String
    /// How many of its tests were played, and how many were met.
    let tests: Int
    private(set) var passed = 0
    private(set) var failures: [PackResult.Failure] = []
    /// The outcomes that the tests came to.
    private(set) var outcomes: Set<String> = []
    /// The questions that its tests ask, and those that asking every fact it can use would come to.
    private(set) var asked = 0
    private(set) var usable = 0
    /// The most questions that any way through the rule has.
    let mostQuestions: Int

    init(of rule: Rule, _ tests: [RuleTest], in pack: Pack) {
        self.rule = rule.id
        self.tests = tests.count
        let utcOffset = pack.settings.utcOffset
        mostQuestions = RuleSurvey(of: rule, in: pack.rules, utcOffset: utcOffset).mostQuestions
        for test in tests {
            let (talk, differences) = pack.rules.play(test, of: rule.id, utcOffset: utcOffset)
            asked += talk.asked.count
            usable += rule.facts.count { test.known[$0] == nil }
            if let verdict = talk.verdict { outcomes.insert("\(rule.id).\(verdict.outcome)") }
            if differences.isEmpty {
                passed += 1
            } else {
                failures.append(
                    PackResult.Failure(
                        file: test.file, line: test.line, talk: test.name,
                        message: differences.joined(separator: "; ")))
            }
        }
    }
}
