import Entitlements
import Expressions

/// Tells which texts of a pack may hold something that it calls private.
struct PrivateTexts: Sendable {
    private let pack: Pack
    private let names: PrivateNames
    /// What rules come to that ask for something private, by flow and name.
    private let verdicts: Set<String>

    /// Looks at every step of a pack.
    init(_ pack: Pack) {
        self.pack = pack
        names = PrivateNames(pack)
        let facts = Set(
            pack.steps.filter { $0.flow == Fact.flow && $0.verb.hidesAnswer }.map { $0.name.lowercased() })
        verdicts = Set(
            pack.steps.compactMap { step in
                guard case .check(let check) = step.verb,
                    check.facts(in: pack.rules).contains(where: { facts.contains($0.lowercased()) })
                else { return nil }
                return Self.name(step.name, in: step.flow)
            })
    }

    /// Whether what a step says may hold something private; of a step that the pack does not have, it may.
    ///
    /// - Parameter address: `flow#step`.
    func isPrivate(screenOf address: String) -> Bool {
        guard let place = pack.places[address] else { return true }
        return isPrivate(pack.steps[place].verb.said, in: pack.steps[place])
    }

    /// Whether an SMS or a note that a step writes may hold something private; of a step that the pack does not have,
    /// it may.
    ///
    /// - Parameter address: `flow#step`.
    func isPrivate(writingOf address: String) -> Bool {
        guard let place = pack.places[address] else { return true }
        let step = pack.steps[place]
        return step.isPrivate || isPrivate(step.verb.written, in: step)
    }

    private func isPrivate(_ texts: [LocalizedText], in step: Step) -> Bool {
        texts.contains { text in
            text.versions.contains { $0.references.contains { isPrivate($0, in: step) } }
        }
    }

    /// Whether a step asks for an answer that is private and shows it once more, to be confirmed.
    func confirmsPrivate(_ address: String) -> Bool {
        guard let place = pack.places[address], case .ask(let ask) = pack.steps[place].verb else { return false }
        return ask.hidesAnswer && ask.confirms
    }

    private func isPrivate(_ reference: Reference, in step: Step) -> Bool {
        names.isPrivate(reference, in: step) || verdicts.contains(Self.name(reference.root, in: step.flow))
    }

    private static func name(_ name: String, in flow: String) -> String { "\(flow)#\(name)".lowercased() }
}

extension Verb {
    /// Whether transcripts hide what is typed here.
    fileprivate var hidesAnswer: Bool { if case .ask(let ask) = self { ask.hidesAnswer } else { false } }

    /// Every text that a step shows.
    fileprivate var said: [LocalizedText] {
        switch self {
        case .say(let text, _), .end(let text): [text]
        case .menu(let menu): [menu.text] + menu.options.map(\.label) + menu.retry
        case .ask(let ask): [ask.text] + ask.retry
        case .refer(let referral): [referral.say].compactMap(\.self)
        case .find(let find): [find.heading].compactMap(\.self)
        case .check(let check): [check.heading].compactMap(\.self) + check.options.map(\.label)
        case .branch, .set, .call, .send, .remind, .request: []
        }
    }

    /// Every text that a step writes beside the screen.
    fileprivate var written: [LocalizedText] {
        switch self {
        case .send(let text, _): [text]
        case .refer(let referral): [referral.note].compactMap(\.self)
        case .say, .menu, .ask, .branch, .set, .call, .check, .find, .remind, .request, .end: []
        }
    }
}
