import ContentFiles

/// The shipped pack with the examples of a guide in it: each a flow of its own, or keys of `pack.yaml`, as its
/// indentation says.
struct GuidePack {
    /// The pack. Steps that an example leads to and does not show end the conversation.
    let source: PackSource
    /// What is wrong with the pack then. A flow is named after its line in the guide: `guide/27.yaml`.
    let errors: [Diagnostic]

    /// - Parameter pack: The pack that the guide takes its examples from.
    init(_ examples: [Guide.Example], in pack: PackSource) {
        let alone = Self.source(examples, in: pack, ends: [:])
        let missing = Dictionary(grouping: alone.guideErrors.compactMap(\.missingStep), by: \.flow)
        source = Self.source(examples, in: pack, ends: missing.mapValues { Set($0.map(\.step)) })
        errors = source.guideErrors
    }

    private static func source(
        _ examples: [Guide.Example], in pack: PackSource, ends: [String: Set<String>]
    ) -> PackSource {
        let flows = examples.filter { !$0.isOfPack }
        let words = flows.map { "  \($0.flow): [GUIDE \($0.line)]\n" }.joined()
        let keys = examples.filter(\.isOfPack).map(\.text)
        let files = pack.files.map { file in
            guard file.path == "pack.yaml" else { return file }
            let content = keys.reduce(file.content) { $0.replacingKeys(by: $1) }
            return PackSource.File(
                path: file.path, content: content.replacing("\nkeywords:\n", with: "\nkeywords:\n" + words))
        }
        let added = flows.map { example in
            let rest = ends[example.flow, default: []].sorted().map { "  \($0):\n    end: Bye\n" }
            return PackSource.File(path: example.flow + ".yaml", content: example.wholeFlow + rest.joined())
        }
        return PackSource(folder: pack.folder, files: files + added)
    }
}

extension Guide.Example {
    /// Whether it shows keys of `pack.yaml`.
    fileprivate var isOfPack: Bool { !text.hasPrefix(" ") && !text.contains("steps:") }

    /// The flow it is put into.
    fileprivate var flow: String { "guide/\(line)" }

    /// The example as the file of a flow: options get a menu, steps what they take for answered.
    fileprivate var wholeFlow: String {
        if text.hasPrefix("    ") { return "steps:\n  start:\n    menu: Which?\n" + text }
        guard text.hasPrefix("  ") else { return text }
        let first = text.split(separator: ":")[0].drop { $0 == " " }
        let known = "left_month: \"add_months(today, -2)\", still_there: \"true\", city: \"'320500'\""
        return "steps:\n  known:\n    set: { \(known) }\n    go: \(first)\n" + text
    }
}

extension String {
    /// `pack.yaml` with the keys of an example in place of its own.
    fileprivate func replacingKeys(by keys: String) -> String {
        let names = keys.split(separator: "\n").filter { $0.first?.isLetter == true }.map { $0.prefix { $0 != ":" } }
        var isReplaced = false
        let kept = split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if line.first?.isLetter == true { isReplaced = names.contains(line.prefix { $0 != ":" }) }
            return !isReplaced
        }
        return kept.joined(separator: "\n") + "\n" + keys
    }
}

extension PackSource {
    /// What is wrong with the pack in its own language. The example of keywords has only some of the words that lead
    /// into the flows of the pack, so what is not reached counts in examples alone.
    fileprivate var guideErrors: [Diagnostic] {
        let log = DiagnosticLog()
        _ = PackLoader.read(self, isTranslated: false, log: log)
        return log.all.filter { error in
            error.severity == .error && (error.id != "unreachable-step" || error.position.file.contains("/guide/"))
        }
    }
}

extension Diagnostic {
    /// The step of an example's own flow that is led to and missing.
    fileprivate var missingStep: (flow: String, step: String)? {
        guard id == "missing-step", let file = position.file.firstMatch(of: /guide\/\d+/),
            let match = message.wholeMatch(of: /there is no step or flow '(\w+)'/)
        else { return nil }
        return (String(file.0), String(match.1))
    }
}
