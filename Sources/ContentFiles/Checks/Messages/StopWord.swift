import Conversation
import Telephony

extension CheckRule {
    static let stopWord = CheckRule(
        "stop-word", "O01", .error, summary: "people cannot say STOP, START or HELP in their language",
        reason: """
            Whoever gets messages must be able to end them in one word of her language; carriers and many countries \
            demand STOP and HELP. The program knows these two and START in English alone. For each other language of the \
            pack a list under 'words' has at least one word for each. A pack without an SMS channel needs none.
            """
    ) { context in
        guard context.hasMessages else { return [] }
        let commands: [Command] = [.stop, .start, .help]
        return commands.compactMap { command in
            let told = context.reading.commandLists.filter { $0.command == command }.compactMap(\.language)
            let known = told.map { Language(tag: $0, name: "").primaryTag } + ["en"]
            guard let first = context.pack.languages.first(where: { !known.contains($0.primaryTag) }) else {
                return nil
            }
            return Finding(
                "there is no word for \(command.shown) in \(first.name)",
                at: context.position("words", command.rawValue),
                suggestion: """
                    write 'words: { \(command.rawValue): [{ words: [...], language: \(first.tag), source: own wording }] }'
                    """)
        }
    }

    static let countryWords = CheckRule(
        "country-words", "O01", .warning, summary: "the words that end messages in this country are not listed",
        reason: """
            What people write to end messages differs between countries: 退订 or TD in China, STOP or ARRET in Canada. \
            Carriers print these words under other people's messages, and tests of a channel try them. A list with \
            'country' says which they are and who says so, so that the next editor need not guess.
            """
    ) { context in
        guard context.hasMessages, let country = context.pack.settings.country else { return [] }
        let lists = context.reading.commandLists
        guard !lists.contains(where: { $0.command == .stop && $0.country == country }) else { return [] }
        return [
            Finding(
                "the pack has no list of the words that end messages in \(country.code)",
                at: context.position("words", Command.stop.rawValue),
                suggestion: "add to 'words: stop': { words: [...], country: \(country.code), source: who names them }")
        ]
    }
}

extension CheckContext {
    /// Whether the service writes messages: also one whose channels are not known.
    var hasMessages: Bool { settings.carriers.isEmpty || settings.carriers.contains { $0.kind == .sms } }
}
