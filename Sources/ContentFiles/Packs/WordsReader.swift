import Conversation

/// Reads the words of a pack: keywords that start flows, and commands that work everywhere.
struct WordsReader {
    let addresses: AddressBook
    let log: DiagnosticLog

    /// `keywords`: flow to words, in any language of the pack.
    ///
    /// - Parameter reserved: The words for commands.
    func keywords(_ pack: Fields, reserved: [String: Command]) -> [String: Int] {
        guard let value = pack["keywords"], let own = Fields(value, "'keywords'", known: nil, log: log) else {
            return [:]
        }
        var keywords: [String: Int] = [:]
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

    /// The words for commands: the built-in ones and the pack's own lists under `words`.
    func commands(_ lists: [CommandList]) -> [String: Command] {
        var commands: [String: Command] = [:]
        for (command, words) in CommandWords.all {
            for word in words { commands[Folding.fold(word)] = command }
        }
        var listed: [String: Command] = [:]
        for list in lists {
            for (word, position) in list.words {
                if word.isEmpty || word.allSatisfy(\.isNumber) {
                    log.error(
                        "command-word", "a word for \(list.command.shown) needs a letter: a number is an answer",
                        at: position)
                } else if let other = listed[word] ?? commands[word].flatMap({ $0.isFixed ? $0 : nil }),
                    other != list.command
                {
                    log.error(
                        "command-word", "'\(word)' is a word for \(other.shown) already", at: position,
                        suggestion: "take it out of one of the two")
                } else {
                    listed[word] = list.command
                }
            }
        }
        return commands.merging(listed) { _, own in own }
    }
}

extension Command {
    /// The command as people write it.
    var shown: String { rawValue.uppercased() }

    /// Whether its built-in words can be given to nothing else: what ends messages everywhere ends them here.
    fileprivate var isFixed: Bool {
        switch self {
        case .help, .stop, .start: true
        case .language, .person, .forget, .menu, .back: false
        }
    }
}
