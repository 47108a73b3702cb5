import ContentFiles

/// The folder beside packs that tells editors what content files may say.
struct SchemaFolder {
    /// The folder of packs that it stands in.
    private let packs: String

    /// - Parameter pack: The folder of one of the packs.
    init(besidePack pack: String) {
        let parent = pack.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        packs = parent.isEmpty ? pack.hasPrefix("/") ? "/" : "." : parent
    }

    /// The schemas that are not there yet, as files to write.
    var missing: [(path: String, content: String)] {
        ContentKind.allCases.map { ("\(packs)/\(ContentKind.schemaFolder)/\($0.rawValue).json", $0.schema) }.filter {
            !InputFile.exists($0.path)
        }
    }
}
