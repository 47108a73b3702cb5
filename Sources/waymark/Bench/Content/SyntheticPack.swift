import ContentFiles
import Conversation

/// A pack as large as one likes, made up and the same every time: every flow is a chain of menus, typed answers,
/// branches, sums and texts, and each text is translated into every language.
struct SyntheticPack {
    /// How many flows there are, each in its own file.
    let flows: Int
    /// How many steps a flow has.
    let steps: Int
    /// The languages, the pack's own first.
    let languages: [SyntheticPhrases]

    /// The files of the pack.
    var source: PackSource {
        let names = (0..<flows).map(name)
        var files = [
            PackSource.File(path: "pack.yaml", content: pack(names)), .init(path: "main.yaml", content: main(names)),
        ]
        files += names.indices.map { PackSource.File(path: names[$0] + ".yaml", content: flow($0)) }
        files.append(PackSource.File(path: "help.yaml", content: Self.help))
        files += languages.dropFirst().map { .init(path: "languages/\($0.tag).po", content: translation($0)) }
        return PackSource(folder: "synthetic", files: files)
    }

    private func name(_ flow: Int) -> String { "topic_\(flow)" }

    private func pack(_ names: [String]) -> String {
        """
        pack: synthetic
        title: Synthetic
        language: \(languages[0].tag)
        languages: { \(languages.map { "\($0.tag): \($0.name)" }.joined(separator: ", ")) }
        country: KE
        timezone: "+03:00"
        start: main
        otherwise: help
        commands: { person: help }
        words:
        \(words)
        numbering: " "
        session: { idle: { ussd: 24h, sms: 7d }, late: 30m, resume: ask }
        keywords:
        \(names.enumerated().map { "  \($1): [T\($0)]" }.joined(separator: "\n"))
        """
    }

    /// Words for STOP, START and HELP in every language, by its tag.
    private var words: String {
        ["help", "stop", "start"].map { command in
            let lists = languages.map { language in
                "{ words: [\(command) \(language.tag)], language: \(language.tag), source: synthetic }"
            }
            let country = command == "stop" ? ["{ words: [stop ke], country: KE, source: synthetic }"] : []
            return "  \(command): [\((lists + country).joined(separator: ", "))]"
        }.joined(separator: "\n")
    }

    private func main(_ names: [String]) -> String {
        let choices = languages.map { "{ label: \($0.name), set: { person.language: \($0.tag) }, go: topics }" }
        let topics = names.prefix(4).enumerated().map { "Topic \($0 + 1) -> \($1)" }
        func list(_ items: [String]) -> String { items.map { "      - " + $0 }.joined(separator: "\n") }
        return """
            steps:
              start:
                menu: Free help. Your language?
                retry: [Your language?]
                no_shortcut: true
                options:
            \(list(choices))
              topics:
                menu: What do you need?
                options:
            \(list(topics))
            """
    }

    private static let help = """
        steps:
          start:
            refer: help
            note: Please call.
            go: done
          done:
            end: We call you in 2 days.
        """
}

// Flows and their translations, step by step.
extension SyntheticPack {
    private func flow(_ flow: Int) -> String {
        var lines = ["steps:"]
        for step in 0..<steps { lines += written(step, of: flow) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func written(_ step: Int, of flow: Int) -> [String] {
        let phrases = languages[0]
        let texts = Dictionary(uniqueKeysWithValues: phrases.texts(kind(step), number(flow, step)))
        let next = step + 1 < steps ? "s\(step + 1)" : "end"
        func text(_ key: String) -> String { "\"\(texts[key] ?? "")\"" }
        func options(_ saved: String) -> [String] {
            (1...3).map { "      - { label: \(text("options.\($0)")), go: \(next) }" }
        }
        let body: [String] =
            switch kind(step) {
            case .menu: ["menu: \(text("menu"))", "save: choice", "options:"]
            case .ask:
                [
                    "ask: \(text("ask"))", "answer: { type: whole, from: 0, to: 60, example: 3 }", "save: years",
                    "retry: [\(text("retry.1")), \(text("retry.2"))]", "go: \(next)",
                ]
            case .branch: ["branch:", "  - { when: years > 5 and choice != 2, go: \(next) }", "  - { go: \(next) }"]
            case .set: ["set: { months: years * 12 }", "go: \(next)"]
            case .say: ["say: \(text("say"))", "go: \(next)"]
            }
        let own = kind(step) == .menu ? options("choice") : []
        return ["  s\(step):"] + body.map { "    " + $0 } + own
    }

    private func translation(_ phrases: SyntheticPhrases) -> String {
        var text = "msgid \"\"\nmsgstr \"\"\n\"Language: \(phrases.tag)\\n\"\n"
        text += "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
        for (context, own) in Self.untranslated {
            text += "msgctxt \"\(context)\"\nmsgid \"\(own)\"\nmsgstr \"\(own)\"\n\n"
        }
        for flow in 0..<flows {
            for step in 0..<steps {
                let number = number(flow, step)
                for (source, own) in zip(languages[0].texts(kind(step), number), phrases.texts(kind(step), number)) {
                    text += "msgctxt \"\(name(flow))#s\(step).\(source.0)\"\n"
                    text += "msgid \"\(source.1)\"\nmsgstr \"\(own.1)\"\n\n"
                }
            }
        }
        return text
    }

    /// The texts that are the same in all languages.
    private static let untranslated =
        BuiltInTexts.Name.allCases.map { ($0 == .apology ? "pack#apology" : "pack#texts.\($0.rawValue)", $0.english) }
        + [("help#start.refer.note", "Please call."), ("help#done.end", "We call you in 2 days.")]
        + [("main#start.menu", "Free help. Your language?"), ("main#topics.menu", "What do you need?")]
        + [("main#start.retry.1", "Your language?")]
        + (1...4).map { ("main#topics.options.\($0)", "Topic \($0)") }
        + SyntheticPhrases.all.enumerated().map { ("main#start.options.\($0 + 1)", $1.name) }

    /// What stands in the step's texts, so that neighbours differ.
    private func number(_ flow: Int, _ step: Int) -> Int { (flow * steps + step) % 997 }

    private func kind(_ step: Int) -> SyntheticPhrases.Kind {
        SyntheticPhrases.kinds[step % SyntheticPhrases.kinds.count]
    }
}
