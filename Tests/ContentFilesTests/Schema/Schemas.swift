import ContentFiles
import Foundation
import SchemaSupport

/// The folder that the tests were built from.
enum Project {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The shipped pack.
    static let china = PackSource.read(folder: folder.appendingPathComponent("Flows/china").path, log: DiagnosticLog())
}

extension SchemaValidator {
    /// One for each kind of file.
    static let all = Dictionary(
        uniqueKeysWithValues: ContentKind.allCases.map { ($0, SchemaValidator($0.schema)) })

    /// What the schema of its kind says of a file; nil for what no schema speaks of.
    static func check(_ file: PackSource.File) -> Finding? {
        guard let kind = ContentKind(path: file.path),
            let root = YAML.read(file.content, file: file.path, log: DiagnosticLog())
        else { return nil }
        return all[kind]?.check(root)
    }
}

extension PackSource {
    /// What the schemas say against the files of the pack.
    var schemaFaults: [SchemaValidator.Fault] { files.flatMap { SchemaValidator.check($0)?.faults ?? [] } }
}
