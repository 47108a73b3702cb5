import Conversation
import Expressions

/// A question of a flow as packages of results have it (FLOIP Flow Results 1.1.0): one whose answers tell nothing of a
/// person that the pack calls private, and are no words of her own.
struct ResultQuestion: Hashable, Sendable {
    /// What its answers are, in the words of the specification.
    enum Kind: Hashable, Sendable {
        /// One of some choices.
        case choice([String])
        case number
        case date
        /// What is written in one way only, such as the code of a place.
        case text
        /// A number, a date or such a text, or one of some words.
        case open
    }

    /// The address of its step.
    let id: String
    let kind: Kind
    /// What it asks, in the language of the pack.
    let label: String

    /// The question of a step; nil of one that asks nothing, or whose answers are not given out.
    init?(_ step: Step, of pack: Pack, _ names: PrivateNames) {
        guard let kind = Kind(step, names), let words = step.words else { return nil }
        id = step.address
        self.kind = kind
        label = words.version(pack.sourceLanguage).source
    }

    /// The name of its kind.
    var type: String {
        switch kind {
        case .choice: "select_one"
        case .number: "numeric"
        case .date: "date"
        case .text: "text"
        case .open: "open"
        }
    }
}

extension ResultQuestion.Kind {
    fileprivate init?(_ step: Step, _ names: PrivateNames) {
        switch step.verb {
        case .menu(let menu):
            let targets = menu.options.flatMap(\.set).map(\.target) + [menu.save].compactMap(\.self)
            guard !targets.contains(where: { names.isPrivate($0, in: step.flow) }) else { return nil }
            self = .choice(menu.options.map { menu.word(for: $0) })
        case .ask(let ask):
            guard !ask.hidesAnswer, !ask.claims, !names.isPrivate(ask.save, in: step.flow) else { return nil }
            self.init(ask.answer)
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: return nil
        }
    }

    private init?(_ rule: AnswerRule) {
        let words = Set(rule.choices.values).sorted()
        switch rule.type {
        case .choice: self = .choice(words)
        case .yesNo: self = words.isEmpty ? .choice(["yes", "no"]) : .open
        case .number, .whole, .money: self = words.isEmpty ? .number : .open
        case .date: self = words.isEmpty ? .date : .open
        case .month, .duration, .place: self = words.isEmpty ? .text : .open
        case .text, .phone, .pin, .idNumber, .claimCode: return nil
        }
    }
}

extension Menu {
    /// The word that stands for an option: its value, with its number where several have the same.
    func word(for option: Option) -> String {
        options.filter { $0.value == option.value }.count > 1 ? "\(option.number) \(option.value)" : option.value
    }
}
