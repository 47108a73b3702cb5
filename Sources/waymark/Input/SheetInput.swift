import ArgumentParser
import ContentFiles

/// A table that a command brings into a pack.
struct SheetInput: ParsableArguments {
    @Argument(help: ArgumentHelp("The table; - is standard input.", valueName: "FILE"))
    var file: String

    @ArgumentParser.Option(help: ArgumentHelp("Write what became of each row into a file.", valueName: "FILE"))
    var report: String?

    @ArgumentParser.Option(
        help: "How the table is encoded, where that is not seen: utf-8, utf-16, gb18030, windows-1252.")
    var encoding: String?

    /// Reads the table.
    func read() throws(WrongUse) -> Sheet {
        var known: SheetEncoding?
        if let encoding { known = try Self.known(encoding) }
        let bytes = try InputFile.bytes(file, largest: PackSource.largestTable)
        do throws(Sheet.Fault) {
            return try Sheet(bytes, file: file == "-" ? "input" : file, encoding: known)
        } catch {
            throw WrongUse(error.message)
        }
    }

    private static func known(_ name: String) throws(WrongUse) -> SheetEncoding {
        if let known = SheetEncoding(rawValue: name.lowercased()) { return known }
        let names = SheetEncoding.allCases.map(\.rawValue).joined(separator: ", ")
        throw WrongUse("there is no encoding '\(name)': encodings are \(names)")
    }
}
