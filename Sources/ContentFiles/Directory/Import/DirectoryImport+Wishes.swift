extension DirectoryImport {
    /// A wish that says nothing of a column.
    package enum WishFault: Error, Hashable {
        /// A column of the table for one of the directory.
        case map(String)
        /// A column of the directory with a text.
        case fill(String)
    }
}

extension DirectoryImport.Wishes {
    /// Reads what an operator writes.
    ///
    /// - Parameters:
    ///   - map: `THEIRS=OURS` each.
    ///   - fill: `OURS=TEXT` each.
    package init(map: [String], fill: [String], replaces: Bool) throws(DirectoryImport.WishFault) {
        self.init()
        self.replaces = replaces
        for text in map {
            // The directory's names have no '=' in them; a table's may.
            guard let sign = text.lastIndex(of: "="), sign != text.startIndex, text.index(after: sign) < text.endIndex
            else { throw .map(text) }
            self.map[String(text[..<sign])] = String(text[text.index(after: sign)...])
        }
        for text in fill {
            guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { throw .fill(text) }
            self.fill[String(text[..<sign])] = String(text[text.index(after: sign)...])
        }
    }
}
