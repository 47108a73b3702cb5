import Conversation

/// Reads the words of a pack: keywords that start flows, and commands that work everywhere.
struct WordsReader {
    let addresses: AddressBook
    let log: DiagnosticLog

    /// `keywords`: flow to words, in any language of the pack.
    func keywords(_ pack: Fields) -> [String: Int] {
        guard let value = pack["keywords"], let own = Fields(value, "'keywords'", known: nil, log: log) else {
            return [:]
        }
        var keywords: [String: Int] = [:]
        let reserved = commands(pack)
        for entry in own.entries {
            guard let place = addresses.step(entry.key, from: nil, at: entry.keyPosition, log: log) else { continue }
            for word in own.texts(entry.key).map(Folding.fold) {
                if reserved[word] != nil {
                    log.error(
                        "keyword", "'\(word)' already means something everywhere", at: entry.value.position,
                        suggestion: "choose another word")
                } else if let other = keywords[word], other != place {
                    log.error("keyword", "'\(word)' starts two flows", at: entry.value.position)
                } else {
                    keywords[word] = place
                }
            }
        }
        return keywords
    }

    /// `commands`: the flows that PERSON, HELP and FORGET lead to.
    func destinations(_ pack: Fields) -> [Command: Int] {
        guard let value = pack["commands"], let own = Fields(value, "'commands'", .commands, log: log) else {
            return [:]
        }
        var destinations: [Command: Int] = [:]
        for entry in own.entries {
            guard let command = Command.withDestination.first(where: { $0.rawValue == entry.key }),
                let flow = own.text(entry.key)
            else { continue }
            destinations[command] = addresses.step(flow, from: nil, at: entry.value.position, log: log)
        }
        return destinations
    }

    /// The words for commands: the built-in ones and the pack's own under `words`.
    func commands(_ pack: Fields) -> [String: Command] {
        var commands: [String: Command] = [:]
        for (command, words) in CommandWords.all {
            for word in words { commands[Folding.fold(word)] = command }
        }
        guard let value = pack["words"], let own = Fields(value, "'words'", .words, log: log) else { return commands }
        for entry in own.entries {
            guard let command = Command(rawValue: entry.key) else { continue }
            for word in own.texts(entry.key) { commands[Folding.fold(word)] = command }
        }
        return commands
    }
}
