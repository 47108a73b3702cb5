import Conversation

/// Reads a flow's file into drafts of its steps, before addresses can be resolved.
struct FlowReader {
    let log: DiagnosticLog

    /// - Parameter name: The path without its ending: `wages/late`.
    func read(_ content: String, name: String, file: String) -> FlowDraft? {
        guard let root = YAML.read(content, file: file, log: log),
            let fields = Fields(root, "a flow", .flow, log: log)
        else { return nil }
        guard let list = fields["steps"], let steps = list.entries, !steps.isEmpty else {
            log.error(
                "missing-key", "a flow needs 'steps' with at least one step",
                at: fields["steps"]?.position ?? fields.position)
            return nil
        }
        for step in steps where !step.key.isName || ["back", "home", "end"].contains(step.key) {
            log.error(
                "step-name", "'\(step.key)' cannot be a step's name", at: step.keyPosition,
                suggestion: "begin with a letter; use letters, digits and _; not back, home or end")
        }
        let drafts = steps.map { StepDraft(name: $0.key, position: $0.keyPosition, value: $0.value) }
        return FlowDraft(name: name, title: fields["title"], file: file, steps: drafts)
    }
}

extension String {
    /// Whether this can name a step or an answer: a letter, then letters, digits and `_`.
    var isName: Bool {
        guard let first = utf8.first, first != UInt8(ascii: "_"), !first.isDigit else { return false }
        return utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0 | 0x20) }
    }
}

extension UInt8 {
    var isDigit: Bool { (0x30...0x39).contains(self) }
}
