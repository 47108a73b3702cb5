import Providers

/// The kinds of YAML file that a pack is made of.
package enum ContentKind: String, CaseIterable, Sendable {
    case flow, pack, rule, facts, next, local

    /// The kind of a file by its path inside the pack's folder; nil for what is none of them.
    package init?(path: String) {
        guard path.hasSuffix(".yaml") else { return nil }
        let folders = path.split(separator: "/").dropLast().map(String.init)
        switch (folders.first, path) {
        case (_, "pack.yaml"): self = .pack
        case (_, FactsFile.path): self = .facts
        case (_, "rules/next.yaml"): self = .next
        case ("rules", _) where folders == ["rules"]: self = .rule
        case ("rules", _) where folders == ["rules", "local"]: self = .local
        case ("rules", _), ("directory", _), ("languages", _), ("talks", _): return nil
        default: self = .flow
        }
    }

    /// What such a file is, in a sentence.
    var help: String {
        switch self {
        case .flow: "A flow of Waymark: a conversation step by step."
        case .pack: "A pack of Waymark: the service as a whole."
        case .rule: "A rule of Waymark: one question that the law answers."
        case .facts: "The facts of Waymark: every question that rules may ask."
        case .next: "The next steps that rules of Waymark advise."
        case .local: "A local exception of Waymark: how a rule differs in a part of the country."
        }
    }

    /// The keys that the file may have.
    var keys: KeyGroup {
        switch self {
        case .flow: .flow
        case .pack: .pack
        case .rule: .rule
        case .facts: .facts
        case .next: .next
        case .local: .local
        }
    }

    /// Its JSON Schema, for editors.
    ///
    /// Of draft 7, the newest that the YAML server behind most editors knows; and without references, because in that
    /// draft a reference hides the help that stands beside it.
    package var schema: String {
        let head: [Datum.Member] = [
            .init("$schema", .text("http://json-schema.org/draft-07/schema#")), .init("title", .text(help)),
        ]
        return Datum.object(head + Shape.group(keys).keywords).lines() + "\n"
    }
}

extension PackSource {
    /// The files of a kind, in the order of their paths.
    func files(of kind: ContentKind) -> [File] {
        files.filter { ContentKind(path: $0.path) == kind }
    }
}
