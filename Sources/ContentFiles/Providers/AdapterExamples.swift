package import Providers

/// The examples of provider files, which `waymark check` runs.
package enum AdapterExamples {
    /// What differs from what the examples of an adapter expect.
    ///
    /// - Parameter file: The adapter's file, for the places; nil for the usual one.
    package static func run(_ adapter: Adapter, file: String? = nil) -> [Diagnostic] {
        let path = file ?? "Config/providers/\(adapter.name).yaml"
        return adapter.examples.flatMap { example in
            adapter.failures(of: example).map { difference in
                Diagnostic(
                    .error, "example", "example '\(example.name)': \(difference)",
                    at: Position(file: path, line: example.line, column: 5))
            }
        }
    }
}
