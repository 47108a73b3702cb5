/// A channel's settings in the order of its adapter's declarations. They print as nothing.
struct Settings: Sendable, CustomStringConvertible, CustomReflectable {
    private let values: [Datum]
    /// The values of the secrets, for taking them out of what is shown.
    let secrets: [String]

    init(_ given: [Datum.Member], declared: [SettingDeclaration]) {
        let values = declared.map { declaration in
            given.last { $0.key == declaration.name }?.value ?? declaration.standard
        }
        self.values = values
        secrets = zip(declared, values).compactMap { $0.kind == .secret ? $1.text : nil }.filter { !$0.isEmpty }
    }

    subscript(index: Int) -> Datum { values.indices.contains(index) ? values[index] : .null }

    var description: String { "settings" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
