import ContentFiles

/// Checks a file of other systems as it stands, on a machine that does not have the secrets.
struct SystemsCheck {
    let path: String

    /// Adds what is wrong to the log.
    ///
    /// - Returns: The names of the enabled systems that have no error.
    func check(_ log: DiagnosticLog) -> Set<String> {
        guard let source = AdapterShelf.text(path, log) else { return [] }
        let standIns = StandIns(for: source)
        let own = DiagnosticLog()
        let systems = SystemsFile.load(
            source: source, file: path, environment: standIns.environment, log: own,
            secretFile: { _ in StandIns.value })
        log.add(own.all.filter { !standIns.mayCause($0) })
        return Set(systems.map(\.name))
    }
}
