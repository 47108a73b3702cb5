import Conversation
import Expressions
import Telephony

/// The built-in texts in the pack's wording, where it has one.
struct BuiltInTextsReader {
    let texts: TextCatalog
    /// Whether the pack is written in English, so that the built-in English wording can stand in it.
    let isEnglish: Bool
    /// What one screen or answer may hold.
    let screens: [ChannelKind: ScreenLimit]
    /// The texts that the pack can show; it need not word the others, nor translate them.
    let needed: Set<BuiltInTexts.Name>
    let log: DiagnosticLog

    /// Texts are under `texts`; the apology has a key of its own.
    func read(_ pack: Fields) -> BuiltInTexts? {
        let own = pack["texts"].flatMap { Fields($0, "'texts'", .texts, log: log) }
        var wordings: [BuiltInTexts.Name: LocalizedText] = [:]
        for name in BuiltInTexts.Name.allCases {
            let value = name == .apology ? pack["apology"] : own?[name.rawValue]
            let id = name == .apology ? "pack#apology" : "pack#texts.\(name.rawValue)"
            guard value != nil || needed.contains(name) || texts.isTranslated(id) else {
                wordings[name] = texts.plain(name.english)
                continue
            }
            if value == nil, !isEnglish {
                log.error(
                    "missing-text", "a pack that is not in English must word '\(name.rawValue)'",
                    at: own?.position ?? pack.position,
                    suggestion: "in English it is: \(name.english)")
            }
            let text = value?.text(for: "'\(name.rawValue)'", log: log) ?? name.english
            wordings[name] = texts.text(id, text, at: value?.textPosition ?? pack.position)
            wordings[name].map { checkLength(of: $0, name, at: value?.position ?? pack.position) }
        }
        guard let fallback = wordings[.apology] else { return nil }
        return BuiltInTexts(wordings, fallback: fallback)
    }

    /// The texts that a pack with these steps and this directory can show.
    static func needed(by steps: [Step], and directory: DirectoryContent) -> Set<BuiltInTexts.Name> {
        var needed = Set(BuiltInTexts.Name.allCases).subtracting([
            .wait, .which, .noneOfThese, .enough, .askMore, .sample, .gatePin, .claimNotice,
            .claimQuestion, .claimObjected, .claimApproved, .claimRefused, .seriesRest,
            .who, .whoMessage, .whoPerson, .whoNew,
        ]).subtracting(BuiltInTexts.Name.opening)
        if directory.hasSamples { needed.insert(.sample) }
        if directory.hasHours { needed.formUnion(BuiltInTexts.Name.opening) }
        for step in steps {
            if step.verb.kept.contains(where: { $0.target == .sharing }) {
                needed.formUnion([.who, .whoMessage, .whoPerson, .whoNew])
            }
            if step.isSeries { needed.insert(.seriesRest) }
            switch step.verb {
            case .request: needed.insert(.wait)
            case .ask(let ask) where ask.claims: needed.formUnion([.claimNotice, .claimQuestion, .claimObjected])
            case .ask(let ask) where ask.save == .pin: needed.insert(.gatePin)
            case .refer(let referral) where referral.record != nil:
                needed.formUnion([.claimNotice, .claimQuestion, .claimObjected, .claimApproved, .claimRefused])
            case .find: needed.formUnion([.which, .noneOfThese])
            case .ask(let ask) where ask.answer.type == .place: needed.formUnion([.which, .noneOfThese])
            case .check(let check): needed.formUnion(texts(of: check))
            case .say, .menu, .ask, .branch, .set, .call, .send, .refer, .remind, .end: break
            }
        }
        return needed
    }

    private static func texts(of check: Check) -> Set<BuiltInTexts.Name> {
        switch check.subject {
        case .rule: []
        case .several: [.which, .enough, .askMore]
        case .move: [.which]
        }
    }

    /// The texts that stand alone have no pages: each must fit one screen in every language.
    private func checkLength(of text: LocalizedText, _ name: BuiltInTexts.Name, at position: Position) {
        guard [.apology, .resume, .stopped, .started, .goodbye].contains(name) else { return }
        for limit in ChannelKind.allCases.compactMap({ screens[$0] }) {
            guard let long = text.versions.compactMap(\.literal).first(where: { !limit.fits($0) }) else { continue }
            log.error("long-text", "'\(long)' does not fit \(limit)", at: position, suggestion: "say it shorter")
        }
    }
}
