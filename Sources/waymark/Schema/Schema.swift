import ArgumentParser
import ContentFiles

extension Waymark {
    /// `waymark schema`: what editors know of content files.
    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the JSON Schema of a kind of file, for editors.",
            discussion: """
                Kinds: \(kinds). Editors find the schemas in Flows/schemas by the first line of each file; they are \
                made by this command.
                """)

        private static let kinds = ContentKind.allCases.map(\.rawValue).joined(separator: ", ")

        @Argument(help: ArgumentHelp("The kind: \(kinds).", valueName: "KIND"))
        var kind: String

        func run() throws {
            guard let kind = ContentKind(rawValue: kind) else {
                let near = nearest(to: kind, among: ContentKind.allCases.map(\.rawValue)).map {
                    "did you mean '\($0)'?"
                }
                throw WrongUse("there is no kind of file '\(kind)': \(near ?? "one of \(Self.kinds)")")
            }
            Terminal.output.write(kind.schema)
        }
    }
}
