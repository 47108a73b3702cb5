extension ContentKind {
    /// The folder beside the packs in which editors find the schemas.
    package static let schemaFolder = "schemas"

    /// The first line of a file, by which editors find its schema; nil for a path that is no content file.
    ///
    /// - Parameter path: The file's path inside the pack's folder.
    package static func firstLine(of path: String) -> String? {
        guard let kind = ContentKind(path: path) else { return nil }
        let way = String(repeating: "../", count: path.split(separator: "/").count)
        return "# yaml-language-server: $schema=\(way)\(schemaFolder)/\(kind.rawValue).json"
    }
}
