/// The steps of a flow, or the flows of a pack, and the ways between them: what every picture is drawn from.
///
/// The first node is where a reader begins. Nodes stand in reading order, ways in the order of the files.
package struct Graph: Hashable, Sendable {
    /// The flow's or the pack's name.
    package let title: String
    /// Steps or flows, each id once.
    package let nodes: [Node]
    /// Everywhere the nodes lead, each id once.
    package let ways: [Way]
    /// What staff call the flows that have a title, by the flow's name.
    package let titles: [String: String]

    package init(title: String, nodes: [Node], ways: [Way], titles: [String: String] = [:]) {
        (self.title, self.nodes, self.ways, self.titles) = (title, nodes, ways, titles)
    }

    /// Whether it shows whole flows, each as one node, and not their steps.
    package var isMap: Bool { !nodes.isEmpty && nodes.allSatisfy { $0.tag == .flow } }

    /// Whether it shows the steps of several flows.
    package var isAtlas: Bool { !isMap && flows.count > 1 }

    /// The names of the flows whose steps are shown, in the order of the nodes.
    package var flows: [String] {
        var seen: Set<String> = []
        return nodes.compactMap { !$0.isDoor && seen.insert($0.flow).inserted ? $0.flow : nil }
    }
}

/// A step, or a flow as a whole.
package struct Node: Hashable, Sendable {
    /// What a step does; a flow as a whole has a tag of its own.
    package enum Tag: String, Hashable, Sendable, CaseIterable {
        case say, menu, ask, branch, set, call, send, refer, check, find, remind, request, end, flow
    }

    /// What staff should notice about a step.
    package enum Mark: String, Hashable, Sendable, CaseIterable {
        /// Answers are kept out of transcripts.
        case isPrivate = "private"
        /// Dialled digits stop here.
        case stopsShortcut = "no shortcut"
    }

    /// How people come here from outside the flow.
    package enum Entry: Hashable, Sendable {
        /// The pack begins here.
        case start
        /// A word of an SMS, as people see it: `WAGES`.
        case word(String)
        /// Where someone goes who was not understood.
        case lost
    }

    /// A step's address, `flow#step`; a flow's name where the flow is one box.
    package let id: String
    /// The flow it belongs to.
    package let flow: String
    /// The step's own name; a flow's name.
    package let name: String
    /// What the step does.
    package let tag: Tag
    /// Everything a person reads there, in one language; what is computed, for steps that say nothing.
    package let text: String
    /// How people come here from outside the flow.
    package let entries: [Entry]
    /// What staff should notice.
    package let marks: [Mark]
    /// How many steps a flow as a whole has; nil for a step.
    package let steps: Int?
    /// Whether it stands for a place outside the picture.
    package let isDoor: Bool

    package init(
        id: String, flow: String, name: String, tag: Tag, text: String = "", entries: [Entry] = [],
        marks: [Mark] = [], steps: Int? = nil, isDoor: Bool = false
    ) {
        (self.id, self.flow, self.name, self.tag, self.text) = (id, flow, name, tag, text)
        (self.entries, self.marks, self.steps, self.isDoor) = (entries, marks, steps, isDoor)
    }
}

/// One way from a node on.
package struct Way: Hashable, Sendable {
    /// Why it is taken.
    package enum Kind: Hashable, Sendable {
        /// An option was chosen, by its number.
        case option(Int)
        /// A condition holds, or a step ended so: what the label says.
        case result
        /// There is no other way.
        case only
        /// Another flow runs, and comes back.
        case call
        /// So many ways between two flows.
        case merged(Int)
    }

    /// Where it leads.
    package enum Destination: Hashable, Sendable {
        /// A node, by its id.
        case node(String)
        case back
        case home
        case end
    }

    /// The id of its node and what tells it from the others there: `main#menu:3`, `wages/late#verdict:else`.
    package let id: String
    /// The id of the node it begins at.
    package let from: String
    /// Where it leads.
    package let to: Destination
    /// Why it is taken.
    package let kind: Kind
    /// The words on it: an option's label, `after 3 tries`, a condition; empty for the only way.
    package let label: String
    /// What must hold for an option to be shown, as written.
    package let condition: String?

    package init(
        id: String, from: String, to: Destination, kind: Kind, label: String = "", condition: String? = nil
    ) {
        (self.id, self.from, self.to, self.kind, self.label) = (id, from, to, kind, label)
        self.condition = condition
    }

    /// The words on it with an option's number in front; how many ways it stands for.
    package var caption: String {
        switch kind {
        case .option(let number): label.isEmpty ? "\(number)" : "\(number) \(label)"
        case .result, .only, .call: label
        case .merged(let count): count > 1 ? "×\(count)" : ""
        }
    }

    /// The node it leads to, when it is one.
    package var target: String? {
        if case .node(let id) = to { id } else { nil }
    }
}
