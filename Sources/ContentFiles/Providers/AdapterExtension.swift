/// A provider file that takes most of another: `extends: NAME`.
enum AdapterExtension {
    /// The groups that are put together key by key; any other key is taken whole from the file that has it.
    private static let merged = ["config", "limits", "routes", "answer", "send", "request", "response"]

    /// The file's own root with what it takes from the other file; nil after an error.
    static func whole(
        _ own: YAML, log: DiagnosticLog, base: (_ adapter: String) -> (source: String, file: String)?
    ) -> YAML? {
        guard let entry = own.entries?.first(where: { $0.key == "extends" }) else { return own }
        guard let name = entry.value.text(for: "'extends' of a provider file", log: log) else { return nil }
        guard let (source, file) = base(name) else {
            log.error("unknown-adapter", "there is no adapter '\(name)' to extend", at: entry.value.position)
            return nil
        }
        guard let other = YAML.read(source, file: file, dialect: .anchored, log: log) else { return nil }
        if other.entries?.contains(where: { $0.key == "extends" }) == true {
            log.error(
                "value", "'\(name)' extends another adapter itself", at: entry.value.position,
                suggestion: "extend that one")
            return nil
        }
        let rest = (other.entries ?? []).filter { $0.key != "examples" && $0.key != "summary" && $0.key != "source" }
        return merge(own, over: YAML(content: .mapping(rest), position: own.position))
    }

    private static func merge(_ own: YAML, over other: YAML) -> YAML {
        guard let entries = own.entries, let others = other.entries else { return own }
        let kept = others.filter { entry in !entries.contains { $0.key == entry.key } }
        let mine = entries.map { entry -> YAML.Entry in
            guard merged.contains(entry.key), let same = others.first(where: { $0.key == entry.key }) else {
                return entry
            }
            return YAML.Entry(
                key: entry.key, keyPosition: entry.keyPosition, value: merge(entry.value, over: same.value))
        }
        return YAML(content: .mapping(kept + mine), position: own.position)
    }
}
