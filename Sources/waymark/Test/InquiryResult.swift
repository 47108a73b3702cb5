import Conversation
import Entitlements
import Expressions

/// What was counted of a check of several rules.
struct InquiryResult {
    /// The step that checks them, `flow#step`.
    let step: String
    /// How many questions it may ask.
    let limit: Int
    let survey: InquirySurvey

    /// One for each step that checks several rules, on the day of the newest rule test, so that the count does not depend
    /// on the clock.
    ///
    /// - Parameter progress: Told before each.
    static func all(of pack: Pack, _ progress: (String) -> Void) -> [InquiryResult] {
        let days = pack.rules.rules.values.flatMap { $0.tests.map(\.day) }
        guard let day = days.max() else { return [] }
        let utcOffset = pack.settings.utcOffset
        return pack.steps.compactMap { step in
            guard case .check(let check) = step.verb, case .several(let selection, let limit) = check.subject else {
                return nil
            }
            progress("questions of \(step.address)")
            let survey = InquirySurvey(
                of: selection, in: pack.rules, limit: limit, at: Timestamp(date: day, utcOffset: utcOffset),
                utcOffset: utcOffset)
            return InquiryResult(step: step.address, limit: limit, survey: survey)
        }
    }
}
