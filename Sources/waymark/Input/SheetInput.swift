import ContentFiles

/// A table that a command is given.
enum SheetInput {
    /// Reads a table.
    ///
    /// - Parameters:
    ///   - file: Its path; `-` is standard input.
    ///   - encoding: How it is encoded, as it was typed; nil looks for itself.
    static func read(_ file: String, encoding: String?) throws(WrongUse) -> Sheet {
        var known: SheetEncoding?
        if let encoding { known = try Self.encoding(encoding) }
        let bytes = try InputFile.bytes(file, largest: PackSource.largestTable)
        do throws(Sheet.Fault) {
            return try Sheet(bytes, file: file == "-" ? "input" : file, encoding: known)
        } catch {
            throw WrongUse(error.message)
        }
    }

    private static func encoding(_ name: String) throws(WrongUse) -> SheetEncoding {
        if let known = SheetEncoding(rawValue: name.lowercased()) { return known }
        let names = SheetEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw WrongUse("there is no encoding '\(name)': encodings are \(names)")
    }
}
