/// A name an expression uses from its scope, for checkers that know which names there are.
package struct Reference: Hashable, Sendable {
    /// The first name, in lower case: `person` of `person.region`.
    package let root: String
    /// The names after it, as written: `["region"]`. It ends where an index is computed.
    package let path: [String]
    /// Characters before the root, from 0, in the expression's or template's source.
    package let offset: Int
    /// Characters of the root and its path as written.
    package let length: Int

    /// A name at its place; `root` in lower case.
    package init(root: String, path: [String] = [], offset: Int, length: Int) {
        (self.root, self.path, self.offset, self.length) = (root, path, offset, length)
    }

    func moved(by offset: Int) -> Reference {
        Reference(root: root, path: path, offset: self.offset + offset, length: length)
    }
}
