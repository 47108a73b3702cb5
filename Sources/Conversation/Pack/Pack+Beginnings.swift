/// Where a flow begins.
package struct FlowBeginning: Hashable, Sendable {
    /// What staff call the flow.
    package let title: String
    /// The address of its first step.
    package let step: String
}

extension Pack {
    /// The first step of every flow that has a title, in the order of the titles.
    ///
    /// - Parameter language: The tag of whoever reads the titles.
    package func beginnings(in language: String?) -> [FlowBeginning] {
        var first: [String: String] = [:]
        for step in steps where first[step.flow] == nil { first[step.flow] = step.address }
        return titles(in: place(of: language)).compactMap { flow, title in
            first[flow].map { FlowBeginning(title: title, step: $0) }
        }.sorted { ($0.title, $0.step) < ($1.title, $1.step) }
    }
}
