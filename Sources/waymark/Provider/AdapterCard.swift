import Providers

/// One adapter, described.
struct AdapterCard {
    private let adapter: Adapter

    /// nil when the adapter's file has errors, which are then told on standard error.
    init?(name: String, shelf: AdapterShelf) throws(WrongUse) {
        guard let adapter = try shelf.loaded(name) else { return nil }
        self.adapter = adapter
    }

    /// For people.
    var text: String {
        var lines = ["\(adapter.name): \(adapter.summary ?? adapter.kind.rawValue)"]
        if let source = adapter.source { lines.append("source    \(source)") }
        lines.append("supports  \(adapter.abilities.joined(separator: ", "))")
        lines.append("limits    \(adapter.limits.sentence)")
        lines += adapter.settings.map { "setting   \($0.sentence)" }
        lines += adapter.routes.map { "route     \($0.sentence)" }
        if !adapter.answers.isEmpty {
            lines.append("answers   \(adapter.answers.keys.map(\.rawValue).sorted().joined(separator: ", "))")
        }
        lines.append("examples  \(adapter.examples.count)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// For programs.
    var json: String {
        let members =
            adapter.summaryMembers + [
                Datum.Member("settings", .list(adapter.settings.map(\.json))),
                Datum.Member("routes", .list(adapter.routes.map(\.json))),
                Datum.Member("answers", .list(adapter.answers.keys.map(\.rawValue).sorted().map(Datum.text))),
                Datum.Member("examples", .count(adapter.examples.count)),
            ]
        return Datum.object(members).line
    }
}

extension Adapter {
    /// What it can do, in a few words each.
    var abilities: [String] {
        var abilities: [String] = []
        if !routes.isEmpty {
            abilities.append("receives " + Set(routes.flatMap(\.tells)).sorted().joined(separator: " and "))
        }
        if answers[.reply] != nil || kind == .ussd { abilities.append("answers at once") }
        if send != nil { abilities.append(routes.isEmpty ? "sends only" : "sends") }
        if !routes.isEmpty {
            abilities.append(routes.contains { $0.authenticity?.isOptional == false } ? "signed" : "unsigned")
        }
        return abilities
    }

    /// What a list shows of it.
    var summaryMembers: [Datum.Member] {
        [
            Datum.Member("name", .text(name)), Datum.Member("kind", .text(kind.rawValue)),
            Datum.Member("summary", .optional(summary)), Datum.Member("source", .optional(source)),
            Datum.Member("supports", .list(abilities.map(Datum.text))),
        ]
    }
}

extension Route {
    /// What its requests tell, in the words of the command line.
    fileprivate var tells: [String] {
        cases.compactMap { item in
            switch item.rule {
            case .message: "messages"
            case .status: "reports"
            case .stop: "opt-outs"
            case .ussd: "ussd"
            case .ussdEnd: "hang-ups"
            case .ignore: nil
            }
        }
    }

    private var proof: String { authenticity?.summary ?? "none" }

    fileprivate var sentence: String {
        let also = aliases.isEmpty ? "" : " (also \(aliases.joined(separator: ", ")))"
        return
            "/in/CHANNEL/\(name)\(also): \(methods.joined(separator: ", ")), "
            + "\(tells.joined(separator: " and ")), proof: \(proof)"
    }

    fileprivate var json: Datum {
        .object([
            Datum.Member("name", .text(name)), Datum.Member("aliases", .list(aliases.map(Datum.text))),
            Datum.Member("methods", .list(methods.map(Datum.text))),
            Datum.Member("tells", .list(tells.map(Datum.text))),
            Datum.Member("proof", .text(proof)),
        ])
    }
}

extension SettingDeclaration {
    fileprivate var sentence: String {
        let standard = standard.text.map { ", otherwise \($0)" } ?? ""
        return "\(name): \(kind.rawValue)\(isRequired ? ", required" : "")\(standard)"
    }

    fileprivate var json: Datum {
        .object([
            Datum.Member("name", .text(name)), Datum.Member("type", .text(kind.rawValue)),
            Datum.Member("required", .flag(isRequired)), Datum.Member("default", standard),
        ])
    }
}

extension Limits {
    fileprivate var sentence: String {
        let parts = [
            characters.map { $0.counted("character") }, charset?.rawValue, replyWithin.map { "answer within \($0) s" },
            rate.map { "at most \($0)" },
        ].compactMap(\.self)
        return parts.isEmpty ? "none stated" : parts.joined(separator: ", ")
    }
}
