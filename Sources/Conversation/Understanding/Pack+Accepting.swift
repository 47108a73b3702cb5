import Directory
package import Expressions

extension Pack {
    /// Whether a question takes what is typed for an answer on a day. A bound that depends on other answers is none here.
    package func accepts(_ typed: String, by rule: AnswerRule, on day: CalendarDate) -> Bool {
        let scope = DictionaryScope(["constants": .object(constants)])
        let evaluation = Evaluation(scope: scope, now: Timestamp(date: day))
        let reader = AnswerReader(
            rule: rule, unknownKey: keys.unknown, bound: { evaluation.evaluate($0) }, country: settings.country,
            place: { self.directory.reading(of: $0) }, today: day, languages: languages)
        switch reader.read(typed) {
        case .value, .several: return true
        case .unknown, .miss: return false
        }
    }
}
