import Expressions

extension Pack {
    /// What staff call a flow; its name where it has no title.
    ///
    /// - Parameter language: The tag of whoever reads it; where the pack does not have that language, or nobody has
    ///   translated the title, it is as the flow has it.
    package func title(ofFlow flow: String, in language: String?) -> String {
        flowTitles[flow]?.version(place(of: language)).literal ?? flow
    }

    /// The titles of the flows that have one, by the flow's name.
    ///
    /// - Parameter language: The titles' language, by its place in the pack's list.
    package func titles(in language: Int) -> [String: String] {
        flowTitles.compactMapValues { $0.version(language).literal }
    }
}
