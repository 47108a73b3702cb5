package import Conversation
import Expressions

/// A pack just compiled, with where everything in it stands: what the rules of `waymark check` look at.
package struct PackReading {
    /// The compiled pack.
    package let pack: Pack
    /// The files it was made of.
    package let source: PackSource
    /// `pack.yaml`.
    let packFile: Fields
    /// The words for commands, list by list.
    let commandLists: [CommandList]
    /// The steps as they were written, in the order of the pack's steps.
    let drafts: [StepDraft]
    /// Where each text stands, by its context.
    let texts: [String: TextPlace]
    /// What is known of the names that expressions use.
    let names: NameTable
    /// Expressions that do with a value what cannot be done, with their places.
    let typeFaults: [(fault: TypeFault, position: Position)]
    /// What can come out of each rule, by its id; empty where the rules were not tried.
    let triedRules: [String: ResultBlanks]
}

extension YAML {
    /// The value of a key, nil when this is no group or lacks it.
    subscript(key: String) -> YAML? { entries?.first { $0.key == key }?.value }
}
