import Conversation
import Expressions

/// Reads what staff call the flows. Their own language may have it too; where it does not, they read the pack's.
struct FlowTitles {
    let drafts: [FlowDraft]
    let texts: TextCatalog
    let log: DiagnosticLog

    /// The titles by the flow's name.
    func read() -> [String: LocalizedText] {
        var titles: [String: LocalizedText] = [:]
        for draft in drafts {
            guard let value = draft.title, let words = value.text(for: "'title' of a flow", log: log) else { continue }
            let id = draft.name + "#title"
            titles[draft.name] = texts.text(id, words, at: value.textPosition, isNeeded: false)
            if let wording = texts.places[id]?.wording, wording.literal == nil {
                log.error(
                    "flow-title", "the title of a flow can have no ${...}", at: value.textPosition,
                    suggestion: "staff read it where there is no conversation: name the flow in plain words")
            }
        }
        return titles
    }
}
