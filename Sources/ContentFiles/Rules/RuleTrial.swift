import Conversation
import Entitlements
import Expressions
import Telephony

/// Runs rules over their tests and over all answers: what is said must be there and fit, and questions must stay few.
struct RuleTrial {
    /// More questions than this are too many on a basic phone; people give up.
    static let mostQuestions = 6

    let book: RuleBook
    let utcOffset: Int
    /// What one message with a reason may hold.
    let screen: ScreenLimit
    let log: DiagnosticLog

    /// Reports what is wrong, and returns what can come out of each rule.
    func check(_ drafts: [String: RuleDraft]) -> [String: ResultBlanks] {
        var results: [String: ResultBlanks] = [:]
        for (id, draft) in drafts.sorted(by: { $0.key < $1.key }) {
            guard let rule = book.rules[id] else { continue }
            results[id] = checkTexts(of: rule, draft)
            checkMove(of: rule, draft)
            checkThresholds(of: rule, draft)
        }
        return results
    }

    private func checkTexts(of rule: Rule, _ draft: RuleDraft) -> ResultBlanks {
        var reported: Set<String> = []
        var blanks = ResultBlanks()
        let survey = RuleSurvey(of: rule, in: book, utcOffset: utcOffset) { verdict, answers in
            blanks.note(verdict, of: rule)
            guard let problem = problem(with: verdict), reported.insert(verdict.outcome + problem.id).inserted else {
                return
            }
            let said = answers.sorted { $0.key < $1.key }.map { "\($0): \($1 == .null ? "null" : $1.text)" }.joined(
                separator: ", ")
            log.error(
                problem.id, "\(problem.message), with \(said.isEmpty ? "no answers" : said)",
                at: draft.outcomes[verdict.outcome] ?? draft.position, suggestion: problem.suggestion)
        }
        guard survey.mostQuestions > Self.mostQuestions else { return blanks }
        log.warning(
            "many-questions", "'\(rule.id)' can ask \(survey.mostQuestions) questions", at: draft.position,
            suggestion: "put lines first that decide with few questions; \(Self.mostQuestions) are bearable")
        return blanks
    }

    /// What is said of a move must fit one message, too.
    private func checkMove(of rule: Rule, _ draft: RuleDraft) {
        for language in book.languages.indices {
            let move = try? book.move(of: rule.id, at: Timestamp(milliseconds: 0), utcOffset: 0, in: language)
            guard let why = move?.why, !screen.fits(why) else { continue }
            log.error(
                "long-why", "'\(why)' does not fit \(screen)", at: draft.position,
                suggestion: "shorten the reason of its portability, or name a shorter law first")
        }
    }

    private struct Problem {
        let id: String
        let message: String
        let suggestion: String?
    }

    /// What cannot be said about a verdict in one of the languages.
    private func problem(with verdict: Verdict) -> Problem? {
        if let fault = verdict.fault {
            return Problem(id: "rule-fault", message: "an expression fails: \(fault.message)", suggestion: nil)
        }
        if verdict.outcome != Rule.undecided, verdict.laws.isEmpty {
            return Problem(
                id: "no-law", message: "'\(verdict.outcome)' stands on no figure, so 'law: figures' names nothing",
                suggestion: "name the law of the line")
        }
        for language in book.languages.indices {
            do throws(EvaluationFault) {
                _ = try book.text(of: verdict, in: language)
                guard let why = try book.why(of: verdict, in: language), !screen.fits(why) else { continue }
                return Problem(
                    id: "long-why", message: "'\(why)' does not fit \(screen)",
                    suggestion: "shorten the reason or the first law")
            } catch {
                return Problem(
                    id: "rule-text", message: "'\(verdict.outcome)' cannot be said: \(error.message)",
                    suggestion: "say it without that value; an outcome can have 'plain:' beside its text")
            }
        }
        return nil
    }

    /// A comparison that has the same result in all tests may be on the wrong side of its threshold.
    private func checkThresholds(of rule: Rule, _ draft: RuleDraft) {
        guard rule.locals.isEmpty else { return }
        struct Key: Hashable {
            let source: String
            let offset: Int
            let length: Int
        }
        var results: [Key: Set<Bool>] = [:]
        for test in rule.tests {
            let now = Timestamp(date: test.day, utcOffset: utcOffset)
            let known = test.known.merging(test.given) { $1 }
            for (expression, found) in book.comparisons(rule.id, known, at: now, utcOffset: utcOffset) {
                let key = Key(source: expression.source, offset: found.offset, length: found.length)
                results[key, default: []].insert(found.holds)
            }
        }
        for placed in draft.expressions {
            for (key, held) in results where key.source == placed.expression.source && held.count == 1 {
                let comparison = key.source.dropFirst(key.offset).prefix(key.length)
                log.warning(
                    "one-sided", "'\(comparison)' is \(held == [true]) in all tests",
                    at: placed.position.moved(by: key.offset),
                    suggestion: "add a test on the other side of the threshold")
            }
        }
    }
}
