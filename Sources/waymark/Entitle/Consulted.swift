import Conversation
import Entitlements
import Expressions

/// What came of asking a rule.
enum Consulted {
    case question(ConsultedQuestion)
    case result(ConsultedResult)
    /// Nothing can be said, and why.
    case fault(String)

    /// Whether someone has to mend something.
    var isFault: Bool {
        switch self {
        case .question: false
        case .result(let result): result.verdict.fault != nil
        case .fault: true
        }
    }
}

/// The fact that comes next.
struct ConsultedQuestion {
    /// One answer that can be chosen.
    struct Choice {
        let number: Int
        let label: String
    }

    let fact: String
    let text: String
    let options: [Choice]
    /// The facts that a dialog asks before it, in order.
    let asked: [String]

    /// The question with its options, as a phone shows it.
    var lines: [String] { [text] + options.map { "\($0.number) \($0.label)" } }
}

/// A verdict in the words of one language.
struct ConsultedResult {
    /// A provision that the verdict stands on.
    struct Provision {
        let cite: String
        let article: String?
        let from: CalendarDate
    }

    let verdict: Verdict
    let day: CalendarDate
    let because: String?
    let provisions: [Provision]
    let text: String?
    let caution: String?
    let steps: [String]
    /// What becomes of the right when she moves.
    let moving: String?
    /// The facts that a dialog with these answers asks, in order.
    let asked: [String]

    init(_ verdict: Verdict, _ consultation: Consultation, asked: [String]) throws(EvaluationFault) {
        let (book, language) = (consultation.pack.rules, consultation.language)
        self.verdict = verdict
        self.asked = asked
        day = consultation.day
        because = try book.because(of: verdict, in: language)
        text = try book.text(of: verdict, in: language)
        caution = try book.caution(about: verdict, in: language)
        steps = try book.steps(of: verdict, in: language)
        moving = try book.moving(of: verdict, in: language)
        var provisions: [Provision] = []
        for law in verdict.laws {
            let cite = try book.render(law.cite, of: verdict, in: language)
            provisions.append(Provision(cite: cite, article: law.article, from: verdict.trace.start(of: law.id)))
        }
        self.provisions = provisions
    }
}
