import Conversation
import Entitlements
import Expressions
import Telephony

/// The longest that can have been said above each question, in each language: the texts of steps that do not wait.
final class LongestSaid {
    private let context: CheckContext
    /// Which steps lead to a step without waiting.
    private let before: [[Int]]
    /// What has been worked out, by language and step; what is being worked out counts as nothing said.
    private var texts: [[String?]]

    init(_ context: CheckContext) {
        self.context = context
        before = Self.before(context.pack)
        texts = Array(
            repeating: Array(repeating: nil, count: context.pack.steps.count), count: context.pack.languages.count)
    }

    /// What can have been said when someone comes to a step, without the step's own text.
    func text(above place: Int, _ language: Int) -> String {
        if let known = texts[language][place] { return known }
        texts[language][place] = ""
        var longest = ""
        var units = 0
        for earlier in before[place] {
            let said = joined(text(above: earlier, language), own(earlier, language))
            let size = TextMeasure(of: said).size
            if size > units { (longest, units) = (said, size) }
        }
        texts[language][place] = longest
        return longest
    }

    private func own(_ place: Int, _ language: Int) -> String {
        let step = context.pack.steps[place]
        switch step.verb {
        case .say(let text, _): return context.longest(text.version(language), at: place, language)
        case .refer(let referral):
            return referral.say.map { context.longest($0.version(language), at: place, language) } ?? ""
        case .menu, .ask, .branch, .set, .call, .send, .check, .find, .remind, .request, .end: return ""
        }
    }

    private func joined(_ above: String, _ below: String) -> String {
        above.isEmpty ? below : below.isEmpty ? above : above + "\n" + below
    }

    /// Ways between steps that do not wait, also into called flows and back out of them.
    private static func before(_ pack: Pack) -> [[Int]] {
        var before = Array(repeating: [Int](), count: pack.steps.count)
        let leaving = Dictionary(
            grouping: pack.steps.indices.filter { pack.steps[$0].verb.ways.contains(.end) }, by: { pack.steps[$0].flow }
        )
        let questions = pack.steps.indices.filter { pack.steps[$0].flow == Fact.flow }
        for (place, step) in pack.steps.enumerated() where !step.verb.waits {
            guard case .call(let call) = step.verb else {
                var next = step.verb.ways.compactMap(\.place)
                if case .check = step.verb { next += questions }
                for next in next { before[next].append(place) }
                continue
            }
            before[call.flow].append(place)
            guard let back = call.go.place else { continue }
            let called = leaving[pack.steps[call.flow].flow] ?? []
            before[back] += called.filter { !pack.steps[$0].verb.waits }
        }
        return before
    }
}
