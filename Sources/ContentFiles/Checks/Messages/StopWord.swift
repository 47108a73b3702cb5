import Conversation

extension CheckRule {
    static let stopWord = CheckRule(
        "stop-word", "O01", .error, summary: "people cannot say STOP or HELP in their language",
        reason: """
            Whoever gets messages must be able to end them in one word of her language; carriers and many countries \
            demand STOP and HELP. The program knows these words in some languages; for the others the pack gives them \
            under 'words', at least one for each language. A pack without an SMS channel needs none.
            """
    ) { context in
        let carriers = context.settings.carriers
        guard carriers.isEmpty || carriers.contains(where: { $0.kind == .sms }) else { return [] }
        let unknown = context.pack.languages.filter { !CommandWords.languages.contains($0.primaryTag) }
        return [Command.stop, .help].compactMap { command in
            let known = Set((CommandWords.all[command] ?? []).map(Folding.fold))
            let own = context.pack.commands.filter { $0.value == command && !known.contains($0.key) }
            guard own.count < unknown.count, let first = unknown.first else { return nil }
            return Finding(
                "there is no word for \(command.rawValue.uppercased()) in \(first.name)",
                at: context.position("words", command.rawValue),
                suggestion: "write 'words: { \(command.rawValue): [...] }' with a word in each language of the pack")
        }
    }
}
